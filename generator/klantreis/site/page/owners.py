"""The owners: what each of them looks after, what is late, and what is still missing."""

import datetime
from dataclasses import dataclass

from klantreis.agenda import Date
from klantreis.finding import Finding
from klantreis.model.item import Item
from klantreis.model.persona import Persona
from klantreis.model.slot import Slot
from klantreis.site import address
from klantreis.site.gap import Gap
from klantreis.site.line import ItemLine, item_lines
from klantreis.site.link import Link
from klantreis.site.page.findings import FindingRow, finding_rows, owner_of
from klantreis.site.page.gaps import GapRow, gap_rows
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register, grouped

MOST_FINDINGS = 20
"""Findings on an owner's page; the others are in the list that it leads to."""
BUSY = ("idea", "planned", "draft", "review")


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """An owner as a line; without a name for what nobody owns."""

    owner: Link
    items: int
    published: int
    busy: int
    late: int
    findings: int
    gaps: int


@dataclass(frozen=True, slots=True)
class OwnerView:
    """What an owner's page shows."""

    name: str
    definitions: tuple[Link, ...]
    late: tuple[tuple[Link, str, str], ...]
    busy: tuple[ItemLine, ...]
    gaps: tuple[GapRow, ...]
    findings: tuple[FindingRow, ...]
    more_findings: Link
    items: tuple[ItemLine, ...]
    list: str


@dataclass(frozen=True, slots=True)
class Estate:
    """All that one owner looks after."""

    name: str
    items: tuple[Item, ...]
    gaps: tuple[Gap, ...]
    late: tuple[Date, ...]
    findings: tuple[Finding, ...]
    today: datetime.date

    @property
    def busy(self) -> tuple[Item, ...]:
        """The items that are not finished."""
        return tuple(item for item in self.items if item.status in BUSY)

    @property
    def published(self) -> int:
        """How many items readers can meet."""
        return sum(item.is_published_on(self.today) for item in self.items)


def owner_pages(register: Register) -> tuple[Page, ...]:
    """Return the list of owners and a page for each."""
    estates = _estates(register)
    rows = tuple(_row(register, estate) for estate in estates)
    index = Page(address.OWNERS, register.say("owners.title"), "owners.jinja", rows, WIDE)
    return (index, *(_page(register, estate) for estate in estates if estate.name))


def _estates(register: Register) -> tuple[Estate, ...]:
    """Return what each owner looks after, by name; what nobody owns comes last."""
    project = register.project
    items = grouped(project.items, lambda item: item.owner or "")
    gaps = grouped(register.gaps, lambda gap: _owner_of(register, gap))
    late = grouped(
        (date for date in register.agenda if date.timing == "late"), lambda date: date.subject.owner or ""
    )
    journeys = {journey.owner or "" for journey in project.journeys}
    personas = {persona.owner or "" for persona in project.personas}
    findings = grouped(register.findings, lambda finding: owner_of(register, finding))
    found = {*items, *gaps, *late, *findings, *journeys, *personas}
    names = sorted(found, key=lambda name: (not name, name.casefold(), name))
    known = (
        Estate(
            name,
            items.get(name, ()),
            gaps.get(name, ()),
            late.get(name, ()),
            findings.get(name, ()),
            project.today,
        )
        for name in names
    )
    return tuple(e for e in known if e.name or e.items or e.gaps or e.late or e.findings)


def _owner_of(register: Register, gap: Gap) -> str:
    """Return who is to close a gap: of a touchpoint the journey's owner, else first the persona's."""
    journey = register.project.journey_by_id[gap.journey].owner
    persona = register.project.persona_by_id.get(gap.persona)
    own = persona.owner if persona else None
    return (journey or own if isinstance(gap.place, Slot) else own or journey) or ""


def _row(register: Register, estate: Estate) -> OwnerRow:
    return OwnerRow(
        owner=register.owner(estate.name) if estate.name else Link(register.say("owner.nobody")),
        items=len(estate.items),
        published=estate.published,
        busy=len(estate.busy),
        late=len(estate.late),
        findings=len(estate.findings),
        gaps=len(estate.gaps),
    )


def _page(register: Register, estate: Estate) -> Page:
    project, say = register.project, register.say
    journeys = [register.journey(j.id) for j in project.journeys if j.owner == estate.name]
    personas = [register.persona(p.id) for p in project.personas if p.owner == estate.name]
    view = OwnerView(
        name=estate.name,
        definitions=(*journeys, *personas),
        late=tuple(_late(register, date) for date in estate.late),
        busy=item_lines(register, estate.busy),
        gaps=gap_rows(register, estate.gaps),
        findings=finding_rows(register, estate.findings[:MOST_FINDINGS]),
        more_findings=_more_findings(register, estate),
        items=item_lines(register, estate.items),
        list=address.filtered(address.ITEMS, {"owner": estate.name}),
    )
    return Page(address.owner(estate.name), say("owner.title", owner=estate.name), "owner.jinja", view, WIDE)


def _more_findings(register: Register, estate: Estate) -> Link:
    left = len(estate.findings) - MOST_FINDINGS
    if left <= 0:
        return Link("")
    to = address.filtered(address.FINDINGS, {"owner": estate.name})
    return Link(register.say("owner.more_findings", number=left), to)


def _late(register: Register, date: Date) -> tuple[Link, str, str]:
    """Return what is late, what was to happen with it, and when."""
    subject = date.subject
    if isinstance(subject, Item):
        link = register.item(subject)
    elif isinstance(subject, Persona):
        link = register.persona(subject.id)
    else:
        link = register.journey(subject.id)
    return link, date.kind, register.say.date(date.day.isoformat())
