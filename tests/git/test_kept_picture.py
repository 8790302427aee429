"""What was found in a commit is kept, as long as the same would be found again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import SLIP, SOUND, call, write
from tests.git.repository import DAY, commit, repository

from klantreis import cache
from klantreis.check import check
from klantreis.cli import kept, past

ITEM = "content/tuin.md"
OWN = 'own_rules = ["regels.yaml"]\n' + SOUND["klantreis.toml"]
RULES = "name: niet-duur\nmessage: {nl: zeg voordelig, en: say affordable}\nforbid: {words: [duur]}\n"


@pytest.fixture
def garden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.PLACE, str(tmp_path / "bewaard"))
    folder = repository(tmp_path / "een tuin", SOUND)
    write(folder, SLIP)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The projects that were checked, one way or another, by a comparison."""
    projects: list[Any] = []

    def noted(project: Any, *rest: Any) -> Any:
        projects.append(project)
        return check(project, *rest)

    monkeypatch.setattr(past, "check", noted)
    return projects


def diff(*words: str) -> str:
    done = call("diff", *words, "--format", "json", "--today", DAY)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def of_commits(garden: Path, projects: Sequence[Any]) -> int:
    return sum(project.texts.root != garden for project in projects)


def test_a_commit_is_checked_once(garden: Path, checks: list[Any]) -> None:
    first = diff("HEAD")
    assert of_commits(garden, checks) == 1
    assert diff("HEAD") == first
    assert of_commits(garden, checks) == 1
    assert "unknown-channel" in first


def test_what_is_kept_says_the_same(garden: Path, checks: list[Any]) -> None:
    (garden / ITEM).rename(garden / "content/verhuisd.md")
    write(garden, {"personas/gezin.md": SOUND["personas/gezin.md"].replace("ik", "wij")})
    commit(garden, "verhuisd")
    for words in (("HEAD~1",), ("HEAD", "HEAD~1"), ("HEAD~1", "HEAD")):
        anew = diff(*words, "--no-cache")
        assert diff(*words) == diff(*words) == anew
        assert "gezin" in anew


@pytest.mark.parametrize("words", [("--today", "2027-03-01"), ("--config", "anders.toml")])
def test_another_question_is_answered_anew(garden: Path, checks: list[Any], words: Sequence[str]) -> None:
    write(garden, {"anders.toml": SOUND["klantreis.toml"] + 'dead-end = "error"\n'})
    commit(garden)
    write(garden, SOUND)
    assert call("diff", "HEAD", "--today", DAY).exit_code == 0
    assert call("diff", "HEAD", "--today", DAY, *words).exit_code == 0
    assert of_commits(garden, checks) == 2


def test_check_changed_takes_what_diff_kept_but_not_for_other_rules(garden: Path, checks: list[Any]) -> None:
    diff("HEAD")
    assert call("check", "--changed", "--today", DAY).exit_code == 1
    assert of_commits(garden, checks) == 1
    assert call("check", "--changed", "--today", DAY, "--select", "unknown-channel").exit_code == 1
    assert of_commits(garden, checks) == 2


def test_own_rules_are_asked_each_time(garden: Path, checks: list[Any]) -> None:
    write(garden, {"klantreis.toml": OWN, "regels.yaml": RULES})
    commit(garden)
    diff("HEAD")
    diff("HEAD")
    assert of_commits(garden, checks) == 2


def test_the_newest_are_kept(garden: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    for number in range(4):
        write(garden, {f"content/{number}.md": SOUND[ITEM]})
        commit(garden)
        diff("HEAD")
    assert len([*(tmp_path / "bewaard").rglob("picture-*")]) == 2


def test_what_was_checked_is_not_checked_again(garden: Path, checks: list[Any]) -> None:
    assert call("check", "--today", DAY).exit_code == 1
    diff("HEAD")
    assert of_commits(garden, checks) == len(checks) == 1
    commit(garden, "zo")
    kept = diff("HEAD~1"), diff("HEAD~1", "HEAD")
    assert len(checks) == 1
    assert kept == (diff("HEAD~1", "--no-cache"), diff("HEAD~1", "HEAD", "--no-cache"))


def test_a_change_that_git_ignores_is_seen(garden: Path, checks: list[Any]) -> None:
    hidden = "content/geheim.md"
    write(garden, {".gitignore": "geheim.md\n", hidden: SOUND[ITEM]})
    before = diff("HEAD")
    write(garden, {hidden: SLIP[ITEM]})
    assert diff("HEAD") == diff("HEAD", "--no-cache") != before


def test_a_link_is_followed(garden: Path, checks: list[Any]) -> None:
    write(garden, {"elders/tuin.md": SOUND[ITEM]})
    (garden / "content/gelinkt.md").symlink_to("../elders/tuin.md")
    commit(garden, "een link")
    before = diff("HEAD")
    write(garden, {"elders/tuin.md": SLIP[ITEM]})
    assert diff("HEAD") == diff("HEAD", "--no-cache") != before
