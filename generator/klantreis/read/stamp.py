"""What an item was reviewed against: fingerprints by the id of a persona or a slot."""

from dataclasses import dataclass

import yaml

from klantreis.model.fingerprint import DIGITS
from klantreis.model.words import Words
from klantreis.read.node import Node
from klantreis.read.notes import Notes
from klantreis.read.shape import Schema, wrong_kind


@dataclass(frozen=True, slots=True)
class Stamps:
    """A mapping of ids to fingerprints, each to the letter: `12345678` is a text like any other."""

    wanted: Words = Words("een blok met een vingerafdruk per id", "a mapping of fingerprints by id")

    def read(self, node: Node, key: str, notes: Notes) -> dict[str, str] | None:
        """Return the fingerprints by id."""
        notes.mark(key, node)
        pairs = node.value if isinstance(node, yaml.MappingNode) else None
        if pairs is None or not all(isinstance(part, yaml.ScalarNode) for pair in pairs for part in pair):
            wrong_kind(self, node, key, notes)
            return None
        for name, value in pairs:
            notes.mark(f"{key}.{name.value}", value)
        return {str(name.value): str(value.value) for name, value in pairs}

    def schema(self) -> Schema:
        """Return the JSON Schema of the value."""
        digits = {"type": "string", "pattern": f"^[0-9a-f]{{{DIGITS}}}$"}
        return {"type": "object", "additionalProperties": digits}
