"""YAML, TOML and JSON as one tree of nodes that know where they stand.

The nodes are PyYAML's: its C loader composes (but does not construct) at a few millionths of a
second per value, so nothing is guessed: `NO`, `12:30` and `1.10` stay the text that was written.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from klantreis.read.flaw import Flaw, json_flaw, line_at, toml_flaw, yaml_flaw

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # a platform without a compiled libyaml
    from yaml import SafeLoader  # type: ignore[assignment]

Node = yaml.Node
MOST_REPAIRS = 8

# libyaml ends lines at these, editors do not; and it refuses lone surrogates (undecodable bytes).
_STRANGE = {0x85: " ", 0x2028: " ", 0x2029: " ", 0xFEFF: " "} | dict.fromkeys(range(55296, 57344), "�")
_IS_STRANGE = re.compile("[\x85\u2028\u2029\ufeff\ud800-\udfff]")
_KEY = re.compile(r"[ \t-]*[\w-]+:(?=\s)")


class Loader(SafeLoader):
    """Composes without guessing what a value is, which takes half of PyYAML's time; `scalar` judges that."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Return no tag."""
        return ""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Take no notice of the way down: it leads to tags."""

    def ascend_resolver(self) -> None:
        """Take no notice of the way up."""


def _at(index: int) -> yaml.Mark:
    """Return a mark as PyYAML's nodes carry it; only the offset counts here."""
    return yaml.Mark("", index, 0, 0, None, 0)


class Composed(NamedTuple):
    """The tree of a text as far as it could be read, with what could not."""

    root: Node | None
    flaw: Flaw | None


def compose_yaml(text: str) -> Composed:
    """Compose `text`, leaving out the blocks that cannot be read; the flaw is the first of them."""
    if _IS_STRANGE.search(text):
        text = text.translate(_STRANGE)
    first: Flaw | None = None
    tried: set[int] = set()
    for _ in range(MOST_REPAIRS):
        try:
            return Composed(yaml.compose(text, Loader=Loader), first)
        except (yaml.YAMLError, RecursionError) as error:
            flaw = yaml_flaw(error, text)
            first = first or flaw
            text = _without_block(text, flaw.at) if flaw.at in tried else _without_value(text, flaw.at)
            tried.add(flaw.at)
    return Composed(None, first)


def _without_value(text: str, index: int) -> str:
    """Blank the value on the line of `index` (the line itself, without a key); all else keeps its place."""
    start, line = line_at(text, index)
    key = _KEY.match(line)
    first = start + (key.end() if key else 0)
    return text[:first] + " " * (start + len(line) - first) + text[start + len(line) :]


def _without_block(text: str, index: int) -> str:
    """Blank the top-level block around `index`, so that all else keeps its place."""
    starts = [m.start() for m in re.finditer(r"(?m)^(?=[^\s#])", text)]
    first = max((s for s in starts if s <= index), default=0)
    last = min((s for s in starts if s > index), default=len(text))
    blank = re.sub(r"[^\r\n]", " ", text[first:last])
    return text[:first] + blank + text[last:]


def compose_json(text: str) -> Composed:
    """Compose JSON, which is YAML as well once its tabs are spaces."""
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        return Composed(None, json_flaw(error))
    return compose_yaml(text.replace("\t", " "))


def compose_toml(text: str) -> Composed:
    """Read TOML with the standard library, then find where each value stands."""
    try:
        values = tomllib.loads(text.replace("\r\n", " \n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Composed(None, toml_flaw(text, str(error)))
    return Composed(_toml_node(values, 0, len(text), text), None)


COMPOSE = {"yaml": compose_yaml, "toml": compose_toml, "json": compose_json}
"""How front matter of each kind is composed"""


def _toml_node(value: Any, start: int, end: int, text: str) -> Node:
    if isinstance(value, dict):
        pairs = [_toml_pair(key, child, start, end, text) for key, child in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, _at(start), _at(end))
    if isinstance(value, list):
        return yaml.SequenceNode("", list(_toml_list(value, start, end, text)), _at(start), _at(end))
    return yaml.ScalarNode("", _toml_text(value), _at(start), _at(end), style=_toml_style(value))


def _toml_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


def _toml_style(value: Any) -> str | None:
    return '"' if isinstance(value, str) else None


def _toml_pair(key: str, value: Any, start: int, end: int, text: str) -> tuple[Node, Node]:
    place = _toml_key(key, start, end, text)
    if place is None:
        return yaml.ScalarNode("", key, _at(start), _at(start)), _toml_node(value, start, end, text)
    key_start, key_end, value_start = place
    value_end = _toml_end(value, value_start, end, text)
    node = yaml.ScalarNode("", key, _at(key_start), _at(key_end))
    return node, _toml_node(value, value_start, value_end, text)


def _toml_key(key: str, start: int, end: int, text: str) -> tuple[int, int, int] | None:
    """Find `key = value`, `[key]` or `key.` after `start`: its start, its end, the value's start."""
    name = re.escape(key)
    pattern = re.compile(
        rf"(?m)(?:^|(?<=[{{,\s.\[]))[ \t]*[\"']?({name})[\"']?[ \t]*(?:=[ \t]*|\]+[^\r\n]*|(?=\.))"
    )
    found = pattern.search(text, start, end)
    return (found.start(1), found.end(1), found.end()) if found else None


def _toml_end(value: Any, start: int, end: int, text: str) -> int:
    if isinstance(value, (dict, list)):
        return end
    line_end = re.compile(r"[\r\n]|\Z").search(text, start)
    limit = min(end, line_end.start() if line_end else end)
    if isinstance(value, str) and text[start : start + 1] in "\"'":
        quote = text[start]
        closing = text.find(quote, start + 1, limit)
        return closing + 1 if closing >= 0 else limit
    plain = re.compile(r"[^,\]}#\r\n]*").match(text, start, limit)
    return start + len(plain[0].rstrip()) if plain else limit


def _toml_list(values: list[Any], start: int, end: int, text: str) -> Iterator[Node]:
    at = start
    for value in values:
        if isinstance(value, str):
            quoted = re.compile(rf"[\"']{re.escape(value)}[\"']").search(text, at, end)
            first, last = (quoted.start(), quoted.end()) if quoted else (at, at)
            yield _toml_node(value, first, last, text)
            at = last
            continue
        yield _toml_node(value, at, end, text)


def plain(node: Node) -> Any:
    """Return the Python value of a node, read as YAML 1.2 core does.

    What an alias repeats is read once, so that a small file cannot unfold into a huge value; below
    thirty levels there is nothing.
    """
    return _plain(node, {}, 30)


def _plain(node: Node, seen: dict[int, Any], depth: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    if id(node) not in seen and depth:
        seen[id(node)] = None
        if isinstance(node, yaml.MappingNode):
            seen[id(node)] = {
                str(_plain(k, seen, depth - 1)): _plain(v, seen, depth - 1) for k, v in node.value
            }
        else:
            seen[id(node)] = [_plain(child, seen, depth - 1) for child in node.value]
    return seen.get(id(node))


_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: Mapping[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def scalar(node: Node) -> str | int | float | bool | None:
    """Return the value of a scalar by the YAML 1.2 core schema; quoted text is always text."""
    value = str(node.value)
    if getattr(node, "style", None):
        return value
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.match(value) and len(value) < 20:
        return int(value)
    return float(value) if _FLOAT.match(value) else value
