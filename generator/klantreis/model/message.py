"""What a text says: its links and headings, and the message that its passages carry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, overload

from klantreis.model.mark import offsets, shared
from klantreis.model.packed import packed
from klantreis.model.slug import unique_slugs
from klantreis.model.span import Span, span_of

Bounds = tuple[int, int]
"""Offsets in a file: of the first character, and past the last"""


class Link(NamedTuple):
    """A link, image, button or template call; `target` is the destination as written."""

    target: str
    text: str
    at: Bounds
    lines: Sequence[int]
    """The offsets at which the lines of the file start"""
    image: bool = False
    kind: str = "link"
    """link | autolink | html | button | shortcode"""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return span_of(self.lines, *self.at)


class Heading(NamedTuple):
    """A heading and the anchor under which the site publishes it."""

    level: int
    text: str
    anchor: str
    at: Bounds
    lines: Sequence[int]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return span_of(self.lines, *self.at)


class Headings(Sequence[Heading]):
    """The headings of a text; their anchors are worked out when they are asked for, which is seldom."""

    __slots__ = ("_lines", "_rows")

    def __init__(self, rows: tuple[tuple[int, str, str, Bounds], ...], lines: Sequence[int]) -> None:
        """Take the level, the text, the anchor of its own (or nothing) and the place of each."""
        self._rows, self._lines = rows, lines

    @overload
    def __getitem__(self, index: int) -> Heading: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Heading]: ...
    def __getitem__(self, index: int | slice) -> Heading | Sequence[Heading]:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[Heading]:
        anchors = unique_slugs((text, own) for _, text, own, _ in self._rows)
        for (level, text, _, at), anchor in zip(self._rows, anchors, strict=True):
            yield Heading(level, text, anchor, at, self._lines)

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"Headings({list(self)})"

    @property
    def title(self) -> str:
        """The text of the first heading of the first level, else of the first heading."""
        titles = [text for level, text, _, _ in self._rows if level == 1]
        return titles[0] if titles else (self._rows[0][1] if self._rows else "")


class Passage(NamedTuple):
    """A sentence that carries something: what it does, how strongly, and in which words."""

    at: Bounds
    lines: Sequence[int]
    facet: str
    points: float
    words: tuple[str, ...] = ()
    ask: str | None = None
    closing: bool = False
    """Part of the modest closing pointer, which weighs little."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return span_of(self.lines, *self.at)


class Ask(NamedTuple):
    """What a passage asks of the reader: a rung of the ladder of asks."""

    ask: str
    at: Bounds
    lines: Sequence[int]
    closing: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return span_of(self.lines, *self.at)


class Strength(NamedTuple):
    """In how many sentences a text carries a facet, and where the first of them stand."""

    points: int
    at: Sequence[int] = ()
    """A start and an end for each"""
    lines: Sequence[int] = (0,)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the first of the sentences stand, one or two."""
        at = self.at
        return tuple([span_of(self.lines, at[i], at[i + 1]) for i in range(0, len(at), 2)])


_NOTHING: Final = Strength(0)
_ROW: Final = 5


class Facets(Mapping[str, Strength]):
    """The strength of each facet that a text carries; where it stands is worked out when it is asked for."""

    __slots__ = ("_lines", "_names", "_numbers")

    def __init__(self, names: tuple[str, ...], numbers: Sequence[int], lines: Sequence[int]) -> None:
        """Take for each name how many sentences, and the bounds of the first two; 0, 0 for none."""
        self._names, self._numbers, self._lines = shared(names), offsets(numbers), lines

    def __getitem__(self, facet: str) -> Strength:
        if facet not in self._names:
            raise KeyError(facet)
        at = self._names.index(facet) * _ROW
        count, *bounds = self._numbers[at : at + _ROW]
        return Strength(count, bounds if bounds[-1] else bounds[:2], self._lines)

    def __contains__(self, facet: object) -> bool:
        return facet in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"Facets({dict(self)})"


SELLING: Final = 10
"""Up to this push score a text informs; where the border lies was found on labelled texts."""


@packed
@dataclass(frozen=True, slots=True)
class Message:
    """What a text does, as far as it can be told."""

    language: str | None = None
    """nl | en | another language's code, or None where the text is too short to tell"""
    words: int = 0
    push: int | None = None
    """0 to 100; None where no verdict is given: a third language, or too few words"""
    evidence: tuple[Passage, ...] = ()
    """The passages that carry the push score, strongest first"""
    asks: tuple[Ask, ...] = ()
    """What the text asks, strongest first"""
    facets: Mapping[str, Strength] = field(default_factory=dict)
    we: int = 0
    you: int = 0
    readability: float | None = None
    """Flesch-Douma (nl) or Flesch reading ease (en)"""

    @property
    def ask(self) -> str | None:
        """The strongest ask of the text."""
        return self.asks[0].ask if self.asks else None

    @property
    def sells(self) -> bool:
        """Say whether the text as a whole sells."""
        return self.push is not None and self.push > SELLING

    def strength(self, facet: str) -> Strength:
        """Return how strongly the text carries `facet`."""
        if facet not in self.facets:  # as of most; `get` would raise an error for each, and catch it
            return _NOTHING
        return self.facets[facet]
