"""One pass over a text: which kinds of words stand in which sentence."""

from functools import cache
from typing import Final, NamedTuple

from klantreis.read.passage import BUTTON, HEADING, LIST, QUOTE, TABLE, Document
from klantreis.text.lexicon import Lexicon
from klantreis.text.moves import moves
from klantreis.text.normal import spaced
from klantreis.text.sentence import Sentence
from klantreis.text.target import target_bits

Hit = tuple[int, int, int]
"""The number of a pattern, and where it starts and ends in the spaced text"""

_KINDS: Final = ((HEADING, "HEADING"), (LIST, "LIST"), (QUOTE, "QUOTE"), (TABLE, "TABLE"), (BUTTON, "BUTTON"))
_NOT_DIGITS: Final = bytes(byte for byte in range(256) if not 48 <= byte <= 57)


class Scan(NamedTuple):
    """For each sentence the kinds of words in it, and the number of hits up to its end."""

    kinds: list[int]
    hit_ends: list[int]
    hits: list[Hit]


@cache
def _block_kinds() -> tuple[int, ...]:
    bits = moves().bits
    return tuple(sum(bits[name] for flag, name in _KINDS if kind & flag) for kind in range(256))


def scan(document: Document, text: bytes, sentences: list[Sentence], lexicon: Lexicon) -> Scan:
    """Return the kinds of words in each of the sentences of the flattened `text`."""
    hits = lexicon.finder.find_matches_as_indexes(spaced(text))
    kinds, hit_ends = _word_kinds(document.plain, text, sentences, hits, lexicon)
    _add_links(document, sentences, lexicon, kinds)
    _add_marks(document.plain, text, sentences, kinds)
    return Scan(kinds, hit_ends, hits)


def _word_kinds(
    plain: str, text: bytes, sentences: list[Sentence], hits: list[Hit], lexicon: Lexicon
) -> tuple[list[int], list[int]]:
    block_kinds, bits, front_bits = _block_kinds(), lexicon.bits, lexicon.front_bits
    names_from = lexicon.names_from
    kinds: list[int] = []
    hit_ends: list[int] = []
    hit, count = 0, len(hits)
    at = spread = 0
    for start, end, kind in sentences:
        # In the spaced text every space before a place counts twice.
        spread += start - at + text.count(b" ", at, start)
        spread_end = spread + end - start + text.count(b" ", start, end)
        at = start
        found = block_kinds[kind]
        while hit < count:
            number, begin, _ = hits[hit]
            if begin >= spread_end:
                break
            hit += 1
            if number >= names_from and not _is_name(plain, text, number, start, begin + 1 - spread, lexicon):
                continue
            found |= front_bits[number] if begin <= spread else bits[number]
        kinds.append(found)
        hit_ends.append(hit)
    return kinds, hit_ends


def _is_name(plain: str, text: bytes, number: int, start: int, offset: int, lexicon: Lexicon) -> bool:
    """Say whether a hit is a name: one that has a capital must be written with a capital."""
    if not lexicon.capital[number - lexicon.names_from]:
        return True
    at, left = start, offset
    while left > 0:
        # Each round steps over as many characters as are surely left, whether or not they are spaces.
        step = max(left // 2, 1)
        left -= step + text.count(b" ", at, at + step)
        at += step
    return not plain[at : at + 1].islower()


def _add_links(document: Document, sentences: list[Sentence], lexicon: Lexicon, kinds: list[int]) -> None:
    number, last = 0, len(sentences)
    for start, end, link in document.linked:
        while number < last and sentences[number].end <= start:
            number += 1
        bits = target_bits(link, lexicon)
        ahead = number
        while ahead < last and sentences[ahead].start < max(end, start + 1):
            kinds[ahead] |= bits
            ahead += 1


def _add_marks(plain: str, text: bytes, sentences: list[Sentence], kinds: list[int]) -> None:
    bits = moves().bits
    question, digit = bits["QUESTION"], bits["DIGIT"]
    counted = bits["price"] | bits["product-detail"]
    for number, (start, end, _) in enumerate(sentences):
        if plain.find("?", start, end) >= 0:
            kinds[number] |= question
        if kinds[number] & counted and text[start:end].translate(None, _NOT_DIGITS):
            kinds[number] |= digit
