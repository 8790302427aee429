"""A persona finds nothing published in a whole journey.

## What it finds

A persona that a journey names, while no published item serves that persona in any of its stages. The
finding stands at the persona in the journey. Empty stages, touchpoints and questions of that persona are
then not reported one by one.

## Why it matters

A persona on paper costs work and helps nobody. Whoever reads the overview believes that these customers are
taken care of, and they meet nothing that was written for them.

## How to fix

Write a first item for the persona, in the stage where the journey begins. Texts of another persona that
suit this one as well may name it under `also`. Does nobody write for this persona any more? Take it out of
the journey.

## Where it comes from

Practice. All five models start from a customer with questions of their own; the ideal journey says so most
plainly, with personas first and content after.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een persona vindt in een hele klantreis niets wat gepubliceerd is.

## Wat deze regel vindt

Een persona die in een klantreis staat, terwijl geen enkel gepubliceerd item in welke fase dan ook voor die
persona is. De bevinding staat bij de persona in de klantreis. Lege fasen, contactmomenten en vragen van die
persona worden dan niet meer stuk voor stuk gemeld.

## Waarom dat telt

Een persona die alleen op papier bestaat, kost werk en helpt niemand. Wie het overzicht leest, denkt dat er
voor deze klanten gezorgd is. In werkelijkheid komen ze niets tegen wat voor hen geschreven is.

## Wat je eraan doet

Schrijf een eerste item voor deze persona, in de fase waarin de reis begint. Past een tekst voor een ander
ook hier, noem deze persona daar dan onder `also`. Schrijft niemand meer voor deze persona, haal hem dan uit
de klantreis.

## Waar dit op rust

Praktijk. Alle vijf de modellen beginnen bij een klant met eigen vragen. De ideale klantreis zegt het het
duidelijkst: eerst de persona's, dan pas de content.
"""

_KOPER = """\
---
id: koper
name: Koper van een eerste huis
segment: b2c
channels: [blog, website, email, chat]
stages:
  attention:
    questions:
      - id: wanneer-de-sleutel
        ask: Wanneer krijg ik de sleutel?
---

Tom en Inge kochten hun eerste huis en wachten op de overdracht.
"""


@rule(
    code="KR027",
    severity=Severity.ERROR,
    basis="practice",
    messages=Words(
        nl="persona '{persona}' vindt in de hele klantreis '{journey}' niets wat gepubliceerd is; "
        "begin met een item voor fase '{stage}'",
        en="persona '{persona}' finds nothing published in the whole journey '{journey}'; "
        "begin with an item for stage '{stage}'",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/hoeveel-dozen.md": BASE["content/hoeveel-dozen.md"]},
        bad=changed("journeys/verhuizen.yaml", "personas: [huurder]", "personas: [huurder, ⟦koper⟧]")
        | {"personas/koper.md": _KOPER},
    ),
)
def uncovered_persona(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each persona of a journey that finds nothing there."""
    for gap in project.gaps.journeys:
        place = dict(reversed(project.journey_by_id[gap.journey].personas))[gap.persona]
        yield Problem(
            path=place.path,
            span=place.span,
            values={"persona": gap.persona, "journey": gap.journey, "stage": gap.first_stage},
            subject=Subject(journey=gap.journey, persona=gap.persona),
            severity=Severity.of_missing(gap.need),
        )
