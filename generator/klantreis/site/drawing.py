"""Drawings of a journey as SVG: the route through its stages, and how it feels along the way.

Both are as wide as the columns of the journey's table: a column is 100 units.
"""

import math
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from klantreis.model.journey import Journey

COLUMN = 100
_RADIUS = 9
_RISE = 7
_STEP = 7
_FEELING_HEIGHT = 56


def middle(column: int) -> float:
    """Return the middle of a column, numbered from 0."""
    return COLUMN * (column + 0.5)


def route(journey: Journey) -> str:
    """Return the stages as numbered stations, with every way on, back and around between them."""
    edges = list(_edges(journey))
    above = max((end - start for start, end, kind in edges if kind == "skip"), default=0)
    below = max((start - end for start, end, kind in edges if kind in ("cycle", "return")), default=0)
    level = _RADIUS + 16 + (_rise(above) if above else 0)
    height = level + _RADIUS + 6 + (_rise(below) if below else 0)
    parts = [_edge(start, end, kind, level) for start, end, kind in edges]
    for number, stage in enumerate(journey.stages):
        parts.append(_station(number, level))
        if stage.entry:
            parts.append(
                _arrow(f"M{middle(number) - 20} {level - 20}L{middle(number) - 8} {level - 8}", "entry")
            )
        if stage.exit:
            parts.append(
                _arrow(f"M{middle(number) + 8} {level - 8}L{middle(number) + 20} {level - 20}", "exit")
            )
    return _svg(len(journey.stages), height, "kr-route", _HEADS + "".join(parts))


def _edges(journey: Journey) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of every way: on, skip, parallel, return or cycle."""
    for start, stage in enumerate(journey.stages):
        beside = [journey.position(id) for id in stage.parallel_with if journey.has_stage(id)]
        yield from ((start, end, "parallel") for end in beside if end > start)
        for id in stage.next:
            end = journey.position(id) if journey.has_stage(id) else start
            if end > start and not (end in beside and end == start + 1):
                yield start, end, "on" if end == start + 1 else "skip"
            elif end < start:
                yield start, end, "cycle"
        for id in stage.returns_to:
            if journey.has_stage(id) and journey.position(id) < start and id not in stage.next:
                yield start, journey.position(id), "return"


def _rise(span: int) -> float:
    return _RISE + _STEP * math.pow(span, 0.75)


def _edge(start: int, end: int, kind: str, level: float) -> str:
    if kind == "parallel":
        left, right = middle(start) + _RADIUS, middle(end) - _RADIUS
        return "".join(
            f'<path class="kr-way kr-way-parallel" d="M{left} {level + shift}H{right}"/>' for shift in (-2, 2)
        )
    if kind == "on":
        return _arrow(f"M{middle(start) + _RADIUS + 2} {level}H{middle(end) - _RADIUS - 3}", kind)
    side = -1 if kind == "skip" else 1
    lean = 4 if end > start else -4
    begin, finish = middle(start) + lean, middle(end) - lean
    near, far = level + side * (_RADIUS + 1), level + side * (_RADIUS + _rise(abs(end - start)) * 1.3)
    pull = min(abs(finish - begin) * 0.25, 60) * (1 if finish > begin else -1)
    path = f"M{begin} {near}C{begin + pull} {far:.1f} {finish - pull} {far:.1f} {finish} {near}"
    return _arrow(path, kind)


def _arrow(path: str, kind: str) -> str:
    return f'<path class="kr-way kr-way-{kind}" d="{path}" marker-end="url(#kr-head)"/>'


def _station(number: int, level: float) -> str:
    return (
        f'<circle class="kr-station" cx="{middle(number)}" cy="{level}" r="{_RADIUS}"/>'
        f'<text class="kr-station-number" x="{middle(number)}" y="{level + 3.4}">{number + 1}</text>'
    )


_HEADS = (
    '<defs><marker id="kr-head" viewBox="0 0 6 6" refX="4.6" refY="3" markerWidth="6" markerHeight="6" '
    'orient="auto-start-reverse"><path d="M0 0 6 3 0 6Z" fill="context-stroke"/></marker></defs>'
)


def feeling(values: Sequence[int | None]) -> str:
    """Return the feeling per stage, -2 to +2, as a line with a number at every stage that has one."""
    points = [(middle(i), _height(v), v) for i, v in enumerate(values) if v is not None]
    line = f'<path class="kr-feeling-line" d="{_smooth([(x, y) for x, y, _ in points])}"/>' if points else ""
    zero = f'<path class="kr-feeling-zero" d="M0 {_height(0)}H{COLUMN * len(values)}"/>'
    marks = "".join(_point(x, y, value) for x, y, value in points)
    return _svg(len(values), _FEELING_HEIGHT, "kr-feeling", zero + line + marks)


def _height(value: int) -> float:
    return _FEELING_HEIGHT / 2 - value * (_FEELING_HEIGHT / 2 - 9) / 2


def _smooth(points: Sequence[tuple[float, float]]) -> str:
    path = f"M{points[0][0]} {points[0][1]}"
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (x1 + x2) / 2
        path += f"C{half} {y1} {half} {y2} {x2} {y2}"
    return path


def _point(x: float, y: float, value: int) -> str:
    """Return a number on the line: round when good, square when bad, so that it reads without colour."""
    shape = (
        f'<rect class="kr-feeling-bad" x="{x - 8}" y="{y - 7}" width="16" height="14" rx="2"/>'
        if value < 0
        else f'<circle class="kr-feeling-good" cx="{x}" cy="{y}" r="7.6"/>'
    )
    return f'{shape}<text class="kr-feeling-number" x="{x}" y="{y + 2.7}">{escape(signed(value))}</text>'


def signed(value: int) -> str:
    """Return a feeling as text: `+2`, `0`, `−1`."""
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else "0"


def _svg(columns: int, height: float, css: str, inside: str) -> str:
    width = COLUMN * columns
    view = f'viewBox="0 0 {width} {height:.0f}" aria-hidden="true" focusable="false"'
    return f'<svg class="{css}" {view}>{inside}</svg>'
