"""A change of wording: items that others still see as they were, judged by themselves.

What a local rule finds rests on an item and its neighbours; what the other rules find stays as it was
while the outline of every item does. So a sentence that changes in one of ten thousand items asks for
no more than that item.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from klantreis.baseline import Accepted
from klantreis.check import ActiveRule, Result, check
from klantreis.config import Config
from klantreis.finding import Edit, Excuse, Finding
from klantreis.model.item import Item
from klantreis.model.outline import Outline, moves, outline
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.overview import Overview, overview_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds around the items of a project, whatever their wording.

    `between` has what rules that are not local find in items, by path and before any exception; `goals`
    the paths of the items that each item leads to, or is a translation of; `twins` those of items that
    share an id, of which nobody knows which one is meant.
    """

    overview: Overview
    between: Mapping[str, tuple[Finding, ...]]
    goals: Mapping[str, tuple[str, ...]]
    twins: frozenset[str]

    def neighbours(self, paths: Collection[str]) -> frozenset[str]:
        """Return the paths of the items that those at `paths` lead to, or that lead to them."""
        wanted = frozenset(paths)
        onward = (to for path in wanted for to in self.goals.get(path, ()))
        back = (path for path, goals in self.goals.items() if not wanted.isdisjoint(goals))
        return frozenset((*onward, *back)) - wanted


def surroundings_of(result: Result) -> Surroundings:
    """Return what holds around the items of a project that was checked whole."""
    project, local = result.project, {rule.name for rule in result.rules if rule.local}
    between: dict[str, list[Finding]] = {}
    ids = Counter(item.id for item in project.items)
    for finding in result.findings:
        if finding.rule not in local and finding.path in project.item_by_path:
            between.setdefault(finding.path, []).append(replace(finding, suppressed=None))
    return Surroundings(
        overview_of(project),
        {path: tuple(findings) for path, findings in between.items()},
        {item.path: goals for item in project.items if (goals := _goals(item, project))},
        frozenset(item.path for item in project.items if ids[item.id] > 1),
    )


def _goals(item: Item, project: Project) -> tuple[str, ...]:
    original = project.item_by_id.get(item.translation_of or "")
    goals = project.ways[item.path].goals
    return goals if original is None else (*goals, original.path)


class Sides(NamedTuple):
    """What is found in the changed items, before and after, and what holds around them now."""

    before: Result
    after: Result
    around: Surroundings


def reworded(
    before: Project,
    after: Project,
    paths: Collection[str],
    around: Surroundings,
    rules: Sequence[ActiveRule],
    config: Config,
    accepted: Sequence[Accepted] = (),
) -> Sides | None:
    """Return what a whole check of both versions would find in the items at `paths`.

    `before` and `after` hold these and their neighbours, `around` what was found around them before.
    Null when more than the wording changed, or when somebody else may notice.
    """
    if not around.twins.isdisjoint(paths):
        return None
    changed = [(before.item_by_path[path], after.item_by_path[path]) for path in sorted(paths)]
    if any(_looks(before, old, rules) != _looks(after, new, rules) for old, new in changed):
        return None
    held = [finding for path in sorted(paths) for finding in around.between.get(path, ())]
    moved = _moved(held, {new.path: moves(old, new) for old, new in changed})
    if moved is None or any(_may_be_anothers(entry, changed) for entry in accepted):
        return None
    ours = {item.id for item, _ in changed} | {None}
    mine = [entry for entry in accepted if entry.subject.item in ours]
    sides = [
        _only(paths, check(project, rules, config, mine, around=known))
        for project, known in ((before, held), (after, moved))
    ]
    if _excuses(sides[0], paths) != _excuses(sides[1], paths):
        return None
    between = {path: tuple(f for f in moved if f.path == path) for path in around.between if path in paths}
    return Sides(sides[0], sides[1], replace(around, between={**around.between, **between}))


def _looks(project: Project, item: Item, rules: Sequence[ActiveRule]) -> tuple[Outline, list[Hashable]]:
    """Return what others see of an item, and what rules that look at all of them make of its text."""
    sights = [active.rule.sees for active in rules if active.rule.sees is not None]
    is_headless = item.path in project.spoilt.headless
    return outline(item, project.flow), [is_headless, *(sees(project, item) for sees in sights)]


def _moved(findings: Iterable[Finding], places: Mapping[str, Mapping[Span, Span]]) -> list[Finding] | None:
    """Return the findings where their places are now; null when one stands in the text itself."""
    try:
        return [_moved_to(finding, places) for finding in findings]
    except KeyError:
        return None


def _moved_to(finding: Finding, places: Mapping[str, Mapping[Span, Span]]) -> Finding:
    here = places[finding.path]
    return replace(
        finding,
        span=here[finding.span],
        evidence=tuple(replace(passage, span=here[passage.span]) for passage in finding.evidence),
        fixes=tuple(replace(fix, edits=tuple(_edits(fix.edits, places))) for fix in finding.fixes),
    )


def _edits(edits: Iterable[Edit], places: Mapping[str, Mapping[Span, Span]]) -> Iterator[Edit]:
    for edit in edits:
        yield replace(edit, span=places[edit.path][edit.span]) if edit.path in places else edit


def _may_be_anothers(entry: Accepted, changed: Iterable[tuple[Item, Item]]) -> bool:
    """Say whether what accepts a finding in one item may be meant for another that bears its title."""
    return any(entry.title == item.title and entry.subject.item != item.id for item, _ in changed)


def _only(paths: Collection[str], result: Result) -> Result:
    return replace(result, findings=tuple(finding for finding in result.findings if finding.path in paths))


def _excuses(result: Result, paths: Collection[str]) -> Counter[tuple[str, str, Excuse]]:
    """Return what exceptions made elsewhere excuse here; there it would show if that were less."""
    marked = ((f.rule, f.subject.key, f.suppressed) for f in result.findings if f.suppressed is not None)
    return Counter((rule, key, mark) for rule, key, mark in marked if mark.path not in paths)
