"""A published item should have been reviewed before today.

## What it finds

A published item whose `review_by` has passed. On the day itself all is still well. A review date before the
publication is a slip, which `date-conflict` reports.

## Why it matters

Prices, laws and phone numbers change while the text stays. Until somebody has looked, the item no longer
counts as fresh content in the coverage.

## How to fix

Read the text over, correct what is no longer right and set a new `review_by`. Is nobody going to keep it up?
Give it an `expires` date, or take it off the site.

## Where it comes from

Practice. A review date for every text is the custom in content management.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een gepubliceerd item had al nagekeken moeten zijn.

## Wat deze regel vindt

Een gepubliceerd item waarvan `review_by` voorbij is. Op de dag zelf is er nog niets aan de hand. Een
nakijkdatum van vóór de publicatie is een vergissing, en die meldt `date-conflict`.

## Waarom dat telt

Prijzen, wetten en telefoonnummers veranderen terwijl de tekst blijft staan. Zolang niemand gekeken heeft,
telt het item in de dekking niet meer mee als actueel.

## Wat je eraan doet

Lees de tekst na, verbeter wat niet meer klopt en zet er een nieuwe `review_by` bij. Gaat niemand de tekst nog
bijhouden? Geef hem dan een datum onder `expires`, of haal hem van de site.

## Waar dit op rust

Praktijk. Een datum waarop iemand de tekst weer naloopt, hoort bij elk contentbeheer.
"""


@rule(
    code="KR043",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="dit item had uiterlijk {date} nagekeken moeten zijn; loop het na en zet er een nieuwe datum bij",
        en="this item was to be reviewed by {date}; read it over and set a new date",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/inpakmail.md", "review_by: 2027-03-01", "review_by: 2026-06-01"),
        bad=changed("content/inpakmail.md", "review_by: 2027-03-01", "review_by: ⟦2026-05-31⟧"),
    ),
)
def overdue_review(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the review date of each published item that is past it."""
    for item in project.published_items:
        if item.review_by is None or not item.is_overdue_on(project.today) or item.early_date:
            continue
        yield Problem(
            path=item.path,
            span=item.span("review_by"),
            values={"date": item.review_by.isoformat()},
            subject=Subject(item=item.id, channel=item.channel),
        )
