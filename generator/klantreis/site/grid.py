"""What a browser needs to set any two fields against each other: slots and items, coded as numbers.

Slots are counted where both fields are theirs, items where one is a field of items alone. The page
holds each as one line of numbers: places in the lists of values, then a mark for its state.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from klantreis.model.slot import Slot
from klantreis.site.field import (
    ITEM_FIELDS,
    SLOT_FIELDS,
    field_values,
    item_fields,
    slot_fields,
    stages_by_journey,
)
from klantreis.site.line import item_state
from klantreis.site.link import Link
from klantreis.site.listing import NOTHING
from klantreis.site.matrix import BEST_FIRST
from klantreis.site.register import Register

Values = Mapping[str, Mapping[str, Link]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The fields with their values as JSON, and all slots and items coded against them.

    A unit is `times*values,values,…,mark`: the values of each field are places in its list, with
    full stops between several; the mark of an item is the place of its state in `states`, that of a
    slot has a letter before it for how it counts.
    """

    fields: str
    states: str
    slots: str
    items: str


def grid(register: Register) -> Grid:
    """Return all slots and items of the project, ready to be set against each other."""
    project = register.project
    phases = {(j.id, stage.id): stage.phases for j in project.journeys for stage in j.stages}
    slots = [
        (slot_fields(slot, phases[slot.id.journey, slot.id.stage]), f"{_kind(slot)}{_place(slot.state)}")
        for slot in project.slots
    ]
    items = [(item_fields(register, item), str(_place(item_state(register, item)))) for item in project.items]
    values = _values(register, [fields for fields, _ in (*slots, *items)])
    return Grid(
        _described(register, values), " ".join(BEST_FIRST), _coded(slots, SLOT_FIELDS, values),
        _coded(items, ITEM_FIELDS, values),
    )  # fmt: skip


def _kind(slot: Slot) -> str:
    """Return how a slot counts: as a leftover, exempt, as a must, or as something wanted."""
    if slot.is_leftover:
        return "l"
    if slot.state == "exempt":
        return "x"
    return "m" if slot.need == "must" else "w"


def _place(state: str) -> int:
    return BEST_FIRST.index(state)


def _values(register: Register, units: Iterable[Mapping[str, str]]) -> Values:
    """Return the values of each field that occur, known ones first, in their own order."""
    found: dict[str, dict[str, None]] = {name: {} for name in ITEM_FIELDS}
    for fields in units:
        for name, text in fields.items():
            found[name].update(dict.fromkeys(value for value in text.split("|") if value))
    known = field_values(register)
    return {
        name: {id: link for id, link in known[name].items() if id in seen}
        | {id: Link(id) for id in seen if id not in known[name]}
        for name, seen in found.items()
    }


def _described(register: Register, values: Values) -> str:
    """Return the fields as JSON: name, label, and id, name and page of each value, nothing last.

    Beside them the note of a touchpoint, and what a stage of several journeys is called in each.
    """
    described = [
        {
            "name": name,
            "label": register.say(name),
            "values": [
                *([id, link.text, link.to or ""] for id, link in values[name].items()),
                [NOTHING, register.say("touchpoint.none" if name == "touchpoint" else "none"), ""],
            ],
        }
        for name in ITEM_FIELDS
    ]
    notes = {
        f"{journey}/{id}": stage.name.said(register.say.language)
        for (journey, id), (_, stage, _) in register.touchpoints.items()
    }
    shared = {
        id: {journey: [link.text, link.to or ""] for journey, link in own.items()}
        for id, own in stages_by_journey(register).items()
        if len(own) > 1
    }
    whole = {"fields": described, "notes": notes, "stages": shared}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _coded(units: Iterable[tuple[Mapping[str, str], str]], names: Sequence[str], values: Values) -> str:
    """Return units as numbers, those that are alike once, with how many there are."""
    place = {name: {id: str(number) for number, id in enumerate(values[name])} for name in names}
    lines = Counter(
        ",".join((*(_places(fields[name], place[name]) for name in names), mark)) for fields, mark in units
    )
    return ";".join(f"{times}*{line}" if times > 1 else line for line, times in lines.items())


def _places(text: str, place: Mapping[str, str]) -> str:
    return ".".join(place[value] for value in text.split("|") if value)
