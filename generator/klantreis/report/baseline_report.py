"""The accepted findings in a table."""

from collections.abc import Sequence

from klantreis.baseline import Accepted
from klantreis.report.catalogue import SEVERITIES, said
from klantreis.report.paint import Paint
from klantreis.report.table import Column, as_text


def baseline_report(accepted: Sequence[Accepted], path: str, language: str, paint: Paint) -> str:
    """Return what the baseline at `path` accepts, one finding a row."""
    if not accepted:
        return said("nothing-accepted", language, path=path) + "\n"
    headings = [Column(said(key, language)) for key in ("rule", "severity", "subject")]
    rows = [[entry.rule, SEVERITIES[entry.severity].said(language), _subject(entry)] for entry in accepted]
    return as_text(headings, rows, paint)


def _subject(entry: Accepted) -> str:
    subject = entry.subject
    fields = (
        subject.item,
        subject.journey,
        subject.persona,
        subject.stage,
        subject.touchpoint,
        subject.detail,
    )
    return " ".join(part for part in fields if part)
