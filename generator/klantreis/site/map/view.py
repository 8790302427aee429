"""The map as its page shows it: the drawings, the same in words, and what the signs in it mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klantreis.model.journey import Journey, Stage
from klantreis.model.slot import Slot
from klantreis.site import address
from klantreis.site.line import said
from klantreis.site.map.draw import drawings
from klantreis.site.map.route import KINDS, Route, Stop, route
from klantreis.site.map.shape import Drawing
from klantreis.site.matrix import BEST_FIRST, slots_cell
from klantreis.site.register import Register


@dataclass(frozen=True, slots=True)
class MapLine:
    """A stage of the map in words: what it is, and where it leads."""

    to: str
    name: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """What a map shows: the figure, drawn and in words, and the kinds of lines and states in it."""

    title: str
    figure: str
    drawings: tuple[Drawing, ...]
    kinds: tuple[str, ...]
    states: tuple[str, ...]
    lines: tuple[MapLine, ...]


def map_of(register: Register, journey: Journey, *, is_model: bool = False) -> MapView:
    """Return the map of a journey, or of a model, which has no content and so no states."""
    say = register.say
    stops = tuple(_stop(register, journey, stage, is_model) for stage in journey.stages)
    way = route(journey, stops, say("map.kind.cycle"))
    shown = {stop.state for stop in stops}
    return MapView(
        title=say("journey.map_of", journey=journey.name.said(say.language)),
        figure=way.figure,
        drawings=drawings(way),
        kinds=tuple(kind for kind in KINDS if any(w.kind == kind for w in way.ways)),
        states=() if is_model else tuple(s for s in (*STATES, "none") if s in shown),
        lines=tuple(
            MapLine(stop.to, f"{stop.number}. {stop.name}", tuple(_facts(register, way, n, is_model)))
            for n, stop in enumerate(stops)
        ),
    )


STATES = ("published", "thin", "partly", *BEST_FIRST[2:])


def _stop(register: Register, journey: Journey, stage: Stage, is_model: bool) -> Stop:
    say, language = register.say, register.say.language
    slots: Sequence[Slot] = () if is_model else register.slots_by_stage.get((journey.id, stage.id), ())
    cell = slots_cell(register, slots, "")
    state, figure = "" if is_model else cell.state, cell.figure
    role = said(stage.role, language)
    role_line = say("map.role", role=role) if role else ""
    number, name = journey.position(stage.id) + 1, stage.name.said(language)
    entry, exit = say("stage.entry") if stage.entry else "", say("stage.exit") if stage.exit else ""
    facts = (f"{say(f'state.{state}')} {figure}".strip() if state else "", role_line, entry, exit)
    return Stop(
        number=number,
        name=name,
        to=address.anchor("stage", stage.id),
        state=state,
        figure=figure,
        about=": ".join(part for part in (f"{number}. {name}", ", ".join(f for f in facts if f)) if part),
        role=role,
        role_line=role_line,
        notes=tuple(_notes(register, journey, stage)),
        entry=entry,
        exit=exit,
    )


def _notes(register: Register, journey: Journey, stage: Stage) -> Iterator[str]:
    """Yield what stands below a stage's name: the label that the journey itself gives, and the duration."""
    models = (model for model in register.project.models if model.id in (journey.id, *journey.lineage))
    inherited = {s.label for model in models for s in model.stages if s.id == stage.id}
    if stage.label and stage.label not in inherited:
        yield stage.label
    if stage.duration:
        yield stage.duration.said(register.say.language)


def _facts(register: Register, way: Route, number: int, is_model: bool) -> Iterator[str]:
    say, stop = register.say, way.stops[number]
    if not is_model:
        yield f"{say(f'state.{stop.state}')} {stop.figure}".strip()
    yield from (fact for fact in (stop.role_line, *stop.notes, stop.entry, stop.exit) if fact)
    column = next(column for column in way.columns if number in column)
    beside = [way.stops[other].name for other in column if other != number]
    if beside:
        yield say("stage.parallel", stages=say.listing(beside))
    for kind in KINDS:
        ends = [way.stops[w.end].name for w in way.ways if (w.start, w.kind) == (number, kind)]
        if kind == "beside":
            ends += [way.stops[w.start].name for w in way.ways if (w.end, w.kind) == (number, kind)]
        if ends:
            yield say(f"map.to.{kind}", stages=say.listing(ends))
