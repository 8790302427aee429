"""What a text says: its language, its message, its asks and its push score, passage by passage."""

from collections.abc import Iterable
from typing import Final

from klantreis.model.brand import Brand
from klantreis.model.message import Ask, Bounds, Facets, Message, Passage
from klantreis.model.vocabulary import ASKS
from klantreis.read.passage import FRONT, Document
from klantreis.text.language import vote
from klantreis.text.lexicon import Lexicon, languages, lexicon
from klantreis.text.normal import flat
from klantreis.text.push import PushModel, Reading, push_model
from klantreis.text.quote import without_samples
from klantreis.text.readability import Shape, reading_ease, shape
from klantreis.text.scan import scan
from klantreis.text.sentence import Sentence, sentences

FEWEST_WORDS: Final = 11
"""A text with fewer words gets no verdict"""

_JUDGED: Final = 200_000
"""How many characters of a text are judged"""
_CLOSING: Final = 3
"""A modest closing pointer is at most this many sentences"""
_FEWEST_WITH_CLOSING: Final = 7
"""A text of fewer sentences has no closing of its own"""
_KEPT: Final = 30
"""How many passages are kept as evidence"""
_SHOWN: Final = frozenset(
    "offer price urgency product-detail upsell cross-sell quality availability accessible-price self-praise "
    "own-product call-to-action".split()
)
"""The facets that a finding points at, so that two places are kept; of the others one"""
_LONGEST: Final = 600
_WORDS: Final = 6
_LEAST_POINTS: Final = 0.1


def read_message(
    document: Document,
    language: str | None,
    brand: Brand,
    copy: Iterable[tuple[int, int]] = (),
    title: tuple[int, int] | None = None,
) -> Message:
    """Return what `document` says; `copy` and `title` are offsets of front matter in the same file."""
    reader = _reader(document, language, brand, copy, title, push_model())
    return reader if isinstance(reader, Message) else reader.message()


def push_points(
    document: Document, language: str, brand: Brand, title: tuple[int, int] | None, model: PushModel
) -> float:
    """Return the push score of `document` with the weights of `model`, neither rounded nor cut off."""
    reader = _reader(document, language, brand, (), title, model)
    return 0.0 if isinstance(reader, Message) else sum(reader.points)


def _reader(
    document: Document,
    language: str | None,
    brand: Brand,
    copy: Iterable[tuple[int, int]],
    title: tuple[int, int] | None,
    model: PushModel,
) -> "_Reader | Message":
    """Return a reader of the text, or the whole message where there is nothing to judge."""
    front = (*copy, *((title,) if title else ()))
    document = document.first(_JUDGED)
    if front:
        document = document.with_copy(front)
    text = flat(document.plain)
    spoken = vote(text, language)
    size = shape(text, spoken)
    if spoken not in languages() or size.words < FEWEST_WORDS:
        return Message(spoken, size.words)
    known = lexicon(spoken, brand.names, brand.products)
    found = sentences(document.plain.encode("ascii"), document.blocks, known.abbreviations)
    spoken_text = without_samples(document.plain, text)
    return _Reader(document, spoken_text, size, found, known, title is not None, model)


