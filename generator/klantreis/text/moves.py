"""What the kinds of words in a sentence mean together: the moves that a sentence makes."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import yaml

STRUCTURE: Final = (
    "brand", "product", "HEADING", "LIST", "QUOTE", "TABLE", "BUTTON", "LINK", "AWAY", "QUESTION", "DIGIT",
    "to-contact", "to-quote", "to-buy", "to-try", "to-attend", "to-download",
    "to-subscribe", "to-offer",
)  # fmt: skip
"""What a sentence is made of besides words."""


class Move(NamedTuple):
    """Something that a sentence does when it has all of `needs`, one of each of `choices`, none of `bars`."""

    name: str
    facet: str
    ask: str | None
    needs: int
    choices: tuple[int, ...]
    bars: int

    def is_made(self, kinds: int) -> bool:
        """Say whether a sentence with these kinds of words makes this move."""
        return (
            kinds & self.needs == self.needs
            and not kinds & self.bars
            and all(kinds & choice for choice in self.choices)
        )

    @property
    def kinds(self) -> int:
        """All kinds of words that the move looks at."""
        kinds = self.needs
        for choice in self.choices:
            kinds |= choice
        return kinds


class Moves(NamedTuple):
    """All moves, and the bit of every kind of word that they look at."""

    moves: tuple[Move, ...]
    bits: Mapping[str, int]


@cache
def moves() -> Moves:
    """Return the moves that the package ships."""
    source = files("klantreis.text").joinpath("moves.yaml").read_text("utf-8")
    return read_moves(yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))


def read_moves(data: Mapping[str, Any]) -> Moves:
    """Return the moves that `data` (the content of moves.yaml) describes."""
    names: dict[str, int] = {name: 1 << i for i, name in enumerate(STRUCTURE)}
    return Moves(tuple(_move(entry, names) for entry in data["moves"]), names)


def _move(entry: Mapping[str, Any], names: dict[str, int]) -> Move:
    needs, choices = 0, []
    for condition in entry["when"]:
        bits = _bits(condition, names)
        if "|" in condition:
            choices.append(bits)
        else:
            needs |= bits
    bars = 0
    for condition in entry.get("unless", ()):
        bars |= _bits(condition, names)
    return Move(entry["name"], entry["facet"], entry.get("ask"), needs, tuple(choices), bars)


def _bits(condition: str, names: dict[str, int]) -> int:
    bits = 0
    for name in condition.split("|"):
        bits |= names.setdefault(name.strip(), 1 << len(names))
    return bits
