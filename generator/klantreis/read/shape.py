"""The shapes that files have: one description reads a value, judges it and gives its JSON Schema."""

import datetime
import re
from dataclasses import dataclass
from typing import Any, Protocol

import yaml

from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.vocabulary import Vocabulary
from klantreis.model.words import Words
from klantreis.read.node import Node, plain, scalar
from klantreis.read.notes import Notes

Schema = dict[str, Any]
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.+Zz -]*)?\Z")
_OTHER_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\Z|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")


class Shape(Protocol):
    """A kind of value; `read` returns None for what is absent or cannot be used (and notes why)."""

    @property
    def wanted(self) -> Words: ...

    def read(self, node: Node, key: str, notes: Notes) -> Any:
        """Return the value of `node`, known to the reader of messages as `key`."""

    def schema(self) -> Schema:
        """Return the JSON Schema of the value."""


def kind_of(node: Node) -> Words:
    """Say what a node is, for a message."""
    if isinstance(node, yaml.MappingNode):
        return Words("een blok met sleutels", "a mapping")
    if isinstance(node, yaml.SequenceNode):
        return Words("een lijst", "a list")
    return Words.same(f"'{node.value}'")


def wrong_kind(shape: Shape, node: Node, key: str, notes: Notes) -> None:
    """Note that a value is of another kind than its key wants."""
    if notes.raw(node).startswith(("{{", "{%")):
        notes.trouble("invalid-value", notes.span(node), "template", key=said(key))
        return
    notes.trouble(
        "invalid-value", notes.span(node), "kind", key=said(key), wanted=shape.wanted, found=kind_of(node)
    )


def said(key: str) -> str:
    """Return the key as the writer knows it: the last name in a path such as `stages.use.min.0`."""
    return next((part for part in reversed(key.split(".")) if not part.isdigit()), key)


