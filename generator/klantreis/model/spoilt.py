"""What could not be read whole: what seems missing there may well be written."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from klantreis.model.item import Item
from klantreis.model.journey import Journey
from klantreis.model.persona import Persona
from klantreis.model.span import START
from klantreis.model.trouble import Trouble


class Spoilt(NamedTuple):
    """The files, and what stands in them, of which not everything could be read.

    `items` are those whose front matter could not be read whole, `paths` their files and those of
    definitions like them, `journeys` and `personas` the ids of those in such files. In `half_read` are
    the paths of all files in which something could not be read, in `headless` those of items that should
    have front matter and have none. `misnaming` are the paths of journeys for somebody whom nobody
    described, `touchpoints` the journeys and ids of touchpoints like that.
    """

    items: tuple[Item, ...]
    paths: frozenset[str]
    journeys: frozenset[str]
    personas: frozenset[str]
    half_read: frozenset[str]
    headless: frozenset[str]
    misnaming: frozenset[str]
    touchpoints: frozenset[tuple[str, str]]


def spoilt_by(
    troubles: Sequence[Trouble],
    items: Iterable[Item],
    journeys: Iterable[Journey],
    personas: Iterable[Persona],
) -> Spoilt:
    """Return what the `troubles` of reading have spoilt."""
    misnamed = [t for t in troubles if t.rule == "unknown-persona" and t.variant != "near"]
    unreadable = tuple(item for item in items if not item.is_readable)
    definitions = (t.path for t in troubles if t.rule == "unreadable-definition")
    paths = frozenset({*definitions, *(item.path for item in unreadable)})
    return Spoilt(
        items=unreadable,
        paths=paths,
        journeys=frozenset(j.id for j in journeys if j.place.path in paths),
        personas=frozenset(p.id for p in personas if p.place.path in paths),
        half_read=frozenset(t.path for t in troubles if t.rule != "informal-name"),
        headless=frozenset(t.path for t in troubles if t.rule == "missing-front-matter" or _is_blank(t)),
        misnaming=frozenset(t.path for t in misnamed if "touchpoint" not in t.about),
        touchpoints=frozenset(
            (t.about["journey"], t.about["touchpoint"]) for t in misnamed if "touchpoint" in t.about
        ),
    )


def _is_blank(trouble: Trouble) -> bool:
    return trouble.rule == "empty-item" and trouble.span == START
