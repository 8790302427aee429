"""The push score: what each sentence adds, by the moves it makes and the place where it stands."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import yaml

from klantreis.model.vocabulary import ASKS
from klantreis.text.moves import Move, moves

_CACHED: Final = 20_000


class Reading(NamedTuple):
    """What a sentence with one combination of kinds of words does; points still without its place."""

    facets: tuple[str, ...]
    ask: str | None
    asking: float
    """Own points that come from asking"""
    own: float
    """Own points that come from anything else"""
    all_own: float
    described: float
    facet: str
    """What the sentence does most of all"""
    words: int
    """The kinds of words that make it do so"""


class Group(NamedTuple):
    """Moves that weigh alike with the length of the text."""

    exponent: float
    scale: float
    moves: Mapping[str, float]

    def share(self, words: int, base: int) -> float:
        """Return what one point is worth in a text of so many words."""
        return float(self.scale / ((words + base) / 100) ** self.exponent)


class Place(NamedTuple):
    """How much counts of what stands in the closing sentences and in the title."""

    closing_ask: float
    closing: float
    title: float


class PushModel:
    """The weights of push.yaml, and the readings made with them so far."""

    __slots__ = ("base_words", "described", "own", "place", "readings")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.base_words = int(data["base_words"])
        self.own, self.described = _group(data["own"]), _group(data["described"])
        place = {name: float(value) for name, value in data["place"].items()}
        self.place = Place(place["closing-ask"], place["closing"], place["title"])
        self.readings: dict[int, Reading] = {}

    def read(self, kinds: int) -> Reading:
        """Return what a sentence with these kinds of words does."""
        reading = self.readings.get(kinds)
        if reading is None:
            if len(self.readings) >= _CACHED:
                self.readings.clear()
            reading = self.readings[kinds] = self._read(kinds)
        return reading

    def _read(self, kinds: int) -> Reading:
        made = [move for move in moves().moves if move.is_made(kinds)]
        own = sum(self.own.moves.get(move.name, 0.0) for move in made)
        asking = sum(self.own.moves.get(move.name, 0.0) for move in made if move.ask)
        pushing = max(made, key=self._weight, default=None)
        words = 0
        for move in made:
            if pushing is not None and move.facet == pushing.facet:
                words |= move.kinds
        return Reading(
            tuple(dict.fromkeys(move.facet for move in made)),
            max((move.ask for move in made if move.ask), key=ASKS.ids.index, default=None),
            asking,
            own - asking,
            own,
            sum(self.described.moves.get(move.name, 0.0) for move in made),
            pushing.facet if pushing is not None else "",
            words & kinds,
        )

    def _weight(self, move: Move) -> float:
        return self.own.moves.get(move.name, 0.0) + self.described.moves.get(move.name, 0.0) / 2


def _group(data: Mapping[str, Any]) -> Group:
    weights = {name: float(weight) for name, weight in data["moves"].items()}
    return Group(float(data["exponent"]), float(data["scale"]), weights)


@cache
def push_model() -> PushModel:
    """Return the push model that the package ships."""
    source = files("klantreis.text").joinpath("push.yaml").read_text("utf-8")
    return PushModel(yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))
