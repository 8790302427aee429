"""The language of a text, by a vote of its commonest words."""

from functools import cache
from itertools import count
from typing import Final

from klantreis.read.plain import shadow
from klantreis.text.lexicon import data, languages
from klantreis.text.normal import flat

_SAMPLE: Final = 600
"""How many characters vote"""
_ENOUGH: Final = 12
"""Fewer words than this tell no language"""
_SURE: Final = 0.22
"""The share of common words at which a declared language is believed without asking the others"""
_LEAST: Final = 0.12
"""Below this share no language is recognised"""

_BITS: Final = 10
"""The room for the votes of one language: a sample has fewer words than it counts up to"""
_ALL: Final = (1 << _BITS) - 1

# Common words of neighbours, so that their texts are not taken for Dutch or English.
_OTHERS: Final = {
    "de": "der die und das ist nicht ein eine den von zu mit sich auf fur dem des im als auch es werden "
    "aus bei wir sie ich sind oder wie wird einen einer nach uber ihre unsere kann haben durch um",
    "fr": "le la les et des est un une dans que pour qui sur pas plus par au avec ce il sont vous nous "
    "votre notre du en se ou aux cette ses etre mais comme leur ne",
    "es": "el la los las de que y en un una es por con para del se al lo como mas su sus pero este esta "
    "son nos nuestra nuestro ha ser",
    "it": "il di che e la per un una non sono con del della dei si da nel alla piu come anche le gli al "
    "questo nostra nostro essere ha",
    "pt": "o de que e do da em um uma para com nao os no se na por mais as dos como mas ao das nos voce "
    "sua seu",
    "fy": "it fan de en yn is dat foar mei op te net wy jo hy sa by om oan ek mar fant",
    "af": "die van en het in is nie te vir met dat op hulle ons jy sy kan word wat ook moet om deur",
    "da": "og i at det er en til som for ikke med pa af de der den har et vi kan sig fra",
    "sv": "och i att det som en pa ar av for med den till inte har de ett om vi kan fran",
    "pl": "i w na z do sie nie jest to ze dla o od po jak oraz przez ale tak co jego",
}


@cache
def _common(language: str) -> frozenset[bytes]:
    words = data(language)["stopwords"] if language in languages() else _OTHERS[language].split()
    return frozenset(flat(shadow(word)).strip() for word in words)


def tell_language(text: str) -> str | None:
    """Return nl, en, another language's code, `other` where none is known, or None for too few words."""
    return vote(flat(shadow(text[: 2 * _SAMPLE])))


def vote(flattened: bytes, declared: str | None = None) -> str | None:
    """Return the language of a text; a declared one is believed unless its words say otherwise."""
    sample = flattened[:_SAMPLE].split()
    if len(sample) < _ENOUGH:
        return declared
    if declared in languages() and _share(sample, declared) >= _SURE:
        return declared
    shares = _shares(sample)
    best = max(shares, key=lambda language: shares[language])
    if shares[best] < _LEAST:
        return _unknown(sample, declared)
    if declared in shares and shares[best] < shares[declared] + 0.08:
        return declared
    return best


def _shares(words: list[bytes]) -> dict[str, float]:
    """Return the share of common words of each language, in one pass over the words."""
    votes = sum(filter(None, map(_ballot().get, words)))
    return {
        language: (votes >> shift & _ALL) / len(words)
        for language, shift in zip(_known(), count(0, _BITS))
    }


@cache
def _known() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*languages(), *_OTHERS)))


@cache
def _ballot() -> dict[bytes, int]:
    """Return for each word a number with a one in the place of each language that it is common in."""
    votes: dict[bytes, int] = {}
    for language, shift in zip(_known(), count(0, _BITS)):
        for word in _common(language):
            votes[word] = votes.get(word, 0) + (1 << shift)
    return votes


def _share(words: list[bytes], language: str) -> float:
    return sum(map(_common(language).__contains__, words)) / len(words)


def _unknown(words: list[bytes], declared: str | None) -> str | None:
    """Return what to make of words that no language knows: lists and names, or another script."""
    foreign = sum(word.count(b"x") == len(word) for word in words)
    return "other" if foreign * 2 > len(words) or declared is None else declared
