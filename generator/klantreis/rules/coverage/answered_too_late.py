"""A question is first answered in a later stage than the one in which it is asked.

## What it finds

A question whose earliest published answer stands in a stage after the one in which the persona asks it.
Stages that may run at the same time do not count as later. Items that are expired or past their review date
do not count as an answer here.

## Why it matters

Whoever asks now does not wait until the next stage. The answer is there, but the customer who needs it has
not come that far and may never do so.

## How to fix

Answer the question in the stage where it comes up, in a few sentences if need be, and link to the longer
text. Or does the answer fit well where it stands? Then the question belongs to that stage in the persona
file.

## Where it comes from

Practice. The model of the ideal journey wants the answer to be there before the question is asked.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.slot import Wish
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een vraag krijgt pas antwoord in een latere fase dan die waarin ze opkomt.

## Wat deze regel vindt

Een vraag waarvan het eerste gepubliceerde antwoord in een latere fase staat dan die waarin de persona haar
stelt. Fasen die tegelijk mogen lopen, tellen niet als later. Een item dat verlopen is of te laat nagekeken
wordt, telt hier niet als antwoord.

## Waarom dat telt

Wie nu iets vraagt, wacht niet tot de volgende fase. Het antwoord is er wel, maar de klant die het nodig heeft
is nog niet zo ver, en komt er misschien nooit.

## Wat je eraan doet

Geef het antwoord in de fase waarin de vraag opkomt, desnoods in een paar zinnen, en link naar de langere
tekst. Staat het antwoord juist goed waar het staat? Dan hoort de vraag in het personabestand bij die fase.

## Waar dit op rust

Praktijk. Het model van de ideale klantreis wil dat het antwoord er is voordat de vraag gesteld wordt.
"""


@rule(
    code="KR033",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="persona '{persona}' stelt vraag '{question}' al in fase '{stage}', maar '{item}' antwoordt "
        "pas in fase "
        "'{later}'; geef het antwoord eerder",
        en="persona '{persona}' asks '{question}' in stage '{stage}' already, but '{item}' answers it "
        "only in "
        "stage '{later}'; give the answer earlier",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/hoeveel-dozen.md", "[hoeveel-dozen]", "[hoeveel-dozen, zelf-of-verhuizer]"),
        bad=changed("content/zelf-of-verhuizer.md", "answers: [zelf-of-verhuizer]\n", "")
        | changed("content/verhuisvoorstel.md", "[wat-kost-het]", "[wat-kost-het, zelf-of-verhuizer]")
        | changed("personas/huurder.md", "- id: zelf-of-verhuizer", "- id: ⟦zelf-of-verhuizer⟧"),
    ),
)
def answered_too_late(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each question that is answered too late in a journey, once for each question."""
    seen = set()
    for wish in project.wishes:
        if wish.kind != "question" or wish.place in seen or not _is_late(wish, project):
            continue
        seen.add(wish.place)
        yield Problem(
            path=wish.place.path,
            span=wish.place.span,
            values={
                "persona": wish.persona,
                "question": wish.id,
                "stage": wish.last_stage or "",
                "item": _first_answer(wish, project),
                "later": wish.served_in or "",
            },
            subject=Subject(journey=wish.journey, persona=wish.persona, stage=wish.stage, detail=wish.id),
        )


def _is_late(wish: Wish, project: Project) -> bool:
    if wish.served_in is None or wish.last_stage is None:
        return False
    journey = project.journey_by_id[wish.journey]
    if journey.position(wish.served_in) <= journey.position(wish.last_stage):
        return False
    return not journey.run_together(wish.last_stage, wish.served_in) and not project.doubt.may_meet(wish)


def _first_answer(wish: Wish, project: Project) -> str:
    """Return the id of the fresh item that answers in the earliest stage."""
    for id in wish.items:
        item = project.item_by_id[id]
        slots = (placement.slot for placement in project.places_of(item))
        here = any(
            (s.journey, s.persona, s.stage) == (wish.journey, wish.persona, wish.served_in) for s in slots
        )
        if here and item.is_fresh_on(project.today):
            return id
    return ""
