"""Logging commands of Azure Pipelines.

Its issues are errors and warnings only, so what is merely worth knowing is a line of the log.
"""

from klantreis.finding import Severity
from klantreis.report.annotation import Annotation, annotations, reported
from klantreis.report.outcome import Outcome
from klantreis.report.visible import visible

TYPES = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def azure_report(outcome: Outcome) -> str:
    """Return a logging command for each error and warning, and a log line for the others."""
    return "".join(_line(annotation) + "\n" for annotation in annotations(reported(outcome), outcome))


def _line(annotation: Annotation) -> str:
    span, path = annotation.span, visible(annotation.path)
    kind = TYPES.get(annotation.finding.severity)
    if kind is None:
        line = f"{path}:{span.line}:{span.column}: {annotation.message} [{annotation.title}]"
        return line.replace("##", "# #")  # commands are obeyed wherever they stand in a line
    place = {
        "type": kind,
        "sourcepath": path,
        "linenumber": span.line,
        "columnnumber": span.column,
        "code": annotation.finding.code,
    }
    properties = ";".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"##vso[task.logissue {properties};]{_data(f'{annotation.message} [{annotation.title}]')}"


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
