"""What a text says: its links and headings, and the message that its passages carry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from klantreis.model.span import Span


class Link(NamedTuple):
    """A link, image, button or template call; `target` is the destination as written."""

    target: str
    text: str
    span: Span
    image: bool = False
    kind: str = "link"
    """link | autolink | html | button | shortcode"""


class Heading(NamedTuple):
    """A heading and the anchor under which the site publishes it."""

    level: int
    text: str
    anchor: str
    span: Span


class Evidence(NamedTuple):
    """A passage that carries something: what it does, how strongly, and in which words."""

    span: Span
    facet: str
    points: float
    words: tuple[str, ...] = ()
    ask: str | None = None
    closing: bool = False
    """Part of the modest closing pointer, which weighs little."""


class Ask(NamedTuple):
    """What a passage asks of the reader: a rung of the ladder of asks."""

    ask: str
    span: Span
    closing: bool = False


class Strength(NamedTuple):
    """In how many sentences a text carries a facet, and where first."""

    points: int
    spans: tuple[Span, ...]


_NOTHING = Strength(0, ())

SELLING: Final = 10
"""Up to this push score a text informs; where the border lies was found on labelled texts."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a text does, as far as it can be told."""

    language: str | None = None
    """nl | en | another language's code, or None where the text is too short to tell"""
    words: int = 0
    push: int | None = None
    """0 to 100; None where no verdict is given: a third language, or too few words"""
    evidence: tuple[Evidence, ...] = ()
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
        return self.facets.get(facet, _NOTHING)
