"""The drawings of a route: one for a screen and for paper, one for a phone."""

from klantreis.site.map import circle, circles, road
from klantreis.site.map.route import Route
from klantreis.site.map.shape import Drawing

_FIGURES = {
    "circles": (circles.wide, circles.narrow),
    "circle": (circle.wide, circle.narrow),
    "road": (road.wide, road.narrow),
}


def drawings(route: Route) -> tuple[Drawing, ...]:
    """Return both arrangements of the figure that the route calls for; none for a journey without stages."""
    if not route.stops:
        return ()
    return tuple(draw(route) for draw in _FIGURES[route.figure])
