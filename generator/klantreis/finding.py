"""Problems, as rules yield them, and findings, as people read them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from klantreis.model.slot import Slot
from klantreis.model.span import Span
from klantreis.model.trouble import Value
from klantreis.model.words import Words


class Severity(IntEnum):
    """How bad a finding is; larger is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word in configuration and JSON."""
        return self.name.lower()

    @classmethod
    def of_missing(cls, need: str) -> "Severity":
        """Return how bad it is that content with this need (must, should or could) is missing."""
        return {"must": cls.ERROR, "should": cls.WARNING}.get(need, cls.INFO)


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of one passage of one file."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that solve a problem together; a safe one never changes what a text means."""

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that carries a finding, and the facet that it shows."""

    span: Span
    facet: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about; the fields that do not apply are null."""

    item: str | None = None
    journey: str | None = None
    persona: str | None = None
    stage: str | None = None
    touchpoint: str | None = None
    channel: str | None = None
    detail: str | None = None

    @classmethod
    def of_slot(cls, slot: Slot) -> "Subject":
        """Return the slot as what a finding is about."""
        journey, persona, stage, touchpoint = slot.id
        return cls(journey=journey, persona=persona, stage=stage, touchpoint=touchpoint, channel=slot.channel)

    @property
    def key(self) -> str:
        """The subject in one line, without the place: what baselines and fingerprints rest on."""
        fields = (self.item, self.journey, self.persona, self.stage, self.touchpoint, self.detail)
        return "\x1f".join([part or "" for part in fields])


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: a place, the words that fill its message, and the subject.

    `variant` picks one of the rule's messages; `severity` overrides the rule's own default.
    """

    path: str
    span: Span
    values: Mapping[str, Value] = field(default_factory=dict)
    variant: str = ""
    subject: Subject = Subject()
    severity: Severity | None = None
    score: int | None = None
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why a finding does not count: where that was written, the reason and the end date if any."""

    by: str
    path: str
    line: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One violation of one rule, at a file, line and column, in both languages."""

    rule: str
    code: str
    family: str
    severity: Severity
    message: Words
    path: str
    span: Span
    subject: Subject
    score: int | None = None
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()
    suppressed: Excuse | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sorting key: path, line, column, code, subject."""
        return (self.path, self.span.line, self.span.column, self.code, self.subject.key)

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits that stay the same while rule and subject do, wherever the line moves.

        A finding without any subject rests on its file.
        """
        return fingerprint_of(self.rule, self.subject, self.path)


def fingerprint_of(rule: str, subject: Subject, path: str) -> str:
    """Return the fingerprint of a finding of `rule` about `subject`, or about the file without one."""
    key = subject.key.strip("\x1f") or path
    return hashlib.sha256(f"{rule}\x1e{key}".encode(errors="surrogatepass")).hexdigest()[:16]
