"""What somebody may have meant by a word that is not known."""

import difflib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from klantreis.model.vocabulary import fold

CLOSE = 0.75
VERY_CLOSE = 0.8
"""The similarity (0 to 1, Ratcliff and Obershelp) from which a word counts as a slip of another.

Keys must be very close: `date` is a word of many sites, and no slip of `gate`.
"""

_NEITHER_WORD_NOR_END = re.compile(r"[^a-z0-9\n]+")

MANY = 500
"""From so many known words on, only the likeliest are compared: comparing takes long."""
AROUND = 10


class Known:
    """Known words without case and accents, and how each is spelled; made once where it is asked often."""

    def __init__(self, words: Iterable[str]) -> None:
        spellings = tuple(words)[::-1]
        self.spelled = dict(zip(_folded(spellings), spellings, strict=True))

    def likely(self, word: str) -> Iterable[str]:
        """Return the words that `word` may be a slip of: all, or those that begin or end most like it."""
        if len(self.spelled) < MANY:
            return self.spelled
        ends = (end[::-1] for end in _around(word[::-1], self._by_end))
        return dict.fromkeys((*_around(word, self._by_start), *ends))

    @cached_property
    def _by_start(self) -> list[str]:
        return sorted(self.spelled)

    @cached_property
    def _by_end(self) -> list[str]:
        return sorted(word[::-1] for word in self.spelled)


def _folded(words: Sequence[str]) -> Sequence[str]:
    """Return each of many words as `fold` does, all in one go."""
    joined = unicodedata.normalize("NFKD", "\n".join(words)).encode("ascii", "ignore").decode().lower()
    plain = _NEITHER_WORD_NOR_END.sub("-", joined).split("\n")
    if len(plain) != len(words):  # a word that runs over two lines
        return [fold(word) for word in words]
    return [one.strip("-") or word.strip().lower() for one, word in zip(plain, words, strict=True)]


def nearest(word: str, known: Iterable[str] | Known, close: float = CLOSE) -> str | None:
    """Return the known word that `word` is probably a slip of, or nothing when none is near."""
    return _nearest(fold(word), known if isinstance(known, Known) else _known(tuple(known)), close)


@lru_cache(maxsize=64)
def _known(words: tuple[str, ...]) -> Known:
    return Known(words)


@lru_cache(maxsize=4096)
def _nearest(word: str, known: Known, close: float) -> str | None:
    if word in known.spelled:
        return known.spelled[word]
    score, best = _closest(word, known.likely(word), close)
    return known.spelled[best] if score >= close else None


def _closest(word: str, candidates: Iterable[str], close: float) -> tuple[float, str]:
    """Return the candidate most like `word`, with how alike they are; some that are not `close` are left.

    To compare two words takes long, to say how alike they are at most does not: so the likeliest go
    first, and the others are left as soon as they can be no better.
    """
    matcher = difflib.SequenceMatcher(b=word)
    bounds: list[tuple[float, str]] = []
    for candidate in candidates:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= close and (bound := matcher.quick_ratio()) >= close:
            bounds.append((bound, candidate))
    best = (0.0, "")
    for bound, candidate in sorted(bounds, reverse=True):
        if bound < best[0]:
            break
        matcher.set_seq1(candidate)
        best = max(best, (matcher.ratio(), candidate))
    return best


def _around(word: str, words: Sequence[str]) -> Sequence[str]:
    at = bisect_left(words, word)
    return words[max(at - AROUND, 0) : at + AROUND]


def by_nearness(word: str, known: Iterable[str], most: int = 6) -> tuple[str, ...]:
    """Return at most `most` of the known words, nearest first."""
    return _by_nearness(fold(word), tuple(known), most)


@lru_cache(maxsize=1024)
def _by_nearness(word: str, known: tuple[str, ...], most: int) -> tuple[str, ...]:
    matcher = difflib.SequenceMatcher(b=word)

    def likeness(spelling: str) -> float:
        matcher.set_seq1(fold(spelling))
        return -matcher.ratio()

    return tuple(sorted(known, key=likeness)[:most])
