"""Two circles, stage beside stage: what the customer does outside, what the organisation does inside.

The words stand in the rings where all of them fit without a break, and beside the rings where they do not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from klantreis.site.map.callout import Words, listed
from klantreis.site.map.card import NAME, NUMBER
from klantreis.site.map.circle import COLUMN, around, moved, shifted
from klantreis.site.map.lettering import width_of, wrapped
from klantreis.site.map.polar import arc, chord, sector, spot
from klantreis.site.map.route import Route, Stop
from klantreis.site.map.shape import Box, Drawing, Line, Place, Point, Sign, Text, at, height_of
from klantreis.site.map.shape import around as bounds

_ROLE = 13
_SIGN = 13
_OPEN = 16.0
"""So many degrees stay open at the top of circles that do not close."""
_AIR = 7
_BREADTHS = (170, 140, 115, 96, 84)


@dataclass(frozen=True, slots=True)
class Rings:
    """The two rings around their middle, from the hole outwards, and how they are divided."""

    middle: Point
    hole: float
    inner: float
    outer: float
    count: int
    opening: float

    def edges(self, number: int) -> tuple[float, float]:
        """Return the angles at which the part of a stage begins and ends."""
        share = (360 - self.opening) / self.count
        start = self.opening / 2 + number * share
        return start, start + share

    def angle(self, number: int) -> float:
        """Return the direction of the middle of a stage."""
        return sum(self.edges(number)) / 2

    def room(self, ring: tuple[float, float], number: int, height: float) -> float:
        """Return how wide words of this height may be in the middle of a stage's part of a ring."""
        near, far = ring
        start, end = self.edges(number)
        x, y = spot((0, 0), (near + far) / 2, (start + end) / 2)
        half = 0.0
        while half < 160 and all(
            self._holds(x + side * (half + 2), y + step * height / 4, near, far, start, end)
            for side in (-1, 1)
            for step in range(-2, 3)
        ):
            half += 2
        return 2 * half

    def _holds(self, x: float, y: float, near: float, far: float, start: float, end: float) -> bool:
        """Say whether a place lies inside a part of a ring, clear of all its edges."""
        if not (near + _AIR) ** 2 <= x * x + y * y <= (far - _AIR) ** 2:
            return False
        return all(_clear((x, y), edge, sign) for edge, sign in ((start, 1), (end, -1)))


def _clear(place: Point, edge: float, sign: int) -> bool:
    """Say whether a place lies on the right side of the line at an angle, some way off."""
    along = spot((0, 0), 1000, edge)
    across = (along[0] * place[1] - along[1] * place[0]) / 1000
    return across * sign >= _AIR


def wide(route: Route) -> Drawing:
    """Return both rings, with the words inside them when they fit."""
    opening = 0.0 if route.is_closed else _OPEN
    rings = Rings((332, 332), 76, 196, 314, len(route.stops), opening)
    inside = [_inside(rings, route, number) for number in range(len(route.stops))]
    if all(words is not None for words in inside):
        places = [_filled(route, rings, number, words) for number, words in enumerate(inside) if words]
        return Drawing("wide", 664, 664, (), tuple(_lines(route, rings)), tuple(places))
    return _with_callouts(route, opening)


def _with_callouts(route: Route, opening: float) -> Drawing:
    rings = Rings((0, 0), 104, 158, 216, len(route.stops), opening)
    count = range(len(route.stops))
    spots = [spot((0, 0), rings.outer, rings.angle(number)) for number in count]
    words, leaders, top, bottom = around(route, spots, rings.outer + 20, frozenset(count), 0)
    top, bottom = min(top, -rings.outer - 30), max(bottom, rings.outer + 30)
    half = rings.outer + 20 + 52 + COLUMN
    middle = (half, round(6 - top, 1))
    rings = Rings(middle, rings.hole, rings.inner, rings.outer, rings.count, opening)
    placed = shifted(words, middle)
    return Drawing(
        name="wide",
        width=2 * half,
        height=round(bottom - top + 12, 1),
        grounds=(),
        lines=(*_lines(route, rings), *moved(leaders, middle)),
        places=tuple(_numbered(route, rings, number, words) for number, words in enumerate(placed)),
    )


def narrow(route: Route) -> Drawing:
    """Return both rings for a phone: numbers in them, all words in a list below."""
    opening = 0.0 if route.is_closed else _OPEN
    rings = Rings((170, 166), 60, 98, 142, len(route.stops), opening)
    words, bottom = listed(route.stops, 316, 340)
    places = tuple(_numbered(route, rings, number, own) for number, own in enumerate(words))
    return Drawing("narrow", 340, bottom, (), tuple(_lines(route, rings)), places)


def _numbered(route: Route, rings: Rings, number: int, words: Words) -> Place:
    """Return a stage with only its number in the ring and its words elsewhere."""
    texts, sign = words
    x, y = spot(rings.middle, (rings.inner + rings.outer) / 2, rings.angle(number))
    numeral = Text((str(route.stops[number].number),), x, y + 4.5, NUMBER, "number", "middle")
    areas = bounds(texts, (sign,)), Box(x - 14, y - 14, 28, 28)
    return _place(route, rings, number, ((numeral, *texts), sign), areas)


