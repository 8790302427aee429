"""Findings by file."""

from itertools import groupby

from klantreis.finding import Finding
from klantreis.report.concise import marked
from klantreis.report.exception import exception
from klantreis.report.outcome import Outcome
from klantreis.report.totals import totals
from klantreis.report.visible import visible


def grouped(outcome: Outcome) -> str:
    """Return the findings under the name of their file, and the totals."""
    files = groupby(outcome.shown, key=lambda finding: finding.path)
    blocks = [_file(path, tuple(findings), outcome) for path, findings in files]
    if not outcome.quiet:
        blocks.append(totals(outcome) + exception(outcome))
    return "\n".join(blocks)


def _file(path: str, findings: tuple[Finding, ...], outcome: Outcome) -> str:
    widest = max(len(_where(f)) for f in findings)
    lines = (f"  {_where(f):<{widest}}  {marked(f, outcome)}" for f in findings)
    return "\n".join((outcome.paint.link(visible(path)), *lines)) + "\n"


def _where(finding: Finding) -> str:
    return f"{finding.span.line}:{finding.span.column}"
