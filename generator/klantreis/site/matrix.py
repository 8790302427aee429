"""Matrices: two things set against each other, a state in every cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klantreis.model.journey import Journey
from klantreis.model.slot import Slot, Wish
from klantreis.model.vocabulary import PHASES
from klantreis.site import address
from klantreis.site.answer import state_of
from klantreis.site.link import Link
from klantreis.site.listing import NOTHING
from klantreis.site.register import Register
from klantreis.site.start import start_of

BEST_FIRST = ("published", "thin", "borrowed", "stale", "drafted", "planned", "idea", "gap", "exempt")


@dataclass(frozen=True, slots=True)
class Cell:
    """A state, the figure that goes with it, and the list that it opens; `none` where nothing is asked.

    `write` is where an item for it begins.
    """

    state: str = "none"
    figure: str = ""
    to: str | None = None
    about: str = ""
    write: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a matrix."""

    head: Link
    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of states with its caption; `corner` says what the rows are."""

    caption: str
    corner: str
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]


def summed_state(slots: Sequence[Slot]) -> str:
    """Return the state of several slots together: published when all that must be there is there."""
    counted = _counted(slots)
    if not counted:
        return "exempt" if slots else "none"
    done = sum(slot.state in ("published", "thin") for slot in counted)
    if done == len(counted):
        return "thin" if any(slot.state == "thin" for slot in counted) else "published"
    return "partly" if done else min((slot.state for slot in counted), key=BEST_FIRST.index)


def _counted(slots: Sequence[Slot]) -> list[Slot]:
    """Return the slots that count: the required ones, else all that want something."""
    wanted = [slot for slot in slots if slot.state != "exempt" and not slot.is_leftover]
    return [slot for slot in wanted if slot.need == "must"] or wanted or [s for s in slots if s.is_leftover]


def slots_cell(register: Register, slots: Sequence[Slot], about: str, **filters: str) -> Cell:
    """Return the cell for `slots`; it opens the list of slots with these `filters`."""
    if not slots:
        return Cell(about=about)
    counted = _counted(slots)
    done = sum(slot.state in ("published", "thin") for slot in counted)
    figure = f"{done}/{len(counted)}" if counted else ""
    return Cell(summed_state(slots), figure, address.filtered(address.SLOTS, filters), about)


def phase_by_persona(register: Register) -> Matrix:
    """Return all personas against the phases that every model shares, over all journeys."""
    say, project = register.say, register.project
    phase_of = {(j.id, s.id): s.phases for j in project.journeys for s in j.stages}
    rows = []
    for persona in project.personas:
        own = [slot for slot in project.slots if slot.id.persona == persona.id]
        cells = []
        for phase in PHASES.terms:
            here = [s for s in own if phase.id in phase_of[s.id.journey, s.id.stage]]
            about = f"{persona.name}, {phase.name(say.language)}"
            cells.append(slots_cell(register, here, about, persona=persona.id, phase=phase.id))
        rows.append(Row(register.persona(persona.id), tuple(cells)))
    columns = tuple(Link(phase.name(say.language)) for phase in PHASES.terms)
    return Matrix(say("matrix.phase_by_persona"), say("persona"), columns, tuple(rows))


def stage_by_persona(register: Register, journey: Journey) -> Matrix:
    """Return the stages of one journey against its personas."""
    say = register.say
    rows = []
    for persona in journey.persona_ids:
        cells = []
        for stage in journey.stages:
            here = [
                s for s in register.slots_by_stage.get((journey.id, stage.id), ()) if s.id.persona == persona
            ]
            about = f"{register.persona(persona).text}, {stage.name.said(say.language)}"
            cells.append(
                slots_cell(register, here, about, journey=journey.id, persona=persona, stage=stage.id)
            )
        rows.append(Row(register.persona(persona), tuple(cells)))
    caption = say("matrix.stage_by_persona", journey=journey.name.said(say.language))
    return Matrix(caption, say("persona"), _stages(register, journey), tuple(rows))


def stage_by_channel(register: Register, journey: Journey) -> Matrix:
    """Return the stages of one journey against the channels of its touchpoints."""
    say = register.say
    slots = [slot for slot in register.slots_by_journey.get(journey.id, ()) if slot.channel]
    channels = [id for id in register.channels if any(slot.channel == id for slot in slots)]
    rows = []
    for channel in channels:
        cells = []
        for stage in journey.stages:
            here = [s for s in slots if s.channel == channel and s.id.stage == stage.id]
            about = f"{register.channel(channel).text}, {stage.name.said(say.language)}"
            cells.append(
                slots_cell(register, here, about, journey=journey.id, channel=channel, stage=stage.id)
            )
        rows.append(Row(register.channel(channel), tuple(cells)))
    caption = say("matrix.stage_by_channel", journey=journey.name.said(say.language))
    return Matrix(caption, say("channel"), _stages(register, journey), tuple(rows))


def touchpoint_by_persona(register: Register, journey: Journey) -> Matrix:
    """Return the touchpoints of one journey against its personas."""
    say = register.say
    rows = []
    for stage in journey.stages:
        here = register.slots_by_stage.get((journey.id, stage.id), ())
        for touchpoint in dict.fromkeys(slot.id.touchpoint for slot in here):
            link = register.touchpoint(journey.id, touchpoint)
            slots = [slot for slot in here if slot.id.touchpoint == touchpoint]
            cells = tuple(
                _slot_cell(register, [s for s in slots if s.id.persona == persona], link.text)
                for persona in journey.persona_ids
            )
            rows.append(Row(link, cells, stage.name.said(say.language)))
    caption = say("matrix.touchpoint_by_persona", journey=journey.name.said(say.language))
    columns = tuple(register.persona(id) for id in journey.persona_ids)
    return Matrix(caption, say("touchpoint"), columns, tuple(rows))


def _slot_cell(register: Register, slots: Sequence[Slot], about: str) -> Cell:
    if not slots:
        return Cell(about=about)
    slot = slots[0]
    touchpoint = f"{slot.id.journey}/{slot.id.touchpoint}" if slot.id.touchpoint else NOTHING
    fields = {
        "journey": slot.id.journey, "persona": slot.id.persona, "stage": slot.id.stage,
        "touchpoint": touchpoint,
    }  # fmt: skip
    about = f"{about}, {register.persona(slot.id.persona).text}"
    start = start_of(register, slot)
    write = start.to if start else None
    return Cell(slot.state, str(len(slot.items)), address.filtered(address.SLOTS, fields), about, write)


def question_by_stage(register: Register, journey: Journey) -> Matrix:
    """Return the questions of the personas of one journey against its stages: where asked, where answered."""
    say = register.say
    wishes = [
        wish
        for persona in journey.persona_ids
        for wish in register.wishes_by_persona.get((journey.id, persona), ())
        if wish.kind == "question"
    ]
    rows = tuple(
        Row(
            wish_link(register, wish),
            tuple(
                _question_cell(register, wish, stage.id, stage.name.said(say.language))
                for stage in journey.stages
            ),
            _who(register, wish),
        )
        for wish in wishes
    )
    caption = say("matrix.question_by_stage", journey=journey.name.said(say.language))
    return Matrix(caption, say("question"), _stages(register, journey), rows)


def _who(register: Register, wish: Wish) -> str:
    name = register.persona(wish.persona).text
    return name if wish.stage else f"{name}, {register.say('wish.of_influencer')}"


def _question_cell(register: Register, wish: Wish, stage: str, name: str) -> Cell:
    asked = {"stage": wish.stage} if wish.stage else {}
    to = address.filtered(address.QUESTIONS, {"persona": wish.persona, "journey": wish.journey, **asked})
    about = f"{wish.words.said(register.say.language)} {name}"
    if stage == wish.stage:
        return Cell(state_of(register, wish), register.say("wish.asked"), to, about)
    if stage == wish.served_in:
        return Cell("answered", register.say("wish.answered"), to, about)
    return Cell(about=about)


def wish_link(register: Register, wish: Wish) -> Link:
    """Return the link to a question, pain or gain on the page of its persona."""
    is_alone = wish.words.nl == wish.words.en
    lang = register.say.foreign(register.project.language) if is_alone else ""
    to = f"{address.persona(wish.persona)}#{wish_anchor(wish)}"
    return Link(wish.words.said(register.say.language), to, lang)


def wish_anchor(wish: Wish) -> str:
    """Return the id of a question, pain or gain on the page of its persona."""
    return address.anchor(wish.kind, wish.journey, wish.id)


def _stages(register: Register, journey: Journey) -> tuple[Link, ...]:
    return tuple(register.stage(journey.id, stage.id) for stage in journey.stages)


def states_in(matrices: Iterable[Matrix]) -> tuple[str, ...]:
    """Return the states that the matrices show, for their legend, best first."""
    found = {cell.state for matrix in matrices for row in matrix.rows for cell in row.cells}
    order = ("published", "thin", "partly", *BEST_FIRST[2:], "late", "answered", "none")
    return tuple(state for state in order if state in found)
