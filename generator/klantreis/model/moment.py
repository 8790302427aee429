"""A moment: one of the places where an item stands, as values."""

from typing import NamedTuple

from klantreis.model.journey import Journey, Stage
from klantreis.model.touchpoint import Touchpoint


class Moment(NamedTuple):
    """One of the places where an item stands; the touchpoint is null where none is told."""

    journey: Journey
    stage: Stage
    touchpoint: Touchpoint | None
    persona: str
