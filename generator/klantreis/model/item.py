"""An item: one Markdown file that is written for somebody, at some moment, on some channel."""

import datetime
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klantreis.model.packed import packed
from klantreis.model.pattern import PathPattern
from klantreis.model.place import Place
from klantreis.model.span import START, Span

if TYPE_CHECKING:
    from klantreis.model.message import Heading, Link, Message

STARTED = ("draft", "review", "published")
"""The statuses of an item that has a text to judge."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Leave to break one rule, in an item's front matter, around a passage, or for a path.

    `lines` is the passage (first and last line) that a comment encloses, `paths` the files that the
    configuration excuses, `whole` the lines to remove when the exception goes, `until_at` where the
    end date stands.
    """

    rule: str
    place: Place
    reason: str | None = None
    until: datetime.date | None = None
    lines: tuple[int, int] | None = None
    whole: Span | None = None
    paths: PathPattern | None = None
    until_at: Span | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the exception is still in force on `day`; without an end date it always is."""
        return self.until is None or day <= self.until

    @property
    def where(self) -> str:
        """Where the exception was made: `configuration`, `passage` or `front matter`."""
        return "configuration" if self.paths else ("passage" if self.lines else "front matter")

    def covers(self, path: str, lines: Sequence[int]) -> bool:
        """Say whether it excuses something at `path` that stands on `lines`."""
        if self.paths is not None:
            return self.paths.matches(path)
        first, last = self.lines or (0, sys.maxsize)
        return path == self.place.path and all(first <= line <= last for line in lines)


@packed
@dataclass(frozen=True, slots=True)
class Item:
    """A content item as its file says; words of the closed lists are ids, or raw where unknown.

    `marks` holds the span of every value by key (`stage`, `persona.1`), `spelled` the writer's
    own word where it is not the id, `length` how many characters of the text a reader sees,
    `opening` where the first of them stand, `ids` the anchors in HTML.
    """

    id: str
    path: str
    title: str
    stages: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    channel: str | None = None
    journey: str | None = None
    touchpoint: str | None = None
    format: str | None = None
    intent: str | None = None
    cta: str | None = None
    answers: tuple[str, ...] = ()
    eases: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    gate: str | None = None
    status: str = "published"
    publish: datetime.date | None = None
    review_by: datetime.date | None = None
    expires: datetime.date | None = None
    owner: str | None = None
    approver: str | None = None
    lang: str | None = None
    translation_of: str | None = None
    proposition: tuple[str, ...] = ()
    offer: str | None = None
    campaign: str | None = None
    message_type: str | None = None
    subject: str | None = None
    confidential: bool = False
    aliases: tuple[str, ...] = ()
    search_terms: tuple[str, ...] = ()
    reviewed_against: Mapping[str, str] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    links: tuple["Link", ...] = ()
    headings: Sequence["Heading"] = ()
    ids: frozenset[str] = frozenset()
    message: "Message | None" = None
    marks: Mapping[str, Span] = field(default_factory=dict)
    spelled: Mapping[str, str] = field(default_factory=dict)
    is_readable: bool = True
    is_empty: bool = False
    body_line: int = 1
    length: int = 0
    opening: Span = START

    def span(self, key: str) -> Span:
        """Return where the value of `key` stands, or the start of the file when it is not written."""
        return self.marks.get(key, START)

    def status_on(self, day: datetime.date) -> str:
        """Return the status that counts on `day`: a date to come makes planned, a date past expired."""
        if self.expires is not None and self.expires < day and self.status in STARTED:
            return "expired"
        if self.status == "published" and self.publish is not None and self.publish > day:
            return "planned"
        return self.status

    def has_run_out_on(self, day: datetime.date) -> bool:
        """Say whether the end date has passed while the status says otherwise."""
        return self.status != "expired" and self.status_on(day) == "expired"

    def is_published_on(self, day: datetime.date) -> bool:
        """Say whether readers can meet the item on `day`."""
        return self.status_on(day) == "published"

    def is_overdue_on(self, day: datetime.date) -> bool:
        """Say whether the item should have been reviewed before `day`."""
        return self.review_by is not None and self.review_by < day

    def is_fresh_on(self, day: datetime.date) -> bool:
        """Say whether the item is published, not expired and not past its review date."""
        return self.is_published_on(day) and not self.is_overdue_on(day)

    @property
    def early_date(self) -> str | None:
        """The key of a date that should not lie before the day of publication but does; null if none."""
        days = (("expires", self.expires), ("review_by", self.review_by))
        start = self.publish or datetime.date.min
        return next((key for key, day in days if day is not None and day < start), None)

    def has_gone_stale_on(self, day: datetime.date, days: int) -> bool:
        """Say whether this is a draft whose own dates are past, the publication by more than `days` days."""
        if self.status not in ("draft", "review"):
            return False
        late = self.publish is not None and (day - self.publish).days > days
        return late or self.is_overdue_on(day) or self.status_on(day) == "expired"

    @property
    def sells(self) -> bool:
        """Say whether the front matter declares that the item sells."""
        if self.intent is None:
            return self.cta in ("quote", "buy") or self.message_type == "marketing"
        return self.intent == "sell"

    @property
    def asks(self) -> bool:
        """Say whether the front matter declares that the item wants a sale or a favour of the reader."""
        return self.sells or self.intent == "ask" or (self.intent is None and self.cta in ("review", "refer"))

    @property
    def asking_key(self) -> str:
        """The key that declares what the item wants of the reader."""
        return next((key for key in ("intent", "cta", "message_type") if key in self.marks), "intent")

    @property
    def has_text(self) -> bool:
        """Say whether the item is far enough to be judged on its text."""
        return self.status in STARTED and not self.is_empty
