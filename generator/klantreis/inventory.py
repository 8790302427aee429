"""What a project holds, as much of it as two versions of it are compared by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from klantreis.model.fingerprint import fingerprint_of
from klantreis.model.project import Project


class Holding(NamedTuple):
    """An item: how it is known, what it was written for, and what it says that it was reviewed against.

    `written_for` are the ids of personas and touchpoints, none where a review would be no use: without
    a text, or past its day. `reviewed` are pairs of such an id and the fingerprint of that day.
    """

    id: str
    path: str
    title: str
    aliases: tuple[str, ...]
    written_for: tuple[str, ...] = ()
    reviewed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Inventory:
    """The items and definitions of a project.

    `blobs` has how git would call the text of each item, by path. `places` has the paths of personas and
    journeys, `stamps` the fingerprints of personas and touchpoints, both by kind and id.
    `fingerprints` are those that a review can name.
    """

    items: tuple[Holding, ...] = ()
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    stamps: Mapping[tuple[str, str], str] = field(default_factory=dict)
    fingerprints: Mapping[str, str] = field(default_factory=dict)


def inventory(project: Project) -> Inventory:
    """Return what a project is compared by, its findings and slots aside."""
    people = {("persona", persona.id): persona for persona in project.personas}
    journeys = {("journey", journey.id): journey.place.path for journey in project.journeys}
    touchpoints = {f"{j.id}/{stage.id}/{t.id}": t for j, stage, t in project.touchpoints}
    return Inventory(
        items=tuple(_holdings(project)),
        blobs=project.blobs,
        places={key: persona.place.path for key, persona in people.items()} | journeys,
        stamps={key: fingerprint_of(persona) for key, persona in people.items()}
        | {("touchpoint", id): fingerprint_of(touchpoint) for id, touchpoint in touchpoints.items()},
        fingerprints=project.fingerprints,
    )


def _holdings(project: Project) -> Iterator[Holding]:
    # What stands in the same place was written for the same.
    groups = project.current_groups.values()
    purposes = {
        item.path: ids for items in groups if (ids := tuple(project.stamps_for(items[0]))) for item in items
    }
    for item in project.items:
        purpose = purposes.get(item.path, ()) if item.has_text else ()
        reviewed = tuple((project.walk.persona(word) or word, s) for word, s in item.reviewed_against.items())
        yield Holding(item.id, item.path, item.title, item.aliases, purpose, reviewed if purpose else ())
