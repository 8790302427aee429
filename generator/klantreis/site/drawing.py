"""A drawing of how a journey feels along the way, as wide as the columns of its table.

A column is 100 units.
"""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

COLUMN = 100
_FEELING_HEIGHT = 56


def middle(column: int) -> float:
    """Return the middle of a column, numbered from 0."""
    return COLUMN * (column + 0.5)


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
