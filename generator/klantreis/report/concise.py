"""One line for each finding, as editors and pipes like it."""

from klantreis.finding import Finding
from klantreis.report.full import excuse, headline, place
from klantreis.report.outcome import Outcome
from klantreis.report.totals import totals


def concise(outcome: Outcome) -> str:
    """Return `path:line:column: severity: message [rule code]` for each finding, and the totals."""
    lines = [f"{outcome.paint.link(place(f))}: {marked(f, outcome)}\n" for f in outcome.shown]
    return "".join(lines) + ("" if outcome.quiet else totals(outcome))


def marked(finding: Finding, outcome: Outcome) -> str:
    """Return the headline of a finding on one line, with its excuse where it has one."""
    line, because = headline(finding, outcome), excuse(finding, outcome.language)
    return f"{line} {outcome.paint.dim(because)}" if because else line
