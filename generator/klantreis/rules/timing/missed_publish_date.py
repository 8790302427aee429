"""An item should have been published by now, and is not.

## What it finds

An item that is planned, drafted or under review while its `publish` date has passed. On the day itself all is
still well. A draft that has waited for weeks after its date is left to `stale-draft`, and an idea promises
nothing.

## Why it matters

Others count on the date: the mailing that links to it, the campaign that starts. In the coverage the item
still counts as planned, so the calendar promises more than there is.

## How to fix

Publish the item and set `status: published`, or agree on a new date. Is it off? Take the date away, or remove
the item.

## Where it comes from

Practice. An editorial calendar is only of use when its dates are kept or moved.
"""

import datetime
from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Een item had al gepubliceerd moeten zijn en is het nog niet.

## Wat deze regel vindt

Een item dat gepland is, in concept staat of nog wordt nagekeken, terwijl de datum onder `publish` voorbij is.
Op de dag zelf is er nog niets aan de hand. Een concept dat al weken over zijn datum heen is, meldt
`stale-draft`. Een idee belooft niets.

## Waarom dat telt

Anderen rekenen op die datum: de mailing die ernaar verwijst, de campagne die begint. In de dekking telt het
item nog als gepland, dus de kalender belooft meer dan er is.

## Wat je eraan doet

Publiceer het item en zet er `status: published` bij, of spreek een nieuwe datum af. Gaat het niet door? Haal
de datum of het item weg.

## Waar dit op rust

Praktijk. Aan een contentkalender heb je alleen iets als de data gehaald of verzet worden.
"""

DAYS = 30
"""After how many days a draft that missed its date counts as left lying."""

_EXTRA = BASE["content/inpakmail.md"].replace("De inpaklijst voor drie weken", "De inpaklijst voor glaswerk")


def _example(status: str, publish: str) -> dict[str, str]:
    extra = _EXTRA.replace("channel: email\n", f"channel: email\nstatus: {status}\npublish: {publish}\n")
    return {"content/inpakmail-glas.md": extra}


@rule(
    code="KR062",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="dit item zou op {date} gepubliceerd worden en heeft nog status '{status}'; publiceer het of "
        "kies een nieuwe datum",
        en="this item was to be published on {date} and still has status '{status}'; publish it or choose "
        "a new date",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "days",
            DAYS,
            Words(
                nl="na zoveel dagen is een concept blijven liggen, en dat meldt `stale-draft`",
                en="after so many days a draft has been left lying, which `stale-draft` reports",
            ),
        ),
    ),
    examples=Examples(
        good=_example("planned", "2026-06-01"),
        bad=_example("planned", "⟦2026-05-18⟧"),
    ),
)
def missed_publish_date(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each publication date that has passed without publication."""
    for item in project.items:
        if item.publish is None or not _has_missed_it(item, project.today, options["days"]):
            continue
        yield Problem(
            path=item.path,
            span=item.span("publish"),
            values={"date": item.publish.isoformat(), "status": item.status},
            subject=Subject(item=item.id, channel=item.channel),
        )


def _has_missed_it(item: Item, today: datetime.date, days: int) -> bool:
    if item.publish is None or item.publish >= today or item.early_date:
        return False
    if item.status == "planned":
        return True
    return item.status in ("draft", "review") and not item.has_gone_stale_on(today, days)
