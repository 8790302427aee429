"""From offsets in a text to lines and columns."""

from array import array
from itertools import accumulate

from klantreis.model.span import Span, span_of


class Lines:
    """The line starts of a text; lines end at `\\n`, `\\r\\n` and a bare `\\r`, as in an editor."""

    __slots__ = ("_length", "starts")

    def __init__(self, ascii_text: str) -> None:
        self._length = len(ascii_text)
        # bytes.splitlines knows only these three line ends; str.splitlines also splits on U+2028 and others.
        lines = ascii_text.encode("ascii", "replace").splitlines(keepends=True)
        self.starts = array("I", [0, *accumulate(map(len, lines))])
        if len(lines) and not ascii_text.endswith(("\n", "\r")):
            self.starts.pop()

    def span(self, start: int, end: int) -> Span:
        """Return the lines and columns of the characters from `start` up to `end`."""
        return span_of(self.starts, start, end)

    def offset(self, line: int, column: int) -> int:
        """Return where a line and column stand; past the last line is the end of the text."""
        starts = self.starts
        return self._length if line > len(starts) else min(starts[line - 1] + column - 1, self._length)
