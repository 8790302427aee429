"""The Code Quality report that GitLab shows beside a merge request."""

from typing import Any

from klantreis.finding import Severity
from klantreis.report.annotation import Annotation, annotations, reported
from klantreis.report.json_report import dumped
from klantreis.report.outcome import Outcome

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(outcome: Outcome) -> str:
    """Return a list with an entry for each open finding; GitLab keeps one for each fingerprint."""
    return dumped([_entry(annotation) for annotation in annotations(reported(outcome), outcome)])


def _entry(annotation: Annotation) -> dict[str, Any]:
    finding, span = annotation.finding, annotation.span
    return {
        "description": f"{annotation.message} [{annotation.title}]",
        "check_name": finding.rule,
        "fingerprint": annotation.fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": annotation.path, "lines": {"begin": span.line, "end": span.end_line}},
    }
