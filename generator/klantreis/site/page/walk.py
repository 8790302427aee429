"""A walk: one persona through one journey, step by step, with where she gets stuck."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.persona import Persona
from klantreis.model.slot import Slot, Wish
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.vocabulary import PHASES
from klantreis.site import address
from klantreis.site.answer import LATE, state_of
from klantreis.site.drawing import feeling, signed
from klantreis.site.line import ItemLine, item_line, said
from klantreis.site.link import Link
from klantreis.site.matrix import wish_link
from klantreis.site.page.findings import place_of
from klantreis.site.page.page import WIDE, Page
from klantreis.site.page.touchpoint import in_reading_order
from klantreis.site.register import Register
from klantreis.site.wish import WishLine, wish_line

STUCK = ("dead-end", "loop-without-exit", "broken-link", "empty-gate", "skipped-stage", "broken-bridge")
"""The rules whose findings tell where a reader cannot go on."""

_FOUND = ("published", "stale")
_HOLES = {"gap": "gap", "idea": "coming", "planned": "coming", "drafted": "coming"}
_LESSER = ("stale", "borrowed", "thin")


@dataclass(frozen=True, slots=True)
class Snag:
    """A place where somebody gets stuck: its sign, what is wrong, and where to mend it."""

    icon: str
    text: str
    where: Link


@dataclass(frozen=True, slots=True)
class Find:
    """An item that she finds, and the touchpoints that it leads on to."""

    line: ItemLine
    format: str
    is_borrowed: bool
    onward: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A touchpoint on the way: what it is like, what she finds there, and what is still to come."""

    touchpoint: Link
    channel: Link
    state: str
    wait: str
    circumstances: str
    action: str
    sale: bool
    exemption: str
    finds: tuple[Find, ...]
    coming: tuple[ItemLine, ...]
    snags: tuple[Snag, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage as she lives it."""

    anchor: str
    number: int
    stage: Link
    phases: str
    beside: str
    mood: str
    feeling: str
    triggers: tuple[str, ...]
    wishes: tuple[WishLine, ...]
    meetings: tuple[Meeting, ...]
    snags: tuple[Snag, ...]

    @property
    def trouble(self) -> int:
        """How many times she gets stuck here."""
        return len(self.snags) + sum(len(meeting.snags) for meeting in self.meetings)


@dataclass(frozen=True, slots=True)
class WalkView:
    """What a walk's page shows."""

    title: str
    persona: Link
    journey: Link
    others: tuple[Link, ...]
    lead: str
    verdict: str
    trouble: int
    drawing: Markup
    feelings: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]


def walk_pages(register: Register) -> Iterator[Page]:
    """Yield a page for each persona of each journey."""
    for journey in register.project.journeys:
        for id in dict.fromkeys(journey.persona_ids):
            persona = register.project.persona_by_id.get(id)
            if persona is not None:
                yield _page(register, journey, persona)


def _page(register: Register, journey: Journey, persona: Persona) -> Page:
    say = register.say
    steps = tuple(_step(register, journey, persona, stage) for stage in journey.stages)
    trouble = sum(step.trouble for step in steps)
    values = [register.feeling(journey.id, persona.id, stage.id) for stage in journey.stages]
    names = [stage.name.said(say.language) for stage in journey.stages]
    view = WalkView(
        title=say("walk.title", persona=persona.name, journey=journey.name.said(say.language)),
        persona=register.persona(persona.id),
        journey=register.journey(journey.id),
        others=tuple(_others(register, journey, persona)),
        lead=_lead(register, steps),
        verdict=say.count("walk.stuck", trouble) if trouble else say("walk.free"),
        trouble=trouble,
        drawing=Markup(feeling(values)) if any(v is not None for v in values) else Markup(""),
        feelings=tuple((n, signed(v)) for n, v in zip(names, values, strict=True) if v is not None),
        steps=steps,
    )
    return Page(address.walk(persona.id, journey.id), view.title, "walk.jinja", view, WIDE)


def _others(register: Register, journey: Journey, persona: Persona) -> Iterator[Link]:
    """Yield the other personas on this journey, then the other journeys of this persona."""
    for id in dict.fromkeys(journey.persona_ids):
        if id != persona.id and id in register.project.persona_by_id:
            yield register.walk(id, journey.id)
    for other in register.project.journeys:
        if other.id != journey.id and persona.id in other.persona_ids:
            yield Link(other.name.said(register.say.language), address.walk(persona.id, other.id))


def _lead(register: Register, steps: tuple[Step, ...]) -> str:
    say = register.say
    meetings = [meeting for step in steps for meeting in step.meetings]
    items = {find.line.link for meeting in meetings for find in meeting.finds}
    counts = [
        say.count("count.stages", len(steps)),
        say.count("count.touchpoints", len(meetings)),
        say.count("count.items", len(items)),
    ]
    return say.listing(counts)


