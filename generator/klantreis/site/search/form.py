"""The other forms of a word: singular and plural, tenses of a verb, the last part of a compound.

A reader who looks for *paneel* means *panelen* and *zonnepanelen* too. Forms that do not exist do no
harm, for nobody looks for them; so the rules of spelling are enough, and no dictionary is needed.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from klantreis.site.search.table import Table, table

SHORTEST: Final = 3
"""Letters: shorter words have no other forms worth looking for."""

_VOWELS: Final = frozenset("aeiou")
_LONG: Final = ("aa", "ee", "oo", "uu")
_DIPHTHONGS: Final = ("ie", "ui", "ij", "ei", "ou", "au", "eu", "oe")
_SOFT: Final = {"f": "v", "s": "z"}
_HARD: Final = {"v": "f", "z": "s"}
_PLURAL: Final = ("en", "es", "els", "ers", "ems", "ens", "ies", "ms", "ps", "ks", "bs", "fs", "ors")
_TAKES_S: Final = ("el", "er", "em", "en", "or", "lm", "rm", "ip", "ap", "op", "ub", "et", "ot", "ik", "um")
_NOUNS: Final = ("wagen", "keuken", "oven", "haven", "teken", "deken", "laken", "toren", "molen", "kussen")
_UNSTRESSED: Final = ("el", "er", "em", "en", "es", "ig", "ik", "or", "et")


@cache
def forms(word: str, language: str) -> tuple[str, ...]:
    """Return the other forms of `word`, in order of the alphabet; none for a word that nobody looks for.

    What `word` begins with is not among them, for the search finds the beginning of a word by itself.
    """
    word = word.lower()
    known = table("nl" if language == "nl" else "en")
    if len(word) < SHORTEST or word in known.stop:
        return ()
    found = set(_irregular(word, known))
    found |= set(_dutch(word, known, found) if language == "nl" else _english(word))
    found |= {folded(form) for form in (word, *found)}
    return tuple(sorted(form for form in found if not word.startswith(form) and len(form) >= SHORTEST))


def folded(word: str) -> str:
    """Return `word` without accents: few readers type them."""
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


class _Family(NamedTuple):
    """A family of forms, and what stands before it in this word."""

    before: str
    forms: tuple[str, ...]


def _families(word: str, families: Mapping[str, tuple[tuple[str, ...], ...]]) -> Iterator[_Family]:
    for start in range(len(word) - 1):
        for family in families.get(word[start:], ()):
            yield _Family(word[:start], family)


def _irregular(word: str, known: Table) -> Iterator[str]:
    for before, family in _families(word, known.irregular):
        if not before or len(before) >= SHORTEST:
            yield from (before + form for form in family)
    for before, family in _families(word, known.strong):
        if not before or (before in known.prefixes and before != "ge"):
            yield from (before + form for form in family)


def _dutch(word: str, known: Table, irregular: set[str]) -> Iterator[str]:
    bases = {word, *_bases(word)}
    present = set() if irregular else {*_present(word, known)}
    yield from (*bases, *present)
    for base in (*present, *(() if word.endswith(_PLURAL) else (word,))):
        yield from _longer(base)
    if word.endswith(_NOUNS):
        yield f"{word}s"
    for head in {_head(base, known) for base in (*bases, *irregular)}:
        if head:
            yield head
            yield from _longer(head)
            yield from _irregular(head, known)


def _head(word: str, known: Table) -> str | None:
    """Return the last part of a compound, the longest that is known."""
    for start in range(len(word) - SHORTEST + 1):
        if word[start:] in known.heads:
            is_compound = start >= SHORTEST and word[:start] not in known.prefixes
            return word[start:] if is_compound else None
    return None


def _bases(word: str) -> Iterator[str]:
    """Yield what `word` may be the plural, the infinitive or an inflected form of."""
    if word.endswith("heden"):
        yield f"{word[:-5]}heid"
        return
    if word.endswith("ën"):
        yield word[:-2]
    for end in ("en", "e"):
        if word.endswith(end) and len(word) - len(end) >= SHORTEST:
            yield from _closed(word[: -len(end)])
    if word.endswith(_PLURAL) and word.endswith("s"):
        yield word[:-1]


def _present(word: str, known: Table) -> Iterator[str]:
    """Yield the stems of what may be a verb: `bezorgt` and `gehuurd` go back to `bezorg` and `huur`."""
    if not word.endswith(("t", "d")) or len(word) < 5 or word in known.heads:
        return
    stem = word[:-1]
    is_participle = word.startswith("ge") and len(word) > 6
    for base in (stem, stem[2:]) if is_participle else (stem,):
        if base[-1] not in _VOWELS and any(letter in _VOWELS for letter in base):
            yield base


def _closed(stem: str) -> Iterator[str]:
    """Yield how a stem is written when its ending goes: `panel` as `paneel`, `huiz` as `huis`."""
    last, before = stem[-1], stem[-2:-1]
    hard = stem[:-1] + _HARD.get(last, last)
    if last == before and last not in _VOWELS:
        yield stem[:-1]
    elif last not in _VOWELS and before in _VOWELS and stem[-3:-2] not in _VOWELS and before != "i":
        yield hard[:-1] + before + hard[-1]
        if stem.endswith(_UNSTRESSED):
            yield hard
    else:
        yield hard


def _longer(base: str) -> Iterator[str]:
    """Yield the plurals of a noun, which are the infinitives of a verb and the inflected forms of others."""
    last, end = base[-1], base[-3:-1]
    if base.endswith("heid"):
        yield f"{base[:-4]}heden"
    elif base.endswith(("ee", "ie")):
        yield f"{base}ën"
        yield f"{base}s"
    elif last in _VOWELS:
        yield f"{base}s"
    else:
        yield from (f"{stem}en" for stem in _open(base, last, end))
        if base.endswith(_TAKES_S) and not {*base[-3:-1]} <= _VOWELS:
            yield f"{base}s"


def _open(base: str, last: str, end: str) -> Iterator[str]:
    """Yield how a stem is written before an ending: `paneel` as `panel`, `huis` as `huiz`."""
    soft = base[:-1] + _SOFT.get(last, last)
    if end in _LONG:
        yield f"{base[:-2]}{soft[-1]}"
        if soft != base and end == "ee":
            yield f"{base[:-2]}{last}"
    elif end in _DIPHTHONGS:
        yield soft
        if last == "s":
            yield base
    elif base[-2:-1] in _VOWELS and last not in "wxj":
        if base.endswith(_UNSTRESSED) and len(base) > 4:
            yield base
        yield f"{base}{last}"
    else:
        yield base
        if soft != base and base[-2:-1] in "lrnm":
            yield soft


def _english(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
        if word.endswith(("ches", "shes", "xes", "sses")):
            yield word[:-2]
    elif word.endswith("y") and word[-2] not in _VOWELS:
        yield f"{word[:-1]}ies"
    elif word.endswith(("ch", "sh", "x", "ss")):
        yield f"{word}es"
    else:
        yield f"{word}s"
    if not word.endswith("s"):
        yield from _tenses(word)


def _tenses(word: str) -> Iterator[str]:
    for end in ("ing", "ed"):
        if word.endswith(end) and len(word) - len(end) >= SHORTEST:
            stem = word[: -len(end)]
            stem = stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
            yield from (stem, f"{stem}e", f"{stem}ing", f"{stem}ed")
            return
    if word.endswith("e"):
        yield f"{word[:-1]}ing"
    elif word[-1] not in _VOWELS:
        yield f"{word}ing"
        yield f"{word}ed"
