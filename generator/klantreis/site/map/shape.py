"""What a drawing is made of. All lengths are in the drawing's own unit, all places from its top left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from klantreis.site.map.lettering import width_of
from klantreis.site.map.route import Stop

Point = tuple[float, float]

LEADING = 1.22
_ASCENT = 0.8
_AIR = 3


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Say whether two rectangles share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text below one another; `x` and `y` are where the first stands, on its base line."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    css: str
    anchor: str = "start"

    @property
    def leading(self) -> float:
        """The height of a line."""
        return round(self.size * LEADING, 1)

    @property
    def rows(self) -> tuple[tuple[float, str], ...]:
        """Each line with the height of its base line."""
        return tuple((round(self.y + n * self.leading, 1), line) for n, line in enumerate(self.lines))

    @property
    def box(self) -> Box:
        """The room that the lines take at most."""
        width = max((width_of(line, self.size) for line in self.lines), default=0.0)
        left = self.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return Box(left, self.y - self.size * _ASCENT, width, self.leading * len(self.lines))


def height_of(lines: Sequence[str], size: float) -> float:
    """Return how high so many lines are."""
    return round(size * LEADING, 1) * len(lines)


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the site's signs, by its name."""

    name: str
    x: float
    y: float
    size: float


def around(texts: Iterable[Text], signs: Iterable[Sign] = ()) -> Box:
    """Return the box around words and signs, with a little air."""
    boxes = [text.box for text in texts] + [Box(s.x, s.y, s.size, s.size) for s in signs]
    left, top = min(box.x for box in boxes) - _AIR, min(box.y for box in boxes) - _AIR
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Box(left, top, right + _AIR - left, bottom + _AIR - top)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a kind: on, skip, back, beside, cycle, entry, exit or leader; with a head, or without."""

    path: str
    kind: str
    has_head: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A stage on the map: its shape, its words and its signs."""

    stop: Stop
    plate: str
    texts: tuple[Text, ...]
    signs: tuple[Sign, ...]
    areas: tuple[Box, ...] = ()
    """Where a click leads to the stage; the first is for the keyboard too."""
    inner: str = ""
    """The stage's part of the inner circle, where there is one."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing in one arrangement: `wide`, or `narrow` for a phone."""

    name: str
    width: float
    height: float
    grounds: tuple[Box, ...]
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    texts: tuple[Text, ...] = ()

    def share(self, box: Box) -> str:
        """Return where a box lies as a style: in percents of the whole, so that it moves along with it."""
        values = (
            ("left", box.x / self.width),
            ("top", box.y / self.height),
            ("width", box.width / self.width),
            ("height", box.height / self.height),
        )
        return ";".join(f"{name}:{tidy(100 * value)}%" for name, value in values)


def tidy(number: float) -> str:
    """Return a length as short as it can be written."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def at(point: Point) -> str:
    """Return a place as a path writes it."""
    return f"{tidy(point[0])} {tidy(point[1])}"


def plate(box: Box, radius: float = 3) -> str:
    """Return a card with rounded corners as a path."""
    x, y, r = box.x, box.y, radius
    right, bottom = x + box.width, y + box.height
    return (
        f"M{at((x + r, y))}H{tidy(right - r)}Q{at((right, y))} {at((right, y + r))}"
        f"V{tidy(bottom - r)}Q{at((right, bottom))} {at((right - r, bottom))}"
        f"H{tidy(x + r)}Q{at((x, bottom))} {at((x, bottom - r))}V{tidy(y + r)}Q{at((x, y))} {at((x + r, y))}Z"
    )


def bent(points: Sequence[Point], radius: float = 6) -> str:
    """Return a line through `points` with rounded corners as a path."""
    kept = [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]
    path = f"M{at(kept[0])}"
    for (start, corner), (_, end) in pairwise(pairwise(kept)):
        r = min(radius, _far(start, corner) / 2, _far(corner, end) / 2)
        path += f"L{at(_toward(corner, start, r))}Q{at(corner)} {at(_toward(corner, end, r))}"
    return f"{path}L{at(kept[-1])}"


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(corner: Point, other: Point, far: float) -> Point:
    """Return the point so `far` from `corner` in the direction of `other`; lines run level or upright."""
    whole = _far(corner, other) or 1
    part = far / whole
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part
