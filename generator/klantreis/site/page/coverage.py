"""Coverage: the figures, the matrices of each journey, and the list of all slots."""

from dataclasses import dataclass

from klantreis.coverage import figures, wish_figures
from klantreis.model.journey import Journey
from klantreis.model.slot import Slot
from klantreis.site import address
from klantreis.site.field import SLOT_FIELDS, field_values, slot_fields
from klantreis.site.link import Link
from klantreis.site.listing import Filter, filters_of
from klantreis.site.matrix import (
    Matrix,
    phase_by_persona,
    question_by_stage,
    stage_by_channel,
    stage_by_persona,
    states_in,
    touchpoint_by_persona,
)
from klantreis.site.page.matrix import matrix_of
from klantreis.site.page.overview import JourneyStrip, Meter, journey_strip, meters
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register
from klantreis.site.start import Start, start_of
from klantreis.site.wish import MOST_ITEMS

OTHER_PAIRS = (("format", "stage"), ("channel", "persona"), ("owner", "stage"), ("language", "stage"))
"""The matrices that a journey's page leads to, since it does not draw them itself."""


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The figures of everything and of each journey, with their matrices."""

    meters: tuple[Meter, ...]
    lines: tuple[tuple[Link, tuple[Meter, ...]], ...]
    phases: Matrix
    strips: tuple[tuple[JourneyStrip, str], ...]
    legend: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JourneyCoverageView:
    """The four matrices of one journey."""

    journey: Link
    matrices: tuple[tuple[str, str, Matrix], ...]
    legend: tuple[str, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One slot as a line."""

    id: str
    touchpoint: Link
    persona: Link
    stage: Link
    journey: Link
    channel: Link
    need: str
    state: str
    items: tuple[Link, ...]
    more: Link
    start: Start | None
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class SlotsView:
    """Every slot and the filters over them."""

    rows: tuple[SlotRow, ...]
    filters: tuple[Filter, ...]


def coverage_pages(register: Register) -> tuple[Page, ...]:
    """Return the coverage page, one for each journey, and the list of slots."""
    return (
        _coverage(register),
        *(_journey(register, journey) for journey in register.project.journeys),
        _slots(register),
    )


def address_of(journey: Journey) -> str:
    """Return the address of the page with one journey's matrices."""
    return address.page(
        "coverage", f"{journey.id}-journey" if journey.id in ("slots", "matrix", "value") else journey.id
    )


def _coverage(register: Register) -> Page:
    say, project = register.say, register.project
    lines = [
        (
            register.journey(journey.id),
            meters(register, figures(register.slots_by_journey.get(journey.id, ()))),
        )
        for journey in project.journeys
    ]
    for kind in ("question", "pain", "gain"):
        counted = wish_figures(wish for wish in project.wishes if wish.kind == kind)
        lines.append((Link(say(f"kind.{kind}.other")), meters(register, counted)))
    phases = phase_by_persona(register)
    strips = tuple((journey_strip(register, j), address_of(j)) for j in project.journeys)
    view = CoverageView(
        meters(register, figures(project.slots)), tuple(lines), phases, strips,
        states_in((phases, *(strip.matrix for strip, _ in strips))),
    )  # fmt: skip
    return Page(address.COVERAGE, say("coverage.title"), "coverage.jinja", view, WIDE)


def _journey(register: Register, journey: Journey) -> Page:
    say = register.say
    fields = {"journey": journey.id} if len(register.project.journeys) > 1 else {}
    matrices = (
        ("stage-persona", say("coverage.stage_persona"), stage_by_persona(register, journey)),
        ("stage-channel", say("coverage.stage_channel"), stage_by_channel(register, journey)),
        ("touchpoint-persona", say("coverage.touchpoint_persona"), touchpoint_by_persona(register, journey)),
        ("question-stage", say("coverage.question_stage"), question_by_stage(register, journey)),
    )
    view = JourneyCoverageView(
        register.journey(journey.id), matrices, states_in(matrix for _, _, matrix in matrices),
        tuple(matrix_of(register, *pair, **fields) for pair in OTHER_PAIRS),
    )  # fmt: skip
    title = say("coverage.of", journey=view.journey.text)
    return Page(address_of(journey), title, "coverage_journey.jinja", view, WIDE, False)


def _slots(register: Register) -> Page:
    say, project = register.say, register.project
    rows = tuple(_row(register, slot) for slot in project.slots)
    values = field_values(register)
    filters = filters_of(
        (row.fields for row in rows),
        (
            *((name, say(name), values[name]) for name in SLOT_FIELDS),
            ("need", say("touchpoint.need"), lambda word: say(f"need.{word}")),
            ("state", say("state"), lambda word: say(f"state.{word}")),
        ),
        nothing=say("none"),
    )
    return Page(address.SLOTS, say("slots.title"), "slots.jinja", SlotsView(rows, filters), WIDE, False)


def _row(register: Register, slot: Slot) -> SlotRow:
    phases = register.project.journey_by_id[slot.id.journey].stage(slot.id.stage).phases
    return SlotRow(
        id=str(slot.id),
        touchpoint=register.touchpoint(slot.id.journey, slot.id.touchpoint),
        persona=register.persona(slot.id.persona),
        stage=register.stage(slot.id.journey, slot.id.stage),
        journey=register.journey(slot.id.journey),
        channel=register.channel(slot.channel) if slot.channel else Link(""),
        need=slot.need,
        state=slot.state,
        items=register.items(slot.items[:MOST_ITEMS]),
        more=_more(register, slot),
        start=None if slot.is_leftover else start_of(register, slot),
        fields=slot_fields(slot, phases) | {"need": slot.need, "state": slot.state},
    )


def _more(register: Register, slot: Slot) -> Link:
    """Return the way to the touchpoint or stage, where there is more than a line names."""
    left = len(slot.items) - MOST_ITEMS
    if left <= 0:
        return Link("")
    journey, _, stage, touchpoint = slot.id
    page = register.touchpoint(journey, touchpoint) if touchpoint else register.stage(journey, stage)
    return Link(register.say("list.more", number=left), page.to)
