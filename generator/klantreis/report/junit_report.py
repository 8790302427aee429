"""A JUnit report: a suite for each file, a failed case for each error and warning.

What is merely worth knowing passes with a note, and what somebody excused is skipped with the reason.
"""

import html
from collections.abc import Iterator, Sequence
from itertools import groupby

from klantreis.finding import Finding, Severity
from klantreis.report.annotation import Annotation, annotations
from klantreis.report.catalogue import said
from klantreis.report.outcome import Outcome, worst
from klantreis.report.visible import visible

_ILLEGAL = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")
"""What XML 1.0 cannot hold, not even escaped, of all that is visible."""


def junit_report(outcome: Outcome) -> str:
    """Return the findings as test results; a project without any has one case that passes."""
    kept = worst(outcome.findings, outcome.most)
    files = groupby(annotations(kept, outcome), key=lambda annotation: annotation.path)
    suites = [line for path, found in files for line in _suite(path, tuple(found), outcome)]
    failures = sum(_fails(finding) for finding in kept)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="klantreis" tests="{len(kept) or 1}" failures="{failures}" errors="0">',
        *(suites or _sound(outcome.language)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _sound(language: str) -> list[str]:
    name = _attribute(said("no-findings", language).rstrip("."))
    return [
        '  <testsuite name="klantreis" tests="1" failures="0" errors="0" skipped="0">',
        f"    <testcase name={name} classname=\"klantreis\"/>",
        "  </testsuite>",
    ]  # fmt: skip


def _fails(finding: Finding) -> bool:
    return finding.suppressed is None and finding.severity > Severity.INFO


def _suite(path: str, found: Sequence[Annotation], outcome: Outcome) -> Iterator[str]:
    failures = sum(_fails(a.finding) for a in found)
    skipped = sum(a.finding.suppressed is not None for a in found)
    counts = f'tests="{len(found)}" failures="{failures}" errors="0" skipped="{skipped}"'
    yield f"  <testsuite name={_attribute(path)} {counts}>"
    for annotation in found:
        span = annotation.span
        name = _attribute(f"{annotation.title} ({span.line}:{span.column})")
        yield f"    <testcase name={name} classname={_attribute(path)}>"
        yield f"      {_case(annotation)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _case(annotation: Annotation) -> str:
    finding, span = annotation.finding, annotation.span
    place = f"{annotation.path}:{span.line}:{span.column}"
    if finding.suppressed is not None:
        return f"<skipped message={_attribute(finding.suppressed.reason or finding.suppressed.by)}/>"
    text = _text(f"{place}: {annotation.message}")
    if not _fails(finding):
        return f"<system-out>{text}</system-out>"
    message = _attribute(annotation.message)
    return f'<failure message={message} type="{finding.severity.word}">{text}</failure>'


def _text(text: str) -> str:
    shown = html.escape(visible(text).translate(_ILLEGAL), quote=False)
    return shown.replace("##", "#&#35;")  # a CI platform may see this in its log, and obeys `##[`


def _attribute(text: str) -> str:
    quoted = _text(text).replace('"', "&quot;")
    return f'"{quoted}"'
