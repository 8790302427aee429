"""The outcome of a check as Markdown, for a job summary or a comment."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from klantreis.coverage import figures
from klantreis.finding import Finding, Severity
from klantreis.model.slot import Slot
from klantreis.report.annotation import reported, worst_first
from klantreis.report.catalogue import SEVERITIES, counted, said
from klantreis.report.inert import code, inert
from klantreis.report.outcome import Outcome
from klantreis.report.section import Section, fitted, folded, listing, table
from klantreis.report.table import Column
from klantreis.report.totals import coverage_line
from klantreis.report.visible import shortened, visible

FIRST_GAPS = 5
FIRST_FINDINGS = 10
"""How many findings stand in the open; the rest is folded."""
WIDEST = 400
"""How long a message may be in a table."""

ICONS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}
_COUNTS = ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.INFO, "infos"))


def markdown_report(outcome: Outcome) -> str:
    """Return what was found, the coverage of each stage, the first gaps and the findings."""
    return fitted(_sections(outcome), outcome.language)


def _sections(outcome: Outcome) -> Iterator[Section]:
    language = outcome.language
    counts = ", ".join(counted(key, outcome.number(severity), language) for severity, key in _COUNTS)
    total = coverage_line(figures(outcome.overview.slots), language)
    yield Section(f"## klantreis: {counts}\n\n{total}\n")
    worst = worst_first(reported(outcome))
    gaps = [finding for finding in worst if finding.family == "coverage"][:FIRST_GAPS]
    if gaps:
        yield listing(said("first-gaps", language), [_line(finding, outcome) for finding in gaps])
    yield from _matrices(outcome.overview.slots, language)
    columns = [Column(said(key, language)) for key in ("severity", "place", "message", "rule")]
    rows = [_cells(finding, outcome) for finding in worst]
    if rows:
        yield table(said("findings", language), columns, rows[:FIRST_FINDINGS])
    if len(rows) > FIRST_FINDINGS:
        summary = said("more-rows", language, count=len(rows) - FIRST_FINDINGS)
        yield folded(summary, columns, rows[FIRST_FINDINGS:])


def _line(finding: Finding, outcome: Outcome) -> str:
    return f"{ICONS[finding.severity]} {_message(finding, outcome)} {code(_place(finding, outcome))}"


def _cells(finding: Finding, outcome: Outcome) -> list[str]:
    word = SEVERITIES[finding.severity].said(outcome.language)
    return [
        f"{ICONS[finding.severity]} {word}",
        code(_place(finding, outcome)),
        _message(finding, outcome),
        code(finding.rule),
    ]


def _place(finding: Finding, outcome: Outcome) -> str:
    return f"{outcome.folder}{finding.path}:{finding.span.line}"


def _message(finding: Finding, outcome: Outcome) -> str:
    return inert(shortened(visible(finding.message.said(outcome.language)), WIDEST))


def _matrices(slots: Sequence[Slot], language: str) -> Iterator[Section]:
    """Yield a table for each journey: its personas by its stages."""
    for journey, here in groupby(slots, key=lambda slot: slot.id.journey):
        own = tuple(here)
        stages = tuple(dict.fromkeys(slot.id.stage for slot in own))
        personas = tuple(dict.fromkeys(slot.id.persona for slot in own))
        columns = [Column(said("persona", language)), *(Column(inert(stage), right=True) for stage in stages)]
        rows = [[inert(persona), *_cells_of(own, persona, stages)] for persona in personas]
        yield table(f"{said('coverage', language)} {inert(journey)}", columns, rows)


def _cells_of(slots: Sequence[Slot], persona: str, stages: Sequence[str]) -> Iterator[str]:
    for stage in stages:
        here = figures(s for s in slots if (s.id.persona, s.id.stage) == (persona, stage))
        mark = "" if here.published == here.required else " ⚠️"
        yield f"{here.published}/{here.required}{mark}" if here.required else "–"
