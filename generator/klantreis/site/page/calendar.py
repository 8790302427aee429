"""The calendar: what appears when and what is to be reviewed, in months and as a list."""

import datetime
from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from klantreis.agenda import Date, Pressure, monday_of, weeks_of
from klantreis.model.calendar import Dated
from klantreis.model.item import Item
from klantreis.model.persona import Persona
from klantreis.site import address
from klantreis.site.line import ItemLine, item_lines, item_state
from klantreis.site.link import Link
from klantreis.site.listing import Filter, filters_of
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register

BEFORE, AFTER = 1, 5
"""The months around today that the first page shows."""
WEEKS_BEFORE, WEEKS = 6, 26


@dataclass(frozen=True, slots=True)
class Event:
    """A date as the pages show it."""

    kind: str
    link: Link
    state: str
    timing: str
    personas: tuple[Link, ...]
    channel: Link
    owner: str
    date: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; `number` is 0 for the days of its neighbours."""

    number: int
    iso: str
    name: str
    is_today: bool
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its weeks by number, of seven days each."""

    anchor: str
    name: str
    weeks: tuple[tuple[int, tuple[Day, ...]], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Load:
    """A persona's weeks: the number of messages in each, and how that is."""

    persona: Link
    weeks: tuple[tuple[int, str], ...]
    silence: str


@dataclass(frozen=True, slots=True)
class Collision:
    """Messages that reach somebody on the same day, at the same moment of her journey."""

    date: str
    persona: Link
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MonthsView:
    """Some months, and the ways to the others."""

    title: str
    years: tuple[Link, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What the first page of the calendar shows."""

    around: MonthsView
    late: tuple[Event, ...]
    undated: tuple[ItemLine, ...]
    collisions: tuple[Collision, ...]
    most: int
    heads: tuple[tuple[str, str], ...]
    loads: tuple[Load, ...]
    feed: str


@dataclass(frozen=True, slots=True)
class DatesView:
    """Every date and the filters over them."""

    rows: tuple[Event, ...]
    filters: tuple[Filter, ...]


def calendar_pages(register: Register) -> Iterator[Page]:
    """Yield the months around today, the list of dates, and a page for each year."""
    say = register.say
    events = _events(register)
    yield _first(register, events)
    rows = tuple(event for date in register.agenda for event in [events[id(date)]])
    view = DatesView(rows, _filters(register, rows))
    yield Page(address.DATES, say("dates.title"), "dates.jinja", view, WIDE, False)
    for year in _years(register):
        months = [(year, month) for month in range(1, 13)]
        shown = _months_view(register, events, months, say("calendar.year", year=year))
        yield Page(address.year(year), shown.title, "year.jinja", shown, WIDE, False)


def _years(register: Register) -> list[int]:
    return sorted({date.day.year for date in register.agenda})


def _first(register: Register, events: Mapping[int, Event]) -> Page:
    say, project = register.say, register.project
    today = project.today
    first = today.year * 12 + today.month - 1 - BEFORE
    months = [divmod(n, 12) for n in range(first, first + BEFORE + 1 + AFTER)]
    monday = monday_of(today) - datetime.timedelta(weeks=WEEKS_BEFORE)
    mondays = [monday + datetime.timedelta(weeks=n) for n in range(WEEKS)]
    most = int(register.options("too-frequent").get("most", 3))
    view = CalendarView(
        around=_months_view(
            register, events, [(year, month + 1) for year, month in months], say("calendar.title")
        ),
        late=tuple(events[id(date)] for date in register.agenda if date.timing == "late"),
        undated=item_lines(register, register.undated),
        collisions=tuple(_collisions(register)),
        most=most,
        heads=tuple((str(day.isocalendar().week), say.date(day.isoformat())) for day in mondays),
        loads=tuple(_load(register, pressure, monday, most) for pressure in register.pressures),
        feed=address.FEED,
    )
    return Page(address.CALENDAR, say("calendar.title"), "calendar.jinja", view, WIDE)


def _events(register: Register) -> Mapping[int, Event]:
    return {id(date): _event(register, date) for date in register.agenda}


def _event(register: Register, date: Date) -> Event:
    subject, say = date.subject, register.say
    personas: tuple[str, ...] = ()
    channel, state = Link(""), "planned"
    if isinstance(subject, Item):
        link, personas, state = register.item(subject), subject.personas, item_state(register, subject)
        channel = register.channel(subject.channel) if subject.channel else channel
    elif isinstance(subject, Persona):
        link, personas = register.persona(subject.id), (subject.id,)
    else:
        link, personas = register.journey(subject.id), subject.persona_ids
    fields = {
        "kind": date.kind, "timing": date.timing, "persona": "|".join(personas),
        "channel": (subject.channel or "") if isinstance(subject, Item) else "",
        "owner": subject.owner or "", "year": str(date.day.year),
    }  # fmt: skip
    return Event(
        kind=date.kind,
        link=link,
        state="stale" if date.timing == "late" else state,
        timing=date.timing,
        personas=tuple(register.persona(id) for id in personas),
        channel=channel,
        owner=subject.owner or "",
        date=say.date(date.day.isoformat()),
        fields=fields,
    )


def _filters(register: Register, rows: Sequence[Event]) -> tuple[Filter, ...]:
    say = register.say
    return filters_of(
        (row.fields for row in rows),
        (
            ("kind", say("calendar.kind"), lambda word: say(f"calendar.{word}")),
            ("timing", say("calendar.timing"), lambda word: say(f"timing.{word}")),
            ("year", say("calendar.in_year"), str),
            ("persona", say("persona"), lambda id: register.persona(id).text),
            ("channel", say("channel"), lambda id: register.channel(id).text),
            ("owner", say("owner"), str),
        ),
        say("none"),
    )


def _months_view(
    register: Register, events: Mapping[int, Event], months: Sequence[tuple[int, int]], title: str
) -> MonthsView:
    years = tuple(Link(str(year), address.year(year)) for year in _years(register))
    return MonthsView(title, years, tuple(_month(register, events, *month) for month in months))


def _month(register: Register, events: Mapping[int, Event], year: int, month: int) -> Month:
    weeks = tuple(
        (days[0].isocalendar().week, tuple(_day(register, events, day, month) for day in days))
        for days in Calendar().monthdatescalendar(year, month)
    )
    name = register.say.month(year, month)
    count = sum(len(day.events) for _, days in weeks for day in days)
    return Month(f"m-{year}-{month:02}", name, weeks, count)


def _day(register: Register, events: Mapping[int, Event], day: datetime.date, month: int) -> Day:
    if day.month != month:
        return Day(0, "", "", False, ())
    here = tuple(events[id(date)] for date in register.dates_by_day.get(day, ()))
    name = f"{register.say.weekday(day.weekday())} {register.say.date(day.isoformat())}"
    return Day(day.day, day.isoformat(), name, day == register.project.today, here)


def _load(register: Register, pressure: Pressure, monday: datetime.date, most: int) -> Load:
    weeks = weeks_of(pressure, monday, WEEKS)
    busy = register.busy_weeks.get(pressure.persona, frozenset())
    cells = tuple(
        (
            week.count,
            "busy" if week.count > most or week.monday in busy else "calm" if week.count else "quiet",
        )
        for week in weeks
    )
    silence = ""
    if pressure.silence is not None:
        days, start, end = pressure.silence
        dates = [register.say.date(day.isoformat()) for day in (start, end)]
        silence = register.say("calendar.silence_of", days=days, start=dates[0], end=dates[1])
    return Load(register.persona(pressure.persona), cells, silence)


def _collisions(register: Register) -> Iterator[Collision]:
    for pressure in register.pressures:
        for day in pressure.collisions:
            yield _collision(register, pressure.persona, day)


def _collision(register: Register, persona: str, day: tuple[Dated, ...]) -> Collision:
    date = register.say.date(day[0].day.isoformat())
    return Collision(date, register.persona(persona), tuple(register.item(dated.item) for dated in day))
