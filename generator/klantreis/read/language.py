"""The language of a text, as front matter names it."""

import re
from dataclasses import dataclass
from typing import Final

import yaml

from klantreis.model.vocabulary import LANGUAGES
from klantreis.model.words import Words
from klantreis.read.node import Node
from klantreis.read.notes import Notes
from klantreis.read.shape import Schema, wrong_kind

_CODE: Final = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"
"""A language with perhaps a script and a region, by the usual forms of BCP 47"""


@dataclass(frozen=True, slots=True)
class Language:
    """The code of a language, such as `nl` or `nl-BE`; the name of a common one is understood."""

    wanted: Words = Words("een taalcode zoals nl of en", "a language code such as nl or en")

    def read(self, node: Node, key: str, notes: Notes) -> str | None:
        """Return the code."""
        if not isinstance(node, yaml.ScalarNode):
            wrong_kind(self, node, key, notes)
            return None
        notes.mark(key, node)
        word: str = node.value
        if re.fullmatch(_CODE, word):
            return word.replace("_", "-")
        term = LANGUAGES.find(word)
        if term is None:
            wrong_kind(self, node, key, notes)
            return None
        span = notes.span(node)
        notes.trouble("informal-name", span, repair=term.id, key=key, word=word, id=term.id)
        return term.id

    def schema(self) -> Schema:
        """Return the JSON Schema of the value."""
        return {"type": "string", "pattern": f"^{_CODE}$"}
