"""One root cause gives one finding: what follows from a fault is not told as well."""

from collections.abc import Mapping
from itertools import combinations

import pytest

from klantreis.check import run
from klantreis.finding import Finding
from klantreis.fix import mend
from klantreis.read.config import read_config
from klantreis.rules.base_project import BASE, TODAY

PATH = "content/hoeveel-dozen.md"
ITEM = BASE[PATH]
FAULTS: Mapping[str, tuple[str, str]] = {
    "unknown-stage": ("stage: attention", "stage: atention"),
    "unknown-persona": ("persona: [huurder]", "persona: [huurdr]"),
    "unknown-channel": ("channel: blog", "channel: blogg"),
    "unknown-question": ("answers: [hoeveel-dozen]", "answers: [hoeveel-doosen]"),
    "invalid-date": ("review_by: 2027-03-01", "review_by: 2027-02-30"),
    "broken-link": ("(zelf-of-verhuizer.md)", "(zelf-of-verhuiser.md)"),
    "unknown-field": ("owner: noor", "ownr: noor"),
}


def spoilt(*faults: str) -> str:
    text = ITEM
    for fault in faults:
        good, bad = FAULTS[fault]
        assert good in text
        text = text.replace(good, bad)
    return text


def found(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    config = read_config(BASE["klantreis.toml"], "klantreis.toml")
    return run({**BASE, **texts}, config, TODAY).findings


@pytest.mark.parametrize("faults", list(combinations(FAULTS, 5)), ids="+".join)
def test_an_item_that_is_broken_in_five_ways_gives_five_findings(faults: tuple[str, ...]) -> None:
    findings = found({PATH: spoilt(*faults)})
    assert sorted(f.rule for f in findings) == sorted(faults)
    assert {f.path for f in findings} == {PATH}
    lines = spoilt(*faults).splitlines()
    for finding in findings:
        _, bad = FAULTS[finding.rule]
        assert bad.partition(":")[0].strip("()") in lines[finding.span.line - 1]


def test_all_five_are_mended_at_once_where_the_way_out_is_clear() -> None:
    faults = ("unknown-stage", "unknown-persona", "unknown-channel", "unknown-question", "unknown-field")
    config = read_config(BASE["klantreis.toml"], "klantreis.toml")
    texts = {**BASE, PATH: spoilt(*faults)}
    assert mend(texts, lambda now: run(now, config, TODAY)).texts == {PATH: ITEM}


@pytest.mark.parametrize(
    ("fence", "rule"),
    [
        (("stage: atention", "stage: [atention"), "unreadable-front-matter"),
        (("title: ", "title: Dozen: "), "unreadable-front-matter"),
        (("review_by: 2027-02-30\n---\n", "review_by: 2027-02-30\n"), "unclosed-front-matter"),
    ],
)
def test_an_item_that_cannot_be_read_gives_one_finding_whatever_else_is_wrong(
    fence: tuple[str, str], rule: str
) -> None:
    text = spoilt("unknown-stage", "unknown-persona", "unknown-question", "invalid-date", "unknown-channel")
    assert fence[0] in text
    findings = found({PATH: text.replace(*fence)})
    assert rule in {f.rule for f in findings}
    told = {f.rule for f in findings} - {rule, *FAULTS}
    assert not told, "what an unreadable item may serve is not missing"


def test_a_fault_in_a_persona_or_journey_does_not_reach_the_items() -> None:
    persona = BASE["personas/huurder.md"].replace("  attention:\n", "  atention:\n", 1)
    journey = BASE["journeys/verhuizen.yaml"].replace("personas: [huurder]", "personas: [huurdr]")
    assert [f.rule for f in found({"personas/huurder.md": persona})] == ["unknown-stage"]
    assert [f.rule for f in found({"journeys/verhuizen.yaml": journey})] == ["unknown-persona"]
