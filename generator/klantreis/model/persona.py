"""Personas: types of customer, with what they ask, dread and hope for in each stage."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from klantreis.model.place import Place
from klantreis.model.span import Span
from klantreis.model.words import Words

FEWEST_WORDS: Final = 20
"""A description with fewer words brings nobody to mind."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the persona wants to know; `evidence` says how we know that she does."""

    id: str
    ask: Words
    place: Place
    evidence: str | None = None
    influencer: str | None = None


@dataclass(frozen=True, slots=True)
class Pain:
    """Something the persona dreads, with the way to prevent it and the way to turn it."""

    id: str
    pain: Words
    place: Place
    prevent: Words | None = None
    turn: Words | None = None


@dataclass(frozen=True, slots=True)
class Gain:
    """Something the persona hopes for."""

    id: str
    gain: Words
    place: Place


@dataclass(frozen=True, slots=True)
class Influencer:
    """Somebody with a say in a company's purchase, with questions of their own."""

    id: str
    role: Words
    place: Place
    cares_about: tuple[Words, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Mindset:
    """A persona in one stage. `stage` is the word of the file; feeling runs from -2 to +2."""

    stage: str
    place: Place
    questions: tuple[Question, ...] = ()
    pains: tuple[Pain, ...] = ()
    gains: tuple[Gain, ...] = ()
    triggers: tuple[Words, ...] = ()
    feeling: int | None = None


@dataclass(frozen=True)
class Persona:
    """A type of customer; `weight` is its share of the attention, relative to the others.

    `reading_level` is the hardest that a text may read for it, null where nobody said.
    `marks` holds where each value stands, by key.
    """

    id: str
    place: Place
    name: str
    segment: str | None = None
    weight: float = 1.0
    channels: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    influencers: tuple[Influencer, ...] = ()
    owner: str | None = None
    review_by: datetime.date | None = None
    mindsets: tuple[Mindset, ...] = ()
    description: str = ""
    reading_level: str | None = None
    marks: Mapping[str, Span] = field(default_factory=dict, repr=False)

    def at(self, key: str) -> Place:
        """Return where the value of `key` stands, or the persona's id when it is not written."""
        return Place(self.place.path, self.marks.get(key, self.place.span))

    @property
    def is_blank(self) -> bool:
        """Say whether nothing is known of the persona: no wishes, and hardly a description."""
        wishes = self.questions or self.pains or self.gains
        return not wishes and len(self.description.split()) < FEWEST_WORDS

    @cached_property
    def questions(self) -> frozenset[str]:
        """The ids of all questions, those of the influencers included."""
        asked = {q.id for mindset in self.mindsets for q in mindset.questions}
        return frozenset(asked | {q.id for influencer in self.influencers for q in influencer.questions})

    @cached_property
    def pains(self) -> frozenset[str]:
        """The ids of all pains."""
        return frozenset(pain.id for mindset in self.mindsets for pain in mindset.pains)

    @cached_property
    def gains(self) -> frozenset[str]:
        """The ids of all gains."""
        return frozenset(gain.id for mindset in self.mindsets for gain in mindset.gains)
