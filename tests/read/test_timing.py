"""Waiting times and rhythms in journeys: the words stay, their meaning is added."""

import datetime

import pytest

from klantreis.check import run
from klantreis.config import Config
from klantreis.finding import Finding
from klantreis.model.duration import Duration
from klantreis.rules.base_project import BASE

TODAY = datetime.date(2026, 6, 1)
JOURNEY = "journeys/verhuizen.yaml"


def found(wait: str) -> tuple[Finding, ...]:
    texts = {**BASE, JOURNEY: BASE[JOURNEY].replace("wait: 2 dagen", f"wait: {wait}")}
    return run(texts, Config(), TODAY).findings


def test_the_words_stay_and_the_meaning_is_added() -> None:
    journey = run(BASE, Config(), TODAY).project.journey_by_id["verhuizen"]
    touchpoint = next(t for t in journey.stage("consideration").touchpoints if t.id == "inpakmail")
    assert (touchpoint.wait, touchpoint.wait_time) == ("2 dagen", Duration(2, 2))
    line = BASE[JOURNEY].splitlines()[touchpoint.span("wait").line - 1]
    assert line.strip() == "wait: 2 dagen"


@pytest.mark.parametrize("wait", ["direct na de bestelling", "gauw", "een paar dagen", "14", "P2D"])
def test_free_text_is_fine(wait: str) -> None:
    assert found(wait) == ()


def test_a_question_mark_is_no_time() -> None:
    assert [f.rule for f in found("'?'")] == ["invalid-value"]


def test_a_misspelled_unit_is_mended() -> None:
    (finding,) = found("2 dgen")
    assert finding.rule == "invalid-value"
    assert finding.fixes[0].edits[0].text == "2 dagen"
