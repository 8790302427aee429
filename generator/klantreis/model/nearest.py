"""What somebody may have meant by a word that is not known."""

import difflib
from collections.abc import Iterable
from functools import lru_cache

from klantreis.model.vocabulary import fold

CLOSE = 0.75
VERY_CLOSE = 0.8
"""The similarity (0 to 1, Ratcliff and Obershelp) from which a word counts as a slip of another.

Keys must be very close: `date` is a word of many sites, and no slip of `gate`.
"""


def nearest(word: str, known: Iterable[str], close: float = CLOSE) -> str | None:
    """Return the known word that `word` is probably a slip of, or nothing when none is near."""
    return _nearest(fold(word), tuple(known), close)


@lru_cache(maxsize=4096)
def _nearest(word: str, known: tuple[str, ...], close: float) -> str | None:
    folded = {fold(spelling): spelling for spelling in reversed(known)}
    best = difflib.get_close_matches(word, folded, n=1, cutoff=close)
    return folded[best[0]] if best else None


def by_nearness(word: str, known: Iterable[str], most: int = 6) -> tuple[str, ...]:
    """Return at most `most` of the known words, nearest first."""
    matcher = difflib.SequenceMatcher(b=fold(word))

    def likeness(spelling: str) -> float:
        matcher.set_seq1(fold(spelling))
        return -matcher.ratio()

    return tuple(sorted(known, key=likeness)[:most])