def is_absent(node: Node) -> bool:
    """Say whether a value was left empty."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, to the letter as written."""

    wanted: Words = Words("tekst", "text")

    def read(self, node: Node, key: str, notes: Notes) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            wrong_kind(self, node, key, notes)
            return None
        notes.mark(key, node)
        value: str = node.value
        return value

    def schema(self) -> Schema:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text, or the same text as `nl` and `en`."""

    wanted: Words = Words("tekst, of tekst per taal (nl, en)", "text, or text by language (nl, en)")

    def read(self, node: Node, key: str, notes: Notes) -> Words | None:
        notes.mark(key, node)
        if isinstance(node, yaml.ScalarNode):
            return Words.same(str(node.value))
        if isinstance(node, yaml.MappingNode):
            said = {str(k.value): str(v.value) for k, v in node.value if isinstance(v, yaml.ScalarNode)}
            if said and said.keys() <= {"nl", "en"}:
                return Words(said.get("nl", said.get("en", "")), said.get("en", said.get("nl", "")))
        wrong_kind(self, node, key, notes)
        return None

    def schema(self) -> Schema:
        text = {"type": "string"}
        by_language = {
            "type": "object",
            "properties": {"nl": text, "en": text},
            "additionalProperties": False,
        }
        return {"anyOf": [text, by_language]}


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a closed list; other spellings are understood, near ones are read as if mended."""

    words: Vocabulary
    rule: str = "invalid-value"
    wanted: Words = Words("één woord", "one word")

    def read(self, node: Node, key: str, notes: Notes) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            wrong_kind(self, node, key, notes)
            return None
        notes.mark(key, node)
        word = str(node.value)
        known = self.words.by_id.get(word)
        if known is not None:
            return known.id  # the one string for all items
        term = self.words.find(word)
        if term is not None:
            span = notes.span(node)
            notes.trouble("informal-name", span, repair=term.id, key=said(key), word=word, id=term.id)
            return term.id
        return self._unknown(word, node, key, notes)

    def _unknown(self, word: str, node: Node, key: str, notes: Notes) -> str | None:
        near = nearest(word, self.words.spellings)
        term = self.words.find(near) if near else None
        values = {
            "word": word,
            "near": term.id if term else "",
            "known": ", ".join(by_nearness(word, self.words.ids)),
        }
        if self.rule == "invalid-value":
            values["key"] = said(key)
        variant = "near" if term else ("choice" if self.rule == "invalid-value" else "")
        notes.trouble(self.rule, notes.span(node), variant, term.id if term else None, **values)
        return term.id if term else None

    def schema(self) -> Schema:
        return {"type": "string", "enum": list(self.words.ids)}


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written as 2026-03-01."""

    wanted: Words = Words("een datum zoals 2026-03-01", "a date such as 2026-03-01")

    def read(self, node: Node, key: str, notes: Notes) -> datetime.date | None:
        if not isinstance(node, yaml.ScalarNode):
            wrong_kind(self, node, key, notes)
            return None
        notes.mark(key, node)
        word = str(node.value).strip()
        found = _DAY.match(word)
        day = _day(*map(int, found.groups())) if found else None
        if day is None:
            near = _other_day(word)
            notes.trouble(
                "invalid-date", notes.span(node), "near" if near else "", near.isoformat() if near else None,
                key=said(key), word=word, near=near.isoformat() if near else "",
            )  # fmt: skip
        return day

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _other_day(word: str) -> datetime.date | None:
    """Read a date in the Dutch order, or one without its zeros."""
    found = _OTHER_DAY.match(word)
    if found is None:
        return None
    day, month, year, year2, month2, day2 = found.groups()
    return _day(int(year), int(month), int(day)) if year else _day(int(year2), int(month2), int(day2))


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    wanted: Words = Words("true of false", "true or false")

    def read(self, node: Node, key: str, notes: Notes) -> bool | None:
        notes.mark(key, node)
        value = scalar(node) if isinstance(node, yaml.ScalarNode) else None
        if isinstance(value, bool):
            return value
        wrong_kind(self, node, key, notes)
        return None

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two bounds."""

    low: float = 0
    high: float = 1_000_000
    whole: bool = True

    @property
    def wanted(self) -> Words:
        return Words("een getal", "a number")

    def read(self, node: Node, key: str, notes: Notes) -> float | None:
        notes.mark(key, node)
        value = scalar(node) if isinstance(node, yaml.ScalarNode) else None
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or (self.whole and int(value) != value)
        ):
            wrong_kind(self, node, key, notes)
            return None
        if not self.low <= value <= self.high:
            span, low, high = notes.span(node), f"{self.low:g}", f"{self.high:g}"
            notes.trouble(
                "invalid-value", span, "range", key=said(key), word=str(node.value), low=low, high=high
            )
            return None
        return int(value) if self.whole else value

    def schema(self) -> Schema:
        return {"type": "integer" if self.whole else "number", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values; one value alone is a list of one."""

    each: Shape

    @property
    def wanted(self) -> Words:
        return Words(f"een lijst van {self.each.wanted.nl}", f"a list of {self.each.wanted.en}")

    def read(self, node: Node, key: str, notes: Notes) -> tuple[Any, ...]:
        if isinstance(node, yaml.SequenceNode):
            notes.mark(key, node)
            filled = (child for child in node.value if not is_absent(child))
            values = [self.each.read(child, f"{key}.{i}", notes) for i, child in enumerate(filled)]
        else:
            values = [self.each.read(node, f"{key}.0", notes)]
            notes.mark(key, node)
        return tuple(value for value in values if value is not None)

    def schema(self) -> Schema:
        one = self.each.schema()
        return {"anyOf": [one, {"type": "array", "items": one}]}


@dataclass(frozen=True, slots=True)
class Anything:
    """A value that its user judges."""

    wanted: Words = Words("een waarde", "a value")

    def read(self, node: Node, key: str, notes: Notes) -> Any:
        notes.mark(key, node)
        return plain(node)

    def schema(self) -> Schema:
        return {}


@dataclass(frozen=True, slots=True)
class Either:
    """One shape for a plain value, another for a mapping."""

    simple: Shape
    block: Shape

    @property
    def wanted(self) -> Words:
        return self.simple.wanted

    def read(self, node: Node, key: str, notes: Notes) -> Any:
        shape = self.block if isinstance(node, yaml.MappingNode) else self.simple
        return shape.read(node, key, notes)

    def schema(self) -> Schema:
        return {"anyOf": [self.simple.schema(), self.block.schema()]}
