"""A journey that starts again, as a circle that closes; where nothing leads back, it stays open."""

from collections.abc import Iterator, Sequence

from klantreis.site.map.callout import Callout, Words, beside, callout, listed
from klantreis.site.map.card import NOTE, NUMBER
from klantreis.site.map.polar import arc, chord, spot
from klantreis.site.map.route import Route, Way
from klantreis.site.map.shape import Box, Drawing, Line, Place, Point, Sign, Text, at, tidy
from klantreis.site.map.shape import around as bounds

COLUMN = 220
"""How wide the words beside a circle may be."""
_REACH = 52
_NARROW, _LIST = 340, 316
_KNOT, _SMALL_KNOT = 19, 15
_APART = 2.35


def wide(route: Route) -> Drawing:
    """Return the circle with the words of each stage beside it."""
    radius = max(150.0, min(230.0, 60 + 18 * len(route.columns)))
    spots = knots(route, (0, 0), radius, _KNOT)
    rim = radius + _KNOT * (1 + _APART * (max(len(column) for column in route.columns) - 1) / 2)
    words, leaders, top, bottom = around(route, spots, rim, outermost(route), _KNOT)
    top, bottom = min(top, -rim - 24), max(bottom, rim + 10)
    half = rim + _REACH + COLUMN
    middle = (round(half, 1), round(-top + 6, 1))
    return Drawing(
        name="wide",
        width=round(2 * half, 1),
        height=round(bottom - top + 12, 1),
        grounds=(),
        lines=(*moved(leaders, middle), *_lines(route, middle, radius, _KNOT)),
        places=_places(route, knots(route, middle, radius, _KNOT), _KNOT, shifted(words, middle)),
        texts=_again(route, (middle[0], middle[1] - radius)),
    )


def _again(route: Route, top: Point) -> tuple[Text, ...]:
    """Return the words over the top of a circle that closes there."""
    return (Text((route.again,), top[0], top[1] - 30, NOTE, "again", "middle"),) if route.is_closed else ()


def narrow(route: Route) -> Drawing:
    """Return the circle for a phone, with all words in a list below it."""
    radius = 118.0
    deep = max(len(column) for column in route.columns)
    rim = radius + _SMALL_KNOT * (1 + _APART * (deep - 1) / 2)
    middle = (_NARROW / 2, rim + 4)
    words, bottom = listed(route.stops, _LIST, 2 * rim + 26)
    return Drawing(
        name="narrow",
        width=_NARROW,
        height=bottom,
        grounds=(),
        lines=tuple(_lines(route, middle, radius, _SMALL_KNOT)),
        places=_places(route, knots(route, middle, radius, _SMALL_KNOT), _SMALL_KNOT, words),
    )


def angle_of(route: Route, column: float) -> float:
    """Return the direction of a column, the first one just right of the top."""
    return (column + 0.5) * 360 / len(route.columns)


def knots(route: Route, middle: Point, radius: float, knot: float) -> tuple[Point, ...]:
    """Return where each stage lies; those that run side by side lie at one angle."""
    found: dict[int, Point] = {}
    for number, column in enumerate(route.columns):
        for rank, stop in enumerate(column):
            out = radius + (rank - (len(column) - 1) / 2) * knot * _APART
            found[stop] = spot(middle, out, angle_of(route, number))
    return tuple(found[stop] for stop in range(len(route.stops)))


def outermost(route: Route) -> frozenset[int]:
    """Return the stages from which a line leads to the words; what lies further in has none."""
    return frozenset(column[-1] for column in route.columns)


