"""Slots: the places that want content, and what stands there."""

from dataclasses import dataclass
from typing import NamedTuple

from klantreis.model.place import Place
from klantreis.model.touchpoint import Exemption
from klantreis.model.words import Words

STATES = ("gap", "idea", "planned", "drafted", "stale", "borrowed", "thin", "published", "exempt")
SERVED = frozenset(("published", "thin", "borrowed", "stale"))


class SlotId(NamedTuple):
    """Journey × persona × stage × touchpoint; the touchpoint is null where the stage has none."""

    journey: str
    persona: str
    stage: str
    touchpoint: str | None = None

    def __str__(self) -> str:
        return f"{self.journey}/{self.persona}/{self.stage}/{self.touchpoint or '-'}"


class Placement(NamedTuple):
    """One item in one slot; borrowed when it counts as half: `also`, or a phase of several stages."""

    item: str
    path: str
    slot: SlotId
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One place that wants content, its state, and the ids of the items there, best first.

    `reached` is the furthest that a full item has come (`""`, `idea`, `planned`, `drafted` or
    `published`), which the three figures count; `place` is the line that asks for the content.
    """

    id: SlotId
    need: str
    state: str
    reached: str
    items: tuple[str, ...]
    place: Place
    channel: str | None = None
    minimum: int = 1
    published: int = 0
    exempt: Exemption | None = None

    @property
    def is_required(self) -> bool:
        """Say whether the slot counts in the figures: needed, and not excused."""
        return self.need == "must" and self.state != "exempt"

    @property
    def is_served(self) -> bool:
        """Say whether a reader finds anything here, be it stale or borrowed."""
        return self.state in SERVED

    @property
    def is_leftover(self) -> bool:
        """Say whether this is the null slot beside touchpoints, where nothing waits for content."""
        return self.id.touchpoint is None and self.need == "could"


@dataclass(frozen=True, slots=True)
class Wish:
    """A question, pain or gain of a persona in a journey, and the items that serve it.

    `kind` is `question`, `pain` or `gain`; `stage` is where it arises (null for an influencer's
    question); `served_in` is the earliest stage with a published, fresh item for it; `items` are
    those that name it, published first.
    """

    kind: str
    id: str
    journey: str
    persona: str
    stage: str | None
    words: Words
    place: Place
    state: str
    served_in: str | None
    items: tuple[str, ...]
    last_stage: str | None = None

    @property
    def text(self) -> str:
        """The wish in Dutch, or in the only language that it is written in."""
        return self.words.nl

    @property
    def is_served(self) -> bool:
        """Say whether a reader finds anything for it, be it stale or borrowed."""
        return self.state in SERVED

    def __str__(self) -> str:
        mark = {"question": "?", "pain": "!", "gain": "+"}[self.kind]
        return f"{self.journey}/{self.persona}/{self.stage or '-'}{mark}{self.id}"
