"""The fields that slots and items are told apart by: what each holds, and what its values are called."""

from collections.abc import Mapping
from typing import Final

from klantreis.model.item import Item
from klantreis.model.slot import Slot
from klantreis.model.vocabulary import PHASES
from klantreis.site import address
from klantreis.site.link import Link
from klantreis.site.listing import ORDERS
from klantreis.site.register import Register
from klantreis.site.words import catalogue

SLOT_FIELDS: Final = ("journey", "phase", "stage", "persona", "touchpoint", "channel")
"""What a slot is told apart by."""
ITEM_FIELDS: Final = (*SLOT_FIELDS, "format", "language", "owner", "status")
"""What an item is told apart by."""


def slot_fields(slot: Slot, phases: tuple[str, ...]) -> dict[str, str]:
    """Return the values of a slot by field; `phases` are those of its stage."""
    touchpoint = f"{slot.id.journey}/{slot.id.touchpoint}" if slot.id.touchpoint else ""
    return {
        "journey": slot.id.journey, "phase": "|".join(phases), "stage": slot.id.stage,
        "persona": slot.id.persona, "touchpoint": touchpoint, "channel": slot.channel or "",
    }  # fmt: skip


def item_fields(register: Register, item: Item) -> dict[str, str]:
    """Return the values of an item by field, with bars between several."""
    project = register.project
    stages = project.stages_of(item)
    slots = [place.slot for place in project.places_of(item)]
    return {
        "journey": _joined([journey.id for journey, _ in stages]),
        "phase": _joined([phase for _, stage in stages for phase in stage.phases]),
        "stage": _joined([stage.id for _, stage in stages]),
        "persona": _joined(list(item.personas)),
        "touchpoint": _joined([f"{s.journey}/{s.touchpoint}" for s in slots if s.touchpoint]),
        "channel": item.channel or "",
        "format": item.format or "",
        "language": language_of(register, item),
        "owner": item.owner or "",
        "status": item.status_on(project.today),
    }


def _joined(values: list[str]) -> str:
    return "|".join(dict.fromkeys(values))


def language_of(register: Register, item: Item) -> str:
    """Return the language of an item without its region: `nl` for `nl-BE`."""
    return (item.lang or register.project.language).partition("-")[0].lower()


def field_values(register: Register) -> Mapping[str, Mapping[str, Link]]:
    """Return the known values of every field, with their names and pages, in the order to show them."""
    say, project = register.say, register.project
    owners = sorted({item.owner for item in project.items if item.owner}, key=lambda n: (n.casefold(), n))
    languages = sorted({language_of(register, item) for item in project.items})
    return {
        "journey": {journey.id: register.journey(journey.id) for journey in project.journeys},
        "phase": {phase.id: Link(phase.name(say.language)) for phase in PHASES.terms},
        "stage": _stages(register),
        "persona": {persona.id: register.persona(persona.id) for persona in project.personas},
        "touchpoint": {f"{j}/{id}": register.touchpoint(j, id) for j, id in register.touchpoints},
        "channel": {id: register.channel(id) for id in register.channels},
        "format": {id: Link(register.term(project.formats, id)) for id in project.formats.ids},
        "language": {id: Link(_language(register, id)) for id in languages},
        "owner": {name: register.owner(name) for name in owners},
        "status": {status: Link(say(f"status.{status}")) for status in ORDERS["status"]},
    }


def _language(register: Register, id: str) -> str:
    key = f"language.{id}"
    return register.say(key) if key in catalogue() else id


def _stages(register: Register) -> dict[str, Link]:
    """Return the stages by id; one of several journeys has all its names, and leads to the list of stages."""
    found = {}
    for id, own in stages_by_journey(register).items():
        names = tuple(dict.fromkeys(link.text for link in own.values()))
        is_one = len(own) == 1
        found[id] = next(iter(own.values())) if is_one else Link(" / ".join(names), address.STAGES)
    return found


def stages_by_journey(register: Register) -> Mapping[str, Mapping[str, Link]]:
    """Return the stages by id, then by journey, in the order of the phases that they share."""
    known = [(journey.id, stage) for journey in register.project.journeys for stage in journey.stages]
    found: dict[str, dict[str, Link]] = {}
    for journey, stage in sorted(known, key=lambda pair: PHASES.ids.index(pair[1].phases[0])):
        found.setdefault(stage.id, {})[journey] = register.stage(journey, stage.id)
    return found
