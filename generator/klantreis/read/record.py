"""Records: mappings with known keys, alone or by id, and their JSON Schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

import yaml

from klantreis.model.nearest import VERY_CLOSE, by_nearness, nearest
from klantreis.model.words import Words
from klantreis.read.node import Node
from klantreis.read.notes import Notes
from klantreis.read.shape import Schema, Shape, is_absent, wrong_kind


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    shape: Shape
    required: bool = False
    about: str = ""


@dataclass(frozen=True)
class Record:
    """A mapping with known keys; the value read is a dictionary that also holds `node` under `""`."""

    fields: Mapping[str, Field]
    wanted: Words = Words("een blok met sleutels", "a mapping")
    names: Mapping[str, str] = field(default_factory=dict)
    is_complete: bool = True
    """Whether a missing required key is noted here."""
    foreign: tuple[str, ...] = ()
    """Patterns of keys that somebody else reads: none of them is a slip of ours."""
    is_foreign: bool = False
    """Whether the file is somebody else's as well, so that most unknown keys are no concern of ours."""
    shared: frozenset[str] = frozenset()
    """Keys that may be somebody else's: a value that does not suit us is theirs."""
    kin: Mapping[str, str] = field(default_factory=dict)
    """Our keys by their names in another language, by which somebody who lacks ours must mean them."""

    def read(self, node: Node, key: str, notes: Notes) -> dict[str, Any] | None:
        if not isinstance(node, yaml.MappingNode):
            wrong_kind(self, node, key, notes)
            return None
        values: dict[str, Any] = {"": node}
        seen: dict[str, Node] = {}
        slips: list[tuple[str | None, Node]] = []
        for name, value in node.value:
            word = name.value if isinstance(name, yaml.ScalarNode) else ""
            if word in seen:
                notes.trouble("duplicate-key", notes.span(name), key=word, first=notes.span(seen[word]).line)
                continue
            seen[word] = name
            ours = self._ours(word) if self.names else word
            if ours in self.shared:
                self._take_slip(ours, value, key, values, notes)
            elif ours in self.fields:
                self._take(ours, value, key, values, notes)
            elif ours is not None:
                slips.append((self._unknown(word, name, node, notes), value))
        for near, value in slips:
            self._take_slip(near, value, key, values, notes)
        if self.is_complete:
            self._missing(values, node, notes)
        return values

    def _ours(self, word: str) -> str | None:
        """Return our name for a key; nothing for one of ours that this project writes otherwise."""
        if word in self.names:
            return self.names[word]
        return None if word in self.names.values() else word

    def _take(self, name: str | None, value: Node, key: str, values: dict[str, Any], notes: Notes) -> None:
        if name is None or name in values or is_absent(value):
            return
        values[name] = self.fields[name].shape.read(value, f"{key}.{name}" if key else name, notes)

    def has(self, node: Node, keys: frozenset[str]) -> bool:
        """Say whether a mapping has one of `keys`, or a slip of a required one."""
        words = [str(name.value) for name, _ in node.value if isinstance(name, yaml.ScalarNode)]
        if any(self._ours(word) in keys for word in words):
            return True
        required = tuple(name for name, f in self.fields.items() if f.required)
        return any(nearest(word, required, VERY_CLOSE) in keys for word in words)

    def _take_slip(
        self, near: str | None, value: Node, key: str, values: dict[str, Any], notes: Notes
    ) -> None:
        """Read a key that is a slip of one of ours as if it were mended, so that nothing seems missing.

        A value that does not suit our key shows that the key was somebody else's after all.
        """
        if near is None or near in values:
            return
        if self.fields[near].required:
            self._take(near, value, key, values, notes)
        else:
            notes.tentative(lambda: self._take(near, value, key, values, notes))

    def _unknown(self, word: str, name: Node, node: yaml.MappingNode, notes: Notes) -> str | None:
        """Note an unknown key, and return which of ours it is to be read as."""
        near = self._translated(word, node)
        near = near or nearest(word, tuple(n for n in self.fields if n not in self.shared), VERY_CLOSE)
        if near is None and self.is_foreign:
            return None
        listed = ", ".join(by_nearness(word, self.fields))
        variant = "near" if near else ""
        notes.trouble(
            "unknown-field", notes.span(name), variant, near, key=word, near=near or "", known=listed
        )
        is_ours = not (self.is_foreign or any(fnmatchcase(word, pattern) for pattern in self.foreign))
        return near if is_ours else None

    def _translated(self, word: str, node: yaml.MappingNode) -> str | None:
        """Return our key for one in another language, unless it is there itself."""
        ours = None if self.is_foreign else self.kin.get(word.lower())
        theirs = next((key for key, to in self.names.items() if to == ours), ours)
        return None if any(name.value == theirs for name, _ in node.value) else ours

    def _missing(self, values: Mapping[str, Any], node: Node, notes: Notes) -> None:
        missing = [name for name, f in self.fields.items() if f.required and name not in values]
        if missing:
            span = notes.span(node)
            first = span._replace(end_line=span.line, end_column=span.column)
            notes.trouble("missing-field", first, keys=", ".join(missing))

    def schema(self) -> Schema:
        described = {name: _described(f) for name, f in self.fields.items()}
        required = [name for name, f in self.fields.items() if f.required]
        return {
            "type": "object",
            "properties": described,
            "required": required,
            "additionalProperties": False,
        }


def _described(field: Field) -> Schema:
    return field.shape.schema() | ({"description": field.about} if field.about else {})


@dataclass(frozen=True, slots=True)
class Keyed:
    """Records by id: a mapping from id to record, or a list of records with an `id`.

    The value read is a tuple of (id, node of the id, record).
    """

    record: Record
    wanted: Words = Words("een blok met ids als sleutels", "a mapping by id")

    def read(self, node: Node, key: str, notes: Notes) -> tuple[tuple[str, Node, dict[str, Any]], ...]:
        notes.mark(key, node)
        if isinstance(node, yaml.SequenceNode):
            return self._listed(node, key, notes)
        if not isinstance(node, yaml.MappingNode):
            wrong_kind(self, node, key, notes)
            return ()
        found: dict[str, tuple[str, Node, dict[str, Any]]] = {}
        for name, value in node.value:
            id = str(name.value) if isinstance(name, yaml.ScalarNode) else ""
            if id in found:
                notes.trouble("duplicate-key", notes.span(name), key=id, first=notes.span(found[id][1]).line)
                continue
            record = {"": value} if is_absent(value) else self.record.read(value, f"{key}.{id}", notes)
            if record is not None:
                found[id] = (id, name, record)
        return tuple(found.values())

    def _listed(self, node: Node, key: str, notes: Notes) -> tuple[tuple[str, Node, dict[str, Any]], ...]:
        records = [self.record.read(child, f"{key}.{i}", notes) for i, child in enumerate(node.value)]
        return tuple((str(r["id"]), _id_node(r), r) for r in records if r is not None and r.get("id"))

    def schema(self) -> Schema:
        record = self.record.schema()
        return {
            "anyOf": [{"type": "object", "additionalProperties": record}, {"type": "array", "items": record}]
        }


def _id_node(record: Mapping[str, Any]) -> Node:
    node: Node = record[""]
    for name, value in node.value:
        if isinstance(name, yaml.ScalarNode) and name.value == "id":
            return value if isinstance(value, yaml.Node) else node
    return node


def json_schema(shape: Shape, title: str) -> Schema:
    """Return `shape` as a JSON Schema document (2020-12)."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title} | shape.schema()
