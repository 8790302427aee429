"""What a change does to the journey, as a comment under a pull request."""

from collections.abc import Iterator, Sequence

from klantreis.picture import Seen
from klantreis.report.catalogue import SEVERITIES, said
from klantreis.report.change_report import FINDINGS, Comparison, coverage_rows, slot_row, summary
from klantreis.report.inert import code, inert
from klantreis.report.markdown_report import FIRST_FINDINGS, ICONS, WIDEST
from klantreis.report.section import LIMIT, Section, fitted, folded, table
from klantreis.report.table import Column
from klantreis.report.visible import shortened, visible

MARKER = "<!-- klantreis diff -->"
"""The first line of the comment, by which the next run finds it again."""

_ICONS = {"won": "✅", "lost": "❌", "opened": "⚠️", "dropped": "➖", "changed": "✏️"}


def change_markdown(comparison: Comparison, limit: int = LIMIT) -> str:
    """Return the comment, or nothing at all when nothing changed."""
    return "" if comparison.change.is_empty else fitted(_sections(comparison), comparison.language, limit)


def _sections(comparison: Comparison) -> Iterator[Section]:
    change, language = comparison.change, comparison.language
    yield Section(f"{MARKER}\n## klantreis: {summary(comparison)}\n")
    yield from _open("coverage", "of-what before after", _cells(coverage_rows(comparison)), language)
    slots = [_slot(slot_row(slot, language), slot.verdict) for slot in change.slots]
    yield from _open("changed-slots", "what slot before after", slots, language)
    for key in FINDINGS:
        rows = [_finding(seen, comparison) for seen in _worst_first(getattr(change, key))]
        sections = _open if key in ("new", "returned") else _folded
        yield from sections(f"{key}-findings", "severity place message rule", rows, language)
    definitions = [[said(d.kind, language), code(d.id), said(d.verdict, language)] for d in change.redefined]
    yield from _folded("redefined", "kind what verdict", definitions, language)
    reviews = [
        [code(comparison.folder + review.path), ", ".join(code(id) for id in review.because)]
        for review in change.reviews
    ]
    yield from _open("to-review", "place written-for", reviews, language)


def _open(key: str, columns: str, rows: Sequence[Sequence[str]], language: str) -> Iterator[Section]:
    """Yield a table with the first rows, and the others folded."""
    headings = [Column(said(column, language)) for column in columns.split()]
    if rows:
        yield table(f"{said(key, language)} ({len(rows)})", headings, rows[:FIRST_FINDINGS])
    if len(rows) > FIRST_FINDINGS:
        left = said("more-rows", language, count=len(rows) - FIRST_FINDINGS)
        yield folded(left, headings, rows[FIRST_FINDINGS:])


def _folded(key: str, columns: str, rows: Sequence[Sequence[str]], language: str) -> Iterator[Section]:
    headings = [Column(said(column, language)) for column in columns.split()]
    if rows:
        yield folded(f"{said(key, language)} ({len(rows)})", headings, rows)


def _cells(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[inert(cell.removeprefix("→ ")) for cell in row] for row in rows]


def _slot(row: Sequence[str], verdict: str) -> list[str]:
    what, id, before, after = row
    return [f"{_ICONS[verdict]} {what[2:]}", code(id), before, after.removeprefix("→ ")]


def _worst_first(findings: Sequence[Seen]) -> list[Seen]:
    return sorted(findings, key=lambda seen: -seen.severity)


def _finding(seen: Seen, comparison: Comparison) -> list[str]:
    language = comparison.language
    message = inert(shortened(visible(seen.message.said(language)), WIDEST))
    return [
        f"{ICONS[seen.severity]} {SEVERITIES[seen.severity].said(language)}",
        code(f"{comparison.folder}{seen.path}:{seen.line}"),
        message,
        code(seen.rule),
    ]
