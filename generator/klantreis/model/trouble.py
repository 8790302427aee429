"""What reading a file could not swallow."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from klantreis.model.span import Span
from klantreis.model.words import Words

Value = str | int | Words


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fact about a file that one rule reports: which rule, where, and the words for its message.

    `about` names the item, journey, persona, stage, touchpoint or channel concerned, by these
    keys. `repair`, where there is one clear way out, is the text that belongs at `repair_at`
    (or `span`).
    """

    rule: str
    path: str
    span: Span
    variant: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    repair: str | None = None
    repair_at: Span | None = None
    about: Mapping[str, str] = field(default_factory=dict)
