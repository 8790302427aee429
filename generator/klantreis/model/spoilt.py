"""What could not be read whole: what seems missing there may well be written."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from klantreis.model.item import Item
from klantreis.model.journey import Journey
from klantreis.model.trouble import Trouble


class Spoilt(NamedTuple):
    """The files, and what stands in them, of which not everything could be read.

    `items` are those whose front matter could not be read whole, `paths` their files and those of
    definitions like them, `journeys` the ids of journeys in such files. In `half_read` are the paths of
    all files in which something could not be read, in `headless` those of items that should have front
    matter and have none.
    """

    items: tuple[Item, ...]
    paths: frozenset[str]
    journeys: frozenset[str]
    half_read: frozenset[str]
    headless: frozenset[str]


def spoilt_by(troubles: Sequence[Trouble], items: Iterable[Item], journeys: Iterable[Journey]) -> Spoilt:
    """Return what the `troubles` of reading have spoilt."""
    unreadable = tuple(item for item in items if not item.is_readable)
    definitions = (t.path for t in troubles if t.rule == "unreadable-definition")
    paths = frozenset({*definitions, *(item.path for item in unreadable)})
    return Spoilt(
        items=unreadable,
        paths=paths,
        journeys=frozenset(j.id for j in journeys if j.place.path in paths),
        half_read=frozenset(t.path for t in troubles if t.rule != "informal-name"),
        headless=frozenset(t.path for t in troubles if t.rule == "missing-front-matter"),
    )
