"""The JSON report is a contract: keys, order, types and bytes."""

import json
from dataclasses import replace

from jsonschema import Draft202012Validator
from tests.report.sample import PUSH, TEXTS, outcome

from klantreis.model.words import Words
from klantreis.report.json_report import json_report

TEXT_OR_NULL = {"type": ["string", "null"]}
NUMBER = {"type": "integer", "minimum": 1}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}


def exactly(**properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
SPAN = {"line": NUMBER, "column": NUMBER, "end_line": NUMBER, "end_column": NUMBER}
COUNT = {"type": "integer", "minimum": 0}
SCHEMA = exactly(
    version={"const": 1},
    tool=exactly(name={"const": "klantreis"}, version={"type": "string"}),
    summary=exactly(
        items=COUNT, errors=COUNT, warnings=COUNT, infos=COUNT, suppressed=COUNT,
        coverage=exactly(planned=SHARE, drafted=SHARE, published=SHARE),
    ),
    findings={"type": "array", "items": exactly(
        rule={"type": "string"}, code={"pattern": "^KR[0-9]{3}$"}, family={"type": "string"},
        severity={"enum": ["error", "warning", "info"]}, message={"type": "string"}, path={"type": "string"},
        **SPAN,
        item=TEXT_OR_NULL, journey=TEXT_OR_NULL, stage=TEXT_OR_NULL, persona=TEXT_OR_NULL,
        touchpoint=TEXT_OR_NULL, channel=TEXT_OR_NULL, score={"type": ["integer", "null"]},
        evidence={"type": "array", "items": exactly(
            line=NUMBER, column=NUMBER, text={"type": "string"}, facet={"type": "string"})},
        fingerprint={"type": "string"},
        fixes={"type": "array", "items": exactly(
            safe={"type": "boolean"},
            edits={"type": "array", "items": exactly(path=TEXT, **SPAN, text=TEXT)})},
        suppressed={"anyOf": [{"type": "null"}, exactly(
            by={"type": "string"}, path={"type": "string"}, line=NUMBER, reason=TEXT_OR_NULL)]},
    )},
    slots={"type": "array", "items": exactly(
        id=TEXT, journey=TEXT, persona=TEXT, stage=TEXT,
        touchpoint=TEXT_OR_NULL, need={"enum": ["must", "should", "could"]}, state={"type": "string"},
        items={"type": "array", "items": {"type": "string"}})},
)  # fmt: skip


def test_the_report_has_exactly_the_agreed_keys() -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(json_report(outcome())))


def test_evidence_is_the_raw_slice_of_the_file() -> None:
    report = json.loads(json_report(outcome()))
    (push,) = (f for f in report["findings"] if f["rule"] == "product-push")
    line = TEXTS["content/vloer.md"].splitlines()[7]
    assert push["evidence"][0]["text"] == line[23:69]
    assert push["evidence"][0]["facet"] == "call-to-action"


def test_suppressed_findings_are_there_and_marked() -> None:
    report = json.loads(json_report(outcome()))
    (excused,) = (f["suppressed"] for f in report["findings"] if f["suppressed"])
    assert excused == {
        "by": "front matter",
        "path": "content/vloer.md",
        "line": 6,
        "reason": "zo heet het hier",
    }
    assert report["summary"]["suppressed"] == 1
    assert report["summary"]["infos"] == 1


def test_the_message_is_in_the_language_asked_for() -> None:
    messages = [
        json.loads(json_report(outcome(language=code)))["findings"][0]["message"] for code in ("nl", "en")
    ]
    assert messages == ["hier staat geen tekst", "there is no text here"]


def test_the_slots_come_in_the_order_of_the_project() -> None:
    report, project = json.loads(json_report(outcome())), outcome().project
    assert [slot["id"] for slot in report["slots"]] == [str(slot.id) for slot in project.slots]


def test_a_hostile_text_stays_ascii_and_valid() -> None:
    hostile = replace(PUSH, message=Words.same("\x1b[2J\u202e\udce9\x9b ’"), evidence=())
    text = json_report(outcome(findings=(hostile,)))
    assert text.isascii()
    assert json.loads(text)["findings"][0]["message"] == "\x1b[2J\u202e\ufffd\x9b ’"


def test_the_same_outcome_gives_the_same_bytes() -> None:
    assert json_report(outcome()) == json_report(outcome())
