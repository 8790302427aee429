"""Sentences: where they start and end in the plain text."""

from collections.abc import Collection, Iterable
from typing import Final

from klantreis.read.passage import Block

_ENDS: Final = bytes.maketrans(b"!?\"')]", b"..    ")
_LOWER_A: Final = ord("a")
_LOWER_Z: Final = ord("z")
_LONGEST_SHORT: Final = 8
"""No abbreviation is longer, its space included"""


Sentence = tuple[int, int, int]
"""Where a sentence starts and ends in the plain text, and the kind of its block"""


def sentences(plain: bytes, blocks: Iterable[Block], abbreviations: Collection[bytes]) -> list[Sentence]:
    """Return the sentences of the blocks, in order; a block without a full stop is one sentence."""
    marked = plain.translate(_ENDS)
    find, find_back = marked.find, marked.rfind
    found: list[Sentence] = []
    for kind, start, end in blocks:
        dot = find(b". ", start, end)
        while dot >= 0:
            after = dot + 2
            # A small letter after it: an abbreviation, or three dots.
            if (
                after < end
                and not _LOWER_A <= marked[after] <= _LOWER_Z
                and (
                    start < find_back(b" ", start, dot) < dot - _LONGEST_SHORT
                    or not _is_short(marked, start, dot, abbreviations)
                )
            ):
                found.append((start, dot + 1, kind))
                start = after
            dot = find(b". ", after, end)
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
