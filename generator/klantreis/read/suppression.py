"""Exceptions that writers make, in front matter and around a passage."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import yaml

from klantreis.model.item import Suppression
from klantreis.model.place import Place
from klantreis.model.span import Span
from klantreis.read.node import Node
from klantreis.read.notes import Notes

_COMMENT = re.compile(
    r"<!--\s*klantreis:\s*(?:(?P<end>end)|ignore\s+(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)"
    r"(?:\s+until\s+(?P<until>\d{4}-\d{2}-\d{2}))?(?:\s*:\s*(?P<reason>[^\r\n]*?))?)\s*-->"
)


def in_front_matter(node: Node, records: tuple[Any, ...], notes: Notes) -> Iterator[Suppression]:
    """Yield the exceptions under `ignore`; `node` is the whole front matter."""
    entries, key = _entries(node)
    for index, (entry, record) in enumerate(zip(entries, records, strict=False)):
        if isinstance(record, str):
            yield Suppression(record, notes.place(entry), whole=_whole(entries, index, key, notes))
        elif record.get("rule"):
            place = Place(notes.path, notes.marks.get(f"ignore.{index}.rule", notes.span(entry)))
            whole = _whole(entries, index, key, notes)
            until_at = notes.marks.get(f"ignore.{index}.until")
            yield Suppression(
                record["rule"], place, record.get("reason"), record.get("until"), None, whole, None, until_at
            )


def _entries(node: Node) -> tuple[list[Node], Node]:
    for name, value in node.value:
        if isinstance(name, yaml.ScalarNode) and name.value == "ignore":
            return (value.value if isinstance(value, yaml.SequenceNode) else [value]), name
    return [], node


def _whole(entries: list[Node], index: int, key: Node, notes: Notes) -> Span:
    """Return the lines that go when this exception goes; with the last one the key goes too."""
    first = notes.span(key if len(entries) == 1 else entries[index])
    last = notes.span(entries[index])
    return Span(first.line, 1, last.end_line + 1, 1)


def in_body(path: str, text: str, start: int, notes: Notes) -> tuple[Suppression, ...]:
    """Return the exceptions around passages of the body that begins at offset `start`."""
    if "klantreis:" not in text:
        return ()
    comments = list(_COMMENT.finditer(text, start))
    return tuple(
        s
        for i, comment in enumerate(comments)
        if not comment["end"]
        for s in _around(comments, i, notes, text)
    )


def _around(comments: list[re.Match[str]], index: int, notes: Notes, text: str) -> Iterator[Suppression]:
    comment = comments[index]
    closing = next((c for c in comments[index + 1 :] if c["end"]), None)
    last = notes.at(closing.start(), closing.end()).line if closing else notes.at(len(text), len(text)).line
    for name in re.finditer(r"[\w-]+", comment["rules"]):
        start = comment.start("rules") + name.start()
        place = Place(notes.path, notes.at(start, start + len(name[0])))
        until_at = notes.at(*comment.span("until")) if comment["until"] else None
        yield Suppression(
            name[0], place, comment["reason"], _day(comment["until"]), (place.span.line, last),
            until_at=until_at,
        )  # fmt: skip


def _day(word: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(word) if word else None
    except ValueError:
        return None
