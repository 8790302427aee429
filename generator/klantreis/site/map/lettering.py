"""How much room a text takes, guessed on the safe side: the reader's own fonts are not known here."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_NARROW: Final = frozenset("iljtfrI.,:;'’‘|!()[]/ ")
_BROAD: Final = frozenset("mwMW@%—…")
_EM: Final = {"narrow": 0.42, "broad": 0.98, "capital": 0.76, "wide": 1.35, "mark": 0.0, "plain": 0.6}
_AFTER: Final = frozenset("-/–")
_VOWELS: Final = frozenset("aeiouyáéíóúàèäëïöüâê")
_SHORTEST: Final = 3
"""So many letters stay together at either side of a break inside a word."""


def width_of(text: str, size: float) -> float:
    """Return how wide `text` is at most in bold type of `size`, in the same unit."""
    return sum(_EM[_kind(letter)] for letter in text) * size


def _kind(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _BROAD:
        return "broad"
    if letter.isascii():
        return "capital" if letter.isupper() else "plain"
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return "mark"
    if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So":
        return "wide"
    return "capital" if letter.isupper() else "plain"


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return `text` in lines no wider than `width`; a word that does not fit is broken with a hyphen."""
    lines: list[str] = []
    for piece, is_word in _pieces(_readable(text)):
        joined = f"{lines[-1]} {piece}" if is_word and lines else f"{lines[-1] if lines else ''}{piece}"
        if lines and width_of(joined, size) <= width:
            lines[-1] = joined
            continue
        lines.extend(_broken(piece, size, width))
    return tuple(lines)


def _readable(text: str) -> str:
    """Return `text` in one line, without characters that no page can hold."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Cn") else c for c in text)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what stays together, and whether a space stands before it."""
    for word in text.split():
        start, is_first = 0, True
        for end in range(1, len(word) + 1):
            if end == len(word) or (word[end - 1] in _AFTER and end - start > 1):
                yield word[start:end], is_first
                start, is_first = end, False


def _broken(word: str, size: float, width: float) -> Iterator[str]:
    while width_of(word, size) > width and len(word) > 1:
        cut = _cut(word, size, width)
        yield f"{word[:cut]}-"
        word = word[cut:]
    yield word


def _cut(word: str, size: float, width: float) -> int:
    """Return how many letters come before the break: all that fit, but neither a scrap nor half a letter."""
    cut = 1
    while cut < len(word) - 1 and width_of(f"{word[: cut + 1]}-", size) <= width:
        cut += 1
    while cut > _SHORTEST and len(word) - cut < _SHORTEST:
        cut -= 1
    better = next((n for n in range(cut, max(cut - 5, _SHORTEST - 1), -1) if _begins(word, n)), cut)
    while better > 1 and _kind(word[better]) == "mark":
        better -= 1
    return better


def _begins(word: str, at: int) -> bool:
    """Say whether a syllable seems to begin here: a consonant before a vowel, or `sch` after one."""
    before, here, after = word[at - 1].lower(), word[at].lower(), word[at + 1 : at + 2].lower()
    if before in _VOWELS and word[at : at + 3].lower() == "sch":
        return True
    return here not in _VOWELS and after in _VOWELS and f"{before}{here}" != "ch"
