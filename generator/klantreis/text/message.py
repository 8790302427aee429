"""What a text says: its language, its message, its asks and its push score, passage by passage."""

from collections.abc import Iterable, Sequence
from typing import Final

from klantreis.model.brand import Brand
from klantreis.model.message import Ask, Evidence, Message, Strength
from klantreis.model.span import Span
from klantreis.model.vocabulary import ASKS
from klantreis.read.passage import FRONT, Document
from klantreis.text.language import vote
from klantreis.text.lexicon import LANGUAGES, Lexicon, lexicon
from klantreis.text.moves import moves
from klantreis.text.normal import flat
from klantreis.text.push import Reading, push_model
from klantreis.text.readability import reading_ease
from klantreis.text.scan import Scan, scan
from klantreis.text.sentence import Sentence, sentences

FEWEST_WORDS: Final = 11
"""A text with fewer words gets no verdict"""

_CLOSING: Final = 3
"""A modest closing pointer is at most this many sentences"""
_FEWEST_WITH_CLOSING: Final = 7
"""A text of fewer sentences has no closing of its own"""
_KEPT: Final = 24
"""How many passages are kept as evidence"""
_FACET_SPANS: Final = 2
_LONGEST: Final = 600
_WORDS: Final = 6
_LEAST_POINTS: Final = 0.25


def read_message(
    document: Document,
    language: str | None,
    brand: Brand,
    copy: Iterable[tuple[int, int]] = (),
    title: tuple[int, int] | None = None,
) -> Message:
    """Return what `document` says; `copy` and `title` are offsets of front matter in the same file."""
    front = (*copy, *((title,) if title else ()))
    if front:
        document = document.with_copy(front)
    text = flat(document.plain)
    words = text.split()
    spoken = vote(words, language)
    if spoken not in LANGUAGES or len(words) < FEWEST_WORDS:
        return Message(spoken, len(words))
    known = lexicon(spoken, brand.names, brand.products)
    found = sentences(document.plain.encode("ascii"), document.blocks, known.abbreviations)
    return _Reader(document, text, len(words), found, known, title is not None).message(spoken)


class _Reader:
    """A text while its message is being read."""

    __slots__ = ("body", "count", "document", "lexicon", "points", "readings", "scan", "sentences", "text")

    def __init__(
        self, document: Document, text: bytes, count: int, found: list[Sentence], known: Lexicon, titled: bool
    ) -> None:
        self.document, self.text, self.count = document, text, count
        self.sentences, self.lexicon = found, known
        self.scan: Scan = scan(document, text, found, known)
        model = push_model()
        self.readings: list[Reading] = [model.read(kinds) for kinds in self.scan.kinds]
        self.body = sum(not sentence.kind & FRONT for sentence in found)
        self.points = self._points(titled)

    def _closing_from(self) -> int:
        return self.body - _CLOSING if self.body >= _FEWEST_WITH_CLOSING else self.body

    def _points(self, titled: bool) -> list[float]:
        """Return what each sentence adds to the push score."""
        model = push_model()
        own, described, informs = (
            group.share(self.count, model.base_words) for group in (model.own, model.described, model.informs)
        )
        points = [
            (reading.asking + reading.own) * own + reading.described * described - reading.informs * informs
            for reading in self.readings
        ]
        place = model.place
        for number in range(self._closing_from(), self.body):
            reading = self.readings[number]
            points[number] = (
                reading.asking * own * place.closing_ask
                + (reading.own * own + reading.described * described) * place.closing
                - reading.informs * informs
            )
        if titled:
            points[-1] *= place.title
        return points

    def message(self, language: str) -> Message:
        """Return the message, now that every sentence has its points."""
        return Message(
            language=language,
            words=self.count,
            push=min(max(round(sum(self.points)), 0), 100),
            evidence=self._evidence(),
            asks=self._asks(),
            facets=self._facets(),
            we=self._mentions("we"),
            you=self._mentions("you"),
            readability=reading_ease(self.text, self.count, len(self.sentences), language),
        )

    def _evidence(self) -> tuple[Evidence, ...]:
        ranked = sorted(
            (number for number, points in enumerate(self.points) if points >= _LEAST_POINTS),
            key=lambda number: -self.points[number],
        )
        return tuple(self._passage(number) for number in ranked[:_KEPT])

    def _passage(self, number: int) -> Evidence:
        reading = self.readings[number]
        return Evidence(
            self._span(number),
            reading.facet,
            round(self.points[number], 2),
            self._words(number, reading.words),
            reading.ask if reading.facet == "call-to-action" else None,
            self._closing_from() <= number < self.body,
        )

    def _words(self, number: int, kinds: int) -> tuple[str, ...]:
        first = self.scan.hit_ends[number - 1] if number else 0
        found = (
            self.lexicon.patterns[hit[0]].decode().replace("  ", " ").strip()
            for hit in self.scan.hits[first : self.scan.hit_ends[number]]
            if self.lexicon.front_bits[hit[0]] & kinds
        )
        return tuple(dict.fromkeys(found))[:_WORDS]

    def _asks(self) -> tuple[Ask, ...]:
        """Return the asks, each rung once: outside the closing where it is asked there too."""
        closing_from = self._closing_from()
        asked: dict[str, int] = {}
        for number, reading in enumerate(self.readings):
            if reading.ask and (reading.ask not in asked):
                asked[reading.ask] = number
        strongest = sorted(asked, key=lambda ask: -ASKS.ids.index(ask))
        return tuple(
            Ask(ask, self._span(asked[ask]), closing_from <= asked[ask] < self.body) for ask in strongest
        )

    def _facets(self) -> dict[str, Strength]:
        carried: dict[str, list[int]] = {}
        for number, reading in enumerate(self.readings):
            for facet in reading.facets:
                if facet in carried:
                    carried[facet].append(number)
                else:
                    carried[facet] = [number]
        spans: dict[int, Span] = {}
        for numbers in carried.values():
            for number in numbers[:_FACET_SPANS]:
                if number not in spans:
                    spans[number] = self._span(number)
        return {
            facet: Strength(float(len(numbers)), tuple(spans[number] for number in numbers[:_FACET_SPANS]))
            for facet, numbers in carried.items()
        }

    def _span(self, number: int) -> Span:
        start, end, _ = self.sentences[number]
        plain = self.document.plain
        end = min(end, start + _LONGEST)
        sentence = plain[start:end]
        return self.document.span(
            start + len(sentence) - len(sentence.lstrip()), end - len(sentence) + len(sentence.rstrip())
        )

    def _mentions(self, kind: str) -> int:
        bit = moves().bits[kind]
        return _count(self.scan.hits, self.lexicon.bits, bit)


def _count(hits: Sequence[tuple[int, int, int]], bits: Sequence[int], bit: int) -> int:
    return sum(1 for number, _, _ in hits if bits[number] & bit)
