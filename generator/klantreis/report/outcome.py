"""The outcome of a check as the options want it shown: what every report of findings is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from klantreis.finding import Finding, Severity
from klantreis.model.project import Project
from klantreis.overview import Overview
from klantreis.report.paint import PLAIN, Paint
from klantreis.rule import Rule


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings to report, the project they are about and its texts.

    `project` need hold no more than the items that the findings stand in; `overview` speaks of all.
    `findings` are those asked for, in order and with the suppressed ones; `most` says how many to
    show (0 is all), `columns` how wide a terminal is, `rules` are those that ran and `folder` is where
    the project stands in its repository (`""` at the top, else with a `/` at the end).
    """

    project: Project
    overview: Overview
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    language: str = "nl"
    paint: Paint = PLAIN
    columns: int = 100
    most: int = 0
    quiet: bool = False
    show_suppressed: bool = False
    rules: tuple[Rule, ...] = ()
    folder: str = ""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that count: not suppressed."""
        return tuple(f for f in self.findings if f.suppressed is None)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings to show: the worst ones where there are too many, in order of place."""
        return worst(self._wanted, self.most)

    @property
    def _wanted(self) -> tuple[Finding, ...]:
        return self.findings if self.show_suppressed else self.open

    @property
    def hidden(self) -> int:
        """How many findings are left out because there are too many."""
        return len(self._wanted) - len(self.shown)

    def number(self, severity: Severity) -> int:
        """Return how many open findings have this severity."""
        return sum(f.severity is severity for f in self.open)


def worst(findings: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """Return the `most` worst findings in their own order, suppressed ones last; 0 keeps all."""
    kept = tuple(findings)
    if not most or len(kept) <= most:
        return kept
    ranked = sorted(range(len(kept)), key=lambda index: (*_rank(kept[index]), index))
    return tuple(kept[index] for index in sorted(ranked[:most]))


def _rank(finding: Finding) -> tuple[bool, int]:
    return finding.suppressed is not None, -finding.severity
