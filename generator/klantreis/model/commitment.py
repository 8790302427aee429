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
    if item.cta not in ("attend", "subscribe"):
        return None
    is_meeting = item.format in _MEETINGS or item.channel in _MEETINGS
    if item.cta == "attend":
        return "taking-part" if is_meeting else None
    return "signing-up" if is_meeting or is_webinar(item) else None


def misplaced_commitment(item: Item, stages: tuple[tuple[Journey, Stage], ...]) -> Commitment | None:
    """Return the commitment of an item that stands in the stage of the other one, or nothing."""
    commitment = commitment_of(item)
    other = {"signing-up": TAKING_PART, "taking-part": SIGNING_UP}
    return commitment if commitment and set(stages_in_model(stages)) == {other[commitment]} else None
