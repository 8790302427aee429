"""How easily a text reads: Flesch-Douma for Dutch, Flesch reading ease for English.

Douma, W.H. (1960), De leesbaarheid van landbouwbladen; Flesch, R. (1948), A new readability
yardstick. Syllables are counted as groups of vowels, by byte arithmetic, in one pass.
"""

from typing import Final, NamedTuple

_VOWELS: Final = bytes(97 if chr(i) in "aeiouy" else 98 for i in range(256))
"""Vowels become a, all else b"""
_LETTERS: Final = bytes(32 if i == 32 else 97 for i in range(256))
"""All but spaces becomes a"""
_SPOKEN_E: Final = 0.09
"""The share of English words that end in an e that is no silent one: the, he, be, see …"""
_FEWEST: Final = 30


LEVELS: Final = (("A1", 80), ("A2", 70), ("B1", 60), ("B2", 50), ("C1", 30), ("C2", 0))
"""The least ease at which readers of a level (CEFR) follow a text with comfort: a rule of thumb."""


class Shape(NamedTuple):
    """How many words a text has, and how many syllables."""

    words: int
    syllables: int


def shape(flat: bytes, language: str | None) -> Shape:
    """Return the size of a flattened text; a syllable is a group of vowels."""
    words = flat.translate(_LETTERS).count(b" a")
    syllables = flat.translate(_VOWELS).count(b"ba")
    if language == "en":
        syllables -= max(flat.count(b"e ") - round(_SPOKEN_E * words), 0)
    return Shape(words, syllables)


def reading_ease(size: Shape, sentences: int, language: str) -> float | None:
    """Return 0 (hard) to 100 (easy), or None where there is too little text."""
    words, syllables = size
    if words < _FEWEST or not sentences:
        return None
    if language == "nl":
        ease = 206.84 - 77 * syllables / words - 0.93 * words / sentences
    else:
        ease = 206.835 - 84.6 * syllables / words - 1.015 * words / sentences
    return round(min(max(ease, 0.0), 100.0), 1)


def level_of(ease: float) -> str:
    """Return the level, from A1 (easy) to C2 (hard), that a reader needs for a text of this ease."""
    return next(level for level, least in LEVELS if ease >= least)
