"""A journey as a road: cards in rows, with the places where people get on and off."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from klantreis.site.map.card import card, marks
from klantreis.site.map.grid import EDGE, LANE, STRIP, Grid, is_marked, lying, upright
from klantreis.site.map.lane import AFTER, BEFORE, Course, Lane, Seat, courses, seats
from klantreis.site.map.route import Route
from klantreis.site.map.shape import Box, Drawing, Line, Point, Text, at, bent

WIDE, NARROW = 1000, 340
MOST = 6
"""So many columns stand in one row at most."""
WIDEST = 250
_NEAR = 14
_EDGE, _MARKED = 0.12, 0.4


def wide(route: Route) -> Drawing:
    """Return the road for a screen or for paper: rows of at most six columns, equally long."""
    rows = -(-len(route.columns) // MOST)
    per_row = -(-len(route.columns) // rows)
    seated = seats(route, per_row)
    taken = courses(route, seated)
    width = min(WIDE, per_row * WIDEST + 2 * EDGE)
    return _drawing("wide", route, seated, taken, lying(route, seated, taken, width))


def narrow(route: Route) -> Drawing:
    """Return the road for a phone: from the top down."""
    seated = seats(route, len(route.columns))
    taken = courses(route, seated)
    return _drawing("narrow", route, seated, taken, upright(route, seated, taken, NARROW))


def _drawing(name: str, route: Route, seated: Sequence[Seat], taken: Sequence[Course], grid: Grid) -> Drawing:
    lines: list[Line] = []
    texts: list[Text] = []
    for stop, box in enumerate(grid.boxes):
        row = grid.bands[seated[stop].row]
        at_top = not grid.is_upright and seated[stop].is_first
        drawn, words = marks(route.stops[stop], box, row.tail if at_top else box.y - STRIP + 2)
        lines += drawn
        texts += words
    return Drawing(
        name=name,
        width=grid.across if grid.is_upright else grid.along,
        height=grid.along if grid.is_upright else grid.across,
        grounds=_grounds(grid),
        lines=(*_onward(route, seated, grid), *_passing(route, seated, taken, grid), *lines),
        places=tuple(card(stop, box) for stop, box in zip(route.stops, grid.boxes, strict=True)),
        texts=tuple(texts),
    )


def _grounds(grid: Grid) -> tuple[Box, ...]:
    if grid.is_upright:
        return ()
    return tuple(Box(0, band.start, grid.along, round(band.end - band.start, 1)) for band in grid.bands)


def _onward(route: Route, seated: Sequence[Seat], grid: Grid) -> Iterator[Line]:
    """Yield the way to each next stage: across the gap between two columns, or round to the next row."""
    for way in route.ways:
        if way.kind != "on":
            continue
        (_, leave), (arrive, _) = grid.ends(way.start), grid.ends(way.end)
        start, end = _middle(grid, way.start), _middle(grid, way.end)
        if seated[way.start].row == seated[way.end].row:
            yield Line(_step(grid, (leave, start), (arrive - 2, end)), "on")
            continue
        turn = grid.bands[seated[way.start].row].end + 9
        far, near = grid.along - EDGE / 2, EDGE / 2
        points = [(leave, start), (far, start), (far, turn), (near, turn), (near, end), (arrive - 2, end)]
        yield Line(bent([grid.point(*point) for point in points]), "on")


def _middle(grid: Grid, stop: int) -> float:
    side, other = grid.sides(stop)
    return (side + other) / 2


def _step(grid: Grid, start: Point, end: Point) -> str:
    """Return a short way as a path: straight, or bent to a stage that stands beside another."""
    (a1, c1), (a2, c2) = start, end
    if c1 == c2:
        return f"M{at(grid.point(a1, c1))}L{at(grid.point(a2, c2))}"
    half = (a1 + a2) / 2
    begin, near, far, finish = (grid.point(*p) for p in ((a1, c1), (half, c1), (half, c2), (a2, c2)))
    return f"M{at(begin)}C{at(near)} {at(far)} {at(finish)}"


class _Port(NamedTuple):
    """Where ways leave or reach a stage: the side of its card, or the gap beside it."""

    stop: int
    side: str
    """`after` or `before`: across the row; `ahead` or `behind`: along it, in the gap."""


class _End(NamedTuple):
    """An end of a way: its port, and the bundle with which it shares a place there."""

    port: _Port
    bundle: str


def _passing(route: Route, seated: Sequence[Seat], taken: Sequence[Course], grid: Grid) -> Iterator[Line]:
    """Yield the ways that pass stages by, each through its lanes."""
    pairs = [_ends(number, course, seated) for number, course in enumerate(taken)]
    spots = _spots(route, [end for pair in pairs for end in pair], grid)
    for number, (course, (start, end)) in enumerate(zip(taken, pairs, strict=True)):
        own = course, (start, end)
        if any(_covers(other, own, spots) for other in zip(taken, pairs, strict=True)):
            # The line to the goal further on runs along here already: only the branch is left to draw.
            stem = (spots[end], _level(grid, course.lanes[0]))
            points = [stem, *reversed(_way_out(grid, end.port, spots[end], 2))]
            yield Line(bent([grid.point(*point) for point in points]), course.way.kind)
            continue
        points = _way_out(grid, start.port, spots[start])
        for here, there in zip(course.lanes, (*course.lanes[1:], None), strict=True):
            level = _level(grid, here)
            points.append((points[-1][0], level))
            points.append((_gap(grid, seated, here, number) if there else spots[end], level))
        points += reversed(_way_out(grid, end.port, spots[end], 2))
        yield Line(bent([grid.point(*point) for point in points]), course.way.kind)


_Run = tuple[Course, tuple[_End, _End]]


def _covers(other: _Run, own: _Run, spots: Mapping[_End, float]) -> bool:
    """Say whether `other` leaves from the same place along the same lane, and goes further that way."""
    if other[1][0] != own[1][0] or len(other[0].lanes) + len(own[0].lanes) > 2:
        return False
    far, near = (spots[end] - spots[start] for _, (start, end) in (other, own))
    return far * near > 0 and abs(far) > abs(near)


def _ends(number: int, course: Course, seated: Sequence[Seat]) -> tuple[_End, _End]:
    """Return both ends of a way; ways of one kind leave a stage together, and each arrives by itself."""
    way, first, last = course.way, course.lanes[0], course.lanes[-1]
    return (
        _End(_port(way.start, seated[way.start], first, first.end > first.start), way.kind),
        _End(_port(way.end, seated[way.end], last, last.start > last.end), str(number)),
    )


def _port(stop: int, seat: Seat, lane: Lane, is_ahead: bool) -> _Port:
    """Return the port of a stage towards a lane; a stage with another in between goes by the gap."""
    side = lane.side if lane.row == seat.row else BEFORE
    is_free = seat.is_last if side == AFTER else seat.is_first
    return _Port(stop, side if is_free else "ahead" if is_ahead else "behind")


def _spots(route: Route, ends: Sequence[_End], grid: Grid) -> dict[_End, float]:
    """Return where along the row each end lies: spread over the side of the card, or in the gap beside it."""
    bundles: dict[_Port, dict[_End, None]] = defaultdict(dict)
    for end in ends:
        bundles[end.port][end] = None
    return {
        end: round(_spot(route, port, place / (len(group) + 1), grid), 1)
        for port, group in bundles.items()
        for place, end in enumerate(group, 1)
    }


def _spot(route: Route, port: _Port, part: float, grid: Grid) -> float:
    begin, finish = grid.ends(port.stop)
    if port.side == "ahead":
        return finish + 4 + 10 * part
    if port.side == "behind":
        return begin - 4 - 10 * part - _words(route, port.stop, grid)
    # At the top the words at an entry and an exit stand left and right.
    edge = _MARKED if port.side == BEFORE and is_marked(route, port.stop) else _EDGE
    # Above a little aside, so that no line runs along one that comes from below in the row before.
    aside = 7 if port.side == BEFORE else 0
    return begin + aside + (finish - begin) * (edge + (1 - 2 * edge) * part)


def _words(route: Route, stop: int, grid: Grid) -> float:
    """Return the room that words at an entry or an exit take between a card and the one before."""
    column = route.columns[route.column_of[stop]]
    return STRIP - 4 if grid.is_upright and any(is_marked(route, other) for other in column) else 0


def _way_out(grid: Grid, port: _Port, spot: float, short: float = 0) -> list[Point]:
    """Return the points from a card to where its way turns, `short` of the card at the end of an arrow."""
    (begin, finish), (near, far) = grid.ends(port.stop), grid.sides(port.stop)
    if port.side == AFTER:
        return [(spot, far + short)]
    if port.side == BEFORE:
        return [(spot, near - short)]
    edge = finish + short if port.side == "ahead" else begin - short
    low = far - _NEAR
    return [(edge, low), (spot, low)]


def _level(grid: Grid, lane: Lane) -> float:
    band = grid.bands[lane.row]
    far = 10 + LANE * lane.level
    return band.last + far if lane.side == AFTER else band.first - far


def _gap(grid: Grid, seated: Sequence[Seat], lane: Lane, number: int) -> float:
    """Return where along the row a way passes between two columns to a row further on."""
    ends = [grid.ends(stop)[1] for stop, seat in enumerate(seated) if seat.column == int(lane.end)]
    return ends[0] + 6 + number % 4 * 5