def around(
    route: Route, spots: Sequence[Point], rim: float, leading: frozenset[int], knot: float
) -> tuple[tuple[Words, ...], tuple[tuple[Point, ...], ...], float, float]:
    """Return the words beside a circle around nought, the lines to them, and how high and low they reach."""
    found: dict[int, Words] = {}
    leaders = []
    top = bottom = 0.0
    for side, anchor in ((1, "start"), (-1, "end")):
        here = [n for n, (x, _) in enumerate(spots) if (x >= -0.5) == (side == 1)]
        here.sort(key=lambda n: (spots[n][1], n))
        blocks: list[tuple[Callout, float]] = [(callout(route.stops[n], COLUMN), spots[n][1]) for n in here]
        edge = side * (rim + _REACH)
        for n, (texts, sign, middle) in zip(here, beside(blocks, edge, anchor), strict=True):
            found[n] = texts, sign
            if n in leading:
                x, y = spots[n]
                turn = edge - side * 34
                leaders.append(((x + side * knot, y), (turn, y), (edge - side * 8, middle)))
        for (block, _), (_, _, middle) in zip(blocks, beside(blocks, edge, anchor), strict=True):
            top, bottom = min(top, middle - block.height / 2), max(bottom, middle + block.height / 2)
    return tuple(found[n] for n in range(len(spots))), tuple(leaders), top, bottom


def moved(leaders: Sequence[Sequence[Point]], by: Point) -> Iterator[Line]:
    """Yield the lines to the words, moved to where the circle is."""
    for points in leaders:
        yield Line("M" + "L".join(at((x + by[0], y + by[1])) for x, y in points), "leader", has_head=False)


def shifted(words: Sequence[Words], by: Point) -> tuple[Words, ...]:
    """Return words moved to where the circle is."""
    return tuple(
        (
            tuple(Text(t.lines, t.x + by[0], t.y + by[1], t.size, t.css, t.anchor) for t in texts),
            Sign(sign.name, sign.x + by[0], sign.y + by[1], sign.size),
        )
        for texts, sign in words
    )


def _places(route: Route, spots: Sequence[Point], knot: float, words: Sequence[Words]) -> tuple[Place, ...]:
    return tuple(
        Place(
            stop=stop,
            plate=disc(spot_, knot),
            texts=(Text((str(stop.number),), spot_[0], spot_[1] + 4.5, NUMBER, "number", "middle"), *texts),
            signs=(sign,),
            areas=(bounds(texts, (sign,)), Box(spot_[0] - knot, spot_[1] - knot, 2 * knot, 2 * knot)),
        )
        for stop, spot_, (texts, sign) in zip(route.stops, spots, words, strict=True)
    )


def disc(middle: Point, radius: float) -> str:
    """Return a round shape as a path."""
    x, y = middle
    r = tidy(radius)
    return f"M{at((x - radius, y))}A{r} {r} 0 1 1 {at((x + radius, y))}A{r} {r} 0 1 1 {at((x - radius, y))}Z"


def _lines(route: Route, middle: Point, radius: float, knot: float) -> Iterator[Line]:
    """Yield the ways: along the circle to the next stage, and through the inside to any other."""
    spots = knots(route, middle, radius, knot)
    column, last = route.column_of, len(route.columns) - 1
    for way in route.ways:
        start, end = column[way.start], column[way.end]
        is_closing = way.kind == "cycle" and (start, end) == (last, 0) and last > 1
        if way.kind != "on" and not is_closing:
            yield Line(through(route, way, middle, spots, knot + 2), way.kind)
        elif len(route.columns[start]) == len(route.columns[end]) == 1:
            trim = (knot + 3) / radius * 57.3
            far = angle_of(route, end + (len(route.columns) if is_closing else 0))
            yield Line(arc(middle, radius, angle_of(route, start) + trim, far - trim - 0.6), way.kind)
        else:
            yield Line(chord(middle, spots[way.start], spots[way.end], 1.06, knot + 2), way.kind)


def through(route: Route, way: Way, middle: Point, spots: Sequence[Point], room: float) -> str:
    """Return a way through the inside, the further the deeper."""
    columns = len(route.columns)
    apart = abs(route.column_of[way.end] - route.column_of[way.start])
    deep = min(apart, columns - apart) / max(columns / 2, 1)
    return chord(middle, spots[way.start], spots[way.end], 0.78 - 0.55 * deep, room)
