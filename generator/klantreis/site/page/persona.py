"""A persona: what she asks, dreads and hopes for in each stage, and what she finds."""

from collections.abc import Iterable
from dataclasses import dataclass

from klantreis.coverage import figures
from klantreis.model.journey import Journey
from klantreis.model.persona import Influencer, Persona
from klantreis.model.vocabulary import SEGMENTS
from klantreis.site import address
from klantreis.site.body.write import plain_body
from klantreis.site.drawing import signed
from klantreis.site.link import Link
from klantreis.site.matrix import Matrix, stage_by_persona
from klantreis.site.page.findings import FindingRow, finding_rows
from klantreis.site.page.gaps import GapRow, gap_rows
from klantreis.site.page.overview import Meter, meters
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register
from klantreis.site.wish import WishLine, wish_line


@dataclass(frozen=True, slots=True)
class Moment:
    """A stage as a persona lives it."""

    stage: Link
    number: int
    feeling: str
    triggers: tuple[str, ...]
    wishes: tuple[WishLine, ...]


@dataclass(frozen=True, slots=True)
class Travel:
    """A journey that the persona makes, stage by stage."""

    anchor: str
    journey: Link
    walk: str
    matrix: Matrix
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody with a say in the purchase, and what they ask."""

    role: str
    cares_about: tuple[str, ...]
    wishes: tuple[WishLine, ...]


@dataclass(frozen=True, slots=True)
class PersonaView:
    """What a persona's page shows."""

    name: str
    facts: tuple[tuple[str, str], ...]
    channels: tuple[Link, ...]
    description: str
    meters: tuple[Meter, ...]
    travels: tuple[Travel, ...]
    advisers: tuple[Adviser, ...]
    gaps: tuple[GapRow, ...]
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona in the list of all."""

    persona: Link
    segment: str
    journeys: tuple[Link, ...]
    published: str
    gaps: int


def persona_pages(register: Register) -> tuple[Page, ...]:
    """Return the list of personas and a page for each."""
    personas = register.project.persona_by_id.values()
    cards = tuple(_card(register, persona) for persona in register.project.personas)
    index = Page(address.PERSONAS, register.say("personas.title"), "personas.jinja", cards, WIDE)
    return (index, *(_page(register, persona) for persona in personas))


def _card(register: Register, persona: Persona) -> PersonaCard:
    slots = [slot for slot in register.project.slots if slot.id.persona == persona.id]
    return PersonaCard(
        persona=register.persona(persona.id),
        segment=_segment(register, persona),
        journeys=tuple(register.journey(journey.id) for journey in _journeys(register, persona)),
        published=register.say.share(figures(slots).share("published")),
        gaps=sum(gap.persona == persona.id for gap in register.gaps),
    )


def _segment(register: Register, persona: Persona) -> str:
    return register.term(SEGMENTS, persona.segment) if persona.segment else ""


def _journeys(register: Register, persona: Persona) -> list[Journey]:
    return [journey for journey in register.project.journeys if persona.id in journey.persona_ids]


def _page(register: Register, persona: Persona) -> Page:
    say = register.say
    slots = [slot for slot in register.project.slots if slot.id.persona == persona.id]
    facts = (
        (say("persona.segment"), _segment(register, persona)),
        (say("persona.weight"), f"{persona.weight:g}"),
        (say("persona.devices"), say.listing(list(persona.devices))),
        (say("owner"), persona.owner or ""),
        (say("review_by"), say.date(persona.review_by.isoformat()) if persona.review_by else ""),
    )
    view = PersonaView(
        name=persona.name,
        facts=tuple(fact for fact in facts if fact[1]),
        channels=tuple(register.channel(id) for id in persona.channels),
        description=plain_body(persona.description, persona.place.path, say),
        meters=meters(register, figures(slots)),
        travels=tuple(_travel(register, persona, journey) for journey in _journeys(register, persona)),
        advisers=tuple(adviser(register, persona, i) for i in persona.influencers),
        gaps=gap_rows(register, (gap for gap in register.gaps if gap.persona == persona.id)),
        findings=finding_rows(register, register.findings_by_persona.get(persona.id, ())),
    )
    return Page(
        address.persona(persona.id), persona.name, "persona.jinja", view, language=register.project.language
    )


def _travel(register: Register, persona: Persona, journey: Journey) -> Travel:
    return Travel(
        anchor=address.anchor("journey", journey.id),
        journey=register.journey(journey.id),
        walk=address.walk(persona.id, journey.id),
        matrix=_own_row(stage_by_persona(register, journey), register.persona(persona.id)),
        moments=tuple(_moments(register, persona, journey)),
    )


def _own_row(matrix: Matrix, persona: Link) -> Matrix:
    rows = tuple(row for row in matrix.rows if row.head == persona)
    return Matrix(matrix.caption, matrix.corner, matrix.columns, rows)


def _moments(register: Register, persona: Persona, journey: Journey) -> Iterable[Moment]:
    minds = [(register.project.walk.resolve(journey, m.stage).stages, m) for m in persona.mindsets]
    wishes = register.wishes_by_persona.get((journey.id, persona.id), ())
    for number, stage in enumerate(journey.stages, 1):
        here = [mindset for stages, mindset in minds if stage in stages]
        own = [wish for wish in wishes if wish.stage == stage.id]
        if not here:
            continue
        felt = [m.feeling for m in here if m.feeling is not None]
        yield Moment(
            stage=register.stage(journey.id, stage.id),
            number=number,
            feeling=signed(felt[0]) if felt else "",
            triggers=tuple(t.said(register.say.language) for m in here for t in m.triggers),
            wishes=tuple(
                wish_line(register, w) for kind in ("question", "pain", "gain") for w in own if w.kind == kind
            ),
        )


def adviser(register: Register, persona: Persona, influencer: Influencer) -> Adviser:
    """Return somebody with a say in the purchase, with what they ask and what answers it."""
    language = register.say.language
    asked = {question.place for question in influencer.questions}
    found = {
        wish.place: wish
        for journey in _journeys(register, persona)
        for wish in register.wishes_by_persona.get((journey.id, persona.id), ())
        if wish.place in asked
    }
    return Adviser(
        role=influencer.role.said(language),
        cares_about=tuple(word.said(language) for word in influencer.cares_about),
        wishes=tuple(wish_line(register, wish) for wish in found.values()),
    )
