"""A touchpoint: one moment, and the content that each persona finds there. The heart of the site."""

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.slot import Slot
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.vocabulary import ASKS, INTENTS
from klantreis.site import address
from klantreis.site.drawing import signed
from klantreis.site.line import ItemLine, TouchpointLine, guidance, item_line, said, touchpoint_lines
from klantreis.site.link import Link
from klantreis.site.matrix import summed_state
from klantreis.site.page.findings import FindingRow, finding_rows
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register
from klantreis.site.start import Start, start_of
from klantreis.site.wish import WishLine, wish_line

SELLING = frozenset(("sale-on-service-touchpoint", "product-push", "call-to-action-too-strong"))
"""The rules that find selling; one sentence is found by one of them."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A touchpoint before or after this one, with the time between and its state."""

    link: Link
    stage: str
    wait: str
    state: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An item in the order of reading: what it is, and whether it was written for somebody else."""

    line: ItemLine
    format: str
    owner: str
    is_borrowed: bool


@dataclass(frozen=True, slots=True)
class Audience:
    """What one persona finds here, and what she wants to find."""

    anchor: str
    persona: Link
    slot: str
    state: str
    need: str
    exemption: str
    minimum: int
    readings: tuple[Reading, ...]
    start: Start | None
    wishes: tuple[WishLine, ...]


@dataclass(frozen=True, slots=True)
class TouchpointView:
    """What a touchpoint's page shows."""

    name: str
    journey: Link
    stage: Link
    purpose: str
    facts: tuple[tuple[str, str], ...]
    channel: Link | None
    sale: bool
    why_not: str
    before: tuple[Neighbour, ...]
    after: tuple[Neighbour, ...]
    audiences: tuple[Audience, ...]
    emphasise: tuple[tuple[str, str], ...]
    avoid: tuple[tuple[str, str], ...]
    allowance: int
    ceilings: str
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class TouchpointGroup:
    """The touchpoints of one journey, stage by stage, for the index."""

    journey: Link
    stages: tuple[tuple[Link, tuple[TouchpointLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class TouchpointsView:
    """All touchpoints, how many are not for selling, and what is found to sell there all the same."""

    groups: tuple[TouchpointGroup, ...]
    count: int
    unsold: int
    sellers: tuple[tuple[Link, tuple[ItemLine, ...]], ...]


def touchpoint_pages(register: Register) -> tuple[Page, ...]:
    """Return the index and a page for every touchpoint of every journey."""
    groups = tuple(
        TouchpointGroup(
            register.journey(journey.id),
            tuple(
                (register.stage(journey.id, stage.id), tuple(touchpoint_lines(register, journey, stage)))
                for stage in journey.stages
            ),
        )
        for journey in register.project.journeys
    )
    known = tuple(register.touchpoints.values())
    unsold = [found for found in known if not found[2].sale]
    sellers = tuple(pair for pair in (_sellers(register, *found) for found in unsold) if pair[1])
    view = TouchpointsView(groups, len(known), len(unsold), sellers)
    index = Page(address.TOUCHPOINTS, register.say("touchpoints.title"), "touchpoints.jinja", view, WIDE)
    return (index, *(_page(register, *found) for found in known))


def _sellers(
    register: Register, journey: Journey, stage: Stage, touchpoint: Touchpoint
) -> tuple[Link, tuple[ItemLine, ...]]:
    """Return a touchpoint with the items there that are found to sell."""
    slots = register.slots_by_touchpoint.get((journey.id, stage.id, touchpoint.id), ())
    ids = dict.fromkeys(id for slot in slots for id in slot.items)
    found = (register.project.item_by_id[id] for id in ids)
    sellers = (i for i in found if any(f.rule in SELLING for f in register.findings_by_path.get(i.path, ())))
    return register.touchpoint(journey.id, touchpoint.id), tuple(item_line(register, i) for i in sellers)


def _page(register: Register, journey: Journey, stage: Stage, touchpoint: Touchpoint) -> Page:
    language, say = register.say.language, register.say
    view = TouchpointView(
        name=touchpoint.name.said(language),
        journey=register.journey(journey.id),
        stage=register.stage(journey.id, stage.id),
        purpose=said(touchpoint.action, language),
        facts=tuple(fact for fact in _facts(register, touchpoint) if fact[1]),
        channel=register.channel(touchpoint.channel) if touchpoint.channel else None,
        sale=touchpoint.sale,
        why_not=said(touchpoint.no_sale_reason, language),
        before=_before(register, journey, touchpoint),
        after=_after(register, journey, touchpoint),
        audiences=_audiences(register, journey, stage, touchpoint),
        emphasise=guidance(register, stage.emphasise),
        avoid=guidance(register, stage.avoid),
        allowance=stage.push_allowance,
        ceilings=say.listing([register.term(ASKS, ask) for ask in stage.ceilings]),
        findings=_findings(register, journey, stage, touchpoint),
    )
    return Page(address.touchpoint(journey.id, touchpoint.id), view.name, "touchpoint.jinja", view,
                language=register.project.language)  # fmt: skip


def _facts(register: Register, touchpoint: Touchpoint) -> tuple[tuple[str, str], ...]:
    say, language = register.say, register.say.language
    formats = [register.term(register.project.formats, id) for id in touchpoint.formats]
    intents = [register.term(INTENTS, id) for id in touchpoint.intents]
    return (
        (say("touchpoint.device"), touchpoint.device or ""),
        (say("touchpoint.context"), said(touchpoint.context, language)),
        (say("touchpoint.trigger"), said(touchpoint.trigger, language)),
        (say("touchpoint.frequency"), touchpoint.frequency or ""),
        (say("touchpoint.formats"), say.listing(formats)),
        (say("touchpoint.intents"), say.listing(intents)),
        (say("touchpoint.need"), say(f"need.{touchpoint.need}")),
        (say("touchpoint.feeling"), "" if touchpoint.feeling is None else signed(touchpoint.feeling)),
    )


def _before(register: Register, journey: Journey, touchpoint: Touchpoint) -> tuple[Neighbour, ...]:
    known = [id for id in touchpoint.after if (journey.id, id) in register.touchpoints]
    return tuple(_neighbour(register, journey, id, touchpoint.wait or "") for id in known)


def _after(register: Register, journey: Journey, touchpoint: Touchpoint) -> tuple[Neighbour, ...]:
    return tuple(
        _neighbour(register, journey, other.id, other.wait or "")
        for stage in journey.stages
        for other in stage.touchpoints
        if touchpoint.id in other.after
    )


def _neighbour(register: Register, journey: Journey, id: str, wait: str) -> Neighbour:
    _, stage, _ = register.touchpoints[journey.id, id]
    slots = register.slots_by_touchpoint.get((journey.id, stage.id, id), ())
    link = register.touchpoint(journey.id, id)
    return Neighbour(link, stage.name.said(register.say.language), wait, summed_state(slots))


def _audiences(
    register: Register, journey: Journey, stage: Stage, touchpoint: Touchpoint
) -> tuple[Audience, ...]:
    slots = register.slots_by_touchpoint.get((journey.id, stage.id, touchpoint.id), ())
    return tuple(_audience(register, slot) for slot in slots)


def _audience(register: Register, slot: Slot) -> Audience:
    say = register.say
    wishes = [
        wish_line(register, wish)
        for kind in ("question", "pain", "gain")
        for wish in register.wishes_by_stage.get((slot.id.journey, slot.id.stage), ())
        if wish.persona == slot.id.persona and wish.kind == kind
    ]
    exempt = slot.exempt if slot.state == "exempt" else None
    items = in_reading_order(register, register.project.items_at(slot))
    return Audience(
        anchor=address.anchor("persona", slot.id.persona),
        persona=register.persona(slot.id.persona),
        slot=str(slot.id),
        state=slot.state,
        need=say(f"need.{slot.need}"),
        exemption=exempt.reason if exempt else "",
        minimum=slot.minimum,
        readings=tuple(_reading(register, slot, item) for item in items),
        start=start_of(register, slot),
        wishes=tuple(wishes),
    )


def _reading(register: Register, slot: Slot, item: Item) -> Reading:
    return Reading(
        line=item_line(register, item),
        format=register.term(register.project.formats, item.format) if item.format else "",
        owner=item.owner or "",
        is_borrowed=any(p.slot == slot.id and p.borrowed for p in register.project.places_of(item)),
    )


def in_reading_order(register: Register, items: Sequence[Item]) -> tuple[Item, ...]:
    """Return `items` so that one that leads on to another comes before it, as far as links say."""
    here = {item.path: item for item in items}
    ordered: dict[str, Item] = {}

    def visit(path: str, open_paths: frozenset[str]) -> None:
        earlier = register.leading_here.get(path, ())
        for item in earlier:
            if item.path in here and item.path not in open_paths and item.path not in ordered:
                visit(item.path, open_paths | {path})
        ordered.setdefault(path, here[path])

    for path in here:
        visit(path, frozenset({path}))
    return tuple(ordered.values())


def _findings(
    register: Register, journey: Journey, stage: Stage, touchpoint: Touchpoint
) -> tuple[FindingRow, ...]:
    slots = register.slots_by_touchpoint.get((journey.id, stage.id, touchpoint.id), ())
    paths = dict.fromkeys(item.path for slot in slots for item in register.project.items_at(slot))
    about = register.findings_by_touchpoint.get((journey.id, touchpoint.id), ())
    inside = [f for path in paths for f in register.findings_by_path.get(path, ())]
    return finding_rows(register, dict.fromkeys((*about, *inside)))
