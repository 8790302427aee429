"""The stages of all journeys, side by side under the phases that they share."""

from collections import Counter
from dataclasses import dataclass

from klantreis.coverage import figures
from klantreis.model.journey import Journey, Stage
from klantreis.model.vocabulary import PHASES
from klantreis.site import address
from klantreis.site.link import Link
from klantreis.site.matrix import Cell, Matrix, Row, slots_cell, states_in
from klantreis.site.page.overview import model_of
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of a journey as a line."""

    stage: Link
    journey: Link
    model: Link
    personas: tuple[Link, ...]
    cell: Cell
    touchpoints: int
    questions: int
    gaps: int


@dataclass(frozen=True, slots=True)
class StagesView:
    """The journeys against the phases, and the stages under each phase."""

    matrix: Matrix
    legend: tuple[str, ...]
    phases: tuple[tuple[str, str, tuple[StageRow, ...]], ...]


def stages_page(register: Register) -> Page:
    """Return the page with every stage of every journey."""
    language = register.say.language
    gaps = Counter((gap.journey, gap.stage) for gap in register.gaps)
    matrix = _matrix(register)
    phases = tuple(
        (
            phase.name(language),
            address.anchor("phase", phase.id),
            tuple(
                _row(register, journey, stage, gaps[journey.id, stage.id])
                for journey in register.project.journeys
                for stage in journey.in_phase(phase.id)
            ),
        )
        for phase in PHASES.terms
    )
    view = StagesView(matrix, states_in((matrix,)), phases)
    return Page(address.STAGES, register.say("stages.title"), "stages.jinja", view, WIDE)


def _matrix(register: Register) -> Matrix:
    say = register.say
    rows = []
    for journey in register.project.journeys:
        cells = []
        for phase in PHASES.terms:
            stages = {stage.id for stage in journey.in_phase(phase.id)}
            slots = [slot for id in stages for slot in register.slots_by_stage.get((journey.id, id), ())]
            about = f"{register.journey(journey.id).text}, {phase.name(say.language)}"
            cells.append(slots_cell(register, slots, about, journey=journey.id, phase=phase.id))
        rows.append(Row(register.journey(journey.id), tuple(cells), model_of(register, journey).text))
    columns = tuple(Link(phase.name(say.language)) for phase in PHASES.terms)
    return Matrix(say("matrix.journey_by_phase"), say("journey"), columns, tuple(rows))


def _row(register: Register, journey: Journey, stage: Stage, gaps: int) -> StageRow:
    slots = register.slots_by_stage.get((journey.id, stage.id), ())
    wishes = register.wishes_by_stage.get((journey.id, stage.id), ())
    stage_link = register.stage(journey.id, stage.id)
    counted = figures(slots)
    cell = slots_cell(register, slots, stage_link.text, journey=journey.id, stage=stage.id)
    return StageRow(
        stage=stage_link,
        journey=register.journey(journey.id),
        model=model_of(register, journey),
        personas=tuple(register.persona(id) for id in journey.persona_ids),
        cell=cell if counted.required else Cell(cell.state, "", cell.to, cell.about),
        touchpoints=len(stage.touchpoints),
        questions=sum(wish.kind == "question" for wish in wishes),
        gaps=gaps,
    )
