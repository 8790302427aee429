"""The parser's events as a tree, so that writing it out is one function per kind of node."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import pyromark

from klantreis.site.body.source import Source

_OPTIONS: Final = (
    pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_PLAIN: Final = pyromark.Markdown(options=_OPTIONS)
_TABLES: Final = pyromark.Markdown(options=_OPTIONS | pyromark.Options.ENABLE_TABLES)
_WIDEST: Final = 100
"""Columns: the parser fills up short rows, so that a hostile table of n × n costs n² cells."""
_DEEPEST: Final = 60
"""Levels: what is nested deeper is written as if it stood on this one."""


class Node(NamedTuple):
    """A piece of Markdown: what it is, what the parser says of it, where it stands, what is in it."""

    name: str
    value: Any
    start: int
    end: int
    children: "list[Node]"

    @property
    def text(self) -> str:
        """The words in it, without markup."""
        if self.name in ("Text", "Code"):
            return str(self.value)
        return " " if self.name.endswith("Break") else "".join(child.text for child in self.children)


def tree_of(source: Source) -> tuple[Node, ...]:
    """Return the blocks of the body in order; offsets are those of the file, in characters."""
    body = source.body
    parser = _TABLES if max(line.count("|") for line in body.split("\n")) <= _WIDEST else _PLAIN
    top: list[Node] = []
    open_nodes = [top]
    skipped = 0
    for event, place in parser.events_with_range(body):
        kind, name, value = _said(event)
        if kind == "End":
            if skipped:
                skipped -= 1
            else:
                open_nodes.pop()
            continue
        node = Node(name, value, source.at(place["start"]), source.at(place["end"]), [])
        if kind == "Start" and len(open_nodes) > _DEEPEST:
            skipped += 1
            continue
        open_nodes[-1].append(node)
        if kind == "Start":
            open_nodes.append(node.children)
    return tuple(top)


def _said(event: Any) -> tuple[str, str, Any]:
    """Return whether an event opens, closes or stands alone, the name of the node and its value."""
    if isinstance(event, str):
        return "", event, None
    kind, value = next(iter(event.items()))
    if kind not in ("Start", "End"):
        return "", kind, value
    if isinstance(value, str):
        return kind, value, None
    name, inside = next(iter(value.items()))
    return kind, name, inside


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every node in the order of the text."""
    waiting = [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children[::-1]
