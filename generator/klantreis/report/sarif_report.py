"""SARIF 2.1.0, the format of GitHub's code scanning and of many viewers.

What GitHub leaves out beyond its limits is left out here, worst kept, with a notification that says so.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from klantreis import __version__
from klantreis.finding import Finding, Fix, Severity
from klantreis.model.span import Span
from klantreis.report.annotation import LEVELS, Annotation, annotations
from klantreis.report.catalogue import said
from klantreis.report.json_report import dumped
from klantreis.report.outcome import Outcome, worst
from klantreis.report.visible import visible
from klantreis.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000
"""How many results of a run GitHub shows."""
MOST_LOCATIONS = 100
"""How many locations of a result GitHub shows."""
MOST_CHARACTERS = 1024
"""How long a description may be for GitHub."""

ROOT = "%SRCROOT%"
_KINDS = {"front matter": "inSource", "passage": "inSource"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def sarif_report(outcome: Outcome) -> str:
    """Return one run with a result for each finding; the suppressed ones are marked."""
    kept = worst(outcome.findings, outcome.most)
    shown = worst(kept, MOST_RESULTS)
    rules = _rules(shown, outcome.rules)
    index = {rule.name: number for number, rule in enumerate(rules)}
    results = [_result(a, index, outcome.folder) for a in annotations(shown, outcome)]
    run = {
        "tool": {"driver": _driver(rules, outcome.language)},
        "language": outcome.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "the top of the repository"}}},
        "invocations": [_invocation(len(kept) - len(shown), outcome.language)],
        "results": results,
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Rule]:
    fired = {finding.rule for finding in findings}
    return [rule for rule in rules if rule.name in fired]


def _driver(rules: Sequence[Rule], language: str) -> dict[str, Any]:
    return {
        "name": "klantreis",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, language) for rule in rules],
    }


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    manual = rule.manual.said(language)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _short(rule.summary.said(language))},
        "fullDescription": {"text": _short(_first_paragraphs(manual))},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.name, rule.family, rule.basis],
            "problem.severity": _GITHUB[rule.severity],
        },
    }


def _first_paragraphs(manual: str) -> str:
    return " ".join(manual.split("\n#", 1)[0].split())


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def _invocation(left_out: int, language: str) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if left_out:
        text = said("more-findings", language, count=left_out)
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _result(annotation: Annotation, index: Mapping[str, int], folder: str) -> dict[str, Any]:
    finding = annotation.finding
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": _unlinked(annotation.message)},
        "locations": [_location(annotation.path, finding.span)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{annotation.fingerprint}:1",  # the only one that GitHub reads
            "klantreis/v1": finding.fingerprint,
        },
        "properties": {"rule": finding.rule, "family": finding.family, **_subject(finding)},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    passages = [passage for passage in finding.evidence if passage.span != finding.span]
    if passages:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": passage.facet}, **_location(annotation.path, passage.span)}
            for number, passage in enumerate(passages[: MOST_LOCATIONS - 1], 1)
        ]
    if finding.fixes:
        result["fixes"] = [_fix(fix, folder) for fix in finding.fixes]
    result["suppressions"] = _suppressions(finding, folder)
    return result


def _subject(finding: Finding) -> dict[str, Any]:
    subject = finding.subject
    fields = {
        "item": subject.item,
        "journey": subject.journey,
        "persona": subject.persona,
        "stage": subject.stage,
        "touchpoint": subject.touchpoint,
        "channel": subject.channel,
        "score": finding.score,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _unlinked(message: str) -> str:
    """Return a message in which no text is a link: SARIF reads `[text](target)` as one."""
    return re.sub(r"[\[\]\\]", r"\\\g<0>", message) if "](" in message else message


def _location(path: str, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(span)}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, safe="/", errors="surrogateescape"), "uriBaseId": ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(fix: Fix, folder: str) -> dict[str, Any]:
    changes = [
        {
            "artifactLocation": _artifact(folder + edit.path),
            "replacements": [{"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}],
        }
        for edit in fix.edits
    ]
    return {"description": {"text": "safe" if fix.safe else "unsafe"}, "artifactChanges": changes}


def _suppressions(finding: Finding, folder: str) -> list[dict[str, Any]]:
    """Return why a finding does not count; an empty list says that nobody excused it."""
    excuse = finding.suppressed
    if excuse is None:
        return []
    span = Span(excuse.line, 1, excuse.line, 1)
    return [
        {
            "kind": _KINDS.get(excuse.by, "external"),
            "status": "accepted",
            "justification": visible(excuse.reason or excuse.by),
            "location": _location(folder + excuse.path, span),
        }
    ]
