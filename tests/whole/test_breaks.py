"""Whatever breaks in a whole project is said once, by the rule that is about it, on the line where it is."""

import datetime

import pytest
from tests.rules.example import all_marks, bare
from tests.whole import file_breaks, group_breaks, journey_breaks, reach_breaks, slip_breaks, text_breaks
from tests.whole.breaks import BREAKS, GONE, Break, place_of
from tests.whole.project import CONFIG, KINDS

from klantreis.check import run
from klantreis.finding import Finding, Severity
from klantreis.read.config import read_config

TODAY = datetime.date(2026, 11, 1)
MODULES = (file_breaks, group_breaks, journey_breaks, reach_breaks, slip_breaks, text_breaks)
"""Reading them fills the list of breaks."""


CASES = [
    (fault, model, language)
    for fault in BREAKS
    for model in fault.models or KINDS
    for language in ("nl", "en")
    if fault.change(place_of(model, language))
]


@pytest.mark.parametrize(("fault", "model", "language"), CASES, ids=lambda part: str(part))
def test_a_break_gives_one_finding(fault: Break, model: str, language: str) -> None:
    place = place_of(model, language)
    changed = {**place.texts, **fault.change(place)}
    marked = {path: text for path, text in changed.items() if text != GONE}
    texts = bare(marked)
    findings = run(texts, read_config(texts[CONFIG], CONFIG), TODAY).open_findings
    expected = [(fault.rule, mark.path, mark.span.line) for mark in all_marks(marked)]
    found = [(f.rule, f.path, f.span.line) for f in findings if not _is_beside(f, fault)]
    assert sorted(found) == sorted(expected)


def _is_beside(finding: Finding, fault: Break) -> bool:
    return finding.severity is Severity.INFO and finding.rule in fault.beside
