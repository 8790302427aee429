"""Which passages of a text carry a finding, and how they look on the page."""

import html
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

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
    """Return the marked passages of the body; a finding in the front matter has none.

    Sentences of one finding that follow each other are one passage.
    """
    marks: list[Mark] = []
    for number, finding in enumerate(findings, 1):
        spans = [evidence.span for evidence in finding.evidence] or [finding.span]
        for start, end in sorted(source.offsets(span) for span in spans):
            start = max(start, source.start)
            last = marks[-1] if marks and marks[-1].number == number else None
            if last and start - last.end <= 1 and not source.written(last.end, start).strip():
                marks[-1] = replace(last, end=max(end, last.end))
            elif end > start:
                marks.append(Mark(start, end, number, finding.severity.word))
    return tuple(marks)


@dataclass(slots=True)
class Marker:
    """Writes the words of the text; it knows which findings it has shown and which wait for their number."""

    source: Source
    marks: Sequence[Mark]
    say: Speech
    shown: set[int] = field(default_factory=set)
    waiting: list[Mark] = field(default_factory=list)
    links: int = 0
    """How many links are open: a number, being a link itself, waits until they are closed."""

    def words(self, start: int, end: int, value: str | None = None) -> str:
        """Return the text from `start` up to `end` with its marks.

        `value` is what a reader sees there, where that differs from what was typed.
        """
        if not self.marks:
            return html.escape(self.source.written(start, end) if value is None else value, quote=False)
        cuts = (start, end) if value is not None else self._cuts(start, end)
        return "".join(
            self._piece(first, last, self.source.written(first, last) if value is None else value)
            + self.numbers(last)
            for first, last in pairwise(cuts)
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
        numbers = " ".join(map(str, dict.fromkeys(mark.number for mark in here)))
        return f'{anchors}<mark class="kr-mark kr-{worst}" data-kr-findings="{numbers}">{escaped}</mark>'

    def numbers(self, at: int) -> str:
        """Return links to the findings whose passage has ended before `at`, and forget these passages."""
        done = [mark for mark in self.waiting if mark.end <= at]
        if not done or self.links:
            return ""
        self.waiting = [mark for mark in self.waiting if mark.end > at]
        return "".join(map(self._number, dict.fromkeys(mark.number for mark in done)))

    def _number(self, number: int) -> str:
        label = html.escape(self.say("item.to_finding", number=number))
        return (
            f'<a class="kr-ref" href="#kr-f-{number}" data-kr-findings="{number}" aria-label="{label}"'
            f' aria-describedby="kr-f-{number}">{number}</a>'
        )
