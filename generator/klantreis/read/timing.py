"""How long and how often, as people write it."""

from dataclasses import dataclass

import yaml

from klantreis.model.duration import UNITS, says_nothing, slip_in
from klantreis.model.nearest import VERY_CLOSE, nearest
from klantreis.model.words import Words
from klantreis.read.node import Node
from klantreis.read.notes import Notes
from klantreis.read.shape import Schema, said, wrong_kind


@dataclass(frozen=True, slots=True)
class Timing:
    """A duration or a rhythm in free words; a text without either is fine, one that says nothing is not."""

    wanted: Words = Words(
        "een tijd zoals '7 dagen' of 'een keer per maand'", "a time such as '7 days' or 'once a month'"
    )

    def read(self, node: Node, key: str, notes: Notes) -> str | None:
        """Return the words, with a misspelled unit as it must have been meant."""
        if not isinstance(node, yaml.ScalarNode) or says_nothing(str(node.value)):
            wrong_kind(self, node, key, notes)
            return None
        notes.mark(key, node)
        word = str(node.value)
        slip = slip_in(word)
        unit = nearest(slip, UNITS, VERY_CLOSE) if slip else None
        if slip is None or unit is None:
            return word
        near = word.replace(slip, unit)
        notes.trouble("invalid-value", notes.span(node), "near", near, key=said(key), word=word, near=near)
        return near

    def schema(self) -> Schema:
        """Return the JSON Schema: editors cannot judge free words."""
        return {"type": ["string", "integer"]}
