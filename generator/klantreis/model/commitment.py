"""Small commitments: signing up for a webinar belongs to one stage, taking part in it to the next."""

from collections.abc import Iterable
from typing import Final, Literal

from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage

MODEL: Final = "customer-value-journey"
"""The model that tells signing up from taking part."""
SIGNING_UP: Final = "subscribe"
TAKING_PART: Final = "convert"

_MEETINGS: Final = frozenset(("webinar", "event"))

Commitment = Literal["signing-up", "taking-part"]


def stages_in_model(stages: Iterable[tuple[Journey, Stage]]) -> list[str]:
    """Return the ids of those stages that stand in a journey of the model."""
    return [s.id for j, s in stages if MODEL in (j.id, *j.lineage)]


def is_webinar(item: Item) -> bool:
    """Say whether an item is about a webinar, by its front matter."""
    return "webinar" in (item.format, item.channel) or "webinar" in f"{item.title} {item.subject}".lower()


def commitment_of(item: Item) -> Commitment | None:
    """Return what an item about a webinar or event asks of the reader, as far as its front matter says."""
    if item.cta == "attend" and not _MEETINGS.isdisjoint((item.format, item.channel)):
        return "taking-part"
    is_meeting = not _MEETINGS.isdisjoint((item.format, item.channel)) or is_webinar(item)
    return "signing-up" if item.cta == "subscribe" and is_meeting else None


def misplaced_commitment(item: Item, stages: tuple[tuple[Journey, Stage], ...]) -> Commitment | None:
    """Return the commitment of an item that stands in the stage of the other one, or nothing."""
    here = set(stages_in_model(stages))
    commitment = commitment_of(item) if here else None
    other = {"signing-up": TAKING_PART, "taking-part": SIGNING_UP}
    return commitment if commitment and here == {other[commitment]} else None
