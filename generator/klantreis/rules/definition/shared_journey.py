"""One journey is drawn for personas that differ.

## What it finds

A journey with two or more personas of which one is a consumer and another a business, or that have no
channel in common. In a journey that extends the customer value journey every second persona is reported, as
a warning, because that model gives each persona a journey of its own.

## Why it matters

A journey says what the customer thinks, asks and comes across. For people who differ that holds for nobody,
and the content for it speaks to an average that does not exist.

## How to fix

Give each its own journey. It may extend the shared one and change only what differs.

## Where it comes from

House opinion. The customer value journey asks for a journey per persona; other models leave it open.
"""

from collections.abc import Iterator
from itertools import pairwise

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey
from klantreis.model.persona import Persona
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Eén klantreis is getekend voor persona's die van elkaar verschillen.

## Wat deze regel vindt

Een klantreis met twee of meer persona's waarvan de ene consument is en de andere zakelijk, of die geen
enkel kanaal delen. In een klantreis die de customer value journey volgt, meldt deze regel elke tweede
persona, als waarschuwing. Dat model geeft namelijk elke persona een eigen reis.

## Waarom dat telt

Een klantreis beschrijft wat de klant denkt, vraagt en tegenkomt. Voor mensen die verschillen klopt dat voor
geen van allen. De content spreekt dan een gemiddelde aan dat niet bestaat.

## Wat je eraan doet

Geef elke persona een eigen klantreis. Die mag de gedeelde uitbreiden en alleen veranderen wat anders is.

## Waar dit op rust

Eigen keuze. De customer value journey vraagt om een reis per persona, andere modellen laten het open.
"""

_SEGMENT = Words(nl="de een is consument, de ander een bedrijf", en="one is a consumer, the other a business")
_CHANNELS = Words(nl="ze delen geen enkel kanaal", en="they have no channel in common")

_OFFICE = """\
---
id: kantoor
name: Kantoor dat naar een ander pand gaat
segment: {segment}
channels: [email, website]
---

Bas de Wit (51) verhuist met twaalf collega's naar de overkant van de gracht. Op vrijdag staat alles
nog, op maandag moet iedereen weer kunnen werken.
"""


@rule(
    code="KR058",
    severity=Severity.INFO,
    basis="house opinion",
    messages={
        "": Words(
            nl="persona '{persona}' deelt klantreis '{journey}' met '{other}', terwijl ze verschillen: "
            "{difference}; geef elk een eigen klantreis",
            en="persona '{persona}' shares journey '{journey}' with '{other}' while they differ: "
            "{difference}; give each a journey of its own",
        ),
        "alone": Words(
            nl="persona '{persona}' deelt klantreis '{journey}' met '{other}'; "
            "in dit model heeft elke persona een eigen klantreis",
            en="persona '{persona}' shares journey '{journey}' with '{other}'; "
            "in this model every persona has a journey of its own",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"personas/kantoor.md": _OFFICE.format(segment="b2b")},
        bad={"personas/kantoor.md": _OFFICE.format(segment="b2b")}
        | changed("journeys/verhuizen.yaml", "personas: [huurder]", "personas: [huurder, ⟦kantoor⟧]"),
    ),
)
def shared_journey(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the first persona of each journey that should have had one of its own."""
    for journey in project.journeys:
        wants_one = journey.rules.get("shared-journey") is not None
        personas = [project.persona_by_id[id] for id in journey.persona_ids]
        for first, other in pairwise(personas):
            difference = _difference(first, other)
            if difference is not None or wants_one:
                yield _problem(journey, first, other, difference, wants_one)
                break


def _difference(one: Persona, other: Persona) -> Words | None:
    if one.segment and other.segment and one.segment != other.segment:
        return _SEGMENT
    if one.channels and other.channels and not set(one.channels) & set(other.channels):
        return _CHANNELS
    return None


def _problem(
    journey: Journey, first: Persona, other: Persona, difference: Words | None, is_alone: bool
) -> Problem:
    path, span = dict(journey.personas)[other.id]
    return Problem(
        path=path,
        span=span,
        variant="alone" if is_alone else "",
        values={
            "persona": other.id,
            "journey": journey.id,
            "other": first.id,
            "difference": difference or Words.same(""),
        },
        subject=Subject(journey=journey.id, detail=other.id),
    )