def _step(register: Register, journey: Journey, persona: Persona, stage: Stage) -> Step:
    say, key = register.say, (journey.id, persona.id, stage.id)
    felt = register.feeling(*key)
    wishes = register.wishes_by_step.get(key, ())
    lines = tuple(
        wish_line(register, w) for kind in ("question", "pain", "gain") for w in wishes if w.kind == kind
    )
    questions = [wish for wish in wishes if wish.kind == "question"]
    slots = register.slots_by_step.get(key, ())
    met = [slot for slot in slots if not (slot.is_leftover and not slot.items)]
    beside = [register.stage(journey.id, id).text for id in stage.parallel_with]
    return Step(
        anchor=address.anchor("stage", stage.id),
        number=journey.position(stage.id) + 1,
        stage=register.stage(journey.id, stage.id),
        phases=say.listing([register.term(PHASES, phase) for phase in stage.phases]),
        beside=say("stage.parallel", stages=say.listing(beside)) if beside else "",
        mood="" if felt is None else say(f"mood.{felt}"),
        feeling="" if felt is None else signed(felt),
        triggers=tuple(
            t.said(say.language) for mind in register.minds_by_step.get(key, ()) for t in mind.triggers
        ),
        wishes=lines,
        meetings=tuple(_meeting(register, journey, stage, slot) for slot in met),
        snags=tuple(snag for wish in questions for snag in _unanswered(register, wish)),
    )


def _unanswered(register: Register, wish: Wish) -> Iterator[Snag]:
    """Yield the snag of a question that gets no answer, or gets it when she has passed on."""
    say, asked = register.say, wish_link(register, wish)
    if wish.served_in is None and wish.state in _HOLES:
        where = Link(say("snag.see_question"), asked.to)
        yield Snag("question", say("snag.question", question=asked.text), where)
    elif wish.served_in and state_of(register, wish) == LATE:
        where = register.stage(wish.journey, wish.served_in)
        yield Snag("question", say("snag.late", question=asked.text, stage=where.text), Link(""))


def _meeting(register: Register, journey: Journey, stage: Stage, slot: Slot) -> Meeting:
    language = register.say.language
    found = register.touchpoints.get((journey.id, slot.id.touchpoint or ""))
    touchpoint = found[2] if found else None
    items = in_reading_order(register, register.project.items_at(slot))
    lines = [(item, item_line(register, item)) for item in items]
    link = register.touchpoint(journey.id, slot.id.touchpoint)
    exempt = slot.exempt if slot.state == "exempt" else None
    return Meeting(
        touchpoint=link if touchpoint else Link(register.say("walk.anywhere")),
        channel=register.channel(slot.channel) if slot.channel else Link(""),
        state=slot.state,
        wait=(touchpoint.wait or "") if touchpoint else "",
        circumstances=_circumstances(touchpoint, language),
        action=said(touchpoint.action, language) if touchpoint else "",
        sale=touchpoint.sale if touchpoint else True,
        exemption=exempt.reason if exempt else "",
        finds=tuple(_find(register, slot, item, line) for item, line in lines if line.state in _FOUND),
        coming=tuple(line for _, line in lines if line.state not in _FOUND),
        snags=(*_hole(register, slot), *_ends(register, items)),
    )


def _circumstances(touchpoint: Touchpoint | None, language: str) -> str:
    return said(touchpoint.context, language) if touchpoint else ""


def _find(register: Register, slot: Slot, item: Item, line: ItemLine) -> Find:
    return Find(
        line=line,
        format=register.term(register.project.formats, item.format) if item.format else "",
        is_borrowed=any(p.slot == slot.id and p.borrowed for p in register.project.places_of(item)),
        onward=tuple(dict.fromkeys(_onward(register, slot, item))),
    )


def _onward(register: Register, slot: Slot, item: Item) -> Iterator[Link]:
    """Yield the other touchpoints of the same walk that links in the item lead to."""
    project, here = register.project, slot.id
    for way in project.ways_from(item):
        for placement in project.places_of(project.item_by_path[way.to]):
            there = placement.slot
            is_ours = (there.journey, there.persona) == (here.journey, here.persona)
            if is_ours and there.touchpoint is not None and there.touchpoint != here.touchpoint:
                yield register.touchpoint(there.journey, there.touchpoint)


def _hole(register: Register, slot: Slot) -> Iterator[Snag]:
    """Yield what is wrong with the place itself: nothing there yet, or nothing good enough."""
    say, id = register.say, slot.id
    if slot.is_leftover:
        return
    if slot.state in _HOLES:
        fields = {"journey": id.journey, "persona": id.persona, "stage": id.stage}
        where = Link(say("snag.write"), address.filtered(address.GAPS, fields))
        yield Snag("gap", say(f"snag.{_HOLES[slot.state]}"), where)
    elif slot.state in _LESSER:
        here = register.touchpoint(id.journey, id.touchpoint).to
        to = f"{here}#{address.anchor('persona', id.persona)}" if here else None
        where = Link(say("snag.see"), to or register.stage(id.journey, id.stage).to)
        yield Snag(slot.state, say(f"snag.{slot.state}", minimum=slot.minimum), where)


def _ends(register: Register, items: Iterable[Item]) -> Iterator[Snag]:
    """Yield what the flow rules found in the items here."""
    for item in items:
        for finding in register.findings_by_path.get(item.path, ()):
            if finding.rule in STUCK:
                message = finding.message.said(register.say.language)
                title = register.item(item).text
                where = Link(title, place_of(register, finding).to)
                yield Snag("dead-end" if finding.rule != "skipped-stage" else "skip", message, where)
