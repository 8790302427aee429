"""Entries of the baseline that accept nothing any more are taken out, and what is left is a baseline."""

from collections.abc import Mapping
from itertools import combinations

import pytest

from klantreis.baseline import Accepted, read_baseline, write_baseline
from klantreis.check import Result, run
from klantreis.config import Config
from klantreis.finding import Severity, Subject
from klantreis.fix import mend
from klantreis.rules.base_project import BASE, TODAY

BASELINE = "klantreis-baseline.json"
ITEMS = ("eerste-week", "hoeveel-dozen", "inpakmail", "reviewmail")
NEEDED = [set(some) for size in range(len(ITEMS)) for some in combinations(ITEMS, size)]


def entry(item: str) -> Accepted:
    return Accepted("missing-owner", Subject(item=item), Severity.INFO)


def project(needed: set[str], baseline: str) -> dict[str, str]:
    """Return the base project in which the items that are `needed` have no owner."""
    lacking = {
        f"content/{item}.md": BASE[f"content/{item}.md"].replace("owner: noor\n", "") for item in needed
    }
    return {**BASE, **lacking, BASELINE: baseline}


def check(texts: Mapping[str, str]) -> Result:
    return run(texts, Config(), TODAY)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("needed", NEEDED, ids=lambda needed: "+".join(sorted(needed)) or "none")
def test_the_fix_leaves_what_is_still_needed(needed: set[str], line_end: str) -> None:
    full, short = (write_baseline(map(entry, items)) for items in (ITEMS, sorted(needed)))
    mended = mend(project(needed, full.replace("\n", line_end)), check).texts[BASELINE]
    assert [a.subject.item for a in read_baseline(mended, BASELINE)] == sorted(needed)
    assert mended.replace(line_end, "\n") == short or not needed
    assert "stale-baseline-entry" not in {f.rule for f in check(project(needed, mended)).findings}


def test_a_baseline_in_one_line_is_left_as_it_is() -> None:
    accepted = '{"rule": "missing-owner", "severity": "info", "subject": {"item": "x"}}'
    text = f'{{"version": 1, "accepted": [{accepted}]}}'
    (finding,) = check(project(set(), text)).findings
    assert (finding.rule, finding.fixes) == ("stale-baseline-entry", ())
    assert mend(project(set(), text), check).texts == {}
