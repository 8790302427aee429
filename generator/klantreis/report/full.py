"""Findings for people: the place, what is wrong, the line itself with the passage marked, the way out."""

from collections.abc import Iterator

from klantreis.finding import Edit, Finding
from klantreis.model.span import START, Span
from klantreis.model.vocabulary import FACETS
from klantreis.report.catalogue import SEVERITIES, said
from klantreis.report.exception import exception
from klantreis.report.excerpt import Excerpt, Sources
from klantreis.report.outcome import Outcome
from klantreis.report.totals import totals
from klantreis.report.visible import shortened, visible

MOST_PASSAGES = 5
"""How many passages of one finding are shown; the rest is counted."""


def full(outcome: Outcome) -> str:
    """Return every finding with its line, a blank line between them, and the totals."""
    sources = Sources(outcome.texts)
    blocks = ["\n".join(_finding(finding, sources, outcome)) + "\n" for finding in outcome.shown]
    if not outcome.quiet:
        blocks.append(_closing(outcome))
    return "\n".join(blocks)


def _closing(outcome: Outcome) -> str:
    if not outcome.shown:
        return totals(outcome)
    worst = max(outcome.shown, key=lambda finding: finding.severity)
    hint = said("manual-hint", outcome.language, rule=worst.rule)
    return f"{totals(outcome)}{outcome.paint.dim(hint)}\n{exception(outcome)}"


def place(finding: Finding) -> str:
    """Return `path:line:column`."""
    return f"{visible(finding.path)}:{finding.span.line}:{finding.span.column}"


def headline(finding: Finding, outcome: Outcome) -> str:
    """Return severity, message and rule on one line."""
    paint, language = outcome.paint, outcome.language
    word = paint.severity(finding.severity, SEVERITIES[finding.severity].said(language))
    message = visible(finding.message.said(language))
    return f"{word}: {paint.bold(message)} {paint.dim(f'[{finding.rule} {finding.code}]')}"


def excuse(finding: Finding, language: str) -> str:
    """Return where a finding was excused and why, or nothing for one that counts."""
    excuse = finding.suppressed
    if excuse is None:
        return ""
    where = said("excused", language, place=f"{visible(excuse.path)}:{excuse.line}")
    return f"{where}: {visible(excuse.reason)}" if excuse.reason else where


def _finding(finding: Finding, sources: Sources, outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.paint.link(place(finding))}: {headline(finding, outcome)}"
    yield from _passages(finding, sources, outcome)
    if finding.suppressed:
        yield f"       = {outcome.paint.dim(excuse(finding, outcome.language))}"
        return
    for fix in finding.fixes[:1]:
        text = _fix(fix.edits, sources, outcome)
        if text:
            yield f"       = {outcome.paint.good(text)}"


def _passages(finding: Finding, sources: Sources, outcome: Outcome) -> Iterator[str]:
    spans = _labelled(finding, outcome.language)
    if spans == [(START, "")]:  # about the file as a whole
        return
    number: int | None = None
    for span, label in spans[:MOST_PASSAGES]:
        excerpt = sources.excerpt(finding.path, span, outcome.columns - 9)
        if excerpt is not None:
            yield from _lines(excerpt, label, finding, outcome, excerpt.number == number)
            number = excerpt.number
    if len(spans) > MOST_PASSAGES:
        yield "       = " + said("more-passages", outcome.language, count=len(spans) - MOST_PASSAGES)


def _labelled(finding: Finding, language: str) -> list[tuple[Span, str]]:
    """Return the passages in order of place; the finding's own first, without a label when it has none."""
    passages = [(e.span, _facet(e.facet, language)) for e in finding.evidence]
    if finding.span not in {span for span, _ in passages}:
        return [(finding.span, ""), *passages]
    return sorted(passages, key=lambda passage: (passage[0] != finding.span, passage[0]))


def _facet(facet: str, language: str) -> str:
    term = FACETS.find(facet)
    return term.name(language) if term else visible(facet)


def _lines(excerpt: Excerpt, label: str, finding: Finding, outcome: Outcome, is_same: bool) -> Iterator[str]:
    bar = outcome.paint.dim("|")
    if not is_same:
        yield f"{outcome.paint.dim(f'{excerpt.number:>6}')} {bar} {excerpt.line}".rstrip()
    marks = excerpt.marks + (f" {label}" if label else "")
    indent = " " * (len(marks) - len(marks.lstrip()))
    yield f"       {bar} {indent}{outcome.paint.severity(finding.severity, marks.lstrip())}"


def _fix(edits: tuple[Edit, ...], sources: Sources, outcome: Outcome) -> str:
    language = outcome.language
    if len(edits) != 1:
        return said("fix-edits", language, count=len(edits)) if edits else ""
    span = edits[0].span
    if not edits[0].text.strip() and span.end_line > span.line + (span.end_column > 1):
        return said("fix-lines", language, first=span.line, last=span.end_line - (span.end_column == 1))
    old = _quoted(sources.slice(edits[0].path, span))
    new = _quoted(edits[0].text)
    key = "fix-replace" if old and new else "fix-insert" if new else "fix-remove"
    return said(key, language, old=old, new=new)


def _quoted(text: str) -> str:
    shown = shortened(visible(text.strip()), 60)
    return f"'{shown}'" if shown else ""
