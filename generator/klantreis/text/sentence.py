"""Sentences: where they start and end in the plain text."""

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from klantreis.read.passage import Block

_ENDS: Final = bytes.maketrans(b"!?\"')]", b"..    ")
_LOWER_A: Final = ord("a")
_LOWER_Z: Final = ord("z")


class Sentence(NamedTuple):
    """A sentence from `start` up to `end` in the plain text, in a block of this kind."""

    start: int
    end: int
    kind: int


def sentences(plain: bytes, blocks: Iterable[Block], abbreviations: Collection[bytes]) -> list[Sentence]:
    """Return the sentences of the blocks, in order; a block without a full stop is one sentence."""
    marked = plain.translate(_ENDS)
    found: list[Sentence] = []
    for kind, start, end in blocks:
        dot = marked.find(b". ", start, end)
        while dot >= 0:
            after = dot + 2
            if _is_end(marked, start, dot, after, end, abbreviations):
                found.append(Sentence(start, dot + 1, kind))
                start = after
            dot = marked.find(b". ", after, end)
        if end > start:
            found.append(Sentence(start, end, kind))
    return found


def _is_end(
    text: bytes, start: int, dot: int, after: int, end: int, abbreviations: Collection[bytes]
) -> bool:
    """Say whether the full stop at `dot` ends a sentence, and no abbreviation or number."""
    if after >= end:
        return False
    if _LOWER_A <= text[after] <= _LOWER_Z:
        return False
    if dot - start < 4 and text[start:dot].isdigit():
        return False
    word = text[max(text.rfind(b" ", start, dot) + 1, start, dot - 12) : dot]
    return word.lower().replace(b".", b"") not in abbreviations
