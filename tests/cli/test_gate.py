"""The gate: thresholds in total and by part, and the ratchet."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from tests.cli.project import DAY, SOUND, call, write

ITEM = "content/tuin.md"
DRAFT = {ITEM: SOUND[ITEM].replace("answers:", "status: draft\nanswers:")}
SLOT = "tuin/gezin/aware/blogje"


def check(*words: str) -> Result:
    return call("check", "--today", DAY, "--lang", "en", "--select", "coverage-below-threshold", *words)


@pytest.mark.parametrize("bound", ["80", "80%", "journey:tuin=80", "persona:gezin=80", "stage:aware=80",
                                   "stage:tuin/aware=0.5"])  # fmt: skip
def test_a_threshold_holds_for_all_or_for_a_part(sound: Path, bound: str) -> None:
    assert check("--fail-under", bound).exit_code == 0
    assert call("coverage", "--fail-under", bound).exit_code == 0
    write(sound, DRAFT)
    assert check("--fail-under", bound).exit_code == 1
    done = call("coverage", "--today", DAY, "--fail-under", bound)
    assert done.exit_code == 1
    assert "ligt" in done.stderr


def test_several_thresholds_hold_together(sound: Path) -> None:
    write(sound, DRAFT)
    done = check("--fail-under", "0", "--fail-under", "journey:tuin=10", "--output-format", "concise")
    assert done.exit_code == 1
    assert "0% of the required places of journey 'tuin'" in done.stdout


def test_the_configuration_sets_them_too_and_the_command_line_wins(sound: Path) -> None:
    parts = "\n[coverage.journeys]\ntuin = 50\n\n[coverage.stages]\n'tuin/aware' = 100\n"
    write(sound, DRAFT, {"klantreis.toml": SOUND["klantreis.toml"] + parts})
    assert check("--output-format", "concise").stdout.count("coverage-below-threshold") == 2
    done = check("--output-format", "concise", "--fail-under", "journey:tuin=0")
    assert done.stdout.count("coverage-below-threshold") == 1
    assert call("coverage", "--today", DAY).exit_code == 1


@pytest.mark.parametrize(
    ("bound", "answer"),
    [("journey:tuim=9", "did you mean 'tuin'?"), ("road:tuin=9", "journey:ID=N"),
     ("journey:=9", "journey:ID=N"),
     ("stage:aware=101", "no percentage"), ("x", "no percentage")],
)  # fmt: skip
def test_a_threshold_that_cannot_be_is_answered(sound: Path, bound: str, answer: str) -> None:
    done = check("--fail-under", bound)
    assert done.exit_code == 2
    assert answer in done.stderr


@pytest.mark.parametrize("table", ["journeys = 3", "journeys = {tuin = 'veel'}", "stages = {aware = 101}"])
def test_a_threshold_in_the_configuration_that_cannot_be_is_answered(sound: Path, table: str) -> None:
    write(sound, {"klantreis.toml": SOUND["klantreis.toml"] + f"\n[coverage]\n{table}\n"})
    done = check()
    assert done.exit_code == 2
    assert "coverage." in done.stderr


# the ratchet


def ratchet(folder: Path) -> dict[str, object]:
    held: dict[str, object] = json.loads((folder / "klantreis-ratchet.json").read_text("utf-8"))
    return held


def test_the_ratchet_starts_where_the_project_stands_and_only_rises(sound: Path) -> None:
    write(sound, DRAFT)
    done = check("--ratchet")
    assert done.exit_code == 0
    assert "klantreis-ratchet.json now stands at 1 empty slot" in done.stderr
    assert ratchet(sound)["uncovered"] == [SLOT]
    assert check("--ratchet").stderr == ""
    write(sound, SOUND)
    assert "now stands at 0 empty slots" in check("--ratchet").stderr
    assert ratchet(sound)["uncovered"] == []
    write(sound, DRAFT)
    done = check("--ratchet")
    assert done.exit_code == 1
    assert f"1 empty slot more than in klantreis-ratchet.json: {SLOT}" in done.stderr
    assert check("--ratchet", "--exit-zero").exit_code == 0
    assert ratchet(sound)["uncovered"] == []


def test_the_way_down_is_explained_and_recorded(sound: Path) -> None:
    assert check("--ratchet").exit_code == 0
    write(sound, DRAFT)
    done = check("--ratchet", "--allow-regression", SLOT, "--reason", "wordt herschreven")
    assert done.exit_code == 0
    assert ratchet(sound)["allowed"] == [{"slot": SLOT, "reason": "wordt herschreven", "date": DAY}]
    assert check("--ratchet").exit_code == 0
    write(sound, SOUND)
    assert check("--ratchet").exit_code == 0
    assert ratchet(sound) == {"version": 1, "uncovered": [], "allowed": []}


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["--allow-regression", SLOT], "go together"),
        (["--ratchet", "--reason", "zomaar"], "go together"),
        (["--ratchet", "--allow-regression", SLOT, "--reason", "x"], "has its content"),
        (["--ratchet", "--allow-regression", "a/b/c/d", "--reason", "x"], "no slot 'a/b/c/d'"),
    ],
)
def test_a_way_down_that_is_none_is_answered(sound: Path, words: list[str], answer: str) -> None:
    done = check(*words)
    assert done.exit_code == 2
    assert answer in done.stderr
    assert not (sound / "klantreis-ratchet.json").exists()


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "uncovered": []}'])
def test_a_ratchet_that_is_none_is_named(sound: Path, text: str) -> None:
    write(sound, {"klantreis-ratchet.json": text})
    done = check("--ratchet")
    assert done.exit_code == 2
    assert "klantreis-ratchet.json is" in done.stderr
