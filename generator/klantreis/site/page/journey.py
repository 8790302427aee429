"""A journey: the map with both circles, and everything known of each stage."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from klantreis.coverage import figures
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.slot import Wish
from klantreis.model.vocabulary import ASKS, PHASES
from klantreis.site import address
from klantreis.site.drawing import feeling, signed
from klantreis.site.line import (
    ItemLine,
    TouchpointLine,
    guidance,
    item_lines,
    said,
    touchpoint_lines,
)
from klantreis.site.link import Link
from klantreis.site.map.view import MapView, map_of
from klantreis.site.page.coverage import address_of
from klantreis.site.page.gaps import GapRow, gap_rows
from klantreis.site.page.overview import Meter, journey_strip, meters, model_of
from klantreis.site.page.page import WIDE, Page
from klantreis.site.record import StageRecords, stage_records
from klantreis.site.register import Register
from klantreis.site.wish import WishLine, wish_line


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark on a stage: a sign and its words."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class StageColumn:
    """A stage: what the map and the section below it show."""

    number: int
    anchor: str
    name: str
    phases: str
    signs: tuple[Sign, ...]
    thinks: str
    asks: str
    wants: str
    does: str
    role: str
    emphasise: tuple[tuple[str, str], ...]
    avoid: tuple[tuple[str, str], ...]
    allowance: int
    ceilings: str
    label: str
    duration: str
    triggers: tuple[str, ...]
    formats: str
    questions: tuple[WishLine, ...]
    wishes: tuple[WishLine, ...]
    touchpoints: tuple[TouchpointLine, ...]
    items: tuple[ItemLine, ...]
    gaps: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """How a persona feels along the way, drawn and in words."""

    persona: Link
    drawing: Markup
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JourneyView:
    """What a journey's page shows."""

    name: str
    model: Link
    adds: str
    personas: tuple[Link, ...]
    walks: tuple[Link, ...]
    owner: str
    meters: tuple[Meter, ...]
    coverage: str
    flow: str
    map: MapView
    records: tuple[StageRecords, ...]
    stages: tuple[StageColumn, ...]
    curves: tuple[Curve, ...]


def journey_pages(register: Register) -> tuple[Page, ...]:
    """Return the list of journeys and a page for each."""
    strips = tuple(journey_strip(register, journey) for journey in register.project.journeys)
    index = Page(address.JOURNEYS, register.say("journeys.title"), "journeys.jinja", strips, WIDE)
    return (index, *(_page(register, journey) for journey in register.project.journeys))


def _page(register: Register, journey: Journey) -> Page:
    language = register.say.language
    model = next((m for m in register.project.models if m.id in journey.lineage), None)
    view = JourneyView(
        name=journey.name.said(language),
        model=model_of(register, journey),
        adds=said(model.adds if model else None, language),
        personas=tuple(register.persona(id) for id in journey.persona_ids),
        walks=tuple(link for id in journey.persona_ids if (link := register.walk(id, journey.id)).to),
        owner=journey.owner or "",
        meters=meters(register, figures(register.slots_by_journey.get(journey.id, ()))),
        coverage=address_of(journey),
        flow=address.flow(journey.id),
        map=map_of(register, journey),
        records=stage_records(register, journey),
        stages=tuple(_column(register, journey, stage) for stage in journey.stages),
        curves=tuple(_curves(register, journey)),
    )
    return Page(address.journey(journey.id), view.name, "journey.jinja", view, WIDE,
                language=register.project.language)  # fmt: skip


def _column(register: Register, journey: Journey, stage: Stage) -> StageColumn:
    language, say = register.say.language, register.say
    wishes = register.wishes_by_stage.get((journey.id, stage.id), ())
    gaps = [gap for gap in register.gaps if (gap.journey, gap.stage) == (journey.id, stage.id)]
    return StageColumn(
        number=journey.position(stage.id) + 1,
        anchor=address.anchor("stage", stage.id),
        name=stage.name.said(language),
        phases=say.listing([register.term(PHASES, phase) for phase in stage.phases]),
        signs=tuple(_signs(register, journey, stage)),
        thinks=said(stage.thinks, language),
        asks=said(stage.asks, language),
        wants=said(stage.wants, language),
        does=said(stage.does, language),
        role=said(stage.role, language),
        emphasise=guidance(register, stage.emphasise),
        avoid=guidance(register, stage.avoid),
        allowance=stage.push_allowance,
        ceilings=say.listing([register.term(ASKS, ask) for ask in stage.ceilings]),
        label=stage.label or "",
        duration=said(stage.duration, language),
        triggers=tuple(trigger.said(language) for trigger in stage.triggers),
        formats=say.listing([register.term(register.project.formats, id) for id in stage.formats]),
        questions=_lines(register, wishes, ("question",)),
        wishes=_lines(register, wishes, ("question", "pain", "gain")),
        touchpoints=tuple(touchpoint_lines(register, journey, stage)),
        items=item_lines(register, _items(register, journey, stage)),
        gaps=gap_rows(register, gaps),
    )


def _lines(register: Register, wishes: Iterable[Wish], kinds: tuple[str, ...]) -> tuple[WishLine, ...]:
    return tuple(wish_line(register, wish) for kind in kinds for wish in wishes if wish.kind == kind)


def _signs(register: Register, journey: Journey, stage: Stage) -> Iterable[Sign]:
    say = register.say
    if stage.entry:
        yield Sign("entry", say("stage.entry"))
    if stage.exit:
        yield Sign("exit", say("stage.exit"))
    if journey.cycle == stage.id:
        yield Sign("cycle", say("stage.cycle"))
    beside = [register.stage(journey.id, id).text for id in stage.parallel_with]
    if beside:
        yield Sign("parallel", say("stage.parallel", stages=say.listing(beside)))


def _items(register: Register, journey: Journey, stage: Stage) -> tuple[Item, ...]:
    slots = register.slots_by_stage.get((journey.id, stage.id), ())
    found = {item.path: item for slot in slots for item in register.project.items_at(slot)}
    return tuple(found.values())


def _curves(register: Register, journey: Journey) -> Iterable[Curve]:
    """Yield the feeling of each persona that has one."""
    language = register.say.language
    for id in journey.persona_ids:
        persona = register.project.persona_by_id.get(id)
        if persona is None:
            continue
        felt: dict[str, int] = {}
        for mindset in persona.mindsets:
            if mindset.feeling is not None:
                stages = register.project.walk.resolve(journey, mindset.stage).stages
                felt |= {stage.id: mindset.feeling for stage in stages}
        values = [felt.get(stage.id) for stage in journey.stages]
        if any(value is not None for value in values):
            names = [stage.name.said(language) for stage in journey.stages]
            words = tuple((n, signed(v)) for n, v in zip(names, values, strict=True) if v is not None)
            yield Curve(register.persona(id), Markup(feeling(values)), words)
