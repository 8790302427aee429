"""A place in a text file."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A passage of a file; lines and columns count from 1, in characters, `end_column` is past the end."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""Where a finding about a whole file stands."""


def span_of(line_starts: Sequence[int], start: int, end: int) -> Span:
    """Return the lines and columns of the characters from `start` up to `end` of a text.

    `line_starts` are the offsets at which its lines start.
    """
    line, last = bisect_right(line_starts, start), bisect_right(line_starts, end)
    return Span(line, start - line_starts[line - 1] + 1, last, end - line_starts[last - 1] + 1)
