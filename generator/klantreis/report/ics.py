"""A calendar as iCalendar text (RFC 5545), for any agenda program."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST = 75
"""A line of content holds at most so many bytes; longer ones are folded (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day in an agenda; `uid` stays the same as long as it is about the same thing."""

    uid: str
    day: datetime.date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    url: str | None = None


def ics(name: str, entries: Iterable[Entry], stamp: datetime.date) -> str:
    """Return the calendar `name` with these entries, as it stood on the day `stamp`."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//klantreis//klantreis//NL",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for entry in entries for line in _event(entry, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: Entry, stamp: datetime.date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    if entry.day < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{entry.day + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.categories:
        yield f"CATEGORIES:{','.join(map(_text, entry.categories))}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Return `value` as a TEXT: signs with a meaning escaped, and control characters left out."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = "\\n".join(escaped.splitlines())
    return "".join(sign for sign in lines if sign.isprintable() or sign == "\u200d")


def _folded(line: str) -> Iterator[str]:
    """Yield `line` in pieces of at most 75 bytes, each but the first after a space; no character is cut."""
    if len(line) <= _LONGEST and line.isascii():
        yield line
        return
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode("utf-8", "replace"))
        if size + width > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    yield piece
