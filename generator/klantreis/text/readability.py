"""How easily a text reads: Flesch-Douma for Dutch, Flesch reading ease for English.

Douma, W.H. (1960), De leesbaarheid van landbouwbladen; Flesch, R. (1948), A new readability
yardstick. Syllables are counted as groups of vowels, by byte arithmetic, in one pass.
"""

from typing import Final

_VOWELS: Final = bytes(97 if chr(i) in "aeiouy" else 32 if i == 32 else 98 for i in range(256))
_ENGLISH: Final = bytes(
    101 if i == 101 else 97 if chr(i) in "aiouy" else 32 if i == 32 else 98 for i in range(256)
)
_FEWEST: Final = 30


def reading_ease(flat: bytes, words: int, sentences: int, language: str) -> float | None:
    """Return 0 (hard) to 100 (easy) for a flattened text, or None where there is too little of it."""
    if words < _FEWEST or not sentences:
        return None
    groups = _syllables(flat, language)
    if language == "nl":
        ease = 206.84 - 77 * groups / words - 0.93 * words / sentences
    else:
        ease = 206.835 - 84.6 * groups / words - 1.015 * words / sentences
    return round(min(max(ease, 0.0), 100.0), 1)


def _syllables(flat: bytes, language: str) -> int:
    shape = flat.translate(_VOWELS)
    groups = shape.count(b"ba") + shape.count(b" a")
    if language == "en":
        # A silent e at the end of a longer word is no syllable: "make" has one, "the" has one.
        spelled = flat.translate(_ENGLISH)
        groups -= spelled.count(b"be ") - spelled.count(b" be ") - spelled.count(b" bbe ")
    return groups
