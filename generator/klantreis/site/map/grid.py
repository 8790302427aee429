"""Where the cards of a road stand: in rows from left to right, or in one row from the top down.

Two measures: `along` the row and `across` it. Lying down, along is to the right and across is down;
upright it is the other way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.site.map.card import height
from klantreis.site.map.lane import AFTER, BEFORE, Course, Seat, depth
from klantreis.site.map.route import Route
from klantreis.site.map.shape import Box, Point

LANE = 9
EDGE = 26
"""The room at both ends of a row, in which the way turns to the next row."""
STRIP = 22
"""The room before a card for the words at an entry or an exit."""
_PAD = 12
_STACK = 12
_TURN = 22
_UPRIGHT_GAP = 20


@dataclass(frozen=True, slots=True)
class Band:
    """A row: the ground it stands on, across; where its cards begin and end; the height of its words."""

    start: float
    end: float
    first: float
    last: float
    tail: float


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows, the box of every stop, and the whole size."""

    is_upright: bool
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    along: float
    across: float

    def point(self, along: float, across: float) -> Point:
        """Return a place on the page."""
        return (across, along) if self.is_upright else (along, across)

    def ends(self, stop: int) -> tuple[float, float]:
        """Return where the card of a stop begins and ends along its row."""
        box = self.boxes[stop]
        return (box.y, box.y + box.height) if self.is_upright else (box.x, box.x + box.width)

    def sides(self, stop: int) -> tuple[float, float]:
        """Return where the card of a stop begins and ends across its row."""
        box = self.boxes[stop]
        return (box.x, box.x + box.width) if self.is_upright else (box.y, box.y + box.height)


def is_marked(route: Route, stop: int) -> bool:
    """Say whether people enter or leave at a stop."""
    return bool(route.stops[stop].entry or route.stops[stop].exit)


def lying(route: Route, seated: Sequence[Seat], courses: Sequence[Course], width: float) -> Grid:
    """Return the rows from left to right, one below the other, `width` wide."""
    per_row = max(seat.column for seat in seated) + 1
    pitch = (width - 2 * EDGE) / per_row
    gap = min(36.0, pitch * 0.15)
    card = pitch - gap
    boxes: dict[int, Box] = {}
    bands = []
    top = 4.0
    rows = max(seat.row for seat in seated) + 1
    for row in range(rows):
        here = [stop for stop, seat in enumerate(seated) if seat.row == row]
        high = max(height(route.stops[stop], card) for stop in here)
        band, own = _row(route, seated, courses, row, here, high, top)
        bands.append(band)
        for stop, y in own.items():
            boxes[stop] = Box(round(EDGE + seated[stop].column * pitch + gap / 2, 1), y, round(card, 1), high)
        top = band.end + _TURN
    return Grid(False, tuple(bands), tuple(boxes[n] for n in range(len(boxes))), width, bands[-1].end)


def _row(
    route: Route,
    seated: Sequence[Seat],
    courses: Sequence[Course],
    row: int,
    here: Sequence[int],
    high: float,
    top: float,
) -> tuple[Band, dict[int, float]]:
    """Return a row that begins at `top`, with the height at which each of its cards begins."""
    tail = top
    start = top + (STRIP - 4 if any(is_marked(route, stop) and seated[stop].is_first for stop in here) else 0)
    first = start + _PAD + LANE * depth(courses, row, BEFORE)
    columns: dict[int, list[int]] = {}
    for stop in here:
        columns.setdefault(seated[stop].column, []).append(stop)
    sizes = {column: _stack(route, stops, high) for column, stops in columns.items()}
    most = max(size for size, _ in sizes.values())
    places = {}
    for column, stops in columns.items():
        size, steps = sizes[column]
        for stop, step in zip(stops, steps, strict=True):
            places[stop] = round(first + (most - size) / 2 + step, 1)
    last = first + most
    lanes = depth(courses, row, AFTER)
    return Band(start, round(last + _PAD + LANE * lanes + (2 if lanes else 0), 1), first, last, tail), places


def _stack(route: Route, stops: Sequence[int], high: float) -> tuple[float, list[float]]:
    """Return how high cards above one another are, and how far down each begins."""
    steps: list[float] = []
    down = 0.0
    for stop in stops:
        if steps:
            down += _STACK + (STRIP if is_marked(route, stop) else 0)
        steps.append(down)
        down += high
    return down, steps


def upright(route: Route, seated: Sequence[Seat], courses: Sequence[Course], width: float) -> Grid:
    """Return the one row from the top down, in a drawing `width` wide."""
    left = 4 + LANE * depth(courses, 0, BEFORE)
    right = width - 4 - LANE * depth(courses, 0, AFTER) - (6 if depth(courses, 0, AFTER) else 0)
    boxes: dict[int, Box] = {}
    y = 0.0
    for number, column in enumerate(route.columns):
        y += (_UPRIGHT_GAP if number else 0) + (STRIP if any(is_marked(route, s) for s in column) else 4)
        share = (right - left - _STACK * (len(column) - 1)) / len(column)
        high = max(height(route.stops[stop], share) for stop in column)
        for rank, stop in enumerate(column):
            x = left + rank * (share + _STACK)
            boxes[stop] = Box(round(x, 1), round(y, 1), round(share, 1), high)
        y += high
    placed = tuple(boxes[stop] for stop in range(len(boxes)))
    return Grid(True, (Band(0, width, left, right, 0),), placed, round(y + 4, 1), width)
