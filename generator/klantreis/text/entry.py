"""The form of a phrase in a lexicon: what makes an entry one that texts can be searched for."""

import re
from collections.abc import Iterable
from typing import Final

from klantreis.read.plain import shadow
from klantreis.text.normal import flat, pattern

_MARKS: Final = re.compile(r"[^\w\s*.&/$€£%'’‘-]|_")
"""Marks that no word is written with, so that somebody meant something by them"""
_FEWEST_OPEN: Final = 3


def fault_in(entry: str) -> str | None:
    """Say what keeps `entry` from being found as it was meant; nothing when it has the right form.

    The package's own entries and those of a project are held against the same form.
    """
    words = entry.strip("*")
    if not flat(shadow(words)).strip():
        return "it has no letter or figure to look for"
    if entry != " ".join(entry.split()) or words != words.strip():
        return "write one space between its words and none at its ends"
    if "*" in words:
        return "a * may only stand at its beginning or its end"
    if entry != entry.lower():
        return "write it in small letters; capitals are found all the same"
    mark = _MARKS.search(words)
    if mark is not None:
        return f"leave out the {mark.group()}; marks are not looked at"
    foreign = next((letter for letter in words if shadow(letter) == "x" != letter), None)
    if foreign is not None:
        return f"the letter {foreign} is none of the Latin alphabet, and only those are looked at"
    letters = sum(map(str.isalnum, words))
    if words != entry and 0 < letters < _FEWEST_OPEN:
        return f"with a * it wants {_FEWEST_OPEN} letters, or it is found in half the words"
    return None


def doubles_in(entries: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the entries that find the same as one before them."""
    seen: set[bytes] = set()
    doubles: list[int] = []
    for number, entry in enumerate(entries):
        key = pattern(shadow(entry))
        if key in seen:
            doubles.append(number)
        seen.add(key)
    return tuple(doubles)
