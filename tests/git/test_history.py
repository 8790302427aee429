"""`klantreis diff` over a history of thirty commits of every kind."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import call
from tests.git.history import MOVES, STEPS, made, report
from tests.git.repository import DAY, git

from klantreis.compare import MIRRORED

Difference = dict[str, Any]


class History:
    """The commits, the report of each as it was when it was made, and what `diff` says between them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commits: list[str] = []
        self.reports: list[Any] = []
        for commit in made(folder):
            self.commits.append(commit)
            self.reports.append(report(folder))
        self._seen: dict[tuple[int, int], Difference] = {}

    def diff(self, base: int, head: int) -> Difference:
        if (base, head) not in self._seen:
            done = call(
                "diff", self.commits[base], self.commits[head], "--format", "json", "--today", DAY,
                "--config", str(self.folder / "klantreis.toml"),
            )  # fmt: skip
            assert done.exit_code == 0, done.stderr
            self._seen[base, head] = json.loads(done.stdout)
        return self._seen[base, head]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    return History(tmp_path_factory.mktemp("een verleden"))


PAIRS = [*pairwise(range(len(STEPS) + 1)), (0, 30), (3, 17), (9, 25), (30, 11)]


def slots_of(report: Any) -> dict[str, tuple[str, str]]:
    return {
        slot["id"]: (slot["state"], slot["need"])
        for slot in report["slots"]
        if slot["touchpoint"] or slot["need"] != "could"
    }


def test_there_are_thirty_commits_of_every_kind(history: History) -> None:
    assert len(STEPS) == 30
    assert len(set(history.commits)) == 31


@pytest.mark.parametrize(("base", "head"), PAIRS)
def test_slots_are_what_the_reports_of_both_sides_say(history: History, base: int, head: int) -> None:
    before, after = slots_of(history.reports[base]), slots_of(history.reports[head])
    expected = {
        id: (before.get(id), after.get(id)) for id in {*before, *after} if before.get(id) != after.get(id)
    }
    found = {
        slot["id"]: tuple(side and (side["state"], side["need"]) for side in (slot["before"], slot["after"]))
        for slot in history.diff(base, head)["slots"]
    }
    assert found == expected


@pytest.mark.parametrize(("base", "head"), [pair for pair in PAIRS if pair[1] not in (4, 5)])
def test_findings_are_what_the_reports_of_both_sides_say(history: History, base: int, head: int) -> None:
    def still_open(number: int) -> Counter[tuple[str, str]]:
        found = history.reports[number]["findings"]
        return Counter((f["fingerprint"], f["severity"]) for f in found if f["suppressed"] is None)

    def listed(*keys: str) -> Counter[tuple[str, str]]:
        difference = history.diff(base, head)
        return Counter((f["fingerprint"], f["severity"]) for key in keys for f in difference[key])

    before, after = still_open(base), still_open(head)
    assert listed("new", "returned") == after - before
    assert listed("gone", "accepted") == before - after
    assert history.diff(base, head)["unchanged"] == (before & after).total()


@pytest.mark.parametrize(("base", "head"), PAIRS)
def test_the_two_directions_mirror_each_other(history: History, base: int, head: int) -> None:
    there, back = history.diff(base, head), history.diff(head, base)
    assert {(s["id"], MIRRORED[s["verdict"]]) for s in there["slots"]} == {
        (s["id"], s["verdict"]) for s in back["slots"]
    }
    for one, other in (("new", "gone"), ("gone", "new")):
        assert Counter(f["fingerprint"] for f in there[one]) == Counter(f["fingerprint"] for f in back[other])
    for one, other in (("accepted", "returned"), ("returned", "accepted")):
        assert len(there[one]) == len(back[other])
    assert there["coverage"]["before"] == back["coverage"]["after"]
    assert {r["id"] for r in there["redefined"]} == {r["id"] for r in back["redefined"]}
    assert there["empty"] == back["empty"]


@pytest.mark.parametrize("middle", range(1, 30, 3))
def test_two_steps_agree_with_one_on_slots(history: History, middle: int) -> None:
    first, second, whole = history.diff(0, middle), history.diff(middle, 30), history.diff(0, 30)
    sides: dict[str, list[Any]] = {}
    for difference in (first, second):
        for slot in difference["slots"]:
            sides.setdefault(slot["id"], [slot["before"], None])[1] = slot["after"]
    expected = {id: pair for id, pair in sides.items() if pair[0] != pair[1]}
    assert {s["id"]: [s["before"], s["after"]] for s in whole["slots"]} == expected


@pytest.mark.parametrize("step", MOVES)
def test_a_change_that_only_moves_files_is_silent(history: History, step: int) -> None:
    assert history.diff(step - 1, step)["empty"]
    words = ["diff", history.commits[step - 1], history.commits[step], "--today", DAY,
             "--config", str(history.folder / "klantreis.toml")]  # fmt: skip
    assert call(*words, "--format", "markdown").stdout == ""
    assert "verandert er niets aan de klantreis" in call(*words).stdout


def test_accepting_findings_is_told_as_that(history: History) -> None:
    accepted = next(n for n, step in enumerate(STEPS, 1) if step.message == "accept today's findings")
    difference = history.diff(accepted - 1, accepted)
    assert not difference["new"] and not difference["gone"]
    assert {finding["rule"] for finding in difference["accepted"]} >= {"unknown-channel"}


def test_an_edited_persona_sends_items_back_for_review(history: History) -> None:
    edited = next(n for n, step in enumerate(STEPS, 1) if step.message == "edit a persona")
    difference = history.diff(edited - 1, edited)
    assert difference["redefined"] == [{"kind": "persona", "id": "oma", "verdict": "changed"}]
    assert {review["item"] for review in difference["reviews"]} == {"kijken", "folder", "kiezen"}


@pytest.mark.parametrize(("base", "head"), [(0, 3), (10, 12), (20, 26)])
def test_saved_reports_tell_the_same(history: History, base: int, head: int, tmp_path: Path) -> None:
    names = []
    for number in (base, head):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(history.reports[number]), encoding="utf-8")
        names.append(str(path))
    config = ["--config", str(history.folder / "klantreis.toml")]
    saved = json.loads(call("diff", *names, "--format", "json", "--today", DAY, *config).stdout)
    asked = history.diff(base, head)
    for key in ("slots", "coverage", "journeys", "personas", "unchanged"):
        assert saved[key] == asked[key]
    for key in ("new", "gone", "accepted", "returned"):
        assert [f["fingerprint"] for f in saved[key]] == [f["fingerprint"] for f in asked[key]]


def test_the_working_tree_is_never_touched(history: History) -> None:
    assert git(history.folder, "status", "--porcelain") == ""
    assert not [
        path for path in history.folder.rglob("*") if "klantreis-" in path.name and path.suffix != ".json"
    ]
