"""Words beside a circle: each stage's name at its own height, pushed apart where they would touch."""

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.site.map.card import NAME, NOTE, NUMBER
from klantreis.site.map.lettering import width_of, wrapped
from klantreis.site.map.route import Stop
from klantreis.site.map.shape import Sign, Text, height_of

_SIGN = 13
_GAP = 12


@dataclass(frozen=True, slots=True)
class Callout:
    """The words of one stage: name, role, state and marks, each in lines."""

    stop: Stop
    names: tuple[str, ...]
    small: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high the words are, the line with the state included."""
        return round(height_of(self.names, NAME) + height_of(self.small, NOTE) + NOTE + 10, 1)


def callout(stop: Stop, width: float) -> Callout:
    """Return the words of a stage, broken so that they fit in `width`."""
    number = f"{stop.number}. "
    first, *rest = wrapped(stop.name, NAME, width - width_of(number, NAME)) or ("",)
    named = (f"{number}{first}", *rest)
    words = " · ".join(word for word in (stop.role_line, *stop.notes, stop.entry, stop.exit) if word)
    return Callout(stop, named, wrapped(words, NOTE, width))


def set_at(words: Callout, x: float, top: float, anchor: str) -> tuple[tuple[Text, ...], Sign]:
    """Return the words with their first line at `top`, and the sign of the state before its figure."""
    y = top + NAME
    small = y + height_of(words.names, NAME) - 2
    base = small + height_of(words.small, NOTE) + 4
    figure = words.stop.figure
    wide = width_of(figure, NUMBER)
    left = x if anchor == "start" else x - wide - _SIGN - 4
    texts = (
        Text(words.names, x, y, NAME, "name", anchor),
        Text(words.small, x, small, NOTE, "note", anchor),
        Text((figure,), left + _SIGN + 4, base, NUMBER, "figure"),
    )
    return tuple(t for t in texts if any(t.lines)), Sign(words.stop.state, left, base - 11, _SIGN)


Words = tuple[tuple[Text, ...], Sign]
"""The words of a stage where they stand, and the sign of its state."""


def listed(stops: Sequence[Stop], width: float, top: float) -> tuple[tuple[Words, ...], float]:
    """Return the words of all stages below one another from `top` down, and where they end.

    The state stands at the end of the line, `width` from the left.
    """
    found: list[Words] = []
    most = max(width_of(stop.figure, NUMBER) for stop in stops) + _SIGN + 4
    for stop in stops:
        words = callout(stop, width - most - 24)
        texts, _ = set_at(words, 12, top, "start")
        figure = Text((stop.figure,), 12 + width - most + _SIGN + 4, top + NAME, NUMBER, "figure")
        sign = Sign(stop.state, figure.x - _SIGN - 4, figure.y - 11, _SIGN)
        found.append(((*(t for t in texts if t.css != "figure"), figure), sign))
        top += height_of(words.names, NAME) + height_of(words.small, NOTE) + _GAP
    return tuple(found), round(top, 1)


def stacked(wanted: Sequence[tuple[float, float]]) -> list[float]:
    """Return where each block begins, given the middle it wants and its height, in order from the top.

    No two touch, and each group of neighbours stays as near as it can to where they want to be (the
    pool-adjacent-violators algorithm).
    """
    above = 0.0
    pools: list[tuple[float, int]] = []
    offsets = []
    for middle, height in wanted:
        pools.append((middle - height / 2 - above, 1))
        offsets.append(above)
        above += height + _GAP
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, few), (other, more) = pools[-2:]
            pools[-2:] = [((one * few + other * more) / (few + more), few + more)]
    levels = [level for level, size in pools for _ in range(size)]
    return [round(level + offset, 1) for level, offset in zip(levels, offsets, strict=True)]


def beside(
    blocks: Sequence[tuple[Callout, float]], x: float, anchor: str
) -> list[tuple[tuple[Text, ...], Sign, float]]:
    """Return words in a column at `x`, each near the height it wants, with the middle of each."""
    tops = stacked([(wanted, words.height) for words, wanted in blocks])
    return [
        (*set_at(words, x, top, anchor), top + words.height / 2)
        for (words, _), top in zip(blocks, tops, strict=True)
    ]
