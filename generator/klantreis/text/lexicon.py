"""The lexicon of a language, made ready to find all its phrases in one pass."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml
from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from klantreis.model.brand import Brand, OwnWords
from klantreis.model.home import Home
from klantreis.model.words import Words
from klantreis.read.plain import shadow
from klantreis.text.moves import STRUCTURE, moves
from klantreis.text.normal import flat, pattern
from klantreis.text.sentence import Abbreviations

_NOTHING: Final = "nothing"
_IMPERATIVE: Final = "imperative"
_ASK: Final = "ask-"
_OBJECT: Final = "object-"


@dataclass(frozen=True)
class Lexicon:
    """The phrases of one language and one brand; lists go by the number of the pattern."""

    language: str
    finder: BytesAhoCorasick
    spoken: tuple[str, ...]
    """The phrases as they are shown to people"""
    bits: tuple[int, ...]
    """The kinds that a phrase belongs to, anywhere in a sentence"""
    front_bits: tuple[int, ...]
    """The same in front of a sentence, where a verb can be an imperative"""
    names_from: int
    """Patterns from this number on are names, which need their capital when they have one"""
    capital: tuple[bool, ...]
    home: Home = field(compare=False)
    """Which addresses are of the organisation's own site"""
    saying_we: frozenset[int]
    """The patterns that speak of the organisation as we"""
    saying_you: frozenset[int]
    targets: Mapping[str, int]
    abbreviations: Abbreviations
    known_targets: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    """The bits of the destinations met so far"""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that texts are judged in: each has a file in the folder `lexicon`."""
    names = (file.name for file in files("klantreis.text").joinpath("lexicon").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def data(language: str) -> Mapping[str, Any]:
    """Return the lexicon file of `language` as it is."""
    source = files("klantreis.text").joinpath("lexicon", f"{language}.yaml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return loaded


def name_of(language: str) -> Words:
    """Return what people call a language that texts are judged in."""
    said = data(language).get("name", {})
    return Words(said.get("nl", language), said.get("en", language))


@cache
def kinds_of_phrases() -> tuple[str, ...]:
    """Return the kinds that phrases are listed under: those that the moves look at, and `nothing`."""
    return (*(kind for kind in moves().bits if kind not in STRUCTURE), _NOTHING)


@lru_cache(maxsize=64)
def lexicon(
    language: str,
    names: tuple[str, ...] = (),
    products: tuple[str, ...] = (),
    words: tuple[OwnWords, ...] = (),
    site: str | None = None,
) -> Lexicon:
    """Return the lexicon of `language` with the organisation's names, products, own words and site in it."""
    source = data(language)
    said = _kinds({kind: phrases for _, kind, phrases in words})
    kinds = _without(_kinds(source["phrases"]), said) | said
    own = _names(names, products)
    shared = [name for name in own if name in kinds]
    for name in shared:
        del kinds[name]
    patterns = (*kinds, *own)
    bits = _inherited(patterns, kinds, said)
    known = moves().bits
    imperative = known[_IMPERATIVE]
    return Lexicon(
        language,
        BytesAhoCorasick(list(patterns), MatchKind.Standard, Implementation.ContiguousNFA),
        tuple(key.decode("ascii").strip() for key in patterns),
        (*(bit & ~imperative for bit in bits), *(bit for bit, _ in own.values())),
        (*bits, *(bit for bit, _ in own.values())),
        len(kinds),
        tuple(capital for _, capital in own.values()),
        Home(Brand(names, products, site=site)),
        frozenset(number for number, bit in enumerate(bits) if bit & known["we"]),
        frozenset(number for number, bit in enumerate(bits) if bit & known["you"]),
        _targets(source.get("targets", {})),
        abbreviations(language),
    )


@cache
def abbreviations(language: str | None) -> Abbreviations:
    """Return the abbreviations of `language`; none where there is no lexicon of it."""
    source = data(language) if language in languages() else {}
    return Abbreviations(flat(shadow(word)).replace(b" ", b"") for word in source.get("abbreviations", ()))


def _kinds(phrases: Mapping[str, Iterable[str]]) -> dict[bytes, int]:
    """Return the bits of every pattern; 0 for one that takes its words out of the count."""
    bits = moves().bits
    found: dict[bytes, int] = {}
    for kind, entries in phrases.items():
        for entry in entries:
            key = pattern(shadow(entry))
            found[key] = found.get(key, 0) | bits.get(kind, 0)
    for entry in phrases.get(_NOTHING, ()):
        found[pattern(shadow(entry))] = 0
    return found


def _without(kinds: Mapping[bytes, int], own: Mapping[bytes, int]) -> dict[bytes, int]:
    """Return the patterns that the organisation says nothing else of, in the same letters."""
    alike: dict[bytes, list[bytes]] = {}
    for key in own:
        alike.setdefault(key.strip(), []).append(key)
    # A pattern with an open end is part of the one without, and finds all that the other does.
    return {
        key: bit for key, bit in kinds.items() if not any(one in key for one in alike.get(key.strip(), ()))
    }


def _inherited(
    patterns: tuple[bytes, ...], kinds: Mapping[bytes, int], own_words: Container[bytes]
) -> list[int]:
    """Return the bits of each phrase with those of the shorter phrases in it, which it hides.

    What an organisation calls an ask is a whole one, that needs no verb of ours to be a command.
    """
    finder = BytesAhoCorasick(list(patterns))
    known = list(kinds.items())
    asks, objects = _bits_of(_ASK), _bits_of(_OBJECT)
    bits = []
    for key, own in known:
        # A phrase that asks something asks that alone: "schrijf je in voor de nieuwsbrief" is no event.
        barred = asks if own & asks else 0
        if barred and key in own_words:
            barred, own = asks | objects, own | moves().bits[_IMPERATIVE]
        for inner, _, _ in finder.find_matches_as_indexes(key, overlapping=True) if own else ():
            if inner < len(known):
                own |= known[inner][1] & ~barred
        bits.append(own)
    return bits


def _bits_of(start: str) -> int:
    return sum(bit for kind, bit in moves().bits.items() if kind.startswith(start))


def _names(names: Iterable[str], products: Iterable[str]) -> dict[bytes, tuple[int, bool]]:
    """Return the pattern of each name with its bits and whether it is written with a capital."""
    brand, product = moves().bits["brand"], moves().bits["product"]
    found: dict[bytes, tuple[int, bool]] = {}
    for name in products:
        if flat(shadow(name)).strip():
            found[pattern(shadow(name))] = (brand | product, name[:1].isupper())
    for name in names:
        if flat(shadow(name)).strip():
            found.setdefault(pattern(shadow(name)), (brand, name[:1].isupper()))
    return found


def _targets(groups: Mapping[str, Iterable[str]]) -> dict[str, int]:
    bits = moves().bits
    return {word: bits[f"to-{group}"] for group, words in groups.items() for word in words}
