"""Beginnings of words: whether a text speaks of something, in whatever form of its words."""

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick

from klantreis.read.plain import shadow
from klantreis.text.normal import flat


def plain_words(text: str) -> bytes:
    """Return a text in lower case without accents or punctuation, with a space before and after each word."""
    return b" %b " % flat(shadow(text))


def stems_of(text: str, shortest: int, longest: int) -> frozenset[bytes]:
    """Return the first `longest` letters of the words of at least `shortest`; a word of fewer is whole.

    A beginning starts with a space, and one that is a whole word ends with one.
    """
    words = [word for word in plain_words(text).split() if len(word) >= shortest]
    return frozenset(b" " + word[:longest] + (b" " if len(word) < longest else b"") for word in words)


class Stems:
    """Finds which of some beginnings of words stand in a text, in one pass over it."""

    def __init__(self, stems: Iterable[bytes]) -> None:
        """Take `stems` as `stems_of` makes them; they go by number from then on."""
        self._finder = BytesAhoCorasick(list(stems))

    def in_(self, text: bytes) -> frozenset[int]:
        """Return the numbers of those that stand in `text`, as `plain_words` makes it."""
        found = self._finder.find_matches_as_indexes(text, overlapping=True)
        return frozenset([number for number, _, _ in found])
