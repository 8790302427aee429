"""What the formats of CI platforms share: findings placed in the repository, each with a mark of its own."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klantreis.finding import Finding, Severity
from klantreis.model.span import Span
from klantreis.report.outcome import Outcome, worst
from klantreis.report.visible import visible


class Annotation(NamedTuple):
    """A finding as a platform shows it: one line of text at a path from the repository's top.

    `fingerprint` is the finding's own, unless an earlier one in the same report has it already.
    """

    finding: Finding
    path: str
    message: str
    fingerprint: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.finding.span

    @property
    def title(self) -> str:
        """The rule with its code."""
        return f"{self.finding.rule} {self.finding.code}"


def reported(outcome: Outcome) -> tuple[Finding, ...]:
    """Return the findings that a platform should show: the open ones, or the worst of them."""
    return worst(outcome.open, outcome.most)


def annotations(findings: Iterable[Finding], outcome: Outcome) -> Iterator[Annotation]:
    """Yield an annotation for each of `findings`, in their order."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        yield Annotation(
            finding,
            outcome.folder + finding.path,
            visible(finding.message.said(outcome.language)),
            _unique(finding.fingerprint, seen[finding.fingerprint]),
        )


def _unique(fingerprint: str, time: int) -> str:
    if time == 1:
        return fingerprint
    return hashlib.sha256(f"{fingerprint}:{time}".encode()).hexdigest()[:16]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by severity and score, the worst first; equals stay in their own order."""
    return sorted(findings, key=lambda finding: (-finding.severity, -(finding.score or 0)))


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""The words that SARIF has for severities."""
