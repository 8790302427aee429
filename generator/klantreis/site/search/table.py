"""The words of a language that the rules of spelling do not cover."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

Families = Mapping[str, tuple[tuple[str, ...], ...]]


class Table(NamedTuple):
    """What a language keeps apart: each irregular form leads to the families that it is in."""

    stop: frozenset[str]
    irregular: Families
    strong: Families
    prefixes: frozenset[str]
    heads: frozenset[str]


@cache
def table(language: str) -> Table:
    """Return the table of `nl` or `en`."""
    text = files(__package__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Table(
        stop=frozenset(loaded["stop"].split()),
        irregular=_families(loaded["irregular"]),
        strong=_families(loaded["strong"]),
        prefixes=frozenset(loaded["prefixes"].split()),
        heads=frozenset(loaded["heads"].split()),
    )


def _families(text: str) -> Families:
    found: dict[str, tuple[tuple[str, ...], ...]] = defaultdict(tuple)
    for group in text.split(","):
        family = tuple(group.split())
        for form in family:
            found[form] += (family,)
    return dict(found)
