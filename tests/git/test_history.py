"""`klantreis diff` over a history of thirty commits and more, of every kind, between each two of them."""

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise, permutations
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import call
from tests.git.history import MOVES, STEPS, at, made, report
from tests.git.repository import DAY, git

from klantreis.cli.choice import Choice
from klantreis.cli.option import Settings
from klantreis.cli.past import picture_at
from klantreis.cli.session import open_session
from klantreis.compare import MIRRORED, Change, compare
from klantreis.finding import Severity
from klantreis.picture import Picture, Seen, Standing

Difference = dict[str, Any]
LAST = len(STEPS)


class History:
    """The commits, the report of each as it was when it was made, and what lies between them.

    `diff` asks the command line; `change` compares what was read once, which is quick for each pair.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commits: list[str] = []
        self.reports: list[Any] = []
        self.changed: list[Any] = [None]  # what `--changed` says at each commit but the first
        for commit in made(folder):
            if self.commits:
                since = ("--changed", "--base", self.commits[-1])
                self.changed.append(report(folder, *since, "--fail-on", "new"))
            self.commits.append(commit)
            self.reports.append(report(folder))
        self._seen: dict[tuple[int, int], Difference] = {}
        self._changes: dict[tuple[int, int], Change] = {}
        given = Settings(config=folder / "klantreis.toml", today=datetime.date.fromisoformat(DAY))
        session = open_session(given)
        self._pictures: list[Picture] = [picture_at(session, commit, Choice()) for commit in self.commits]

    def diff(self, base: int, head: int) -> Difference:
        if (base, head) not in self._seen:
            done = call(
                "diff", self.commits[base], self.commits[head], "--format", "json", "--today", DAY,
                "--config", str(self.folder / "klantreis.toml"),
            )  # fmt: skip
            assert done.exit_code == 0, done.stderr
            self._seen[base, head] = json.loads(done.stdout)
        return self._seen[base, head]

    def change(self, base: int, head: int) -> Change:
        if (base, head) not in self._changes:
            self._changes[base, head] = compare(self._pictures[base], self._pictures[head])
        return self._changes[base, head]

    def ids(self, number: int) -> set[str]:
        content = self._pictures[number].content
        assert content is not None
        return {item.id for item in content.items}


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    return History(tmp_path_factory.mktemp("een verleden"))


PAIRS = [*pairwise(range(LAST + 1)), (0, LAST), (3, 17), (9, 25), (30, 11)]
EACH_PAIR = [*permutations(range(LAST + 1), 2)]


def slots_of(report: Any) -> dict[str, tuple[str, str]]:
    return {
        slot["id"]: (slot["state"], slot["need"])
        for slot in report["slots"]
        if slot["touchpoint"] or slot["need"] != "could"
    }


def sides_of(change: Change) -> dict[str, tuple[Standing | None, Standing | None]]:
    return {slot.id: (slot.before, slot.after) for slot in change.slots}


def marks(*lists: Iterable[Seen]) -> Counter[tuple[str, str]]:
    return Counter((seen.fingerprint, seen.severity.word) for seen_here in lists for seen in seen_here)


def rules(*lists: Iterable[Seen]) -> Counter[tuple[str, str]]:
    return Counter((seen.rule, seen.severity.word) for seen_here in lists for seen in seen_here)


def still_open(report: Any, *keys: str) -> Counter[tuple[str, str]]:
    return Counter((f[keys[0]], f[keys[1]]) for f in report["findings"] if f["suppressed"] is None)


def test_there_are_thirty_commits_and_more_of_every_kind(history: History) -> None:
    assert LAST >= 30
    assert len(set(history.commits)) == LAST + 1


@pytest.mark.parametrize(("base", "head"), PAIRS)
def test_the_command_says_what_the_comparison_holds(history: History, base: int, head: int) -> None:
    said, change = history.diff(base, head), history.change(base, head)
    sides = {s["id"]: tuple(side and (side["state"], side["need"]) for side in (s["before"], s["after"]))
             for s in said["slots"]}  # fmt: skip
    assert sides == {id: tuple(map(_shown, pair)) for id, pair in sides_of(change).items()}
    for key in ("new", "gone", "accepted", "returned"):
        assert Counter((f["fingerprint"], f["severity"]) for f in said[key]) == marks(getattr(change, key))
    assert (said["unchanged"], said["empty"]) == (change.unchanged, change.is_empty)


def _shown(standing: Standing | None) -> tuple[str, str] | None:
    return standing and (standing.state, standing.need)


def test_slots_are_what_the_reports_of_both_sides_say(history: History) -> None:
    known = [slots_of(report) for report in history.reports]
    for base, head in EACH_PAIR:
        before, after = known[base], known[head]
        found = {id: tuple(map(_shown, pair)) for id, pair in sides_of(history.change(base, head)).items()}
        differing = {id for id in {*before, *after} if before.get(id) != after.get(id)}
        assert found == {id: (before.get(id), after.get(id)) for id in differing}, (base, head)


def test_coverage_is_what_the_reports_of_both_sides_say(history: History) -> None:
    shares = [report["summary"]["coverage"]["published"] for report in history.reports]
    for base, head in EACH_PAIR:
        shift = history.change(base, head).coverage
        assert shift.before is not None and shift.after is not None
        assert (round(shift.before.part, 4), round(shift.after.part, 4)) == (shares[base], shares[head])


def test_findings_are_what_the_reports_of_both_sides_say(history: History) -> None:
    by_mark = [still_open(report, "fingerprint", "severity") for report in history.reports]
    by_rule = [still_open(report, "rule", "severity") for report in history.reports]
    for base, head in EACH_PAIR:
        change = history.change(base, head)
        come, go = (change.new, change.returned), (change.gone, change.accepted)
        # Whatever was renamed, the numbers add up.
        left = by_rule[base].copy()
        left.update(rules(*come))
        left.subtract(rules(*go))
        assert +left == by_rule[head], (base, head)
        if history.ids(base) == history.ids(head):
            before, after = by_mark[base], by_mark[head]
            assert marks(*come) == after - before, (base, head)
            assert marks(*go) == before - after, (base, head)
            assert change.unchanged == (before & after).total(), (base, head)


def test_the_two_directions_mirror_each_other_between_each_pair(history: History) -> None:
    for base, head in combinations(range(LAST + 1), 2):
        there, back = history.change(base, head), history.change(head, base)
        assert {(s.id, MIRRORED[s.verdict], s.after, s.before) for s in there.slots} == set(back.slots)
        assert marks(there.new) == marks(back.gone) and marks(there.gone) == marks(back.new), (base, head)
        assert rules(there.accepted) == rules(back.returned), (base, head)
        assert rules(there.returned) == rules(back.accepted), (base, head)
        assert there.unchanged == back.unchanged, (base, head)
        assert there.coverage == back.coverage[::-1]
        for parts, others in ((there.journeys, back.journeys), (there.personas, back.personas)):
            assert {name: shift[::-1] for name, shift in parts.items()} == others
        assert {(d.kind, d.id, _OPPOSITE[d.verdict]) for d in there.redefined} == set(back.redefined)
        assert there.moved == {new: old for old, new in back.moved.items()}, (base, head)


_OPPOSITE = {"added": "removed", "removed": "added", "changed": "changed"}


def test_two_steps_agree_with_one_on_slots_by_whatever_way(history: History) -> None:
    for base, middle, head in permutations(range(0, LAST + 1, 2), 3):
        first, second = sides_of(history.change(base, middle)), sides_of(history.change(middle, head))
        whole = sides_of(history.change(base, head))
        assert _one_after_the_other(first, second) == whole, (base, middle, head)


def _one_after_the_other(
    first: Mapping[str, tuple[Any, Any]], second: Mapping[str, tuple[Any, Any]]
) -> dict[str, tuple[Any, Any]]:
    both = {
        id: (first.get(id, second.get(id))[0], second.get(id, first.get(id))[1]) for id in {*first, *second}
    }  # type: ignore[index]
    return {id: pair for id, pair in both.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("step", MOVES)
def test_a_change_that_only_moves_files_is_silent(history: History, step: int) -> None:
    assert history.diff(step - 1, step)["empty"]
    words = ["diff", history.commits[step - 1], history.commits[step], "--today", DAY,
             "--config", str(history.folder / "klantreis.toml")]  # fmt: skip
    assert call(*words, "--format", "markdown").stdout == ""
    assert "verandert er niets aan de klantreis" in call(*words).stdout


@pytest.mark.parametrize("step", range(1, LAST + 1))
def test_only_what_a_step_has_to_do_with_is_the_verdict_of_a_full_run_on_it(
    history: History, step: int
) -> None:
    changed, full = history.changed[step], history.reports[step]
    change = history.change(step - 1, step)
    assert [finding for finding in full["findings"] if finding in changed["findings"]] == changed["findings"]
    assert changed["slots"] == full["slots"] and changed["summary"]["coverage"] == full["summary"]["coverage"]
    told = {finding["fingerprint"] for finding in changed["findings"]}
    assert {seen.fingerprint for seen in (*change.new, *change.returned)} <= told
    touched = set(git(history.folder, "diff", "--name-only", "--no-renames", "-z",
                      history.commits[step - 1], history.commits[step]).split("\0"))  # fmt: skip
    assert all(f["fingerprint"] in told for f in full["findings"] if f["path"] in touched)
    brought = (seen for seen in (*change.new, *change.returned) if seen.rule != "stale-baseline-entry")
    assert changed["exit"] == int(any(seen.severity > Severity.INFO for seen in brought))


def test_accepting_findings_is_told_as_that(history: History) -> None:
    accepted = at("accept today's findings")
    difference = history.diff(accepted - 1, accepted)
    assert not difference["new"] and not difference["gone"]
    assert {finding["rule"] for finding in difference["accepted"]} >= {"unknown-channel"}


def test_an_edited_persona_sends_items_back_for_review(history: History) -> None:
    edited = at("edit a persona")
    difference = history.diff(edited - 1, edited)
    assert difference["redefined"] == [{"kind": "persona", "id": "oma", "verdict": "changed"}]
    assert {review["item"] for review in difference["reviews"]} == {"kijken", "folder", "kiezen"}


@pytest.mark.parametrize(("base", "head"), [(0, 3), (10, 12), (20, at("accept today's findings"))])
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
