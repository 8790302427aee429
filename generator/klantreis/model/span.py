"""A place in a text file."""

from typing import NamedTuple


class Span(NamedTuple):
    """A passage of a file; lines and columns count from 1, in characters, `end_column` is past the end."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""Where a finding about a whole file stands."""
