"""One fault gives one finding: a whole journey is silent, and each thing that breaks is said once."""

from collections.abc import Mapping

import pytest

from klantreis.check import run
from klantreis.finding import Severity
from klantreis.read.config import read_config
from klantreis.rules.base_project import BASE, TODAY, laid_over_base
from klantreis.rules.cycle_project import CYCLE

CONFIG = read_config(BASE["klantreis.toml"], "klantreis.toml")
TRAP = "[de avond waarop we naar je trap kijken](trappenwebinar.md)"
BOXES = "[hoeveel dozen ze nodig heeft](hoeveel-dozen.md)"
LIST = "[de inpaklijst voor drie weken](inpaklijst.md)"

Change = tuple[str, str, str]


def found(files: Mapping[str, str], least: Severity) -> list[tuple[str, str, int]]:
    findings = run(laid_over_base(files), CONFIG, TODAY).findings
    return [(f.rule, f.path, f.span.line) for f in findings if f.severity >= least]


def broken(*changes: Change) -> dict[str, str]:
    """Return the files of the cycle with these changes: path, old text, new text."""
    files = dict(CYCLE)
    for path, old, new in changes:
        assert files[path].count(old) == 1, (path, old)
        files[path] = files[path].replace(old, new)
    return files


def test_a_whole_cycle_is_silent() -> None:
    assert found(CYCLE, Severity.INFO) == []


LIST_FILE, LIFT_FILE, LAST_FILE = "content/inpaklijst.md", "content/tillen.md", "content/doorgeven.md"

BREAKS: dict[str, tuple[tuple[Change, ...], tuple[str, str, int]]] = {
    "no way on": (
        ((LIFT_FILE, "next: [inpaklijst]\n", ""), (LIFT_FILE, LIST, "een inpaklijst")),
        ("dead-end", LIFT_FILE, 2),
    ),
    "round and round": (
        (
            (LIFT_FILE, "next: [inpaklijst]", "next: [hoeveel-dozen]"),
            (LIFT_FILE, LIST, "[dozen tellen](hoeveel-dozen.md)"),
        ),
        ("loop-without-exit", LIFT_FILE, 11),
    ),
    "no gate": (((LIST_FILE, "gate: email\n", ""),), ("missing-gate", LIST_FILE, 8)),
    "nothing behind the gate": (
        ((LIST_FILE, "next: [trappenwebinar]\n", ""), (LIST_FILE, TRAP, "een avond")),
        ("empty-gate", LIST_FILE, 9),
    ),
    "signing up in convert": (
        (("content/trappenwebinar.md", "cta: attend", "cta: subscribe"),),
        ("commitment-mismatch", "content/trappenwebinar.md", 4),
    ),
    "no way back in the journey": (
        (("journeys/verhuizen.yaml", "  promote:\n", "  promote:\n    next: []\n"),),
        ("unclosed-cycle", "journeys/verhuizen.yaml", 100),
    ),
    "no way in": (
        (("journeys/verhuizen.yaml", "  aware:\n", "  aware:\n    entry: false\n"),),
        ("no-entry-point", "journeys/verhuizen.yaml", 10),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_one_break_gives_one_finding(name: str) -> None:
    changes, expected = BREAKS[name]
    assert found(broken(*changes), Severity.WARNING) == [expected]
    assert [rule for rule, _, _ in found(broken(*changes), Severity.INFO)] == [expected[0]]


def test_the_way_back_out_of_the_last_item_is_missed_once() -> None:
    files = broken((LAST_FILE, "next: [hoeveel-dozen]\n", ""), (LAST_FILE, BOXES, "hoeveel dozen"))
    assert found(files, Severity.INFO) == [("unclosed-cycle", LAST_FILE, 2)]
    assert found(files, Severity.WARNING) == []


def test_taking_part_in_the_wrong_stage_is_no_call_that_is_too_strong_as_well() -> None:
    webinar = "content/trappenwebinar.md"
    files = broken((webinar, "stage: convert", "stage: subscribe"))
    at_webinar = [rule for rule, path, _ in found(files, Severity.WARNING) if path == webinar]
    assert at_webinar == ["commitment-mismatch"]
