"""Marks: where the values of a file stand."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from klantreis.model.span import Span, span_of


class Marks(Mapping[str, Span]):
    """The span of each value by key, worked out when it is asked for.

    Ten thousand items have a quarter of a million values, of which findings ask for few: as offsets
    they take a tenth of the room that spans do, and go from one process to another at once.
    """

    __slots__ = ("_keys", "_line_starts", "_offsets")

    def __init__(self, offsets: Mapping[str, tuple[int, int]], line_starts: Sequence[int]) -> None:
        self._keys = _shared(tuple(offsets))
        self._offsets = array("I", (at for bounds in offsets.values() for at in bounds))
        self._line_starts = array("I", line_starts)

    def __getitem__(self, key: str) -> Span:
        if key not in self._keys:
            raise KeyError(key)
        at = self._keys.index(key) * 2
        return span_of(self._line_starts, self._offsets[at], self._offsets[at + 1])

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return f"Marks({dict(self)})"


@lru_cache(maxsize=1024)
def _shared(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the same object for the same keys: most files of a project have the same."""
    return keys
