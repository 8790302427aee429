"""A project's own words: phrases by language and kind, in the form of the package's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import yaml

from klantreis.model.brand import OwnWords
from klantreis.model.words import Words
from klantreis.read.node import Node
from klantreis.read.notes import Notes
from klantreis.read.record import Field, Record
from klantreis.read.shape import Many, Schema, Text, said
from klantreis.text.entry import doubles_in, fault_in
from klantreis.text.lexicon import kinds_of_phrases, languages


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it stands in a lexicon; another form is noted, with what is wrong with it."""

    wanted: Words = Words("een woord of woordgroep", "a word or phrase")

    def read(self, node: Node, key: str, notes: Notes) -> str | None:
        """Return the phrase as written."""
        phrase = Text(self.wanted).read(node, key, notes)
        fault = fault_in(phrase) if phrase is not None else None
        if fault is not None:
            _reject(node, key, fault, notes)
        return phrase

    def schema(self) -> Schema:
        """Return the JSON Schema: the form as far as a pattern tells it."""
        return {"type": "string", "pattern": r"^\*?[^*A-Z\s]([^*A-Z]*[^*A-Z\s])?\*?$"}


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases, none of them twice."""

    wanted: Words = Words("een lijst van woorden", "a list of phrases")

    def read(self, node: Node, key: str, notes: Notes) -> tuple[str, ...]:
        """Return the phrases as written."""
        phrases: tuple[str, ...] = Many(Phrase()).read(node, key, notes)
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for number in doubles_in(phrases) if len(nodes) == len(phrases) else ():
            _reject(nodes[number], f"{key}.{number}", "it stands there twice", notes)
        return phrases

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return Many(Phrase()).schema()


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """Lists of phrases by language and kind; the value read is a tuple of `OwnWords`."""

    wanted: Words = Words("een blok met talen als sleutels", "a mapping by language")

    def read(self, node: Node, key: str, notes: Notes) -> tuple[OwnWords, ...]:
        """Return the lists that have something in them."""
        by_language = _record().read(node, key, notes) or {}
        return tuple(
            OwnWords(language, kind, phrases)
            for language, kinds in by_language.items()
            if language and kinds
            for kind, phrases in kinds.items()
            if kind and phrases
        )

    def schema(self) -> Schema:
        """Return the JSON Schema, which names every kind."""
        return _record().schema()


def laid_over(own: Iterable[OwnWords], base: Iterable[OwnWords]) -> tuple[OwnWords, ...]:
    """Return the words of `own`, and those of `base` that `own` says nothing else of."""
    lists = {(words.language, words.kind): words.phrases for words in own}
    said_here = {(language, phrase) for (language, _), phrases in lists.items() for phrase in phrases}
    for language, kind, phrases in base:
        more = tuple(phrase for phrase in phrases if (language, phrase) not in said_here)
        lists[language, kind] = (*lists.get((language, kind), ()), *more)
    return tuple(OwnWords(*key, phrases) for key, phrases in lists.items() if phrases)


@cache
def _record() -> Record:
    """Return the shape, made when it is first asked for: few projects have words of their own."""
    kinds = Record({kind: Field(Phrases()) for kind in kinds_of_phrases()})
    return Record({language: Field(kinds) for language in languages()})


def _reject(node: Node, key: str, fault: str, notes: Notes) -> None:
    span, word = notes.span(node), str(node.value)
    notes.trouble("invalid-value", span, "form", key=said(key), word=word, reason=fault)
