"""Leaps: which stages lie between two stages of a journey, along its own ways."""

from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from klantreis.model.journey import Journey
from klantreis.model.placed import Placed

Routes = Mapping[tuple[str, str], tuple[str, ...]]
"""For each pair of stages, in order, the stages that a step from one to the other skips."""


class Leap(NamedTuple):
    """A step from one stage to a later one of the same journey, for one persona, and what it skips."""

    skipped: tuple[str, ...]
    journey: str
    persona: str
    stage: str
    later: str


def leaps(here: Placed, there: Placed, routes: Mapping[str, Routes]) -> Iterable[Leap]:
    """Yield every way to see a step between two items as a leap, one that skips nothing included.

    Items that share no journey and persona are not compared.
    """
    for journey, persona, stage in here.stands:
        for later in (s for j, p, s in there.stands if (j, p) == (journey, persona)):
            yield Leap(routes[journey].get((stage, later), ()), journey, persona, stage, later)


def routes_of(journey: Journey) -> Routes:
    """Return for each pair of stages, in order, the stages that a leap from one to the other skips.

    Where no `next` leads there, the order of the journey is the way. A leap to a stage where people
    enter, or from one where they leave, skips nothing and is left out.
    """
    routes: dict[tuple[str, str], tuple[str, ...]] = {}
    ids = [stage.id for stage in journey.stages]
    for start, stage in enumerate(journey.stages):
        passed = {} if stage.exit else _passed(journey, stage.id)
        for end in range(start + 1, len(ids)):
            later = journey.stages[end]
            if not (stage.exit or later.entry):
                routes[stage.id, later.id] = passed.get(later.id, tuple(ids[start + 1 : end]))
    return routes


def _passed(journey: Journey, start: str) -> Mapping[str, tuple[str, ...]]:
    """Return the stages that the shortest way from `start` passes, for every stage that a way leads to.

    Stages that may run at the same time count once, and a stage where people enter can be reached
    from anywhere.
    """
    passed: dict[str, tuple[str, ...]] = {start: ()}
    queue = deque((start,))
    while queue:
        here = queue.popleft()
        is_start = here == start or journey.run_together(here, start)
        onward = passed[here] if is_start else (*passed[here], here)
        for other in journey.stages:
            is_beside = journey.run_together(here, other.id)
            if not (is_beside or other.entry or other.id in journey.stage(here).next):
                continue
            way = passed[here] if is_beside else onward
            if other.id not in passed or len(way) < len(passed[other.id]):
                passed[other.id] = way
                queue.append(other.id)
    return passed
