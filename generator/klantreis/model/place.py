"""Where something stands: a file and a passage in it."""

from typing import NamedTuple

from klantreis.model.span import Span


class Place(NamedTuple):
    """A passage of one file; `path` is relative to the project, with `/`."""

    path: str
    span: Span
