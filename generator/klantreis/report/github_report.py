"""Annotations of GitHub Actions: workflow commands on the standard output.

A step shows ten of each level, so the worst go first and the tenth says how many more there are; the
rest is in the log. The escapes are those of the runner's own toolkit.
"""

from collections.abc import Iterator, Sequence

from klantreis.finding import Finding, Severity
from klantreis.report.annotation import Annotation, annotations, reported, worst_first
from klantreis.report.catalogue import said
from klantreis.report.outcome import Outcome
from klantreis.report.visible import visible

MOST = 10
"""How many annotations of one level GitHub shows for a step."""

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(outcome: Outcome) -> str:
    """Return a workflow command for the worst findings of each level, and log lines for the others."""
    lines: list[str] = []
    rest: list[Finding] = []
    for severity in COMMANDS:
        listed = worst_first(f for f in reported(outcome) if f.severity is severity)
        lines += _level(listed, outcome)
        rest += listed[MOST:]
    return "".join(line + "\n" for line in (*lines, *_log(rest, outcome)))


def _level(listed: Sequence[Finding], outcome: Outcome) -> Iterator[str]:
    more = len(listed) - MOST
    for number, annotation in enumerate(annotations(listed[:MOST], outcome), 1):
        is_last = number == MOST and more > 0
        note = f" ({said('more-in-log', outcome.language, count=more)})" if is_last else ""
        yield _command(annotation, annotation.message + note)


def _command(annotation: Annotation, message: str) -> str:
    span = annotation.span
    place = {"file": visible(annotation.path), "line": span.line}
    if span.end_line == span.line:  # GitHub has no columns over several lines
        place |= {"col": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    else:
        place |= {"endLine": span.end_line}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    command = COMMANDS[annotation.finding.severity]
    return f"::{command} {properties},title={_property(annotation.title)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _log(rest: Sequence[Finding], outcome: Outcome) -> Iterator[str]:
    if not rest:
        return
    yield f"::group::{_data(said('rest', outcome.language, count=len(rest)))}"
    for a in annotations(rest, outcome):
        line = f"- {visible(a.path)}:{a.span.line}:{a.span.column}: {a.message} [{a.title}]"
        # The runner also obeys an old spelling of commands, wherever it stands in a line.
        yield line.replace("##[", "# #[")
    yield "::endgroup::"
