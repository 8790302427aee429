"""Every rule's own examples: good stays silent, bad fires where it is marked, fixed is what the fix makes."""

from collections.abc import Mapping

import pytest
from tests.rules.example import Mark, all_marks, bare, mended

from klantreis.check import run
from klantreis.config import Config
from klantreis.finding import Finding, Severity
from klantreis.read.config import read_config
from klantreis.rule import Rule, all_rules
from klantreis.rules.base_project import BASE, TODAY, laid_over_base

CONFIG = "klantreis.toml"


def found(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what all rules find in a virtual project, suppressed findings left out."""
    config = read_config(texts[CONFIG], CONFIG) if CONFIG in texts else Config()
    return tuple(f for f in run(texts, config, TODAY).findings if f.suppressed is None)


def shown(findings: tuple[Finding, ...]) -> list[str]:
    """Return the findings as lines, for reading in a failed test."""
    return [f"{f.path}:{f.span.line}:{f.span.column} {f.rule} {f.message.en}" for f in findings]


def test_the_base_project_is_silent_under_all_rules() -> None:
    assert shown(found(BASE)) == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_good_is_silent(rule: Rule) -> None:
    findings = found(laid_over_base(rule.examples.good))
    assert shown(tuple(f for f in findings if f.rule == rule.name or f.severity > Severity.INFO)) == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_bad_fires_where_it_is_marked(rule: Rule) -> None:
    findings = tuple(f for f in found(laid_over_base(bare(rule.examples.bad))) if f.rule == rule.name)
    places = tuple(sorted({Mark(f.path, f.span) for f in findings}))
    assert places == all_marks(rule.examples.bad), shown(findings)
    assert places, "a bad example marks at least one passage"


@pytest.mark.parametrize("rule", [r for r in all_rules() if r.examples.fixed], ids=lambda rule: rule.name)
def test_fixed_is_what_the_fix_makes_of_bad(rule: Rule) -> None:
    texts = laid_over_base(bare(rule.examples.bad))
    findings = tuple(f for f in found(texts) if f.rule == rule.name)
    assert mended(texts, findings) == laid_over_base(rule.examples.fixed)


@pytest.mark.parametrize("rule", [r for r in all_rules() if r.examples.fixed], ids=lambda rule: rule.name)
def test_nothing_of_the_rule_is_left_after_the_fix(rule: Rule) -> None:
    findings = found(laid_over_base(rule.examples.fixed))
    assert shown(tuple(f for f in findings if f.rule == rule.name)) == []
