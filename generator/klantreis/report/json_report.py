"""The JSON report of a check: a contract, so keys and their order stay as they are.

Pure ASCII: the same bytes on every console, and nothing in a title can reach a terminal.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from klantreis import __version__
from klantreis.coverage import figures
from klantreis.finding import Finding, Fix, Severity
from klantreis.model.slot import Slot
from klantreis.model.span import Span
from klantreis.report.excerpt import Sources
from klantreis.report.outcome import Outcome, worst
from klantreis.report.subject import whole_subject

VERSION = 1
TOOL = {"name": "klantreis", "version": __version__}

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_report(outcome: Outcome) -> str:
    """Return summary, findings and slots as JSON; suppressed findings are there, marked."""
    sources = Sources(outcome.texts)
    report = {
        "version": VERSION,
        "tool": TOOL,
        "summary": _summary(outcome),
        "findings": [_finding(f, outcome, sources) for f in worst(outcome.findings, outcome.most)],
        "slots": [slot_record(slot) for slot in outcome.overview.slots],
    }
    return listed(report)


def dumped(value: object) -> str:
    """Return JSON with two spaces of indent, for small documents that people read."""
    return _obeyed_by_nobody(json.dumps(_clean(value), indent=2)) + "\n"


def listed(report: Mapping[str, object]) -> str:
    """Return a JSON object with each key, and each element of its lists, on a line of its own.

    That keeps large reports quick to write, to search and to compare.
    """
    lines = [f"{json.dumps(key)}: {_value(value)}" for key, value in report.items()]
    return _obeyed_by_nobody("{" + ",\n ".join(lines) + "}\n")


def _obeyed_by_nobody(text: str) -> str:
    """Return JSON of the same value in which a CI platform that sees it in its log finds no command."""
    return text.replace("##[", "#\\u0023[").replace("##vso[", "#\\u0023vso[")


def _value(value: object) -> str:
    if isinstance(value, list):
        return "[" + ",".join(f"\n  {_line(part)}" for part in value) + "]"
    return _line(value)


def _line(value: object) -> str:
    line = json.dumps(value)
    return json.dumps(_clean(value)) if "\\ud" in line else line


def _clean(value: Any) -> Any:
    """Return a value in which bytes that are no UTF-8 became U+FFFD: JSON has no place for them."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_clean(key): _clean(part) for key, part in value.items()}
    return [_clean(part) for part in value] if isinstance(value, list | tuple) else value


def _summary(outcome: Outcome) -> dict[str, Any]:
    return {
        "items": outcome.overview.items,
        "errors": outcome.number(Severity.ERROR),
        "warnings": outcome.number(Severity.WARNING),
        "infos": outcome.number(Severity.INFO),
        "suppressed": len(outcome.findings) - len(outcome.open),
        "coverage": shares(outcome.overview.slots),
    }


def shares(slots: Iterable[Slot]) -> dict[str, float]:
    """Return the three figures over all required slots, from 0 to 1, in four decimals."""
    total = figures(slots)
    return {key: round(total.share(key), 4) for key in ("planned", "drafted", "published")}


def _finding(finding: Finding, outcome: Outcome, sources: Sources) -> dict[str, Any]:
    subject = whole_subject(finding, outcome.project)
    return {
        "rule": finding.rule,
        "code": finding.code,
        "family": finding.family,
        "severity": finding.severity.word,
        "message": finding.message.said(outcome.language),
        "path": finding.path,
        **_span(finding.span),
        "item": subject.item,
        "journey": subject.journey,
        "stage": subject.stage,
        "persona": subject.persona,
        "touchpoint": subject.touchpoint,
        "channel": subject.channel,
        "score": finding.score,
        "evidence": [
            {
                "line": passage.span.line,
                "column": passage.span.column,
                "text": sources.slice(finding.path, passage.span),
                "facet": passage.facet,
            }
            for passage in finding.evidence
        ],
        "fingerprint": finding.fingerprint,
        "fixes": [_fix(fix) for fix in finding.fixes],
        "suppressed": _excuse(finding),
    }


def _span(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"path": edit.path, **_span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}


def _excuse(finding: Finding) -> dict[str, Any] | None:
    excuse = finding.suppressed
    if excuse is None:
        return None
    return {"by": excuse.by, "path": excuse.path, "line": excuse.line, "reason": excuse.reason}


def slot_record(slot: Slot) -> dict[str, Any]:
    """Return one slot as the JSON report has it."""
    return {
        "id": str(slot.id),
        "journey": slot.id.journey,
        "persona": slot.id.persona,
        "stage": slot.id.stage,
        "touchpoint": slot.id.touchpoint,
        "need": slot.need,
        "state": slot.state,
        "items": list(slot.items),
    }
