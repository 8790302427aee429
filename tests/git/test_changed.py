"""`check --changed`: what a change has to do with, and no more; `--fail-on new`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.cli.project import SLIP, SOUND, call, write
from tests.git.history import BASE, item
from tests.git.repository import DAY, commit, git, repository

A, B = "content/kijken.md", "content/kiezen.md"
FILES = {
    **BASE,
    A: item("Kijken", "aware", "gezin", "blog", "answers: [hoezo]"),
    B: item("Kiezen", "choose", "gezin", "email", "next: [kijken]"),
    "content/fout.md": item("Fout", "aware", "oma", "prnt"),
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "werk", FILES)
    monkeypatch.chdir(folder)
    return folder


def check(*words: str) -> Result:
    return call("check", "--today", DAY, *words)


def found(*words: str) -> list[dict[str, Any]]:
    done = check("--output-format", "json", *words)
    assert done.exit_code in (0, 1), done.stderr
    findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return findings


def rules(*words: str) -> set[tuple[str, str]]:
    return {(finding["rule"], finding["path"]) for finding in found(*words)}


def test_without_a_change_there_is_nothing_to_say(work: Path) -> None:
    assert found()
    assert found("--changed") == []
    assert check("--changed").exit_code == 0
    assert check().exit_code == 1


def test_a_changed_file_shows_all_that_a_full_run_finds_there(work: Path) -> None:
    write(work, {"content/fout.md": FILES["content/fout.md"] + "Nog iets.\n"})
    here = [finding for finding in found() if finding["path"] == "content/fout.md"]
    assert here
    assert found("--changed") == here
    assert check("--changed").exit_code == 1


def test_a_file_that_git_does_not_know_yet_is_a_change(work: Path) -> None:
    write(work, {"content/nieuw.md": item("Nieuw", "awaer", "gezin", "blog")})
    assert ("unknown-stage", "content/nieuw.md") in rules("--changed")
    write(work, {".gitignore": "nieuw.md\n"})
    assert ("unknown-stage", "content/nieuw.md") in rules("--changed")  # new, whoever ignores it


def test_a_slot_that_is_lost_is_told_where_it_is_asked_for(work: Path) -> None:
    (work / A).unlink()
    seen = rules("--changed")
    assert any(rule.startswith("uncovered-") and path == "journeys/tuin.yaml" for rule, path in seen)
    assert ("unanswered-question", "personas/gezin.md") in seen
    assert ("broken-link", B) in seen
    assert ("unknown-channel", "content/fout.md") not in seen


def test_a_slot_whose_state_changes_is_told_though_it_was_empty_before(work: Path) -> None:
    write(work, {"content/plan.md": item("Plan", "choose", "oma", "email", "status: planned")})
    gaps = {(f["rule"], f["journey"], f["persona"], f["stage"]) for f in found("--changed")}
    full = {(f["rule"], f["journey"], f["persona"], f["stage"]) for f in found()}
    about = {gap for gap in full if gap[0].startswith("uncovered-") and gap[2] == "oma" and gap[3] != "aware"}
    assert about
    assert about <= gaps


def test_what_it_tells_is_what_a_full_run_tells(work: Path) -> None:
    write(work, {B: item("Kiezen", "aware", "gezin, oma", "blog")})
    everything = found()
    assert all(finding in everything for finding in found("--changed"))


def test_a_base_is_where_the_work_left_it(work: Path) -> None:
    git(work, "checkout", "--quiet", "-b", "tak")
    write(work, {A: FILES[A].replace("channel: blog", "channel: blok")})
    commit(work, "slip")
    git(work, "checkout", "--quiet", "main")
    write(work, {B: FILES[B].replace("channel: email", "channel: emial")})
    commit(work, "others")
    git(work, "checkout", "--quiet", "tak")
    assert found("--changed") == []
    assert {path for rule, path in rules("--changed", "--base", "main") if rule == "unknown-channel"} == {A}


def test_before_the_first_commit_all_is_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "nieuw", SOUND, SLIP)
    git(folder, "init", "--quiet")
    monkeypatch.chdir(folder)
    assert ("unknown-channel", "content/tuin.md") in rules("--changed")
    assert check("--changed", "--fail-on", "new").exit_code == 1


def test_paths_and_changes_go_together(work: Path) -> None:
    (work / A).unlink()
    assert {path for _, path in rules("--changed", "content")} == {B}


def test_a_project_in_a_folder_of_its_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = repository(tmp_path / "groot", {f"docs/site/{path}": text for path, text in SOUND.items()})
    monkeypatch.chdir(top / "docs" / "site")
    write(top / "docs" / "site", SLIP)
    assert ("unknown-channel", "content/tuin.md") in rules("--changed")


def test_new_findings_fail_and_old_ones_do_not(work: Path) -> None:
    assert check("--fail-on", "new", "--base", "HEAD").exit_code == 0
    write(work, {A: FILES[A].replace("channel: blog", "channel: blok")})
    assert check("--fail-on", "new", "--base", "HEAD").exit_code == 1
    assert check("--fail-on", "new", "--changed").exit_code == 1
    commit(work, "slip")
    assert check("--fail-on", "new", "--base", "HEAD").exit_code == 0


def test_new_is_also_what_the_baseline_does_not_accept(work: Path) -> None:
    done = check("--fail-on", "new")
    assert done.exit_code == 2
    assert "needs something to compare with" in done.stderr
    assert call("baseline", "create", "--today", DAY).exit_code == 0
    assert check("--fail-on", "new").exit_code == 0
    write(work, {A: FILES[A].replace("channel: blog", "channel: blok")})
    assert check("--fail-on", "new").exit_code == 1
    write(work, {A: FILES[A], "content/fout.md": FILES["content/fout.md"].replace("prnt", "print")})
    done = check("--fail-on", "new", "--output-format", "concise")
    assert "stale-baseline-entry" in done.stdout
    assert done.exit_code == 0


def test_selected_rules_and_thresholds_hold_for_both_sides(work: Path) -> None:
    write(work, {"klantreis.toml": FILES["klantreis.toml"] + '\n[rules]\nunknown-channel = "off"\n'})
    commit(work, "off")
    write(work, {A: FILES[A] + "Nog een zin.\n"})
    assert found("--changed", "--select", "unknown-channel") == []
    assert found("--changed", "--select", "coverage-below-threshold", "--fail-under", "99") == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["--base", "main"], "--base goes with --changed"),
        (["--changed", "--fix"], "run --fix or --diff apart"),
        (["--changed", "--base", "mian"], "did you mean 'main'?"),
    ],
)
def test_options_that_do_not_go_together(work: Path, words: list[str], answer: str) -> None:
    done = check(*words)
    assert done.exit_code == 2
    assert answer in done.stderr
