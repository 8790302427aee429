"""Rules of an organisation's own, written in YAML."""

import pytest

from klantreis.check import Result, activate, check
from klantreis.config import Config
from klantreis.errors import OperatorError
from klantreis.models import built_in
from klantreis.own_rule import plugged_in, read_own_rules
from klantreis.read.project import read_project
from klantreis.rules.base_project import BASE, TODAY

PATH = "rules.yaml"
ITEM = """---
title: A quick word
stage: attention
persona: huurder
channel: blog
owner: sanne
---
A cheap mover is a mover that costs little.

Cheap, cheaper, cheapest.
"""


def found(rules: str, item: str = ITEM) -> list[tuple[str, int, int]]:
    result = checked(rules, item)
    return [(f.rule, f.span.line, f.span.column) for f in result.findings if f.path == "content/word.md"]


def checked(rules: str, item: str = ITEM) -> Result:
    project = read_project(BASE | {"content/word.md": item}, Config(), TODAY, built_in())
    return check(project, activate(read_own_rules(rules, PATH, frozenset()), Config()))


def test_forbidden_words_are_marked_where_they_stand() -> None:
    rules = "name: no-cheap\nmessage: {nl: zeg voordelig, en: say affordable}\nforbid: {words: [cheap]}\n"
    assert found(rules) == [("no-cheap", 8, 3), ("no-cheap", 10, 1)]


@pytest.mark.parametrize(
    ("select", "is_found"),
    [
        ("stage: attention", True),
        ("stage: action", False),
        ("phase: awareness", True),
        ("channel: email", False),
        ("path: content/w*.md", True),
        ("path: content/blog/**", False),
        ("{channel: blog, persona: huurder, owner: sanne}", True),
    ],
)
def test_a_rule_looks_at_what_it_selects(select: str, is_found: bool) -> None:
    block = select if select.startswith("{") else f"{{{select}}}"
    rules = f"name: no-cheap\nmessage: say affordable\nselect: {block}\nforbid: {{words: [cheapest]}}\n"
    assert bool(found(rules)) == is_found


@pytest.mark.parametrize(
    ("require", "is_found"),
    [
        ("{fields: [owner]}", False),
        ("{fields: [approver]}", True),
        ("{words: [mover]}", False),
        ("{words: [removal]}", True),
        ("{at_most: 5}", True),
        ("{at_least: 100}", True),
        ("{at_least: 5}", False),
    ],
)
def test_what_is_required_is_missed_at_the_title(require: str, is_found: bool) -> None:
    select = "select: {path: content/word.md}"
    rules = f"name: must-have\nmessage: something is missing\n{select}\nrequire: {require}\n"
    assert found(rules) == ([("must-have", 2, 8)] if is_found else [])


@pytest.mark.parametrize(
    ("rules", "answer"),
    [
        ("name: x\nmessage: y\nforbit: {words: [a]}\n", "rules.yaml:3:1: unknown field: 'forbit'"),
        ("name: Not A Name\nmessage: y\n", "rules.yaml: 'Not A Name' is no name for a rule"),
        ("name: x\nmessage: y\nrequire: {fields: [ownr]}\n", "rules.yaml: rule 'x' requires 'ownr'"),
        ("name: a: b\n", "rules.yaml:1:7: these rules cannot be read as YAML"),
    ],
)
def test_a_rule_that_is_not_understood_gets_one_line(rules: str, answer: str) -> None:
    with pytest.raises(OperatorError) as caught:
        read_own_rules(rules, PATH, frozenset())
    assert str(caught.value).startswith(answer)


def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(OperatorError, match="already"):
        read_own_rules("name: dead-end\nmessage: y\n", PATH, frozenset({"dead-end"}))


def test_a_module_without_rules_is_refused() -> None:
    with pytest.raises(OperatorError, match="holds no rule"):
        plugged_in(("json",), frozenset())
    with pytest.raises(OperatorError, match="cannot be loaded"):
        plugged_in(("no_such_module_here",), frozenset())