class _Reader:
    """A text while its message is being read."""

    __slots__ = (
        "bounds", "closing", "document", "hits", "hits_from", "lexicon", "points", "readings", "sentences",
        "size",
    )  # fmt: skip

    def __init__(
        self,
        document: Document,
        text: bytes,
        size: Shape,
        found: list[Sentence],
        known: Lexicon,
        is_titled: bool,
        model: PushModel,
    ) -> None:
        self.document, self.size, self.sentences, self.lexicon = document, size, found, known
        kinds, self.hits, self.hits_from = scan(document, text, found, known)
        known_reading, read = model.readings.get, model.read
        self.readings: list[Reading] = [known_reading(kind) or read(kind) for kind in kinds]
        self.closing = self._closing()
        self.points = self._points(is_titled, model)
        self.bounds: dict[int, Bounds] = {}

    def _closing(self) -> range:
        """Return the numbers of the last sentences of the body, where a modest pointer is welcome."""
        body = len(self.sentences)
        while body and self.sentences[body - 1][2] & FRONT:
            body -= 1
        return range(body - _CLOSING if body >= _FEWEST_WITH_CLOSING else body, body)

    def _points(self, is_titled: bool, model: PushModel) -> list[float]:
        """Return what each sentence adds to the push score."""
        words = self.size.words
        own = model.own.share(words, model.base_words)
        described = model.described.share(words, model.base_words)
        points = [
            reading.all_own * own + reading.described * described if reading.facet else 0.0
            for reading in self.readings
        ]
        place = model.place
        for number in self.closing:
            reading = self.readings[number]
            points[number] = (
                reading.asking * own * place.closing_ask
                + (reading.own * own + reading.described * described) * place.closing
            )
        if is_titled:
            points[-1] *= place.title
        return points

    def message(self) -> Message:
        """Return the message, now that every sentence has its points."""
        language, numbers = self.lexicon.language, [number for number, _ in self.hits]
        return Message(
            language=language,
            words=self.size.words,
            push=min(max(round(sum(self.points)), 0), 100),
            evidence=self._evidence(),
            asks=self._asks(),
            facets=self._facets(),
            we=sum(map(self.lexicon.saying_we.__contains__, numbers)),
            you=sum(map(self.lexicon.saying_you.__contains__, numbers)),
            readability=reading_ease(self.size, len(self.sentences), language),
        )

    def _evidence(self) -> tuple[Passage, ...]:
        ranked = sorted(
            [(-points, number) for number, points in enumerate(self.points) if points >= _LEAST_POINTS]
        )
        return tuple([self._passage(number) for _, number in ranked[:_KEPT]])

    def _passage(self, number: int) -> Passage:
        reading = self.readings[number]
        return Passage(
            self._bounds(number),
            self.document.lines,
            reading.facet,
            round(self.points[number], 2),
            self._words(number, reading.words),
            reading.ask if reading.facet == "call-to-action" else None,
            number in self.closing,
        )

    def _words(self, number: int, kinds: int) -> tuple[str, ...]:
        """Return the words in a sentence that belong to one of these kinds."""
        bits, spoken = self.lexicon.front_bits, self.lexicon.spoken
        past = self.hits_from[number - 1] if number else len(self.hits)
        found = [spoken[hit] for hit, _ in self.hits[self.hits_from[number] : past] if bits[hit] & kinds]
        return tuple(dict.fromkeys(reversed(found)))[:_WORDS]

    def _asks(self) -> tuple[Ask, ...]:
        """Return the asks, strongest first, each rung once and where it comes first."""
        asked: dict[str, int] = {}
        for number, reading in enumerate(self.readings):
            if reading.ask is not None:
                asked.setdefault(reading.ask, number)
        strongest = sorted(asked, key=lambda ask: -ASKS.ids.index(ask))
        lines = self.document.lines
        return tuple([
            Ask(ask, self._bounds(asked[ask]), lines, asked[ask] in self.closing) for ask in strongest
        ])  # fmt: skip

    def _facets(self) -> Facets:
        carried: dict[str, list[int]] = {}
        for number, reading in enumerate(self.readings):
            for facet in reading.facets:
                if facet in carried:
                    carried[facet].append(number)
                else:
                    carried[facet] = [number]
        numbers: list[int] = []
        for facet, where in carried.items():
            shows_two = facet in _SHOWN and len(where) > 1
            more = self._bounds(where[1]) if shows_two else (0, 0)
            numbers += (len(where), *self._bounds(where[0]), *more)
        return Facets(tuple(carried), numbers, self.document.lines)

    def _bounds(self, number: int) -> Bounds:
        """Return where a sentence stands in the file, without the spaces around it."""
        bounds = self.bounds.get(number)
        if bounds is None:
            start, end, _ = self.sentences[number]
            plain = self.document.plain
            end = min(end, start + _LONGEST)
            while start < end - 1 and plain[start] == " ":
                start += 1
            while end - 1 > start and plain[end - 1] == " ":
                end -= 1
            bounds = self.bounds[number] = self.document.offsets(start, end)
        return bounds
