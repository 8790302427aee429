"""The flow of a journey: which touchpoints lead on to which, how strongly, and where it stops."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from klantreis.model.journey import Journey, Stage
from klantreis.model.leap import Leap
from klantreis.model.slot import Slot
from klantreis.site import address
from klantreis.site.chart import COLUMN, Chart, chart, left
from klantreis.site.link import Link
from klantreis.site.matrix import summed_state
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register
from klantreis.site.stream import KINDS, Current, Spot, leaps_of

SHOWN = 5
"""So many items are named beside a line; of the rest the number is told."""


@dataclass(frozen=True, slots=True)
class Place:
    """A touchpoint on the chart: where it stands, its state, its items and whether it leads on."""

    link: Link
    channel: str
    state: str
    items: str
    is_dead: bool
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its stage, and how many items pass it by."""

    stage: Link
    number: int
    skipped: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A line of the chart in words."""

    start: Link
    start_stage: str
    end: Link
    end_stage: str
    kind: str
    number: int
    items: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FlowView:
    """What a flow page shows."""

    title: str
    journey: Link
    width: int
    height: int
    lines: Markup
    heads: tuple[Head, ...]
    lanes: tuple[tuple[str, int], ...]
    places: tuple[Place, ...]
    kinds: tuple[str, ...]
    rows: tuple[FlowRow, ...]
    dead: tuple[Link, ...]
    skipped: tuple[Link, ...]


def flow_pages(register: Register) -> Iterator[Page]:
    """Yield the flow of every journey."""
    leaps = [(path, leap) for path, _, leap in leaps_of(register.project, register.findings)]
    for journey in register.project.journeys:
        yield _page(register, journey, leaps)


def _page(register: Register, journey: Journey, leaps: Sequence[tuple[str, Leap]]) -> Page:
    say = register.say
    currents = register.streams[journey.id]
    cells = _cells(register, journey)
    drawn = chart(list(cells.values()), currents)
    passed = _passed(journey, leaps)
    places = tuple(_places(register, journey, drawn, currents))
    view = FlowView(
        title=say("flow.title", journey=journey.name.said(say.language)),
        journey=register.journey(journey.id),
        width=drawn.width,
        height=drawn.height,
        lines=Markup(drawn.lines),
        heads=tuple(_head(register, journey, n, passed[s.id]) for n, s in enumerate(journey.stages)),
        lanes=tuple(
            (register.channel(id).text if id else say("flow.no_channel"), lane.top)
            for id, lane in zip(cells, drawn.lanes, strict=True)
        ),
        places=places,
        kinds=tuple(kind for kind in KINDS if kind != "beside" and any(c.kind == kind for c in currents)),
        rows=tuple(_rows(register, journey, currents)),
        dead=tuple(place.link for place in places if place.is_dead),
        skipped=tuple(register.stage(journey.id, s.id) for s in journey.stages if passed[s.id]),
    )
    return Page(address.flow(journey.id), view.title, "flow.jinja", view, WIDE)


def _cells(register: Register, journey: Journey) -> Mapping[str, Sequence[Sequence[Spot]]]:
    """Return the places by channel and stage; the channels as they come up along the way."""
    cells: dict[str, list[list[Spot]]] = {}
    for number, stage in enumerate(journey.stages):
        for touchpoint, channel in _touchpoints(register, journey, stage):
            lane = cells.setdefault(channel, [[] for _ in journey.stages])
            lane[number].append((stage.id, touchpoint))
    return cells


def _touchpoints(register: Register, journey: Journey, stage: Stage) -> Iterator[tuple[str | None, str]]:
    yield from ((touchpoint.id, touchpoint.channel or "") for touchpoint in stage.touchpoints)
    rest = register.slots_by_touchpoint.get((journey.id, stage.id, None), ())
    if rest and (not stage.touchpoints or any(slot.items for slot in rest)):
        yield None, ""


def _head(register: Register, journey: Journey, number: int, passed: int) -> Head:
    say = register.say
    skipped = say.count("flow.skipped_by", passed) if passed else ""
    stage = register.stage(journey.id, journey.stages[number].id)
    return Head(stage, number + 1, skipped, left(number), COLUMN)


def _passed(journey: Journey, leaps: Sequence[tuple[str, Leap]]) -> Counter[str]:
    """Return by how many items (paths) each stage is skipped, as the rule sees it."""
    own = [(path, leap) for path, leap in leaps if leap.journey == journey.id]
    return Counter(stage for stage, _ in {(stage, path) for path, leap in own for stage in leap.skipped})


def _places(
    register: Register, journey: Journey, drawn: Chart, currents: Sequence[Current]
) -> Iterator[Place]:
    leading = {current.start for current in currents if current.paths}
    channels = {t.id: t.channel for stage in journey.stages for t in stage.touchpoints}
    # In the order of the journey, so that the keyboard follows the way.
    order = sorted(drawn.places, key=lambda spot: (journey.position(spot[0]), drawn.places[spot]))
    for spot in order:
        slots = register.slots_by_touchpoint.get((journey.id, *spot), ())
        here = _published(register, slots)
        (x, y), channel = drawn.places[spot], channels.get(spot[1] or "")
        stage = register.stage(journey.id, spot[0])
        anywhere = Link(register.say("walk.anywhere"), stage.to)
        yield Place(
            link=register.touchpoint(journey.id, spot[1]) if spot[1] else anywhere,
            channel=register.channel(channel).text if channel else "",
            state=summed_state(slots),
            items=register.say.count("count.items", len(here)),
            is_dead=bool(here) and spot not in leading and _stops(register, journey, spot, here),
            x=x,
            y=y,
        )


def _published(register: Register, slots: Sequence[Slot]) -> tuple[str, ...]:
    project = register.project
    items = (item for slot in slots for item in project.items_at(slot))
    return tuple(dict.fromkeys(item.path for item in items if item.is_published_on(project.today)))


def _stops(register: Register, journey: Journey, spot: Spot, paths: Sequence[str]) -> bool:
    """Say whether readers stop here, though the journey goes on and nobody takes over from the text."""
    project = register.project
    if journey.ends_at(journey.stage(spot[0])):
        return False
    return not any(project.flow.leads_out(project.item_by_path[path]) for path in paths)


def _rows(register: Register, journey: Journey, currents: Sequence[Current]) -> Iterator[FlowRow]:
    order: dict[Spot, int] = defaultdict(int)
    for stage in journey.stages:
        for id in (*(touchpoint.id for touchpoint in stage.touchpoints), None):
            order[stage.id, id] = len(order)
    for current in sorted(currents, key=lambda c: (order[c.start], order[c.end])):
        paths = current.paths[:SHOWN]
        yield FlowRow(
            start=_link(register, journey, current.start),
            start_stage=register.stage(journey.id, current.start[0]).text,
            end=_link(register, journey, current.end),
            end_stage=register.stage(journey.id, current.end[0]).text,
            kind=current.kind,
            number=len(current.paths),
            items=tuple(register.item(register.project.item_by_path[path]) for path in paths),
            more=len(current.paths) - len(paths),
        )


def _link(register: Register, journey: Journey, spot: Spot) -> Link:
    if spot[1] is None:
        return Link(register.say("walk.anywhere"), register.stage(journey.id, spot[0]).to)
    return register.touchpoint(journey.id, spot[1])
