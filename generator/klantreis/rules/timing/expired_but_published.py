"""An item has expired, and its status still says that it is published.

## What it finds

An item with status `published` (also when no status is written) whose `expires` has passed. On the day itself
it is still valid. `phantom-coverage` keeps silent about the place that only this item covered: this finding
says it all.

## Why it matters

After that day the text is no longer true: the campaign is over, the price has gone up, the law has changed.
Readers who still find it act on it, and may hold you to it.

## How to fix

Take the item off the site and set `status: expired`, or bring it up to date and give it a new date.

## Where it comes from

Practice. The file contradicts itself, which is certain, so it is an error.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item is verlopen, maar volgens de status is het nog gepubliceerd.

## Wat deze regel vindt

Een item met status `published` (ook als er geen status staat) waarvan de datum onder `expires` voorbij is. Op
de dag zelf geldt het nog. `phantom-coverage` zwijgt over de plek die alleen door dit item gedekt werd: deze
bevinding zegt genoeg.

## Waarom dat telt

Na die dag klopt de tekst niet meer: de actie is afgelopen, de prijs is verhoogd, de wet is veranderd. Wie hem
dan nog vindt, gaat ervan uit dat het klopt en kan je eraan houden.

## Wat je eraan doet

Haal het item van de site en zet er `status: expired` bij, of werk het bij en geef het een nieuwe datum.

## Waar dit op rust

Praktijk. Het bestand spreekt zichzelf tegen. Dat is zeker, dus het is een fout.
"""


@rule(
    code="KR064",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=Words(
        nl="dit item is op {date} verlopen en staat nog als gepubliceerd; zet er 'status: expired' bij of "
        "werk het bij",
        en="this item expired on {date} and still counts as published; set 'status: expired' or bring it up "
        "to date",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/inpakmail.md", "review_by: 2027-03-01", "expires: 2026-06-01"),
        bad=changed("content/inpakmail.md", "review_by: 2027-03-01", "expires: ⟦2026-05-31⟧"),
    ),
)
def expired_but_published(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the end date of each published item that is past it."""
    for item in project.items:
        if item.status != "published" or item.expires is None or item.early_date:
            continue
        if item.expires < project.today:
            yield Problem(
                path=item.path,
                span=item.span("expires"),
                values={"date": item.expires.isoformat()},
                subject=Subject(item=item.id, channel=item.channel),
            )
