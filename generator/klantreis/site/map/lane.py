"""Lanes beside a row of stages, for the ways that pass some of them by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from klantreis.site.map.route import Route, Way

AFTER, BEFORE = "after", "before"
"""Below the row and above it; where the row runs down, right of it and left."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a stage sits: its row, its column in that row, its place among those side by side."""

    row: int
    column: int
    rank: int
    of: int

    @property
    def is_first(self) -> bool:
        """Whether nothing stands above it in its column."""
        return self.rank == 0

    @property
    def is_last(self) -> bool:
        """Whether nothing stands below it in its column."""
        return self.rank == self.of - 1


@dataclass(frozen=True, slots=True)
class Lane:
    """A way along one lane: beside which row, at which side and how far out; from and to which column."""

    row: int
    side: str
    start: float
    end: float
    level: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """A way with the lanes that it takes, from its start to its end."""

    way: Way
    lanes: tuple[Lane, ...]


def seats(route: Route, per_row: int) -> tuple[Seat, ...]:
    """Return the seat of every stop, `per_row` columns to a row."""
    found: dict[int, Seat] = {}
    for number, column in enumerate(route.columns):
        for rank, stop in enumerate(column):
            found[stop] = Seat(number // per_row, number % per_row, rank, len(column))
    return tuple(found[stop] for stop in range(len(route.stops)))


def courses(route: Route, seated: Sequence[Seat]) -> tuple[Course, ...]:
    """Return the ways that do not lead to the very next column, each with its lanes.

    Ways of one kind from one stage share a lane, and part where each has its own goal.
    """
    column = route.column_of
    groups: dict[tuple[int, str], list[Way]] = {}
    for way in route.ways:
        if way.kind != "on":
            groups.setdefault((way.start, way.kind), []).append(way)
    # The short ones first, so that they lie nearest to the stages.
    lengths = {key: max(abs(column[w.end] - column[w.start]) for w in ways) for key, ways in groups.items()}
    taken: list[Lane] = []
    found = []
    for key in sorted(groups, key=lengths.__getitem__):
        ways = groups[key]
        own = [(way, _lanes(way, seated[way.start], seated[way.end])) for way in ways]
        levels = _levels([lane for _, lanes in own for lane in lanes], taken)
        for way, lanes in own:
            settled = tuple(replace(lane, level=levels[lane.row, lane.side]) for lane in lanes)
            found.append(Course(way, settled))
            taken += settled
    return tuple(found)


def _levels(lanes: Sequence[Lane], taken: Sequence[Lane]) -> dict[tuple[int, str], int]:
    """Return the lowest level at which each of `lanes` is free, by row and side."""
    levels = {}
    for row, side in dict.fromkeys((lane.row, lane.side) for lane in lanes):
        here = [lane for lane in lanes if (lane.row, lane.side) == (row, side)]
        ends = [end for lane in here for end in (lane.start, lane.end)]
        whole = Lane(row, side, min(ends), max(ends))
        busy = {other.level for other in taken if _meets(whole, other)}
        levels[row, side] = next(level for level in range(len(busy) + 1) if level not in busy)
    return levels


def depth(courses: Sequence[Course], row: int, side: str) -> int:
    """Return how many lanes lie at a side of a row."""
    lanes = (lane for course in courses for lane in course.lanes)
    return max((lane.level + 1 for lane in lanes if (lane.row, lane.side) == (row, side)), default=0)


def _lanes(way: Way, start: Seat, end: Seat) -> list[Lane]:
    """Return the lanes of a way, all at the first level yet."""
    if start.row == end.row:
        side = AFTER if way.kind in ("back", "cycle") else BEFORE
        return [Lane(start.row, side, start.column, end.column)]
    upper, lower = sorted((start, end), key=lambda seat: seat.row)
    if lower.row - upper.row == 1:
        lanes = [Lane(upper.row, AFTER, upper.column, lower.column)]
    else:
        # Between two columns down past the rows in between.
        gap = upper.column + 0.5
        lanes = [Lane(upper.row, AFTER, upper.column, gap), Lane(lower.row - 1, AFTER, gap, lower.column)]
    if start is upper:
        return lanes
    return [Lane(lane.row, lane.side, lane.end, lane.start) for lane in reversed(lanes)]


def _meets(lane: Lane, other: Lane) -> bool:
    """Say whether two lanes at one level would touch; both reach half a column beyond where they turn."""
    if (lane.row, lane.side) != (other.row, other.side):
        return False
    return (
        min(lane.start, lane.end) - 0.5 < max(other.start, other.end) + 0.5
        and min(other.start, other.end) - 0.5 < max(lane.start, lane.end) + 0.5
    )
