"""How easily a text reads: Flesch-Douma for Dutch, Flesch reading ease for English.

Douma, W.H. (1960), De leesbaarheid van landbouwbladen; Flesch, R. (1948), A new readability
yardstick. The numbers of each language stand in its lexicon. Syllables are counted as groups of
vowels, by byte arithmetic, in one pass.
"""

from functools import cache
from typing import Final, NamedTuple

from klantreis.text.lexicon import data

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


class Formula(NamedTuple):
    """Where the ease starts, and what each syllable in a word and each word in a sentence takes off."""

    name: str
    start: float
    syllable: float
    word: float


def shape(flat: bytes, language: str | None) -> Shape:
    """Return the size of a flattened text; a syllable is a group of vowels."""
    words = flat.translate(_LETTERS).count(b" a")
    syllables = flat.translate(_VOWELS).count(b"ba")
    if language == "en":
        syllables -= max(flat.count(b"e ") - round(_SPOKEN_E * words), 0)
    return Shape(words, syllables)


def reading_ease(size: Shape, sentences: int, language: str) -> float | None:
    """Return 0 (hard) to 100 (easy), or None where there is too little text or no formula for it."""
    words, syllables = size
    if words < _FEWEST or not sentences:
        return None
    formula = formula_of(language)
    if formula is None:
        return None
    ease = formula.start - formula.syllable * syllables / words - formula.word * words / sentences
    return round(min(max(ease, 0.0), 100.0), 1)


@cache
def formula_of(language: str) -> Formula | None:
    """Return the formula of a language, where its lexicon has one."""
    said = data(language).get("reading_ease")
    if not said:
        return None
    return Formula(said["formula"], float(said["start"]), float(said["syllable"]), float(said["word"]))


def level_of(ease: float) -> str:
    """Return the level, from A1 (easy) to C2 (hard), that a reader needs for a text of this ease."""
    return next(level for level, least in LEVELS if ease >= least)
