"""The calendar holds what each persona gets, in the order of the days."""

import datetime

from klantreis.check import run
from klantreis.config import Config
from klantreis.model.calendar import by_day, messages
from klantreis.model.project import Project
from klantreis.rules.base_project import BASE

TODAY = datetime.date(2026, 6, 1)
DATES = {"inpakmail": "2026-05-04", "reviewmail": "2026-04-06", "hoeveel-dozen": "2026-05-01"}


def project(more: str = "", dates: dict[str, str] = DATES) -> Project:
    texts = {
        f"content/{name}.md": BASE[f"content/{name}.md"].replace("owner: noor", f"publish: {date}{more}")
        for name, date in dates.items()
    }
    return run({**BASE, **texts}, Config(), TODAY).project


def test_dated_items_stand_in_the_order_of_the_days() -> None:
    calendar = project().calendar
    assert [dated.item.id for dated in calendar["huurder"]] == ["reviewmail", "hoeveel-dozen", "inpakmail"]


def test_only_some_channels_come_to_people() -> None:
    assert [dated.item.id for dated in messages(project().calendar["huurder"])] == ["reviewmail", "inpakmail"]


def test_a_message_knows_its_touchpoint() -> None:
    assert project().calendar["huurder"][-1].spots == (("verhuizen", "consideration", "inpakmail"),)


def test_ideas_and_what_has_expired_are_not_on_it() -> None:
    assert project("\nstatus: idea").calendar == {}
    assert project("\nexpires: 2026-05-31").calendar == {}


def test_a_series_that_goes_live_on_one_day_counts_once() -> None:
    at_once = messages(project(dates=dict.fromkeys(DATES, "2026-05-04")).calendar["huurder"])
    assert [len(day) for day in by_day(at_once)] == [1]
