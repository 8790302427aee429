"""A writer's text, made ready for the parser: nothing in it moves, every offset stays the file's."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from klantreis.model.span import Span
from klantreis.read.shortcode import Shortcode, mask

# Characters that HTML forbids, and lone surrogates from bytes that are no UTF-8: each becomes one U+FFFD.
_FORBIDDEN = (*range(9), 11, 12, *range(14, 32), 127)
_CLEAN = dict.fromkeys((*_FORBIDDEN, *range(0xD800, 0xE000)), "\ufffd")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one item: as written, as parsed, and the way between bytes, characters and lines."""

    text: str
    masked: str
    calls: Mapping[int, Shortcode]
    start: int
    line_starts: tuple[int, ...]
    wide: tuple[int, ...]
    widths: tuple[int, ...]

    @property
    def body(self) -> str:
        """The Markdown without its front matter, with template calls masked."""
        return self.masked[self.start :]

    def at(self, byte: int) -> int:
        """Return the offset in the file, in characters, of a UTF-8 byte of the body."""
        if not self.wide:
            return self.start + byte
        return self.start + byte - self.widths[bisect_right(self.wide, byte - 1)]

    def written(self, start: int, end: int) -> str:
        """Return the passage as the writer typed it."""
        return self.text[start:end]

    def offsets(self, span: Span) -> tuple[int, int]:
        """Return the offsets of the first character of `span` and of the one after its last."""
        return self._offset(span.line, span.column), self._offset(span.end_line, span.end_column)

    def _offset(self, line: int, column: int) -> int:
        if line > len(self.line_starts):
            return len(self.text)
        return self.line_starts[line - 1] + column - 1


def source(text: str, body_line: int) -> Source:
    """Return the item's `text` ready for the parser; its body starts at the line `body_line`."""
    clean = text if text.isascii() and text.isprintable() else text.translate(_CLEAN)
    starts = _line_starts(clean)
    start = starts[body_line - 1] if body_line <= len(starts) else len(clean)
    masked, calls = mask(clean, start)
    wide, widths = _wide(masked[start:])
    return Source(clean, masked, calls, start, starts, wide, widths)


def _line_starts(text: str) -> tuple[int, ...]:
    # Lines as an editor counts them: they end at \n, \r\n and a bare \r, not at U+2028.
    lines = text.encode("ascii", "replace").splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return tuple(starts)


def _wide(body: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the last byte of every character of several bytes, and the bytes to subtract after each."""
    if body.isascii():
        return (), (0,)
    ends, surplus = [], [0]
    byte = done = 0
    for at, character in enumerate(body):
        if character > "\x7f":
            size = len(character.encode("utf-8"))
            byte += at - done + size
            done = at + 1
            ends.append(byte - 1)
            surplus.append(surplus[-1] + size - 1)
    return tuple(ends), tuple(surplus)
