"""A touchpoint: one moment of interaction inside a stage."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from klantreis.model.duration import Duration, Rhythm
from klantreis.model.place import Place
from klantreis.model.span import Span
from klantreis.model.words import Words


@dataclass(frozen=True, slots=True)
class Exemption:
    """Leave to have no content somewhere, with who gave it, why and until when."""

    reason: str
    owner: str | None
    until: datetime.date | None
    place: Place

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the exemption is still in force on `day`; without an end date it always is."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """The touchpoint record: channel, device and context, what comes before, the content, the timing.

    `wait` and `frequency` are the writer's words, `wait_time` and `rhythm` what they say, null where
    that cannot be told; `marks` holds where values stand, by key.
    """

    id: str
    place: Place
    name: Words
    channel: str | None = None
    device: str | None = None
    context: Words | None = None
    action: Words | None = None
    trigger: Words | None = None
    formats: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    sale: bool = True
    no_sale_reason: Words | None = None
    after: tuple[str, ...] = ()
    wait: str | None = None
    frequency: str | None = None
    feeling: int | None = None
    need: str = "must"
    minimum: int = 1
    personas: tuple[str, ...] = ()
    exempt: Exemption | None = None
    wait_time: Duration | None = None
    rhythm: Rhythm | None = None
    marks: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def span(self, key: str) -> Span:
        """Return where the value of `key` stands, or the touchpoint itself when it is not written."""
        return self.marks.get(key, self.place.span)

    def is_for(self, persona: str) -> bool:
        """Say whether `persona` meets this touchpoint; without a list of personas everybody does."""
        return not self.personas or persona in self.personas
