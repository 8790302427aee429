"""The agenda: every date that content and definitions carry, and how busy each persona's weeks are."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from klantreis.model.calendar import PUSH, Dated, by_day, messages
from klantreis.model.item import Item
from klantreis.model.journey import Journey
from klantreis.model.persona import Persona
from klantreis.model.project import Project

KINDS = ("publish", "review", "expiry")
TIMINGS = ("late", "past", "coming")

Subject = Item | Persona | Journey


@dataclass(frozen=True, slots=True)
class Date:
    """Something that happens on a day: an item appears, is to be reviewed, or expires.

    `timing` is `late` when it should have happened already, else `past` or `coming`.
    """

    day: datetime.date
    kind: str
    subject: Subject
    timing: str

    @property
    def path(self) -> str:
        """The file that carries the date."""
        return self.subject.path if isinstance(self.subject, Item) else self.subject.place.path


@dataclass(frozen=True, slots=True)
class Week:
    """The messages that a persona gets in the week that begins on `monday`."""

    monday: datetime.date
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Pressure:
    """The weeks of a persona, her collisions, and the longest time without a message (days, from, to)."""

    persona: str
    weeks: Mapping[datetime.date, int]
    collisions: tuple[tuple[Dated, ...], ...]
    silence: tuple[int, datetime.date, datetime.date] | None


def agenda(project: Project) -> tuple[Date, ...]:
    """Return every date of the project, earliest first."""
    found = [date for item in project.items for date in _item_dates(item, project.today)]
    definitions: tuple[Persona | Journey, ...] = (*project.personas, *project.journeys)
    for definition in definitions:
        if definition.review_by is not None:
            timing = "late" if definition.review_by < project.today else "coming"
            found.append(Date(definition.review_by, "review", definition, timing))
    return tuple(sorted(found, key=lambda date: (date.day, KINDS.index(date.kind), date.path)))


def _item_dates(item: Item, today: datetime.date) -> Iterator[Date]:
    status = item.status_on(today)
    if item.publish is not None:
        is_out = status in ("published", "expired")
        passed = "past" if is_out else "late"
        yield Date(item.publish, "publish", item, "coming" if item.publish > today else passed)
    if status == "expired":
        if item.expires is not None:
            yield Date(item.expires, "expiry", item, "past" if item.expires < today else "coming")
        return
    if item.review_by is not None:
        yield Date(item.review_by, "review", item, "late" if item.is_overdue_on(today) else "coming")
    if item.expires is not None:
        yield Date(item.expires, "expiry", item, "coming")


def undated(project: Project) -> tuple[Item, ...]:
    """Return the items that somebody is working on without a day to publish them."""
    statuses = ("planned", "draft", "review")
    return tuple(item for item in project.items if item.status in statuses and item.publish is None)


def pressures(project: Project, channels: Iterable[str] = PUSH) -> tuple[Pressure, ...]:
    """Return how busy it is for each persona, over the channels on which messages come to people."""
    wanted = tuple(channels)
    return tuple(
        _pressure(persona.id, messages(project.calendar.get(persona.id, ()), wanted))
        for persona in project.personas
    )


def _pressure(persona: str, sent: Sequence[Dated]) -> Pressure:
    # Service messages are no burden, but they do break a silence.
    burden = [dated for dated in sent if dated.item.message_type != "service"]
    weeks: Counter[datetime.date] = Counter()
    collisions = []
    for day in by_day(burden):
        weeks[monday_of(day[0].day)] += len(day)
        if len(day) > 1:
            collisions.append(day)
    return Pressure(persona, weeks, tuple(collisions), _silence(sent))


def _silence(sent: Sequence[Dated]) -> tuple[int, datetime.date, datetime.date] | None:
    gaps = [((after.day - before.day).days, before.day, after.day) for before, after in pairwise(sent)]
    return max(gaps, key=lambda gap: (gap[0], gap[1]), default=None)


def monday_of(day: datetime.date) -> datetime.date:
    """Return the Monday of the week of `day`."""
    return day - datetime.timedelta(days=day.weekday())


def weeks_of(pressure: Pressure, first: datetime.date, count: int) -> tuple[Week, ...]:
    """Return `count` weeks of a persona from the Monday `first`, empty ones included."""
    mondays = [first + datetime.timedelta(weeks=n) for n in range(count)]
    return tuple(Week(day, day.isocalendar().week, pressure.weeks.get(day, 0)) for day in mondays)
