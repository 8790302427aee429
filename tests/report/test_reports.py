"""What people read, to the letter."""

import pytest
from tests.report.golden import agrees
from tests.report.sample import FINDINGS, PUSH, outcome

from klantreis.cli.check import FORMATS
from klantreis.model.words import LANGUAGES
from klantreis.models import built_in
from klantreis.report.coverage_report import FORMATS as COVERAGE_FORMATS
from klantreis.report.coverage_report import KEYS, coverage_report
from klantreis.report.explain import Explanation
from klantreis.report.full import full
from klantreis.report.model_page import model_list, model_manual
from klantreis.report.paint import PLAIN, Paint
from klantreis.report.statistics import statistics


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_findings_read_as_agreed(form: str, language: str, accept: bool) -> None:
    suffix = "json" if form == "json" else "txt"
    agrees(f"{form}-{language}.{suffix}", FORMATS[form](outcome(language=language)), accept)


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_what_was_excused_is_shown_with_the_reason_when_asked(form: str, accept: bool) -> None:
    agrees(f"{form}-suppressed.txt", FORMATS[form](outcome(show_suppressed=True)), accept)


def test_excused_findings_never_push_out_those_that_count() -> None:
    shown = outcome(show_suppressed=True, most=3).shown
    assert all(finding.suppressed is None for finding in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statistics_read_as_agreed(language: str, accept: bool) -> None:
    agrees(f"statistics-{language}.txt", statistics(outcome(language=language)), accept)


def test_colour_is_the_only_thing_that_a_terminal_adds(accept: bool) -> None:
    coloured = full(outcome(paint=Paint(True)))
    agrees("full-colour.txt", coloured, accept)
    assert "\x1b[" in coloured


@pytest.mark.parametrize("form", COVERAGE_FORMATS)
def test_coverage_reads_as_agreed(form: str, accept: bool) -> None:
    text = coverage_report(outcome().project, "stage", form, "nl", PLAIN)
    agrees(f"coverage-stage.{'md' if form == 'markdown' else form}", text, accept)


@pytest.mark.parametrize("by", KEYS)
def test_every_key_counts_each_required_slot_once(by: str) -> None:
    import json

    report = json.loads(coverage_report(outcome().project, by, "json", "nl", PLAIN))
    counts = [group["slots"]["required"] for group in report["groups"] if "slots" in group]
    assert sum(counts) == report["totals"]["slots"]["required"] == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_models_read_as_agreed(language: str, accept: bool) -> None:
    agrees(f"models-{language}.txt", model_list(built_in(), language, PLAIN, 100), accept)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", built_in(), ids=lambda model: model.id)
def test_every_model_prints_whole_in_both_languages(model: object, language: str) -> None:
    text = model_manual(model, built_in(), language, PLAIN, 100)  # type: ignore[arg-type]
    assert all(len(line) <= 130 for line in text.splitlines())
    for other in built_in():
        assert other.id in text
    for stage in model.stages:  # type: ignore[attr-defined]
        assert stage.name.said(language) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations_read_as_agreed(language: str, accept: bool) -> None:
    project = outcome().project
    explanation = Explanation(project, language, PLAIN)
    slots = [explanation.slot(slot) for slot in project.slots]
    wishes = [explanation.wish(wish) for wish in project.wishes]
    agrees(f"explain-{language}.txt", "\n".join((*slots, *wishes)), accept)


def test_quiet_leaves_only_the_findings() -> None:
    text = FORMATS["concise"](outcome(quiet=True))
    assert len(text.splitlines()) == 3


def test_the_worst_findings_stay_when_few_are_asked_for() -> None:
    few = outcome(most=2)
    assert [f.code for f in few.shown] == ["KR011", "KR031"]
    assert "nog 1 niet getoond" in FORMATS["concise"](few)
    assert "1 fout, 1 waarschuwing, 1 tip" in FORMATS["concise"](few)


def test_without_findings_it_says_so() -> None:
    text = full(outcome(findings=()))
    assert text.startswith("Geen bevindingen.\n")
    assert "2 items: 0 fouten, 0 waarschuwingen, 0 tips, 0 onderdrukt, 0 onleesbaar" in text


def test_many_passages_are_counted_rather_than_listed() -> None:
    from dataclasses import replace

    many = replace(PUSH, evidence=PUSH.evidence * 3)
    assert "en nog 4 in deze tekst" in full(outcome(findings=(many,)))


def test_suppressed_findings_do_not_show_and_do_count() -> None:
    text = FORMATS["grouped"](outcome(findings=FINDINGS))
    assert "1 onderdrukt" in text
    assert "5:10" not in text
