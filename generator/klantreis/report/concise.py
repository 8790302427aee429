"""One line for each finding, as editors and pipes like it."""

from klantreis.report.full import headline, place
from klantreis.report.outcome import Outcome
from klantreis.report.totals import totals


def concise(outcome: Outcome) -> str:
    """Return `path:line:column: severity: message [rule code]` for each finding, and the totals."""
    lines = [f"{outcome.paint.link(place(f))}: {headline(f, outcome)}\n" for f in outcome.shown]
    return "".join(lines) + ("" if outcome.quiet else totals(outcome))
