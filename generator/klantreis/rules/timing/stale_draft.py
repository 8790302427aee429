"""A draft has been left lying: the date it was meant for is long past.

## What it finds

A draft, or an item under review, whose `review_by` or `expires` has passed before it was ever published, or
whose `publish` date lies more than 30 days back (`days`). A draft that has only just missed its date is left
to `missed-publish-date`. How long a file has not been touched plays no part: only its own dates count.

## Why it matters

A text that has waited for months is seldom still right: prices, examples and people have changed. Meanwhile
it counts as drafted, so the place seems to be taken care of.

## How to fix

Decide. Read it over and publish it, give it new dates, set it back to `status: idea`, or remove it.

## Where it comes from

Practice. Content teams clear out their drafts now and then; after how many days is a rule of thumb, so it is
an option.
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
Een concept is blijven liggen: de datum waarvoor het bedoeld was, is allang voorbij.

## Wat deze regel vindt

Een concept of een item dat nog wordt nagekeken, waarvan `review_by` of `expires` voorbij is voordat het ooit
gepubliceerd werd, of waarvan de datum onder `publish` meer dan 30 dagen geleden is (`days`). Een concept dat
zijn datum nog maar net gemist heeft, meldt `missed-publish-date`. Hoelang niemand aan het bestand gewerkt
heeft, doet er niet toe: alleen de data in het item zelf tellen.

## Waarom dat telt

Een tekst die maanden heeft gewacht, klopt zelden nog: prijzen, voorbeelden en mensen zijn veranderd.
Intussen telt hij mee als concept, dus lijkt het alsof er aan die plek gewerkt wordt.

## Wat je eraan doet

Hak de knoop door. Loop de tekst na en publiceer hem, geef hem nieuwe data, zet hem terug op `status: idea` of
gooi hem weg.

## Waar dit op rust

Praktijk. Contentteams ruimen hun concepten af en toe op. Na hoeveel dagen is een vuistregel, dus dat is in te
stellen.
"""

_EXTRA = BASE["content/inpakmail.md"].replace("De inpaklijst voor drie weken", "De inpaklijst voor glaswerk")


def _example(key: str, date: str) -> dict[str, str]:
    extra = _EXTRA.replace("review_by: 2027-03-01\n", "")
    extra = extra.replace("channel: email\n", f"channel: email\nstatus: draft\n{key}: {date}\n")
    return {"content/inpakmail-glas.md": extra}


@rule(
    code="KR063",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "publish": Words(
            nl="dit concept zou op {date} gepubliceerd worden en is blijven liggen; maak het af of haal het "
            "weg",
            en="this draft was to be published on {date} and has been left lying; finish it or remove it",
        ),
        "review_by": Words(
            nl="dit concept had op {date} alweer nagekeken moeten zijn en is nooit gepubliceerd; maak het "
            "af of haal het weg",
            en="this draft was due for review by {date} and was never published; finish it or remove it",
        ),
        "expires": Words(
            nl="dit concept is op {date} verlopen en is nooit gepubliceerd; geef het een nieuwe datum of "
            "haal het weg",
            en="this draft expired on {date} and was never published; give it a new date or remove it",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "days",
            30,
            Words(
                nl="zoveel dagen na de publicatiedatum is een concept blijven liggen",
                en="so many days after its publication date a draft has been left lying",
            ),
        ),
    ),
    examples=Examples(
        good=_example("publish", "2026-09-01"),
        bad=_example("publish", "⟦2026-03-02⟧"),
    ),
)
def stale_draft(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the date that shows that a draft has been left lying."""
    for item in project.items:
        found = _passed(item, project.today, options["days"])
        if found is None:
            continue
        key, day = found
        yield Problem(
            path=item.path,
            span=item.span(key),
            variant=key,
            values={"date": day.isoformat()},
            subject=Subject(item=item.id, channel=item.channel),
        )


def _passed(item: Item, today: datetime.date, days: int) -> tuple[str, datetime.date] | None:
    """Return the key and the day that show that the draft is stale."""
    if not item.has_gone_stale_on(today, days) or item.early_date:
        return None
    for key, day in (("expires", item.expires), ("review_by", item.review_by)):
        if day is not None and day < today:
            return key, day
    return ("publish", item.publish) if item.publish else None
