"""How often each rule fired."""

from collections import Counter

from klantreis.finding import Severity
from klantreis.report.catalogue import SEVERITIES, said
from klantreis.report.outcome import Outcome
from klantreis.report.table import Column, as_text
from klantreis.report.totals import totals


def statistics(outcome: Outcome) -> str:
    """Return the rules with their number of findings, most first, and the totals."""
    fired = Counter((f.rule, f.code, f.severity) for f in outcome.open)
    ranked = sorted(fired.items(), key=lambda pair: (-pair[1], pair[0][1]))
    rows = [[str(n), rule, code, _word(severity, outcome)] for (rule, code, severity), n in ranked]
    headings = (Column(said(key, outcome.language)) for key in ("rule", "code", "severity"))
    columns = [Column("#", right=True), *headings]
    table = as_text(columns, rows, outcome.paint) if rows else ""
    return table if outcome.quiet else table + ("\n" if table else "") + totals(outcome)


def _word(severity: Severity, outcome: Outcome) -> str:
    return SEVERITIES[severity].said(outcome.language)
