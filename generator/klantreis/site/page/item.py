"""An item: its tags, what was found in it, the text itself, and the way on."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from klantreis.finding import Finding
from klantreis.model.item import Item
from klantreis.model.vocabulary import ASKS, INTENTS
from klantreis.site import address
from klantreis.site.body.markup import Body
from klantreis.site.body.write import is_short, item_body
from klantreis.site.field import field_values, item_fields
from klantreis.site.line import ItemLine, item_line, item_state
from klantreis.site.link import Link
from klantreis.site.listing import Filter, filters_of
from klantreis.site.page.matrix import matrix_of
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register
from klantreis.site.search.page import MOST_FORMS

LISTED = "stage persona touchpoint channel format status owner language journey phase".split()
"""The fields that the list of all items is filtered by."""


FEWER_FORMS = 40
"""Other forms of its words on the page of an item that the search does not read whole."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on the page of its item; marked ones lead to their passage, others say their line."""

    number: int
    severity: str
    rule: Link
    message: str
    line: int
    is_marked: bool
    score: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A tag in the bar: its name and its values."""

    name: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """What an item's page shows."""

    title: str
    path: str
    state: str
    status: str
    facts: tuple[Fact, ...]
    places: tuple[tuple[Link, Link, Link, bool], ...]
    remarks: tuple[Remark, ...]
    body: str
    is_empty: bool
    previous: tuple[ItemLine, ...]
    following: tuple[ItemLine, ...]
    edit: str | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in the list of all."""

    line: ItemLine
    stages: tuple[Link, ...]
    personas: tuple[Link, ...]
    channel: Link
    format: str
    owner: str
    review: str
    review_day: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class ItemsView:
    """All items and the filters over them."""

    rows: tuple[ItemRow, ...]
    filters: tuple[Filter, ...]
    matrix: Link


def items_page(register: Register) -> Page:
    """Return the list of all items."""
    say = register.say
    rows = tuple(_row(register, item) for item in register.project.items)
    values = field_values(register)
    filters = filters_of(
        (row.fields for row in rows),
        (
            *((name, say(name), values[name]) for name in LISTED),
            ("review", say("calendar.review"), lambda word: say(f"timing.{word}")),
        ),
        say("none"),
    )
    matrix = matrix_of(register, "format", "stage").to
    view = ItemsView(rows, filters, Link(say("matrix.of_items"), matrix))
    return Page(address.ITEMS, say("items.title"), "items.jinja", view, WIDE, False)


def _row(register: Register, item: Item) -> ItemRow:
    stages = register.project.stages_of(item)
    return ItemRow(
        line=item_line(register, item),
        stages=tuple(dict.fromkeys(register.stage(journey.id, stage.id) for journey, stage in stages)),
        personas=tuple(register.persona(id) for id in item.personas),
        channel=register.channel(item.channel) if item.channel else Link(""),
        format=register.term(register.project.formats, item.format) if item.format else "",
        owner=item.owner or "",
        review=register.say.date(item.review_by.isoformat()) if item.review_by else "",
        review_day=item.review_by.isoformat() if item.review_by else "",
        fields=item_fields(register, item) | {"review": _review(item, register.project.today)},
    )


def _review(item: Item, today: datetime.date) -> str:
    """Say whether an item's review is late, is done with because it has expired, or is to come."""
    if item.review_by is None:
        return ""
    if item.status_on(today) == "expired":
        return "past"
    return "late" if item.is_overdue_on(today) else "coming"


def item_pages(register: Register) -> Iterator[tuple[Page, frozenset[str]]]:
    """Yield the page of each item, with the images and downloads that it shows."""
    for item in register.project.items:
        place = register.pages[item.path]
        body = item_body(register, item, address.root_from(place))
        page = Page(
            place, item.title or item.id, "item.jinja", _view(register, item, body),
            language=item.lang or register.project.language, terms=item.search_terms,
            most_forms=FEWER_FORMS if is_short(register) else MOST_FORMS,
        )  # fmt: skip
        yield page, body.files


def _view(register: Register, item: Item, body: Body) -> ItemView:
    project, say = register.project, register.say
    ways = dict.fromkeys(way.to for way in project.ways_from(item))
    return ItemView(
        title=item.title or item.id,
        path=item.path,
        state=item_state(register, item),
        status=say(f"status.{item.status_on(project.today)}"),
        facts=tuple(fact for fact in _facts(register, item) if fact.values),
        places=_places(register, item),
        remarks=tuple(_remarks(register, item, body)),
        body=body.text,
        is_empty=not body.text,
        previous=tuple(item_line(register, i) for i in register.leading_here.get(item.path, ())),
        following=tuple(item_line(register, project.item_by_path[path]) for path in ways),
        edit=_edit(register.edition.settings.edit_url, item.path),
    )


def _edit(base: str | None, path: str) -> str | None:
    """Return where the file is edited; `{path}` in the configured address stands for the file."""
    if not base or not base.startswith(("https://", "http://")):
        return None
    return base.replace("{path}", path) if "{path}" in base else f"{base.rstrip('/')}/{path}"


def _facts(register: Register, item: Item) -> Iterator[Fact]:
    say, project = register.say, register.project
    stages = dict.fromkeys(register.stage(j.id, s.id) for j, s in project.stages_of(item))
    yield Fact(say("stage"), tuple(stages) or tuple(Link(word) for word in item.stages))
    yield Fact(say("persona"), tuple(register.persona(id) for id in item.personas))
    yield Fact(say("item.also"), tuple(register.persona(id) for id in item.also))
    yield Fact(say("channel"), (register.channel(item.channel),) if item.channel else ())
    yield Fact(say("format"), _word(register.term(project.formats, item.format) if item.format else None))
    yield Fact(say("item.intent"), _word(register.term(INTENTS, item.intent) if item.intent else None))
    yield Fact(say("item.cta"), _word(register.term(ASKS, item.cta) if item.cta else None))
    yield Fact(say("owner"), (register.owner(item.owner),) if item.owner else ())
    yield Fact(say("item.approver"), _word(item.approver))
    for key in ("publish", "review_by", "expires"):
        day = getattr(item, key)
        yield Fact(say(key), _word(say.date(day.isoformat()) if day else None))
    to = address.campaign(item.campaign) if item.campaign else None
    yield Fact(say("item.campaign"), (Link(item.campaign, to),) if item.campaign else ())


def _word(text: str | None) -> tuple[Link, ...]:
    return (Link(text),) if text else ()


def _places(register: Register, item: Item) -> tuple[tuple[Link, Link, Link, bool], ...]:
    """Return journey, stage and touchpoint of each place the item serves, and whether it is borrowed."""
    places = {
        (p.slot.journey, p.slot.stage, p.slot.touchpoint, p.borrowed)
        for p in register.project.places_of(item)
    }
    ordered = sorted(places, key=lambda place: tuple(str(part) for part in place))
    return tuple(
        (
            register.journey(journey),
            register.stage(journey, stage),
            register.touchpoint(journey, touchpoint),
            lent,
        )
        for journey, stage, touchpoint, lent in ordered
    )


def _remarks(register: Register, item: Item, body: Body) -> Iterator[Remark]:
    for number, finding in enumerate(register.findings_by_path.get(item.path, ()), 1):
        yield Remark(
            number=number,
            severity=finding.severity.word,
            rule=register.rule(finding.rule),
            message=finding.message.said(register.say.language),
            line=_line(finding),
            is_marked=number in body.marked,
            score=finding.score,
        )


def _line(finding: Finding) -> int:
    return finding.evidence[0].span.line if finding.evidence else finding.span.line
