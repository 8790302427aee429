"""Marks: where things stand in a file, kept as offsets and made into spans when they are asked for.

Ten thousand items have half a million places, of which findings ask for few: as offsets they take a
tenth of the room that spans do, and go from one process to another at once.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from klantreis.model.span import Span, span_of


def offsets(numbers: Sequence[int]) -> Sequence[int]:
    """Return `numbers` in the least room."""
    return array("I", numbers)


class Marks(Mapping[str, Span]):
    """The span of each value of the front matter by its key."""

    __slots__ = ("_keys", "_lines", "_offsets")

    def __init__(self, bounds: Mapping[str, tuple[int, int]], lines: Sequence[int]) -> None:
        self._keys = shared(tuple(bounds))
        self._offsets = offsets(list(chain.from_iterable(bounds.values())))
        self._lines = lines

    def __getitem__(self, key: str) -> Span:
        if key not in self._keys:
            raise KeyError(key)
        at = self._keys.index(key) * 2
        return span_of(self._lines, self._offsets[at], self._offsets[at + 1])

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return f"Marks({dict(self)})"


@lru_cache(maxsize=4096)
def shared(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the same object for the same keys: most files of a project have the same."""
    return keys
