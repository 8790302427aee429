"""A chart of the stream through a journey: columns of stages, lanes of channels, and the lines between.

Lengths are in units of a twentieth of the page's own unit of type, so that the chart grows with the text.
The lines are drawn here; the places are links in HTML on top of them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from klantreis.site.stream import Current, Spot

LABEL, COLUMN, GAP = 124, 168, 62
BOX, ROOM, PAD, HEAD = 66, 12, 14, 62
_SPREAD = 40
_THINNEST, _EACH, _THICKEST = 1.2, 1.3, 9.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A channel's lane, from its top down."""

    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Where everything stands, and the drawing of the lines."""

    width: int
    height: int
    places: Mapping[Spot, tuple[int, int]]
    lanes: tuple[Lane, ...]
    lines: str


def chart(cells: Sequence[Sequence[Sequence[Spot]]], currents: Sequence[Current]) -> Chart:
    """Return the chart of `cells`: lanes, in each the stages, in each the places there."""
    columns = max((len(lane) for lane in cells), default=0)
    places: dict[Spot, tuple[int, int]] = {}
    lanes: list[Lane] = []
    top = HEAD
    for lane in cells:
        most = max(len(cell) for cell in lane)
        height = 2 * PAD + most * BOX + (most - 1) * ROOM
        for column, cell in enumerate(lane):
            own = len(cell) * BOX + (len(cell) - 1) * ROOM
            for row, spot in enumerate(cell):
                places[spot] = left(column), top + (height - own) // 2 + row * (BOX + ROOM)
        lanes.append(Lane(top, height))
        top += height + 6
    width = LABEL + columns * (COLUMN + GAP)
    drawn = [c for c in currents if c.start in places and c.end in places]
    return Chart(width, top, places, tuple(lanes), _svg(width, top, lanes, _lines(drawn, places, lanes)))


def left(column: int) -> int:
    """Return where a column of places begins, numbered from 0."""
    return LABEL + column * (COLUMN + GAP)


def _svg(width: int, height: int, lanes: Sequence[Lane], lines: str) -> str:
    grounds = "".join(
        f'<rect class="kr-lane" x="0" y="{lane.top}" width="{width}" height="{lane.height}"/>'
        for lane in lanes
    )
    view = f'viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false"'
    return f'<svg class="kr-flow-lines" {view}>{_HEADS}{grounds}{lines}</svg>'


_HEADS = (
    '<defs><marker id="kr-flow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
    'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8Z" fill="context-stroke"/>'
    "</marker></defs>"
)


def _lines(currents: Sequence[Current], places: Mapping[Spot, tuple[int, int]], lanes: Sequence[Lane]) -> str:
    leave, arrive = _ports(currents, places)
    # The thin ones last, so that none is hidden.
    order = sorted(range(len(currents)), key=lambda n: (-len(currents[n].paths), n))
    return "".join(_line(currents[n], n, leave[n], arrive[n], lanes) for n in order)


Point = tuple[float, float]


def _ports(
    currents: Sequence[Current], places: Mapping[Spot, tuple[int, int]]
) -> tuple[dict[int, Point], dict[int, Point]]:
    """Return where each line leaves and arrives: spread over the side of its place, in order of height."""
    sides: dict[tuple[Spot, bool], list[tuple[float, int, bool]]] = defaultdict(list)
    for number, current in enumerate(currents):
        (x1, y1), (x2, y2) = places[current.start], places[current.end]
        sides[current.start, x2 >= x1].append((y2, number, True))
        sides[current.end, x2 <= x1].append((y1, number, False))
    leave: dict[int, Point] = {}
    arrive: dict[int, Point] = {}
    for (spot, is_right), ends in sides.items():
        x, y = places[spot]
        for place, (_, number, is_start) in enumerate(sorted(ends), 1):
            height = y + BOX / 2 + _SPREAD * (place / (len(ends) + 1) - 0.5)
            point = (x + (COLUMN if is_right else 0), round(height, 1))
            (leave if is_start else arrive)[number] = point
    return leave, arrive


def _line(current: Current, number: int, start: Point, end: Point, lanes: Sequence[Lane]) -> str:
    (x1, y1), (x2, y2) = start, end
    middle, height = (x1 + x2) / 2, (y1 + y2) / 2
    if x1 == x2:
        bend = GAP * 0.7
        path = f"M{x1} {y1}C{x1 + bend:.1f} {y1} {x2 + bend:.1f} {y2} {x2 + 2} {y2}"
        middle = x1 + bend * 0.75
    elif abs(x2 - x1) > COLUMN:
        path, height = _detour(start, end, _gutter(start, end, lanes) + number % 5 * 4 - 8)
    else:
        side = 1 if x2 > x1 else -1
        pull = side * max(abs(x2 - x1) * 0.4, 30)
        path = f"M{x1} {y1}C{x1 + pull:.1f} {y1} {x2 - pull:.1f} {y2} {x2 - 2 * side} {y2}"
    count = len(current.paths)
    thick = min(_THINNEST + _EACH * (count - 1), _THICKEST) if count else _THINNEST
    line = (
        f'<path class="kr-flow-line kr-flow-{current.kind}" stroke-width="{thick:.1f}" d="{path}" '
        'marker-end="url(#kr-flow-head)"/>'
    )
    return line + (_count(middle, height, count) if count > 1 else "")


def _gutter(start: Point, end: Point, lanes: Sequence[Lane]) -> float:
    """Return the height between two lanes, free of places, at which a line reaches its goal's lane."""
    lane = next(lane for lane in lanes if lane.top <= end[1] <= lane.top + lane.height)
    return lane.top + 1 if end[1] > start[1] or lane is lanes[-1] else lane.top + lane.height - 1


def _detour(start: Point, end: Point, gutter: float) -> tuple[str, float]:
    """Return a line between columns apart, past the places in between, and where it runs level."""
    (x1, y1), (x2, y2) = start, end
    turn = (GAP if x2 > x1 else -GAP) * 0.9
    near, far = x1 + turn, x2 - turn
    level = f"{gutter:.1f}"
    path = (
        f"M{x1} {y1}C{x1 + turn * 0.7:.1f} {y1} {x1 + turn * 0.4:.1f} {level} {near:.1f} {level}"
        f"H{far:.1f}C{x2 - turn * 0.4:.1f} {level} {x2 - turn * 0.7:.1f} {y2} {x2 - turn / 28:.1f} {y2}"
    )
    return path, gutter


def _count(x: float, y: float, number: int) -> str:
    return (
        f'<circle class="kr-flow-ground" cx="{x:.1f}" cy="{y:.1f}" r="8"/>'
        f'<text class="kr-flow-count" x="{x:.1f}" y="{y + 3.5:.1f}">{number}</text>'
    )
