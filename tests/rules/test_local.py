"""What a rule says of its reach holds: local rules need no more than an item and those it is linked with, and
the other rules do not go by the wording of any item."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import NoReturn

import pytest
from tests.rules.example import bare

from klantreis.check import ActiveRule, activate
from klantreis.config import Config
from klantreis.finding import Problem
from klantreis.model.flow import FULL_TEXT, HANDS_OVER
from klantreis.model.item import Item
from klantreis.model.message import Ask
from klantreis.model.outline import outline
from klantreis.model.project import Project
from klantreis.models import built_in
from klantreis.read.config import read_config
from klantreis.read.project import read_project
from klantreis.rule import Rule, all_rules
from klantreis.rules.base_project import TODAY, laid_over_base

CONFIG = "klantreis.toml"
ASKS = ("read", "subscribe", "download", *sorted(HANDS_OVER))


CALL = "\nVraag vandaag nog een offerte aan.\n"
"""Once a text leads readers to somebody, whatever else it asks is its own affair."""


@cache
def projects() -> tuple[tuple[str, Project, Config], ...]:
    """Return the bad example of every rule, read as it is and with a call in each of its texts."""
    found = []
    for rule in all_rules():
        plain = laid_over_base(bare(rule.examples.bad))
        config = read_config(plain[CONFIG], CONFIG) if CONFIG in plain else Config()
        called = {path: text + CALL if path.startswith("content/") else text for path, text in plain.items()}
        for texts in (plain, called):
            found.append((rule.name, read_project(texts, config, TODAY, built_in()), config))
    return tuple(found)


def part_of(project: Project, paths: frozenset[str]) -> Project:
    """Return a project with no other items than those at `paths`."""
    troubles = (t for t in project.read_troubles if t.path not in project.item_by_path or t.path in paths)
    items = tuple(item for item in project.items if item.path in paths)
    return replace(project, items=items, read_troubles=tuple(troubles))


def neighbours(project: Project, path: str) -> frozenset[str]:
    """Return an item with those that it leads to and those that lead to it."""
    back = (other for other, ways in project.ways.items() if path in ways.goals)
    return frozenset((path, *project.ways[path].goals, *back))


def found(active: ActiveRule, project: Project) -> list[Problem]:
    return list(active.rule.check(project, active.options))


def active_rules(config: Config) -> Iterator[ActiveRule]:
    """Yield the rules that find something of their own accord, with their options."""
    return (active for active in activate(all_rules(), config) if active.rule.family != "suppression")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_local_rule_needs_an_item_and_its_neighbours_alone(rule: Rule) -> None:
    if not rule.local:
        assert rule.family != "suppression" or rule.name == "stale-baseline-entry"
        return
    fired = 0
    for name, project, config in projects():
        for active in active_rules(config):
            if active.rule is not rule:
                continue
            whole = found(active, project)
            fired += len(whole)
            for path in {problem.path for problem in whole} & set(project.item_by_path):
                part = found(active, part_of(project, neighbours(project, path)))
                here = [problem for problem in part if problem.path == path]
                assert here == [problem for problem in whole if problem.path == path], (name, path)
    assert fired or rule.family == "suppression"


def test_local_rules_find_no_more_in_an_item_without_the_others() -> None:
    for name, project, config in projects():
        local = [active for active in active_rules(config) if active.rule.local]
        whole = Counter((a.rule.name, p.path, repr(p)) for a in local for p in found(a, project))
        for path in project.item_by_path:
            part = part_of(project, neighbours(project, path))
            here = Counter((a.rule.name, p.path, repr(p)) for a in local for p in found(a, part))
            more = {key: count for key, count in (here - whole).items() if key[1] == path}
            assert not more, (name, path)


class Unread(Mapping[str, str]):
    """Texts that nobody may ask for."""

    def __getitem__(self, path: str) -> NoReturn:
        pytest.fail(f"the text of {path} is asked for")

    def __iter__(self) -> NoReturn:
        pytest.fail("the texts are asked for")

    def __len__(self) -> NoReturn:
        pytest.fail("the texts are asked for")


def otherwise(item: Item, project: Project) -> Item:
    """Return an item with the same outline that says quite another thing."""
    message = item.message
    if message is None:
        return item
    asks = ASKS if project.flow.leads_out(item) else ("read",)
    said = replace(
        message,
        words=message.words if message.words < 40 else message.words + 500,
        push=None if message.push is None else 100 - message.push,
        evidence=(),
        asks=tuple(Ask(ask, (0, 1), (0,)) for ask in asks),
        facets={} if message.facets else message.facets,
        we=message.we + 9,
        you=0,
        readability=1.0,
    )
    length = item.length + 5000 if item.length >= FULL_TEXT else 0
    return replace(item, message=said, length=length, body_line=99)


def test_the_other_rules_do_not_go_by_the_wording() -> None:
    changed = 0
    for name, project, config in projects():
        other = replace(
            project, items=tuple(otherwise(item, project) for item in project.items), texts=Unread()
        )
        changed += sum(a != b for a, b in zip(project.items, other.items, strict=True))
        for before, after in zip(project.items, other.items, strict=True):
            assert outline(before, project.flow) == outline(after, other.flow)
        for active in active_rules(config):
            if not active.rule.local and active.rule.sees is None:
                assert found(active, other) == found(active, project), (active.rule.name, name)
    assert changed > 100


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.sees], ids=lambda rule: rule.name)
def test_of_the_wording_a_rule_goes_by_what_it_sees(rule: Rule) -> None:
    assert rule.sees is not None
    same = fired = 0
    for name, project, config in projects():
        others = [otherwise(item, project) for item in project.items]
        worded = replace(project, items=tuple(others))
        alike = [
            other if rule.sees(project, item) == rule.sees(worded, other) else item
            for item, other in zip(project.items, others, strict=True)
        ]
        same += sum(a is b for a, b in zip(alike, others, strict=True))
        for active in active_rules(config):
            if active.rule is rule:
                here = found(active, project)
                fired += len(here)
                assert found(active, replace(project, items=tuple(alike))) == here, name
    assert same > 100
    assert fired