def _filled(route: Route, rings: Rings, number: int, words: Words) -> Place:
    """Return a stage with its words in both rings."""
    texts, sign = words
    outer = [text for text in texts if text.css != "role"]
    role = [bounds([text]) for text in texts if text.css == "role"]
    return _place(route, rings, number, words, (bounds(outer, (sign,)), *role))


def _place(route: Route, rings: Rings, number: int, words: Words, areas: tuple[Box, ...]) -> Place:
    texts, sign = words
    start, end = rings.edges(number)
    air = 1.6 / rings.outer * 57.3
    return Place(
        stop=route.stops[number],
        plate=sector(rings.middle, rings.inner + 2, rings.outer, start + air, end - air),
        texts=texts,
        signs=(sign,),
        areas=areas,
        inner=sector(rings.middle, rings.hole, rings.inner - 2, start + 1.5 * air, end - 1.5 * air),
    )


def _inside(rings: Rings, route: Route, number: int) -> Words | None:
    """Return the words of a stage set in its parts of both rings, or nothing where they do not fit."""
    stop = route.stops[number]
    head = NUMBER + 8
    marks = " ".join(mark for mark in (stop.entry, stop.exit) if mark)
    names = _fitting(rings, (rings.inner, rings.outer), number, stop.name, NAME, head + (13 if marks else 0))
    roles = _fitting(rings, (rings.hole, rings.inner), number, stop.role, _ROLE, 0)
    if names is None or roles is None or _head_width(stop) > COLUMN:
        return None
    angle = rings.angle(number)
    x, y = spot(rings.middle, (rings.inner + rings.outer) / 2, angle)
    top = y - (head + height_of(names, NAME) + (13 if marks else 0)) / 2
    left = x - _head_width(stop) / 2
    numeral = width_of(str(stop.number), NUMBER)
    inside = spot(rings.middle, (rings.hole + rings.inner) / 2, angle)
    base = inside[1] - height_of(roles, _ROLE) / 2 + _ROLE
    texts = [
        Text((str(stop.number),), left, top + NUMBER, NUMBER, "number"),
        Text((stop.figure,), left + numeral + _SIGN + 12, top + NUMBER, NUMBER, "figure"),
        Text(names, x, top + head + NAME - 2, NAME, "name", "middle"),
        Text((marks,), x, top + head + height_of(names, NAME) + 9, 11, "mark", "middle"),
        Text(roles, inside[0], base, _ROLE, "role", "middle"),
    ]
    sign = Sign(stop.state, round(left + numeral + 8, 1), round(top + 1, 1), _SIGN)
    return tuple(text for text in texts if any(text.lines)), sign


def _head_width(stop: Stop) -> float:
    """Return how wide number, sign and figure are together; a model has a number only."""
    number = width_of(str(stop.number), NUMBER)
    return number + _SIGN + 12 + width_of(stop.figure, NUMBER) if stop.state else number


def _fitting(
    rings: Rings, ring: tuple[float, float], number: int, words: str, size: float, extra: float
) -> tuple[str, ...] | None:
    """Return `words` in lines that fit in a part of a ring without a broken word, or nothing."""
    for breadth in _BREADTHS:
        lines = wrapped(words, size, breadth)
        needed = max((width_of(line, size) for line in lines), default=0.0)
        is_whole = " ".join(lines).replace("- ", "-").split() == words.replace("- ", "-").split()
        if is_whole and needed <= rings.room(ring, number, height_of(lines, size) + extra):
            return lines
    return None


def _lines(route: Route, rings: Rings) -> Iterator[Line]:
    """Yield the ways: over the edge to the next stage, outside round again, and through the hole."""
    column, last = route.column_of, len(route.columns) - 1
    joined = {(column[way.start], column[way.end]) for way in route.ways if way.kind == "on"}
    for here, there in pairwise(range(len(route.stops))):
        if (column[here], column[there]) in joined:
            yield _over(rings, rings.edges(here)[1], "on")
    for way in route.ways:
        if way.kind == "cycle" and (column[way.start], column[way.end]) == (last, 0):
            yield _over(rings, 360.0, "cycle")
        elif way.kind == "cycle":
            yield Line(_outside(rings, way.start, way.end), "cycle")
        elif way.kind != "on":
            start, end = (spot(rings.middle, rings.hole, rings.angle(n)) for n in (way.start, way.end))
            yield Line(chord(rings.middle, start, end, 0.45, 3), way.kind)


def _over(rings: Rings, angle: float, kind: str) -> Line:
    """Return a short arrow over the edge between two stages, near the rim."""
    radius = rings.outer - 11
    turn = 10 / radius * 57.3
    return Line(arc(rings.middle, radius, angle - turn, angle + turn), kind)


def _outside(rings: Rings, start: int, end: int) -> str:
    """Return the way back round the outside, against the clock."""
    begin, finish = rings.angle(start), rings.angle(end)
    ends = [spot(rings.middle, rings.outer + far, angle) for angle in (begin, finish) for far in (1, 12)]
    path = arc(rings.middle, rings.outer + 12, begin - 3, finish + 3)
    (leave, out), (near, arrive) = ends[:2], ends[2:][::-1]
    turn = path.partition("A")[0].removeprefix("M")
    return f"M{at(leave)}Q{at(out)} {turn}{path.removeprefix(f'M{turn}')}Q{at(near)} {at(arrive)}"
