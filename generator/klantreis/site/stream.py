"""The stream through a journey: how many items lead on from each touchpoint to each other one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from klantreis.finding import Finding
from klantreis.model.item import Item
from klantreis.model.journey import Journey
from klantreis.model.leap import Leap, leaps, routes_of
from klantreis.model.project import Project

Spot = tuple[str, str | None]
"""A place in a journey: stage and touchpoint; null where the touchpoint cannot be told."""
Step = tuple[Spot, Spot]

KINDS = ("on", "beside", "back", "skip", "against", "missing")
"""Onward; within a stage; back where the journey allows it; over a stage; back where it does not;
and what the journey wants but no item does."""


@dataclass(frozen=True, slots=True)
class Current:
    """What leads from one place to another: the items (paths) that do, and the kind of step."""

    start: Spot
    end: Spot
    kind: str
    paths: tuple[str, ...] = ()


def streams(project: Project, findings: tuple[Finding, ...]) -> Mapping[str, tuple[Current, ...]]:
    """Return the currents of each journey; only items that readers can meet today count."""
    steps = _steps(project)
    found = leaps_of(project, findings)
    skips = frozenset((path, goal, leap.journey, leap.stage, leap.later) for path, goal, leap in found)
    backs = _faults(project, findings, "backward-step")
    return {
        journey.id: (
            *(
                Current(start, end, _kind(journey, (start, end), pairs, skips, backs), _paths(pairs))
                for (start, end), pairs in steps.get(journey.id, {}).items()
            ),
            *(_missing(journey, frozenset(steps.get(journey.id, ())))),
        )
        for journey in project.journeys
    }


Pairs = dict[tuple[str, str], None]


def _steps(project: Project) -> Mapping[str, Mapping[Step, Pairs]]:
    found: dict[str, dict[Step, Pairs]] = defaultdict(dict)
    live = {item.path for item in project.items if item.is_published_on(project.today)}
    spots = {item.path: _spots(project, item) for item in project.items if item.path in live}
    for path, here in spots.items():
        for goal in dict.fromkeys(way.to for way in project.ways[path].ways if way.to in live):
            for walk, starts in here.items():
                for start in starts:
                    for end in spots[goal].get(walk, ()):
                        if start != end:
                            found[walk[0]].setdefault((start, end), {})[path, goal] = None
    return found


def _spots(project: Project, item: Item) -> Mapping[tuple[str, str], tuple[Spot, ...]]:
    """Return where an item stands, by journey and persona; its full places, else the borrowed ones."""
    places = project.places_of(item)
    chosen = [place for place in places if not place.borrowed] or places
    spots: dict[tuple[str, str], dict[Spot, None]] = defaultdict(dict)
    for place in chosen:
        spots[place.slot.journey, place.slot.persona][place.slot.stage, place.slot.touchpoint] = None
    return {walk: tuple(group) for walk, group in spots.items()}


def _faults(project: Project, findings: tuple[Finding, ...], rule: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of items (paths) between which `rule` found a fault."""
    by_id = project.item_by_id
    return frozenset(
        (finding.path, by_id[to].path)
        for finding in findings
        if finding.rule == rule and (to := finding.subject.detail or "") in by_id
    )


def leaps_of(project: Project, findings: tuple[Finding, ...]) -> tuple[tuple[str, str, Leap], ...]:
    """Return each leap that `skipped-stage` found: from which item to which (paths), as the rule saw it."""
    routes = {journey.id: routes_of(journey) for journey in project.journeys}
    by_id = project.item_by_id
    found = []
    for finding in findings:
        goal = by_id.get(finding.subject.detail or "") if finding.rule == "skipped-stage" else None
        if goal is None:
            continue
        at = finding.subject
        here, there = project.placed[finding.path], project.placed[goal.path]
        own = [
            leap
            for leap in leaps(here, there, routes)
            if (leap.journey, leap.persona, leap.stage) == (at.journey, at.persona, at.stage) and leap.skipped
        ]
        if own:
            found.append((finding.path, goal.path, min(own, key=lambda leap: len(leap.skipped))))
    return tuple(found)


def _kind(
    journey: Journey,
    step: Step,
    pairs: Pairs,
    skips: frozenset[tuple[str, str, str, str, str]],
    backs: frozenset[tuple[str, str]],
) -> str:
    (begin, _), (later, _) = step
    start, end = journey.position(begin), journey.position(later)
    if start == end:
        return "beside"
    if end < start:
        return "against" if not backs.isdisjoint(pairs) else "back"
    is_leap = any((path, goal, journey.id, begin, later) in skips for path, goal in pairs)
    return "skip" if is_leap else "on"


def _paths(pairs: Pairs) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for path, _ in pairs))


def _missing(journey: Journey, known: frozenset[Step]) -> Iterator[Current]:
    """Yield the steps that the journey writes down under `after` and that no item makes."""
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            for before in touchpoint.after:
                home = journey.stage_of_touchpoint(before)
                if home is not None and ((home, before), (stage.id, touchpoint.id)) not in known:
                    yield Current((home, before), (stage.id, touchpoint.id), "missing")
