"""Who reads what in a stage: the published items that a persona meets there, taken together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from klantreis.model.emphasis import FEWEST_WORDS, StageKeys
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.project import Project


class Audience(NamedTuple):
    """The published items that one persona meets in one stage, borrowed ones included."""

    journey: str
    stage: str
    persona: str
    items: tuple[Item, ...]


def audiences(project: Project, wanted: StageKeys) -> Iterator[Audience]:
    """Yield who reads what in the stages `wanted`, where all of it can be judged.

    Left out is a persona for whom a required place there is empty, since what is missing may come with
    it, or who meets an item that nobody can judge: a file with a fault, another language.
    """
    for (journey, persona, stage), items in _readers(project, wanted).items():
        texts = [item.message for item in items if item.message is not None]
        if any(message.push is None for message in texts) or len(texts) < len(items):
            continue
        if sum(message.words for message in texts) >= FEWEST_WORDS:
            yield Audience(journey, stage, persona, items)


def _readers(project: Project, wanted: StageKeys) -> dict[tuple[str, str, str], tuple[Item, ...]]:
    """Return the published items by journey, persona and stage, in the order of the journeys."""
    found: dict[tuple[str, str, str], dict[str, Item]] = {}
    unsure: set[tuple[str, str, str]] = set()
    for slot in project.slots if wanted else ():
        id = slot.id
        key = (id.journey, id.persona, id.stage)
        if (id.journey, id.stage) not in wanted:
            continue
        if (slot.is_required and not slot.is_served) or project.doubt.may_serve(id):
            unsure.add(key)
        here = found.setdefault(key, {})
        for item, _ in project.seated.get(id, ()):
            if item.is_published_on(project.today):
                here[item.path] = item
    return {key: tuple(here.values()) for key, here in found.items() if here and key not in unsure}


def stands_in(project: Project, item: Item, wanted: StageKeys) -> bool:
    """Say whether an item stands in one of the stages `wanted`, be it as a borrowed one."""
    slots = (seat.slot for seat in project.placed[item.path].seats)
    return any((slot.journey, slot.stage) in wanted for slot in slots)


Need = Callable[[Item], bool]
"""Whether an item gives readers what they are looking for."""


class Shortfall(NamedTuple):
    """What some personas look for in a stage, and none of the items that they meet there gives."""

    journey: Journey
    stage: Stage
    personas: tuple[str, ...]
    missing: tuple[str, ...]


def shortfalls(project: Project, wanted: StageKeys, needs: Mapping[str, Need]) -> Iterator[Shortfall]:
    """Yield where the stages `wanted` fall short of `needs` (by name), who miss the same together."""
    personas: dict[tuple[str, str, tuple[str, ...]], list[str]] = defaultdict(list)
    for audience in audiences(project, wanted):
        missing = tuple(name for name, gives in needs.items() if not any(map(gives, audience.items)))
        if missing:
            personas[audience.journey, audience.stage, missing].append(audience.persona)
    for (id, stage, missing), names in personas.items():
        journey = project.journey_by_id[id]
        yield Shortfall(journey, journey.stage(stage), tuple(names), missing)
