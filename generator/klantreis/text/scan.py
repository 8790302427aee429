"""One pass over a text: which kinds of words stand in which sentence."""

from bisect import bisect_left, bisect_right
from functools import cache
from typing import Final, NamedTuple

from klantreis.read.passage import BUTTON, FRONT, HEADING, LIST, QUOTE, TABLE, Document
from klantreis.text.lexicon import Lexicon
from klantreis.text.moves import moves
from klantreis.text.sentence import Sentence
from klantreis.text.target import target_bits

_KINDS: Final = (
    (HEADING, "HEADING"), (LIST, "LIST"), (QUOTE, "QUOTE"), (TABLE, "TABLE"), (BUTTON, "BUTTON"),
    (FRONT, "HEADING"),
)  # fmt: skip
"""A title in the front matter speaks as a heading does."""
_NOT_DIGITS: Final = bytes(byte for byte in range(256) if not 48 <= byte <= 57)


class Scan(NamedTuple):
    """What was found in a text."""

    kinds: list[int]
    """The kinds of words in each sentence"""
    hits: list[tuple[int, int]]
    """Number and start of each phrase found, from the last to the first"""
    hits_from: list[int]
    """Which of the hits is the first of each sentence or of one before it"""

    def hits_in(self, number: int) -> list[tuple[int, int]]:
        """Return the hits in a sentence, from the last to the first."""
        past = self.hits_from[number - 1] if number else len(self.hits)
        return self.hits[self.hits_from[number] : past]


@cache
def _block_kinds() -> tuple[int, ...]:
    bits = moves().bits
    return tuple(sum({bits[name] for flag, name in _KINDS if kind & flag}) for kind in range(256))


def scan(document: Document, text: bytes, sentences: list[Sentence], lexicon: Lexicon) -> Scan:
    """Return the kinds of words in each of the sentences of the flattened `text`."""
    hits = _longest(text, document.plain, lexicon)
    kinds, hits_from = _word_kinds(sentences, hits, lexicon)
    starts = [start for start, _, _ in sentences]
    _add_links(document, starts, lexicon, kinds)
    _add_marks(document.plain, text, sentences, starts, kinds)
    return Scan(kinds, hits, hits_from)


def _longest(text: bytes, plain: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return number and start of the phrases in `text`, last first; the longest wins where they overlap."""
    kept: list[tuple[int, int]] = []
    names_from, capital = lexicon.names_from, lexicon.capital
    last_end, last_start = -1, len(text)
    # The finder goes by where phrases end, and gives the longest first of those that end together.
    for number, start, end in reversed(lexicon.finder.find_matches_as_indexes(text, overlapping=True)):
        if number >= names_from and capital[number - names_from] and plain[start + 1].islower():
            continue  # a word that is no name here
        if end > last_start + 1:  # neighbours share the space between them
            if end != last_end:
                continue
            kept.pop()
        kept.append((number, start))
        last_end, last_start = end, start
    return kept


def _word_kinds(
    sentences: list[Sentence], hits: list[tuple[int, int]], lexicon: Lexicon
) -> tuple[list[int], list[int]]:
    block_kinds, bits, front_bits = _block_kinds(), lexicon.bits, lexicon.front_bits
    kinds = [block_kinds[kind] for _, _, kind in sentences]
    at = len(sentences) - 1
    hits_from = [0] * len(sentences)
    front = sentences[at][0] if sentences else 0
    for index, (number, start) in enumerate(hits):
        while start < front - 1 and at:
            at -= 1
            hits_from[at] = index
            front = sentences[at][0]
        kinds[at] |= front_bits[number] if start <= front else bits[number]
    hits_from[: max(at, 0)] = [len(hits)] * max(at, 0)
    return kinds, hits_from


def _add_links(document: Document, starts: list[int], lexicon: Lexicon, kinds: list[int]) -> None:
    for start, end, link in document.linked:
        bits = target_bits(link, lexicon)
        first = max(bisect_right(starts, start) - 1, 0)
        for number in range(first, bisect_left(starts, max(end, start + 1), first)):
            kinds[number] |= bits


def _add_marks(
    plain: str, text: bytes, sentences: list[Sentence], starts: list[int], kinds: list[int]
) -> None:
    bits = moves().bits
    digit, counted = bits["DIGIT"], bits["price"] | bits["product-detail"]
    for number in [number for number, kind in enumerate(kinds) if kind & counted]:
        start, end, _ = sentences[number]
        if text[start:end].translate(None, _NOT_DIGITS):
            kinds[number] |= digit
    question, last = bits["QUESTION"], len(starts) - 1
    mark = plain.find("?", starts[0]) if starts else -1
    while mark >= 0:
        number = bisect_right(starts, mark) - 1
        if mark < sentences[number][1]:
            kinds[number] |= question
        mark = plain.find("?", starts[number + 1]) if number < last else -1
