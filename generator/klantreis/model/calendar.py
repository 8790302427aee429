"""The calendar: what each persona gets on which day, as far as items carry a date."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from klantreis.model.item import Item
from klantreis.model.placed import Placed

PUSH = ("email", "sms", "app", "chat", "phone", "post", "social-ad")
"""The channels on which a message comes to somebody; the others are there to be looked up."""

Spot = tuple[str, str, str | None]
"""Where a message belongs: journey, stage and touchpoint."""


class Dated(NamedTuple):
    """One item that a persona gets on a day, and the places in her journeys where it stands."""

    day: datetime.date
    path: str
    item: Item
    spots: tuple[Spot, ...]


_day_and_path = attrgetter("day", "path")

Calendar = Mapping[str, Sequence[Dated]]
"""What each persona gets, in the order of the days."""


def calendar_of(items: Iterable[Item], placed: Mapping[str, Placed]) -> Calendar:
    """Return the calendar of the dated `items`; mere ideas and translations are not on it."""
    spots: dict[tuple[Placed, str], tuple[Spot, ...]] = {}
    found: dict[str, list[Dated]] = defaultdict(list)
    for item in items:
        if item.publish is None or item.status == "idea" or item.translation_of is not None:
            continue
        here = placed[item.path]
        for persona in here.named:
            if (here, persona) not in spots:
                spots[here, persona] = tuple(_spots(here, persona))
            found[persona].append(Dated(item.publish, item.path, item, spots[here, persona]))
    return {persona: sorted(dated, key=_day_and_path) for persona, dated in found.items()}


def _spots(placed: Placed, persona: str) -> Iterator[Spot]:
    for moment in placed.moments:
        if moment.persona == persona:
            touchpoint = moment.touchpoint.id if moment.touchpoint else None
            yield moment.journey.id, moment.stage.id, touchpoint


def messages(dated: Iterable[Dated], channels: Iterable[str] = PUSH) -> tuple[Dated, ...]:
    """Return those on one of `channels`."""
    wanted = frozenset(channels)
    return tuple(d for d in dated if d.item.channel in wanted)


def by_day(dated: Iterable[Dated]) -> Iterator[tuple[Dated, ...]]:
    """Yield what somebody may really get on one day.

    Messages of one day at different touchpoints are a series that goes live at once: each reader
    meets them one after the other, so only the touchpoint with most of them counts.
    """
    days: dict[datetime.date, dict[tuple[Spot, ...], list[Dated]]] = {}
    for each in dated:
        days.setdefault(each.day, {}).setdefault(each.spots, []).append(each)
    for groups in days.values():
        largest: list[Dated] = max(groups.values(), key=len)
        yield tuple(largest)


IN_A_ROW = 2
"""How many messages in a row may ask for something, by a rule of thumb."""


def one_too_many(sent: Iterable[Dated], most: int = IN_A_ROW) -> Iterator[Dated]:
    """Yield the first message of each row of requests that is one too many."""
    count = 0
    for day in by_day(sent):
        if not all(message.item.asks for message in day):
            count = 0
            continue
        before, count = count, count + len(day)
        if before <= most < count:
            yield day[most - before]


def is_mostly_selling(sent: Sequence[Item], least: int = 5) -> bool:
    """Say whether more than half of at least `least` messages sell; then the balance is what is wrong."""
    return len(sent) >= least and 2 * sum(item.sells for item in sent) > len(sent)
