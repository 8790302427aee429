"""The case files: one test runs every case of every rule."""

import datetime
from pathlib import Path

import pytest
from tests.rules.casefile import Case, accept, cases_in

from klantreis.check import run
from klantreis.config import Config
from klantreis.finding import Severity
from klantreis.read.config import read_config
from klantreis.rule import all_rules
from klantreis.rules.base_project import TODAY, laid_over_base

HERE = Path(__file__).parent
CASES = [case for file in sorted(HERE.glob("*.md")) for case in cases_in(file)]
CONFIG = "klantreis.toml"
FIXABLE = {rule.name for rule in all_rules() if rule.fixable}
LEAST = {"": Severity.WARNING, "all": Severity.INFO, "own": Severity.ERROR + 1}


def found(case: Case) -> list[str]:
    """Return one line per finding: those of the rule itself, and the errors and warnings of others."""
    texts = laid_over_base(case.files)
    config = read_config(texts[CONFIG], CONFIG) if CONFIG in texts else Config()
    today = datetime.date.fromisoformat(case.settings.get("today", TODAY.isoformat()))
    least = LEAST[case.settings.get("rules", "")]
    findings = run(texts, config, today).findings
    assert {f.rule for f in findings if f.fixes} <= FIXABLE
    return [
        f"{f.path}:{f.span.line}:{f.span.column} {f.rule} {f.message.said(case.settings.get('lang', 'nl'))}"
        for f in findings
        if f.suppressed is None and (f.rule == case.file.stem or f.severity >= least)
    ]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    lines = found(case)
    if request.config.getoption("--accept"):
        accept(case, lines)
    else:
        assert lines == case.expect.splitlines()
