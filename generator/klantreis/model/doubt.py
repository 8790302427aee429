"""Doubts: which questions, pains and gains an item with a fault of its own may be there for."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from klantreis.model.item import Item
from klantreis.model.ledger import KINDS
from klantreis.model.placed import OpenEnd, Placed
from klantreis.model.slot import Wish
from klantreis.model.trouble import Trouble

Doubts = Mapping[tuple[str, str | None], Sequence[OpenEnd]]
"""By kind and id what may serve a wish once it is mended; by kind alone where the id is in doubt."""


def doubts_of(
    items: Iterable[Item],
    placed: Mapping[str, Placed],
    misnamed: Iterable[tuple[Trouble, Item]],
    headless: Set[str],
    day: datetime.date,
) -> Doubts:
    """Return the wishes that may be served by items that could not be placed, or that misname one.

    `misnamed` holds the troubles about questions, pains and gains that do not exist, `headless` the
    paths of items of which nothing is known.
    """
    found: dict[tuple[str, str | None], list[OpenEnd]] = defaultdict(list)
    for item in items:
        ends = placed[item.path].open_ends
        if ends and item.status_on(day) in ("published", "expired"):
            for key, end in _of_unplaced(item, ends, item.is_readable and item.path not in headless):
                found[key].append(end)
    for trouble, item in misnamed:
        if item.is_published_on(day) and not trouble.variant.endswith("near"):
            found[_kind(trouble), None].append(_standing(placed[item.path]))
    return found


def may_be_met(wish: Wish, doubts: Doubts) -> bool:
    """Say whether an item with a fault of its own may be the one that `wish` waits for."""
    ends = (*doubts.get((wish.kind, wish.id), ()), *doubts.get((wish.kind, None), ()))
    return any(
        (end.personas is None or wish.persona in end.personas)
        and (wish.stage is None or end.stages is None or (wish.journey, wish.stage) in end.stages)
        for end in ends
    )


def _of_unplaced(
    item: Item, ends: Sequence[OpenEnd], is_known: bool
) -> Iterator[tuple[tuple[str, str | None], OpenEnd]]:
    # Where an item comes to stand says nothing about the stage whose question it answers.
    for end in ends:
        for kind, key in KINDS:
            for id in getattr(item, key) if is_known else (None,):
                yield (kind, id), OpenEnd(end.personas, None)


def _kind(trouble: Trouble) -> str:
    if trouble.rule == "unknown-question":
        return "question"
    return "gain" if trouble.variant.startswith("gain") else "pain"


def _standing(placed: Placed) -> OpenEnd:
    slots = [seat.slot for seat in placed.seats]
    return OpenEnd(frozenset(s.persona for s in slots), frozenset((s.journey, s.stage) for s in slots))
