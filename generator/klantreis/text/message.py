"""What a text says: its language, its message, its asks and its push score, passage by passage."""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import fsum
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
_RUNGS: Final = {ask: rung for rung, ask in enumerate(ASKS.ids)}


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
    return 0.0 if isinstance(reader, Message) else fsum(reader.points.values())


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
    known = lexicon(spoken, brand.names, brand.products, brand.words_in(spoken), brand.site)
    found = sentences(document.plain.encode("ascii"), document.blocks, known.abbreviations)
    spoken_text = without_samples(document.plain, text)
    return _Reader(document, spoken_text, size, found, known, title is not None, model)


class _Reader:
    """A text while its message is being read."""

    __slots__ = ("bounds", "closing", "document", "lexicon", "points", "said", "scan", "sentences", "size")

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
        self.scan = scan(document, text, found, known)
        self.said = _said(self.scan.kinds, model)
        self.closing = self._closing()
        self.points = self._points(is_titled, model)
        self.bounds: dict[int, Bounds] = {}

    def _closing(self) -> range:
        """Return the numbers of the last sentences of the body, where a modest pointer is welcome."""
        body = len(self.sentences)
        while body and self.sentences[body - 1][2] & FRONT:
            body -= 1
        return range(body - _CLOSING if body >= _FEWEST_WITH_CLOSING else body, body)

    def _points(self, is_titled: bool, model: PushModel) -> dict[int, float]:
        """Return what each sentence that does something adds to the push score."""
        words = self.size.words
        own = model.own.share(words, model.base_words)
        described = model.described.share(words, model.base_words)
        points: dict[int, float] = {}
        for reading, numbers in self.said:
            points |= dict.fromkeys(numbers, reading.all_own * own + reading.described * described)
        place = model.place
        for number in self.closing:
            if number in points:
                reading = model.read(self.scan.kinds[number])
                points[number] = (
                    reading.asking * own * place.closing_ask
                    + (reading.own * own + reading.described * described) * place.closing
                )
        last = len(self.sentences) - 1
        if is_titled and last in points:
            points[last] *= place.title
        return points

    def message(self) -> Message:
        """Return the message, now that every sentence has its points."""
        language, numbers = self.lexicon.language, [number for number, _ in self.scan.hits]
        return Message(
            language=language,
            words=self.size.words,
            push=min(max(round(fsum(self.points.values())), 0), 100),
            evidence=self._evidence(),
            asks=self._asks(),
            facets=self._facets(),
            we=sum(map(self.lexicon.saying_we.__contains__, numbers)),
            you=sum(map(self.lexicon.saying_you.__contains__, numbers)),
            readability=reading_ease(self.size, len(self.sentences), language),
        )

    def _evidence(self) -> tuple[Passage, ...]:
        ranked = sorted([(-each, number) for number, each in self.points.items() if each >= _LEAST_POINTS])
        return tuple([self._passage(number, -each) for each, number in ranked[:_KEPT]])

    def _passage(self, number: int, points: float) -> Passage:
        reading = push_model().read(self.scan.kinds[number])
        return Passage(
            self._bounds(number),
            self.document.lines,
            reading.facet,
            round(points, 2),
            self._words(number, reading.words),
            reading.ask if reading.facet == "call-to-action" else None,
            number in self.closing,
        )

    def _words(self, number: int, kinds: int) -> tuple[str, ...]:
        """Return the words in a sentence that belong to one of these kinds."""
        bits, spoken = self.lexicon.front_bits, self.lexicon.spoken
        found = [spoken[hit] for hit, _ in self.scan.hits_in(number) if bits[hit] & kinds]
        return tuple(dict.fromkeys(reversed(found)))[:_WORDS]

    def _asks(self) -> tuple[Ask, ...]:
        """Return the asks, strongest first, each rung once and where it comes first."""
        asked: dict[str, int] = {}
        for reading, numbers in self.said:
            if reading.ask is not None:
                asked.setdefault(reading.ask, numbers[0])
        lines = self.document.lines
        return tuple([
            Ask(ask, self._bounds(asked[ask]), lines, asked[ask] in self.closing)
            for ask in sorted(asked, key=_RUNGS.__getitem__, reverse=True)
        ])  # fmt: skip

    def _facets(self) -> Facets:
        carried: dict[str, list[list[int]]] = {}
        for reading, numbers in self.said:
            for facet in reading.facets:
                if facet in carried:
                    carried[facet].append(numbers)
                else:
                    carried[facet] = [numbers]
        rows: list[int] = []
        for facet, where in carried.items():
            count = sum(map(len, where))
            shows_two = facet in _SHOWN and count > 1
            more = self._bounds(sorted(chain(*where))[1]) if shows_two else (0, 0)
            rows += (count, *self._bounds(where[0][0]), *more)
        return Facets(tuple(carried), rows, self.document.lines)

    def _bounds(self, number: int) -> Bounds:
        """Return where a sentence stands in the file, without the spaces around it."""
        bounds = self.bounds.get(number)
        if bounds is None:
            start, end, _ = self.sentences[number]
            end = min(end, start + _LONGEST)
            said = self.document.plain[start:end]
            if said[0] == " " or said[-1] == " ":
                start = min(end - len(said.lstrip(" ")), end - 1)
                end = max(start + len(said.strip(" ")), start + 1)
            bounds = self.bounds[number] = self.document.offsets(start, end)
        return bounds


def _said(kinds: Sequence[int], model: PushModel) -> list[tuple[Reading, list[int]]]:
    """Return what is done, with the numbers of the sentences that do it; what comes first stands first."""
    alike: dict[int, list[int]] = {}
    for number, kind in enumerate(kinds):
        if kind in alike:
            alike[kind].append(number)
        else:
            alike[kind] = [number]
    read = ((model.readings.get(kind) or model.read(kind), numbers) for kind, numbers in alike.items())
    return [(reading, numbers) for reading, numbers in read if reading.facet]
