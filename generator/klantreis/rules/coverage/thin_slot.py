"""A touchpoint has fewer published items than it asks for.

## What it finds

A touchpoint with a `min`, where something fresh is published for the persona but less than that number. Where
nothing is published, `uncovered-touchpoint` reports it instead.

## Why it matters

You set a `min` because one text does not do the whole job there, for instance where customers compare before
they choose.

## How to fix

Add items for this touchpoint, or lower `min` if fewer will do.

## Where it comes from

House opinion. How many texts are enough differs from place to place, so the number is yours and this is a
hint.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een contactmoment heeft minder gepubliceerde items dan het vraagt.

## Wat deze regel vindt

Een contactmoment met een `min`, waar wel iets actueels gepubliceerd is voor de persona, maar minder dan dat
aantal. Is er niets gepubliceerd, dan meldt `uncovered-touchpoint` dat.

## Waarom dat telt

Je hebt een `min` ingevuld omdat één tekst daar niet genoeg doet, bijvoorbeeld waar klanten vergelijken
voordat ze kiezen.

## Wat je eraan doet

Maak meer items voor dit contactmoment, of verlaag `min` als het met minder kan.

## Waar dit op rust

Eigen keuze. Hoeveel teksten genoeg zijn, verschilt per plek. Het aantal bepaal je daarom zelf, en dit is een
tip.
"""

_NEED = "        wait: 2 dagen\n        need: must\n"


@rule(
    code="KR035",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="persona '{persona}' vindt bij contactmoment '{touchpoint}' {published} van de {minimum} "
        "gevraagde items; "
        "vul het aan of verlaag min",
        en="persona '{persona}' finds {published} of the {minimum} items asked for at touchpoint "
        "'{touchpoint}'; "
        "add some or lower min",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("journeys/verhuizen.yaml", _NEED, f"{_NEED}        min: 1\n"),
        bad={
            "journeys/verhuizen.yaml": changed("journeys/verhuizen.yaml", _NEED, f"{_NEED}        min: 2\n")[
                "journeys/verhuizen.yaml"
            ].replace("- id: inpakmail", "- id: ⟦inpakmail⟧")
        },
    ),
)
def thin_slot(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each slot that has something, but less than it asks for."""
    for slot in project.slots:
        if slot.state == "thin" and slot.id.touchpoint is not None:
            yield Problem(
                path=slot.place.path,
                span=slot.place.span,
                values={
                    "persona": slot.id.persona,
                    "touchpoint": slot.id.touchpoint,
                    "published": slot.published,
                    "minimum": slot.minimum,
                },
                subject=Subject.of_slot(slot),
            )
