"""A Markdown text as a reader sees it: blocks of plain text that know where they stand in the file."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from klantreis.model.message import Headings, Link
from klantreis.model.span import Span, span_of
from klantreis.read.plain import shadow

PARAGRAPH: Final = 1
HEADING: Final = 2
LIST: Final = 4
QUOTE: Final = 8
TABLE: Final = 16
BUTTON: Final = 32
CODE: Final = 64
FRONT: Final = 128


Block = tuple[int, int, int]
"""A run of plain text: its kind (PARAGRAPH, HEADING, LIST …, added up), where it starts and ends"""


class Anchor(NamedTuple):
    """The plain text that a link covers."""

    start: int
    end: int
    link: Link


@dataclass(frozen=True, slots=True)
class Document:
    """What was read: links, headings and anchors for the rules, blocks of plain text for `text/`.

    `plain` is ASCII, one character for each character that a reader sees; `raw_at` and `plain_at`
    say which offset in the file each piece of it came from.
    """

    raw: str
    plain: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    headings: Headings
    ids: frozenset[str]
    linked: tuple[Anchor, ...]
    lines: Sequence[int]
    plain_at: list[int]
    raw_at: list[int]

    def span(self, start: int, end: int) -> Span:
        """Return where the plain text from `start` up to `end` stands in the file."""
        return span_of(self.lines, *self.offsets(start, end))

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the file of the plain text from `start` up to `end`."""
        plain_at, raw_at = self.plain_at, self.raw_at
        piece = bisect_right(plain_at, start) - 1
        first = raw_at[piece] + start - plain_at[piece]
        piece = bisect_right(plain_at, end - 1, piece) - 1
        return first, max(raw_at[piece] + end - plain_at[piece], first)

    def first(self, size: int) -> "Document":
        """Return the document with about the first `size` characters of its plain text."""
        if len(self.plain) <= size:
            return self
        blocks = tuple(
            [(kind, start, min(end, size)) for kind, start, end in self.blocks if start < size]
        )
        linked = tuple([anchor for anchor in self.linked if anchor.start < size])
        pieces = bisect_right(self.plain_at, size)
        return replace(
            self,
            plain=self.plain[:size] + "\n\n",
            blocks=blocks,
            linked=linked,
            plain_at=self.plain_at[:pieces],
            raw_at=self.raw_at[:pieces],
        )

    def with_copy(self, ranges: Iterable[tuple[int, int]]) -> "Document":
        """Return the document with passages from its front matter, given by their offsets in the file."""
        plain, blocks = [self.plain], list(self.blocks)
        plain_at, raw_at, size = list(self.plain_at), list(self.raw_at), len(self.plain)
        for start, end in ranges:
            plain += (shadow(self.raw[start:end]).replace("\n", " "), "\n\n")
            plain_at.append(size)
            raw_at.append(start)
            blocks.append((FRONT, size, size + end - start))
            size += end - start + 2
        return replace(
            self, plain="".join(plain), blocks=tuple(blocks), plain_at=plain_at, raw_at=raw_at
        )
