"""HTML inside Markdown: tags and the text between them, found by splitting, so that nothing backtracks."""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# Possessive, and begun at a word's first letter only, so that no input makes it look twice.
_ATTRIBUTE: Final = re.compile(
    r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|\{[`"']?([^}"'`]*+)[`"']?\}|([^\s"'>]++))"""
)
_NAME: Final = re.compile(r"[a-zA-Z][\w.-]*+")


class Tag(NamedTuple):
    """One tag: its name in lower case, and where it stands."""

    name: str
    closes: bool
    source: str
    start: int

    def attributes(self) -> dict[str, str]:
        """Return the attributes by name in lower case."""
        return {
            m[1].lower(): html.unescape(m[2] or m[3] or m[4] or m[5] or "")
            for m in _ATTRIBUTE.finditer(self.source)
        }


class Comment(NamedTuple):
    """A comment, which may stand for a template call."""

    start: int


class Words(NamedTuple):
    """Text between tags."""

    text: str
    start: int


def tag_of(source: str, start: int) -> Tag | None:
    """Return the tag that `source` begins with `<`, or None when it is none."""
    closes = source[1:2] == "/"
    name = _NAME.match(source, 2 if closes else 1)
    return Tag(name[0].lower(), closes, source, start) if name else None


def pieces(source: str, start: int) -> Iterator[Tag | Comment | Words]:
    """Yield the tags, comments and texts of `source`, which stands at offset `start`."""
    at = 0
    size = len(source)
    while at < size:
        first = source.find("<", at)
        if first < 0:
            first = size
        if first > at:
            yield Words(source[at:first], start + at)
        if first == size:
            return
        at, piece = _next(source, first, start)
        if piece is not None:
            yield piece


def _next(source: str, first: int, start: int) -> tuple[int, Tag | Comment | Words | None]:
    """Return the piece at the `<` at `first`, and the offset after it."""
    if source.startswith("<!--", first):
        end = source.find("-->", first + 4)
        return (end + 3 if end >= 0 else len(source)), Comment(start + first)
    end = _end_of_tag(source, first)
    tag = tag_of(source[first:end], start + first)
    if tag is None:
        return first + 1, Words("<", start + first)
    return end, tag


def _end_of_tag(source: str, first: int) -> int:
    """Return the offset after the `>` that ends the tag; an unclosed tag ends before the next one."""
    following = source.find("<", first + 1)
    if following < 0:
        following = len(source)
    end = source.find(">", first, following)
    return end + 1 if end >= 0 else following
