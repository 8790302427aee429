"""A line of a file with a passage marked underneath."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klantreis.model.span import Span
from klantreis.report.visible import ELLIPSIS, cells

FAR = 500
"""How many characters around a passage are looked at."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


class Excerpt(NamedTuple):
    """A line as it can be shown, and the marks that belong underneath it."""

    number: int
    line: str
    marks: str


class Sources:
    """The lines of files, split as an editor does; remembers the file it split last."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._path: str | None = None
        self._lines: Sequence[str] = ()
        self._end = ""

    def _lines_of(self, path: str) -> Sequence[str]:
        """Return the lines of a file, without their ends where these are all the same."""
        if path != self._path:
            # A byte-order mark at the start counts for nothing, here as in an editor.
            text = self._texts.get(path, "").removeprefix("\ufeff")
            is_mixed = "\r" in text
            self._path, self._end = path, "" if is_mixed else "\n"
            self._lines = lines_of(text) if is_mixed else text.split("\n")
        return self._lines

    def line(self, path: str, number: int) -> str | None:
        """Return a line without its end, or nothing where the file has no such line."""
        lines = self._lines_of(path)
        return lines[number - 1].rstrip("\r\n") if 0 < number <= len(lines) else None

    def slice(self, path: str, span: Span) -> str:
        """Return the passage exactly as it stands in the file."""
        lines = list(self._lines_of(path)[span.line - 1 : span.end_line])
        if not lines:
            return ""
        if len(lines) > span.end_line - span.line:
            lines[-1] = lines[-1][: span.end_column - 1]
        return self._end.join((lines[0][span.column - 1 :], *lines[1:]))

    def excerpt(self, path: str, span: Span, columns: int) -> Excerpt | None:
        """Return the first line of a passage, marked, in at most `columns` columns."""
        line = self.line(path, span.line)
        if line is None or not line.strip():
            return None
        end = span.end_column if span.end_line == span.line else len(line) + 1
        return Excerpt(span.line, *_marked(line, span.column - 1, end - 1, columns))


def lines_of(text: str) -> list[str]:
    """Split a text at `\\n`, `\\r\\n` and a bare `\\r`, and keep the line ends."""
    return [line for line in _LINE.findall(text) if line]


def _marked(line: str, start: int, end: int, columns: int) -> tuple[str, str]:
    skipped = max(start - FAR, 0)  # a page on one line is not measured whole
    line, start, end = line[skipped : end + FAR], start - skipped, end - skipped
    start = min(start, len(line))
    end = max(min(end, len(line)), start)
    end = start + len(line[start:end].rstrip()) or end
    if len(line) <= columns and not skipped and line.isascii() and line.isprintable():
        return line, " " * start + "^" * max(end - start, 1)
    shown = list(cells(line))
    first, last = _window([c.width for c in shown], start, max(end, start + 1), columns)
    before, after = ELLIPSIS if first or skipped else "", ELLIPSIS if last < len(shown) else ""
    indent = len(before) + sum(c.width for c in shown[first:start])
    marks = max(sum(c.width for c in shown[start : min(end, last)]), 1)
    return before + "".join(c.text for c in shown[first:last]) + after, " " * indent + "^" * marks


def _window(widths: list[int], start: int, end: int, columns: int) -> tuple[int, int]:
    """Return which characters to show: all of them, or those around the passage."""
    if sum(widths) <= columns:
        return 0, len(widths)
    room = columns - 2
    passage = sum(widths[start:end])
    first = start
    lead = max((room - passage) // 3, min(12, room // 4))
    while first > 0 and lead > 0:
        first -= 1
        lead -= widths[first]
    last, used = first, 0
    while last < len(widths) and used + widths[last] <= room:
        used += widths[last]
        last += 1
    while last == len(widths) and first > 0 and used + widths[first - 1] <= room:
        first -= 1
        used += widths[first]
    return first, last
