"""Doubts: which slots, questions, pains and gains an item with a fault of its own may be there for."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from klantreis.model.item import Item
from klantreis.model.ledger import KINDS
from klantreis.model.placed import OpenEnd, Placed
from klantreis.model.slot import SlotId, Wish
from klantreis.model.trouble import Trouble


class Doubt(NamedTuple):
    """What items that could not be placed, or that misname something, may serve once they are mended.

    `wishes` has it by kind and id; by kind alone where the id is in doubt.
    """

    slots: tuple[OpenEnd, ...]
    wishes: Mapping[tuple[str, str | None], Sequence[OpenEnd]]

    def may_serve(self, slot: SlotId) -> bool:
        """Say whether an item with a fault of its own may be the one that this slot waits for."""
        return any(end.may_serve(slot) for end in self.slots)

    def may_meet(self, wish: Wish) -> bool:
        """Say whether an item with a fault of its own may be the one that this wish waits for."""
        ends = (*self.wishes.get((wish.kind, wish.id), ()), *self.wishes.get((wish.kind, None), ()))
        return any(
            (end.personas is None or wish.persona in end.personas)
            and (wish.stage is None or end.stages is None or (wish.journey, wish.stage) in end.stages)
            for end in ends
        )


def doubt_about(
    groups: Mapping[Placed, Sequence[Item]],
    misnamed: Iterable[tuple[Trouble, Item, Placed]],
    headless: Set[str],
    day: datetime.date,
) -> Doubt:
    """Return what the items in `groups`, by where they stand, may be there for.

    `misnamed` holds the troubles about questions, pains and gains that do not exist, with their items and
    where these stand; `headless` the paths of items of which nothing is known.
    """
    slots: dict[OpenEnd, None] = {}
    wishes: dict[tuple[str, str | None], list[OpenEnd]] = defaultdict(list)
    for placed, items in groups.items():
        for item in items:
            ends = _ends(item, placed, day)
            slots |= dict.fromkeys(ends)
            for key, end in _of_unplaced(item, ends, headless):
                wishes[key].append(end)
    for trouble, item, placed in misnamed:
        if item.is_published_on(day):  # a near word is a guess, so what is meant may still be another one
            wishes[_kind(trouble), None].append(_standing(placed))
    return Doubt(tuple(slots), wishes)


def _ends(item: Item, placed: Placed, day: datetime.date) -> Sequence[OpenEnd]:
    """Return what an item may serve once it is mended: its tags, or dates that contradict each other."""
    if item.status_on(day) in ("published", "expired"):
        return placed.open_ends
    is_misdated = item.status == "published" and item.early_date is not None
    return (_standing(placed),) if is_misdated else ()


def _of_unplaced(
    item: Item, ends: Sequence[OpenEnd], headless: Set[str]
) -> Iterator[tuple[tuple[str, str | None], OpenEnd]]:
    is_known = item.is_readable and item.path not in headless
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
