"""Circles in a graph: places from which one can only go round."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

Graph = Mapping[str, Sequence[str]]


def closed_circles(
    onward: Graph, free: Set[str], may_be_free: Callable[[str], bool]
) -> tuple[frozenset[str], ...]:
    """Return the sets of places that lead to one another and to nothing else.

    A place that is free, or leads to one that is, is in none of them. `may_be_free` costs more than
    looking in a set, and is asked only of what leads to nothing in `free`. Linear in places and ways.
    """
    into: dict[str, list[str]] = defaultdict(list)
    for place, goals in onward.items():
        for goal in goals:
            into[goal].append(place)
    out = _reachable(free, into)
    left = [place for place in onward if place not in out]
    out |= _reachable({place for place in left if may_be_free(place)} - out, into)
    closed = {place: onward[place] for place in left if place not in out}
    return tuple(group for group in _groups(closed, into) if _is_closed(group, closed))


def _is_closed(group: frozenset[str], onward: Graph) -> bool:
    return len(group) > 1 and all(goal in group for place in group for goal in onward[place])


def _reachable(starts: Iterable[str], ways: Graph) -> set[str]:
    found = set(starts)
    waiting = list(found)
    while waiting:
        for goal in ways.get(waiting.pop(), ()):
            if goal not in found:
                found.add(goal)
                waiting.append(goal)
    return found


def _groups(onward: Graph, into: Graph) -> Iterator[frozenset[str]]:
    """Yield the sets of places that can all be reached from one another (Kosaraju's algorithm)."""
    taken: set[str] = set()
    for start in reversed(_finished(onward)):
        if start in taken:
            continue
        group, waiting = {start}, [start]
        taken.add(start)
        while waiting:
            for place in into.get(waiting.pop(), ()):
                if place in onward and place not in taken:
                    taken.add(place)
                    group.add(place)
                    waiting.append(place)
        yield frozenset(group)


def _finished(onward: Graph) -> list[str]:
    """Return the places in the order in which a walk in depth is done with them."""
    done: list[str] = []
    seen: set[str] = set()
    for start in onward:
        if start in seen:
            continue
        seen.add(start)
        trail = [(start, iter(onward[start]))]
        while trail:
            place, goals = trail[-1]
            goal = next((g for g in goals if g not in seen), None)
            if goal is None:
                done.append(place)
                trail.pop()
            else:
                seen.add(goal)
                trail.append((goal, iter(onward[goal])))
    return done
