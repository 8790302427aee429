"""The calendar of the site: months, list, weeks and feed."""

import re

import pytest
from tests.site.sample import CONFIG, EVIL, TODAY, item, pages_of, result_of

from klantreis.rule import all_rules
from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.edition import Stamp, edition
from klantreis.site.page.calendar import CalendarView, calendar_pages
from klantreis.site.register import Register

FIRST, LIST = address.source(address.CALENDAR), address.source(address.DATES)


def mail(id: str, day: str, **tags: str) -> dict[str, str]:
    front = {"stage": "consideration", "channel": "email", "touchpoint": "inpakmail", "publish": day} | tags
    return item(id, "Een tip.", **front)


def calendar_of(texts: dict[str, str], **settings: object) -> CalendarView:
    made = edition(
        result_of(texts), texts, all_rules(), CONFIG.site, Stamp("1"), language="nl", rule_settings=settings
    )
    view = next(calendar_pages(Register(made))).view
    assert isinstance(view, CalendarView)
    return view


def test_the_list_of_content_leads_to_the_calendar() -> None:
    made = pages_of()
    assert FIRST in made and LIST in made and address.FEED in made
    assert f"../{address.CALENDAR}" in made["items/index.md"]


def test_every_year_with_a_date_has_a_page() -> None:
    made = pages_of(dict(BASE) | mail("verweg", "2031-05-05"))
    assert address.source(address.year(2031)) in made
    assert "verweg" in made[address.source(address.year(2031))]


def test_an_item_stands_on_its_day_and_today_is_marked() -> None:
    page = pages_of(dict(BASE) | mail("tip", "2026-06-12"))[FIRST]
    (cell,) = re.findall(r'<time datetime="2026-06-12">.*?</td>', page)
    assert "items/tip.html" in cell and "vrijdag 12 juni 2026" in cell
    assert re.search(rf'aria-current="date"><time datetime="{TODAY.isoformat()}"', page)


def test_a_week_with_more_messages_than_the_rule_allows_is_too_busy() -> None:
    texts = dict(BASE)
    for number, day in enumerate(("08", "09", "10", "11")):
        texts |= mail(f"m{number}", f"2026-06-{day}")
    (load,) = calendar_of(texts).loads
    assert (4, "busy") in load.weeks
    assert any(how == "quiet" for _, how in load.weeks)


def test_the_settings_of_the_rule_hold_for_the_weeks_too() -> None:
    assert calendar_of(dict(BASE)).most == 3
    assert calendar_of(dict(BASE), KR067={"most": 9}).most == 9


def test_two_messages_at_one_moment_on_one_day_are_a_collision() -> None:
    view = calendar_of(dict(BASE) | mail("a", "2026-06-08") | mail("b", "2026-06-08"))
    (collision,) = view.collisions
    assert {link.text for link in collision.items} == {"a", "b"}


def test_what_is_late_heads_the_calendar_and_can_be_chosen_in_the_list() -> None:
    made = pages_of(dict(BASE) | mail("oud", "2025-06-02", review_by="2026-01-01"))
    assert "Had al gebeurd moeten zijn" in made[FIRST]
    assert 'data-timing="late"' in made[LIST]


def test_the_feed_holds_every_date_and_other_readers_read_it() -> None:
    icalendar = pytest.importorskip("icalendar")
    texts = dict(BASE) | mail("tip", "2026-06-12", review_by="2027-01-01", title="'Tip; een, twee'")
    calendar = icalendar.Calendar.from_ical(pages_of(texts)[address.FEED])
    found = calendar.walk("VEVENT")
    assert len({str(event["UID"]) for event in found}) == len(found)
    summaries = {str(event["SUMMARY"]): event["DTSTART"].dt.isoformat() for event in found}
    assert summaries["verschijnt: Tip; een, twee"] == "2026-06-12"
    assert summaries["nakijken: Tip; een, twee"] == "2027-01-01"


def test_foreign_titles_stay_text() -> None:
    made = pages_of(dict(BASE) | mail("kwaad", "2026-06-12", title=f"'{EVIL}'"))
    for path in (FIRST, LIST, address.source(address.year(2026))):
        assert "window.pwned" in made[path] and "<script" not in made[path]


def test_a_project_without_dates_has_a_calendar_that_says_so() -> None:
    texts = {path: re.sub(r"(?m)^(review_by|publish): .*\n", "", text) for path, text in BASE.items()}
    assert "Geen enkel item heeft een datum." in pages_of(texts)[LIST]
