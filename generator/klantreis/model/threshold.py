"""How much of the journeys, or of one part of them, has to have fresh, published content."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from klantreis.model.slot import Slot, SlotId

KINDS = ("journey", "persona", "stage")
"""The parts that can have a threshold of their own."""


class Threshold(NamedTuple):
    """A percentage for the whole, or for one journey, persona or stage.

    A stage is named by its id, which counts in every journey, or as `journey/stage`.
    """

    percent: float
    kind: str | None = None
    id: str | None = None

    def is_about(self, slot: SlotId) -> bool:
        """Say whether a slot belongs to the part."""
        names = {
            None: (None,),
            "journey": (slot.journey,),
            "persona": (slot.persona,),
            "stage": (slot.stage, f"{slot.journey}/{slot.stage}"),
        }
        return self.id in names[self.kind]


class Shortfall(NamedTuple):
    """A threshold that was not reached, and how many of the required slots are covered."""

    threshold: Threshold
    published: int
    required: int


def shortfalls(slots: Sequence[Slot], thresholds: Iterable[Threshold]) -> Iterator[Shortfall]:
    """Yield the thresholds that the slots do not reach; of nothing required, all is covered."""
    for threshold in thresholds:
        here = [slot for slot in slots if slot.is_required and threshold.is_about(slot.id)]
        published = sum(slot.reached == "published" for slot in here)
        if here and published / len(here) * 100 < threshold.percent:
            yield Shortfall(threshold, published, len(here))


def strangers(slots: Sequence[Slot], thresholds: Iterable[Threshold]) -> Iterator[Threshold]:
    """Yield the thresholds for a journey, persona or stage that does not exist."""
    return (t for t in thresholds if not any(t.is_about(slot.id) for slot in slots) and t.kind is not None)


def names_of(slots: Iterable[Slot], kind: str) -> tuple[str, ...]:
    """Return the ids that a threshold of this kind can be about."""
    return tuple(dict.fromkeys(getattr(slot.id, kind) for slot in slots))
