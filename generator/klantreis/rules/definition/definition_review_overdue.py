"""A persona or journey should have been reviewed before today.

## What it finds

A persona or journey whose `review_by` has passed. On the day itself all is still well.

## Why it matters

All content is written for these people and these moments. When they are no longer right, every item, gap
and percentage rests on something that has passed.

## How to fix

Go over the definition with people who talk to customers, change what is no longer right, and set a new
`review_by`.

## Where it comes from

Practice. Personas and journeys go out of date as content does, so they have a review date of their own.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een persona of klantreis had al nagekeken moeten zijn.

## Wat deze regel vindt

Een persona of klantreis waarvan `review_by` voorbij is. Op de dag zelf is er nog niets aan de hand.

## Waarom dat telt

Alle content is geschreven voor deze mensen en deze momenten. Kloppen die niet meer, dan rust elk item, elk
gat en elk percentage op iets van vroeger.

## Wat je eraan doet

Loop de beschrijving na met mensen die klanten spreken, pas aan wat niet meer klopt en zet er een nieuwe
`review_by` bij.

## Waar dit op rust

Praktijk. Persona's en klantreizen verouderen net als content, en krijgen dus hun eigen datum.
"""


@rule(
    code="KR060",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "persona": Words(
            nl="persona '{word}' had uiterlijk {date} nagekeken moeten zijn; "
            "loop de beschrijving na en zet er een nieuwe datum bij",
            en="persona '{word}' was to be reviewed by {date}; go over it and set a new date",
        ),
        "journey": Words(
            nl="klantreis '{word}' had uiterlijk {date} nagekeken moeten zijn; "
            "loop de beschrijving na en zet er een nieuwe datum bij",
            en="journey '{word}' was to be reviewed by {date}; go over it and set a new date",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("personas/huurder.md", "review_by: 2027-06-01", "review_by: 2026-06-01"),
        bad=changed("personas/huurder.md", "review_by: 2027-06-01", "review_by: ⟦2026-05-31⟧"),
    ),
)
def definition_review_overdue(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the review date of each persona and journey that is past it."""
    for kind, definitions in (("persona", project.personas), ("journey", project.journeys)):
        for definition in definitions:
            if definition.review_by is None or definition.review_by >= project.today:
                continue
            path, span = definition.at("review_by")
            yield Problem(
                path=path,
                span=span,
                variant=kind,
                values={"word": definition.id, "date": definition.review_by.isoformat()},
                subject=Subject(**{kind: definition.id}),
            )
