"""A stage has no touchpoints while most stages of the journey have.

## What it finds

A stage without touchpoints, in a journey where more than half of the stages have some. A journey that lists
hardly any or none is a sketch by choice, and says so nowhere. A stage with `exempt` is left alone.

## Why it matters

Where the touchpoints are worked out, a stage without them looks finished and is not: any one item fills it,
wherever the customer may be.

## How to fix

Write down where the customer meets you in this stage. Is there truly nothing to meet? Give the stage
`exempt` with the reason.

## Where it comes from

Practice. A journey map shows the moments of every stage; the stage without any is where customers are lost.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey, Stage
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Een fase heeft geen contactmomenten, terwijl de meeste fasen van de klantreis die wel hebben.

## Wat deze regel vindt

Een fase zonder contactmomenten, in een klantreis waarin meer dan de helft van de fasen er wel heeft. Een
klantreis met bijna geen of helemaal geen contactmomenten is een bewuste schets, en daar zegt deze regel
niets over. Een fase met `exempt` blijft ook buiten beschouwing.

## Waarom dat telt

Zijn de contactmomenten uitgewerkt, dan lijkt een fase zonder ook af. Dat is ze niet: elk los item vult
haar, waar de klant ook is.

## Wat je eraan doet

Schrijf op waar de klant je in deze fase tegenkomt. Is er echt niets? Geef de fase dan `exempt`, met de
reden.

## Waar dit op rust

Praktijk. Een uitgewerkte klantreis laat van elke fase de momenten zien. Juist in de fase zonder momenten
raak je klanten kwijt.
"""

_HEAD, _LAST = BASE["journeys/verhuizen.yaml"].split("  advocate:\n")


@rule(
    code="KR057",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="fase '{stage}' van klantreis '{journey}' heeft geen contactmomenten; "
        "schrijf op waar de klant je in deze fase tegenkomt",
        en="stage '{stage}' of journey '{journey}' has no touchpoints; "
        "write down where the customer meets you in this stage",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={
            "journeys/verhuizen.yaml": f"{_HEAD}  advocate:\n    exempt:\n"
            "      reason: Wie tevreden is, bellen we zelf.\n      owner: noor\n"
        },
        bad={"journeys/verhuizen.yaml": f"{_HEAD}  ⟦advocate⟧:\n    duration: drie weken\n"},
    ),
)
def stage_without_touchpoints(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each stage without touchpoints in a journey that is worked out."""
    for journey in project.journeys:
        if journey.place.path not in project.spoilt.half_read:
            yield from (_problem(journey, stage) for stage in journey.bare_stages)


def _problem(journey: Journey, stage: Stage) -> Problem:
    return Problem(
        path=stage.place.path,
        span=stage.place.span,
        values={"stage": stage.id, "journey": journey.id},
        subject=Subject(journey=journey.id, stage=stage.id),
    )
