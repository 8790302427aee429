"""Lists that a reader filters: which fields there are and which values occur."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """A field to choose from, with the values that occur and their names."""

    field: str
    label: str
    choices: tuple[tuple[str, str], ...]


def filters_of(
    rows: Iterable[Mapping[str, str]], fields: Sequence[tuple[str, str, Callable[[str], str]]]
) -> tuple[Filter, ...]:
    """Return a filter for each of `fields` (name, label, value → name) in which the rows differ.

    A field of a row may hold several values, with bars between them.
    """
    values: dict[str, dict[str, None]] = {name: {} for name, _, _ in fields}
    for row in rows:
        for name, seen in values.items():
            seen.update(dict.fromkeys(value for value in row[name].split("|") if value))
    return tuple(
        Filter(name, label, tuple((value, title(value)) for value in values[name]))
        for name, label, title in fields
        if len(values[name]) > 1
    )
