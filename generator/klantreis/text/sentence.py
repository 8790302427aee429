"""Sentences: where they start and end in the plain text."""

import re
from collections.abc import Iterable
from typing import Final

from klantreis.read.passage import Block

_ENDS: Final = bytes.maketrans(b"!?\"')]", b"..    ")
_END: Final = re.compile(rb"\. (?![a-z])")
"""A small letter after it: an abbreviation, or three dots"""
_LETTERS_FROM: Final = ord("A")
_LONGEST_SHORT: Final = 8
"""No abbreviation is longer, its space included"""


Sentence = tuple[int, int, int]
"""Where a sentence starts and ends in the plain text, and the kind of its block"""


class Abbreviations:
    """Words whose full stop ends no sentence, such as `bijv` and `dwz`, and what they end in."""

    __slots__ = ("ends", "words")

    def __init__(self, words: Iterable[bytes]) -> None:
        """Take the words in small letters, without their full stops."""
        self.words = frozenset(words)
        lone = (before + word[-1:] for word in self.words for before in (b".", b" ", b"\n"))
        self.ends = frozenset((*lone, *(word[-2:] for word in self.words)))


def sentences(plain: bytes, blocks: Iterable[Block], abbreviations: Abbreviations) -> list[Sentence]:
    """Return the sentences of the blocks, in order; a block without a full stop is one sentence."""
    marked = plain.translate(_ENDS)
    ends = abbreviations.ends
    found: list[Sentence] = []
    stops = [stop.start() for stop in _END.finditer(marked)]
    stops.append(len(plain))
    more = iter(stops)
    stop = next(more)
    for kind, start, end in blocks:
        while stop < end - 2:
            is_doubtful = marked[stop - 1] < _LETTERS_FROM or marked[stop - 2 : stop].lower() in ends
            if not (is_doubtful and _is_short(marked, start, stop, abbreviations)):
                found.append((start, stop + 1, kind))
                start = stop + 2
            stop = next(more)
        if end > start:
            found.append((start, end, kind))
    return found


def _is_short(text: bytes, start: int, dot: int, abbreviations: Abbreviations) -> bool:
    """Say whether the full stop at `dot` belongs to an abbreviation, or to the number of a list."""
    before = max(text.rfind(b" ", start, dot), start - 1)
    if dot - before > _LONGEST_SHORT:
        return False
    word = text[before + 1 : dot]
    return (before < start and word.isdigit()) or word.lower().replace(b".", b"") in abbreviations.words
