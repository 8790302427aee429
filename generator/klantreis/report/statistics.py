"""How often each rule fired."""

from collections import Counter

from klantreis.finding import Severity
from klantreis.report.catalogue import NOUNS, SEVERITIES, said
from klantreis.report.outcome import Outcome
from klantreis.report.table import Column, as_text
from klantreis.report.totals import totals


def statistics(outcome: Outcome) -> str:
    """Return the rules with their number of findings, most first, and the totals."""
    listed = outcome.findings if outcome.show_suppressed else outcome.open
    fired = Counter((f.rule, f.code, f.severity, f.suppressed is not None) for f in listed)
    ranked = sorted(fired.items(), key=lambda pair: (-pair[1], pair[0][1]))
    rows = [[str(n), rule, code, _word(level, done, outcome)] for (rule, code, level, done), n in ranked]
    headings = (Column(said(key, outcome.language)) for key in ("rule", "code", "severity"))
    columns = [Column("#", right=True), *headings]
    table = as_text(columns, rows, outcome.paint) if rows else ""
    return table if outcome.quiet else table + ("\n" if table else "") + totals(outcome)


def _word(severity: Severity, is_excused: bool, outcome: Outcome) -> str:
    word = SEVERITIES[severity].said(outcome.language)
    return f"{word}, {NOUNS['suppressed'][0].said(outcome.language)}" if is_excused else word
