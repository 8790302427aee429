"""Sentences: where they start and end in the plain text."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from klantreis.read.passage import Block

_ENDS: Final = bytes.maketrans(b"!?\"')]", b"..    ")
_END: Final = re.compile(rb"\. (?![a-z])")
"""A small letter after it: an abbreviation, or three dots"""
_LONGEST_SHORT: Final = 8
"""No abbreviation is longer, its space included"""


Sentence = tuple[int, int, int]
"""Where a sentence starts and ends in the plain text, and the kind of its block"""


def sentences(plain: bytes, blocks: Iterable[Block], abbreviations: Collection[bytes]) -> list[Sentence]:
    """Return the sentences of the blocks, in order; a block without a full stop is one sentence."""
    marked = plain.translate(_ENDS)
    word_before = marked.rfind
    found: list[Sentence] = []
    stops = [stop.start() for stop in _END.finditer(marked)]
    stops.append(len(plain))
    more = iter(stops)
    stop = next(more)
    for kind, start, end in blocks:
        while stop < end - 2:
            if (
                start < word_before(b" ", start, stop) < stop - _LONGEST_SHORT
                or not _is_short(marked, start, stop, abbreviations)
            ):  # fmt: skip
                found.append((start, stop + 1, kind))
                start = stop + 2
            stop = next(more)
        if end > start:
            found.append((start, end, kind))
    return found


def _is_short(text: bytes, start: int, dot: int, abbreviations: Collection[bytes]) -> bool:
    """Say whether the full stop at `dot` belongs to an abbreviation, or to the number of a list."""
    before = max(text.rfind(b" ", start, dot), start - 1)
    if dot - before > _LONGEST_SHORT:
        return False
    word = text[before + 1 : dot]
    return (before < start and word.isdigit()) or word.lower().replace(b".", b"") in abbreviations
