"""The feed of the calendar: every date as an entry for an agenda program."""

from klantreis.agenda import Date
from klantreis.model.item import Item
from klantreis.model.persona import Persona
from klantreis.report.ics import Entry, ics
from klantreis.site import address
from klantreis.site.link import Link
from klantreis.site.register import Register


def feed(register: Register) -> str:
    """Return the calendar of the project as iCalendar text."""
    entries = (_entry(register, date) for date in register.agenda)
    return ics(register.edition.name, entries, register.project.today)


def _entry(register: Register, date: Date) -> Entry:
    say, subject = register.say, date.subject
    link = _link(register, date)
    personas = subject.personas if isinstance(subject, Item) else ()
    lines = [
        *(register.persona(id).text for id in personas),
        *([say("journey.owner", owner=subject.owner)] if subject.owner else ()),
        date.path,
    ]
    base = register.edition.settings.url
    return Entry(
        uid=f"{address.fingerprint(f'{date.kind}:{date.path}')}@klantreis",
        day=date.day,
        summary=say("calendar.entry", kind=say(f"calendar.{date.kind}"), what=link.text),
        description="\n".join(lines),
        categories=(say(f"calendar.{date.kind}"),),
        url=f"{base.rstrip('/')}/{link.to}" if base and link.to else None,
    )


def _link(register: Register, date: Date) -> Link:
    if isinstance(date.subject, Item):
        return register.item(date.subject)
    if isinstance(date.subject, Persona):
        return register.persona(date.subject.id)
    return register.journey(date.subject.id)
