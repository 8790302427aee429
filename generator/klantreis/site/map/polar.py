"""Places, arcs and parts of rings around a middle; angles in degrees from the top, with the clock."""

import math

from klantreis.site.map.shape import Point, at, tidy


def spot(middle: Point, radius: float, angle: float) -> Point:
    """Return the place so far from `middle`, in the direction of `angle`."""
    turn = math.radians(angle - 90)
    # Rounded here, so that the last digit is the same on every machine.
    return round(middle[0] + radius * math.cos(turn), 2), round(middle[1] + radius * math.sin(turn), 2)


def arc(middle: Point, radius: float, start: float, end: float) -> str:
    """Return an arc as a path; against the clock when it ends before it starts."""
    is_large, is_clockwise = int(abs(end - start) > 180), int(end > start)
    begin, finish = spot(middle, radius, start), spot(middle, radius, end)
    return f"M{at(begin)}A{tidy(radius)} {tidy(radius)} 0 {is_large} {is_clockwise} {at(finish)}"


def sector(middle: Point, inner: float, outer: float, start: float, end: float) -> str:
    """Return the part of a ring between two angles as a path."""
    is_large = int(end - start > 180)
    corners = (spot(middle, outer, start), spot(middle, outer, end), spot(middle, inner, end))
    back = spot(middle, inner, start)
    return (
        f"M{at(corners[0])}A{tidy(outer)} {tidy(outer)} 0 {is_large} 1 {at(corners[1])}"
        f"L{at(corners[2])}A{tidy(inner)} {tidy(inner)} 0 {is_large} 0 {at(back)}Z"
    )


def chord(middle: Point, start: Point, end: Point, pull: float, room: float) -> str:
    """Return a curve between two places past the middle, ending `room` short of both."""
    half = (start[0] + end[0]) / 2 - middle[0], (start[1] + end[1]) / 2 - middle[1]
    bend = middle[0] + half[0] * pull, middle[1] + half[1] * pull
    return f"M{at(_short(start, bend, room))}Q{at(bend)} {at(_short(end, bend, room + 2))}"


def _short(place: Point, toward: Point, room: float) -> Point:
    far = math.dist(place, toward) or 1
    part = min(room / far, 0.9)
    return place[0] + (toward[0] - place[0]) * part, place[1] + (toward[1] - place[1]) * part
