"""Lists that a reader filters: which fields there are and which values occur."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from klantreis.model.slot import STATES
from klantreis.site.link import Link

NOTHING: Final = "-"
"""What stands in an address for rows that hold no value."""
MANY: Final = 12
"""More choices than these get a field of their own to search them with."""

ORDERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "severity": ("error", "warning", "info"),
        "need": ("must", "should", "could"),
        "status": ("idea", "planned", "draft", "review", "published", "expired"),
        "state": (*STATES[: STATES.index("borrowed")], "late", *STATES[STATES.index("borrowed") :]),
    }
)
"""The words that are sorted by what they mean, not by their letters."""

Names = Callable[[str], str] | Mapping[str, Link]
"""What values are called: a function, or a mapping, which also says in which order they come."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A field to choose from, with the values that occur and their names."""

    field: str
    label: str
    choices: tuple[tuple[str, str], ...]

    @property
    def is_long(self) -> bool:
        """Say whether there are so many choices that a reader wants to search them."""
        return len(self.choices) > MANY


def rank(kind: str, word: str) -> int:
    """Return the place of a word among those of its kind; what is not known comes last."""
    order = ORDERS[kind]
    return order.index(word) if word in order else len(order)


def filters_of(
    rows: Iterable[Mapping[str, str]], fields: Sequence[tuple[str, str, Names]], nothing: str = ""
) -> tuple[Filter, ...]:
    """Return a filter for each of `fields` (name, label, names of values) in which the rows differ.

    A field of a row may hold several values, with bars between them. With a word for `nothing`, rows
    without a value can be chosen too.
    """
    values: dict[str, dict[str, None]] = {name: {} for name, _, _ in fields}
    for row in rows:
        for name, seen in values.items():
            seen.update(dict.fromkeys(row[name].split("|")))
    filters = (Filter(name, label, _choices(values[name], names, nothing)) for name, label, names in fields)
    return tuple(filter for filter in filters if len(filter.choices) > 1)


def _choices(seen: Mapping[str, None], names: Names, nothing: str) -> tuple[tuple[str, str], ...]:
    found = [value for value in seen if value]
    if isinstance(names, Mapping):
        ordered = [*(id for id in names if id in seen), *(id for id in found if id not in names)]
        named = [(id, names[id].text if id in names else id) for id in ordered]
    else:
        named = [(id, names(id)) for id in found]
    return (*named, (NOTHING, nothing)) if nothing and "" in seen else tuple(named)
