"""A calendar as iCalendar text, judged by a reader that is not ours."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.report.ics import Entry, ics

DAY = datetime.date(2026, 3, 1)


def events(text: str) -> list[dict[str, object]]:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(text)
    return [dict(event.items()) for event in calendar.walk("VEVENT")]


def test_an_entry_comes_back_as_it_was() -> None:
    entry = Entry(
        "a@klantreis", DAY, 'Vloer; "mooi", of\\niet', "Een\nTwee", ("verschijnt",), "https://x.nl/a"
    )
    (event,) = events(ics("Reizen, en meer", [entry], DAY))
    assert str(event["SUMMARY"]) == entry.summary
    assert str(event["DESCRIPTION"]) == "Een\nTwee"
    assert str(event["URL"]) == "https://x.nl/a"
    assert event["DTSTART"].dt == DAY  # type: ignore[attr-defined]
    assert event["DTEND"].dt == datetime.date(2026, 3, 2)  # type: ignore[attr-defined]


def test_lines_end_and_fold_as_the_standard_asks() -> None:
    text = ics("x", [Entry("a@k", DAY, "é🚲" * 60)], DAY)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode("utf-8")) for line in lines) <= 75
    (event,) = events(text)
    assert str(event["SUMMARY"]) == "é🚲" * 60


@given(st.text(max_size=300))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    made = ics(text, [Entry("a@k", DAY, text, text)], DAY)
    unfolded = made.replace("\r\n ", "").split("\r\n")
    assert [line for line in unfolded if line.startswith("BEGIN:")] == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]
    assert all(line == "" or ":" in line for line in unfolded)


def test_the_last_day_that_there_is_has_no_next() -> None:
    assert "DTEND" not in ics("x", [Entry("a@k", datetime.date.max, "laatste")], DAY)
