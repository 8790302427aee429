"""Which passages of a text carry a finding, and how they look on the page."""

import html
from collections.abc import Sequence
from dataclasses import dataclass, field

from klantreis.finding import Finding
from klantreis.site.body.source import Source
from klantreis.site.words import Speech


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the text, the number (from 1) of the finding that it carries, and how bad that is."""

    start: int
    end: int
    number: int
    severity: str


def marks_of(findings: Sequence[Finding], source: Source) -> tuple[Mark, ...]:
    """Return the marked passages of the body; a finding in the front matter has none."""
    return tuple(
        Mark(max(start, source.start), end, number, finding.severity.word)
        for number, finding in enumerate(findings, 1)
        for span in ([e.span for e in finding.evidence] or [finding.span])
        for start, end in [source.offsets(span)]
        if end > max(start, source.start)
    )


@dataclass(slots=True)
class Marker:
    """Writes the words of the text; it knows which findings it has shown and which wait for their number."""

    source: Source
    marks: Sequence[Mark]
    say: Speech
    shown: set[int] = field(default_factory=set)
    waiting: list[Mark] = field(default_factory=list)

    def words(self, start: int, end: int, value: str | None = None) -> str:
        """Return the text from `start` up to `end` with its marks.

        `value` is what a reader sees there, where that differs from what was typed.
        """
        if not self.marks:
            return html.escape(self.source.written(start, end) if value is None else value, quote=False)
        cuts = (start, end) if value is not None else self._cuts(start, end)
        return "".join(
            self._piece(first, last, self.source.written(first, last) if value is None else value)
            for first, last in zip(cuts, cuts[1:], strict=False)
        )

    def _cuts(self, start: int, end: int) -> tuple[int, ...]:
        inside = {cut for mark in self.marks for cut in (mark.start, mark.end) if start < cut < end}
        return tuple(sorted({start, end} | inside))

    def _piece(self, start: int, end: int, text: str) -> str:
        escaped = html.escape(text, quote=False)
        here = [mark for mark in self.marks if mark.start < end and mark.end > start]
        if not here or not text:
            return escaped
        fresh = dict.fromkeys(mark.number for mark in here if mark.number not in self.shown)
        self.shown.update(fresh)
        self.waiting += [mark for mark in here if mark not in self.waiting]
        worst = next(s for s in ("error", "warning", "info") if any(mark.severity == s for mark in here))
        anchors = "".join(f'<span id="kr-m-{number}"></span>' for number in fresh)
        return f'{anchors}<mark class="kr-mark kr-{worst}">{escaped}</mark>'

    def numbers(self, at: int) -> str:
        """Return links to the findings whose passage has ended before `at`, and forget these passages."""
        done = [mark for mark in self.waiting if mark.end <= at]
        if not done:
            return ""
        self.waiting = [mark for mark in self.waiting if mark.end > at]
        return "".join(map(self._number, dict.fromkeys(mark.number for mark in done)))

    def _number(self, number: int) -> str:
        label = html.escape(self.say("item.to_finding", number=number))
        return f'<a class="kr-ref" href="#kr-f-{number}" aria-label="{label}">{number}</a>'


