"""What a stage asks its texts to say, and the texts that can be judged on it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.message import Message
from klantreis.model.placed import Placed

FEWEST_WORDS: Final = 40
"""What a shorter text leaves out, it may leave out for lack of room."""

StageKeys = frozenset[tuple[str, str]]
"""Stages by the ids of journey and stage."""

Groups = Mapping[Placed, Sequence[tuple[Item, Message]]]
"""The items with a text that can be judged, those that stand in the same place together."""


def stages_emphasising(journeys: Iterable[Journey], *facets: str) -> StageKeys:
    """Return the stages that emphasise all of `facets`."""
    wanted = frozenset(facets)
    return frozenset(
        (journey.id, stage.id)
        for journey in journeys
        for stage in journey.stages
        if wanted <= {guidance.facet for guidance in stage.emphasise}
    )


def judged(items: Iterable[Item], day: datetime.date) -> Iterator[tuple[Item, Message]]:
    """Yield the items with a text that is long enough, and in a known language, to miss something in."""
    for item in items:
        message = item.message
        if message is None or message.push is None or message.words < FEWEST_WORDS:
            continue
        if item.has_text and item.status_on(day) != "expired":
            yield item, message


def judged_in(groups: Groups, wanted: StageKeys) -> Iterator[tuple[Item, Message, Journey, Stage]]:
    """Yield those that stand in `wanted` stages alone, with the first of these.

    An item that also stands elsewhere has two things to do, and need not do the one to the full.
    """
    for placed, pairs in groups.items():
        if placed.stages and all((journey.id, stage.id) in wanted for journey, stage in placed.stages):
            journey, stage = placed.stages[0]
            for item, message in pairs:
                yield item, message, journey, stage


def speaks_of(message: Message, *facets: str) -> bool:
    """Say whether a text carries any of `facets`."""
    return any(facet in message.facets for facet in facets)
