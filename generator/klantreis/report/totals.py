"""The last lines of a check: what was found, and how much of the journeys is covered."""

from klantreis.coverage import Figures, figures
from klantreis.finding import Severity
from klantreis.report.catalogue import counted, percent, said
from klantreis.report.outcome import Outcome
from klantreis.report.visible import visible

_SEVERITIES = ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.INFO, "infos"))


def totals(outcome: Outcome) -> str:
    """Return the line of totals and the line with the three coverage figures."""
    lines = [_counts(outcome), coverage_line(figures(outcome.overview.slots), outcome.language)]
    lines += _outside(outcome)
    if outcome.hidden:
        lines.insert(0, said("more-findings", outcome.language, count=outcome.hidden))
    if not outcome.open:
        lines.insert(0, outcome.paint.good(said("no-findings", outcome.language)))
    return "\n".join(lines) + "\n"


def _counts(outcome: Outcome) -> str:
    language, paint = outcome.language, outcome.paint
    parts = []
    for severity, key in _SEVERITIES:
        number = outcome.number(severity)
        text = counted(key, number, language)
        parts.append(paint.severity(severity, text) if number else text)
    suppressed = sum(f.suppressed is not None for f in outcome.findings)
    parts.append(counted("suppressed", suppressed, language))
    if suppressed and not outcome.show_suppressed:
        parts[-1] += f" ({said('suppressed-hint', language)})"
    parts.append(counted("unreadable", outcome.overview.unreadable, language))
    return f"{counted('items', outcome.overview.items, language)}: {', '.join(parts)}"


def _outside(outcome: Outcome) -> list[str]:
    """Return the line about texts that are not judged because of their language, if there are any."""
    outside = outcome.overview.outside
    if not outside:
        return []
    items = counted("items", sum(outside.values()), outcome.language)
    languages = ", ".join(map(visible, sorted(outside)))
    return [said("outside", outcome.language, items=items, languages=languages)]


def coverage_line(figures: Figures, language: str) -> str:
    """Return the three figures in one sentence."""
    if not figures.required:
        return said("no-slots", language)
    return said(
        "coverage-line",
        language,
        slots=counted("slots", figures.required, language),
        planned=percent(figures.share("planned")),
        drafted=percent(figures.share("drafted")),
        published=percent(figures.share("published")),
    )
