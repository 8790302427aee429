"""Why places are in the state they are in, as JSON."""

from collections.abc import Sequence
from typing import Any

from klantreis.model.slot import Placement, Slot, Wish
from klantreis.report.coverage_report import wish_record
from klantreis.report.explain import Explanation
from klantreis.report.json_report import TOOL, VERSION, dumped, slot_record


def explain_json(places: Sequence[Slot | Wish], explanation: Explanation) -> str:
    """Return slots, questions, pains and gains, with what was looked at and the ways out."""
    return dumped(
        {"version": VERSION, "tool": TOOL, "places": [_record(place, explanation) for place in places]}
    )


def _record(place: Slot | Wish, explanation: Explanation) -> dict[str, Any]:
    own = slot_record(place) if isinstance(place, Slot) else wish_record(place)
    considered = [_placement(placement, explanation) for placement in explanation.considered(place)]
    return own | {"considered": considered, "ways": explanation.ways(place)}


def _placement(placement: Placement, explanation: Explanation) -> dict[str, Any]:
    item = explanation.project.item_by_path[placement.path]
    day = explanation.today
    return {
        "item": item.id,
        "path": item.path,
        "status": item.status_on(day),
        "fresh": item.is_fresh_on(day),
        "borrowed": placement.borrowed,
    }
