"""The diagnostic format of reviewdog, which comments on the lines of a change."""

import re
from collections.abc import Iterator
from typing import Any

from klantreis.finding import Fix, Severity
from klantreis.model.span import Span
from klantreis.report.annotation import Annotation, annotations, reported
from klantreis.report.excerpt import Sources
from klantreis.report.inert import inert
from klantreis.report.json_report import dumped
from klantreis.report.outcome import Outcome

_LIVELY = re.compile(r"\]\(|://|www\.|[@#!<]\w|<[!/]")
"""What Markdown makes a link, an image, a mention or markup of."""

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def rdjson_report(outcome: Outcome) -> str:
    """Return a diagnostic for each open finding; columns count bytes there, not characters."""
    sources = Sources(outcome.texts)
    found = [_diagnostic(annotation, sources) for annotation in annotations(reported(outcome), outcome)]
    return dumped({"source": {"name": "klantreis"}, "diagnostics": found})


def _diagnostic(annotation: Annotation, sources: Sources) -> dict[str, Any]:
    finding = annotation.finding
    return {
        "message": _harmless(annotation.message),
        "location": {
            "path": annotation.path,
            "range": _range(finding.path, finding.span, sources),
        },
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "suggestions": [
            suggestion for fix in finding.fixes[:1] for suggestion in _suggestions(fix, finding.path, sources)
        ],
    }


def _harmless(message: str) -> str:
    """Return a message that stays text where reviewdog makes a comment of it, which is Markdown.

    Most messages are left as they are: annotations show them as plain text.
    """
    return inert(message) if _LIVELY.search(message) else message


def _suggestions(fix: Fix, path: str, sources: Sources) -> Iterator[dict[str, Any]]:
    """Yield the one edit of a safe fix in the same file: a suggestion is accepted by itself."""
    if fix.safe and len(fix.edits) == 1 and fix.edits[0].path == path:
        edit = fix.edits[0]
        yield {"range": _range(path, edit.span, sources), "text": edit.text}


def _range(path: str, span: Span, sources: Sources) -> dict[str, Any]:
    return {
        "start": {"line": span.line, "column": _byte(path, span.line, span.column, sources)},
        "end": {"line": span.end_line, "column": _byte(path, span.end_line, span.end_column, sources)},
    }


def _byte(path: str, line: int, column: int, sources: Sources) -> int:
    text = sources.line(path, line)
    if text is None or text.isascii():
        return column
    beyond = max(column - 1 - len(text), 0)
    return len(text[: column - 1].encode("utf-8", "surrogateescape")) + beyond + 1
