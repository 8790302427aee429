"""A text that should bring an aha-moment has only half of it.

## What it finds

An item in a stage that emphasises delight and understanding, whose text brings one of the two: a happy
message that explains nothing, or an explanation without any joy. Confirmations, invoices, contracts,
notifications and surveys are left alone.

## Why it matters

An aha-moment is what makes a first customer stay: it works, and I see why. Applause alone is forgotten
tomorrow, and an explanation alone is homework.

## How to fix

Add the half that is missing. For understanding: say what the customer can do now, and why it works. For
delight: name the result that they can see or feel, and be glad with them.

## Where it comes from

Practice. In the customer value journey the aha-moment belongs to the stage right after the first purchase,
and it needs both halves.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.emphasis import speaks_of, stages_emphasising
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.cycle_project import CYCLE
from klantreis.text.hint import hints_at

MANUAL_NL = """
Een tekst die een aha-moment moet brengen, heeft maar de helft ervan.

## Wat deze regel vindt

Een item in een fase die enthousiasme en begrip allebei benadrukt, met een tekst die er maar één van brengt:
een vrolijk bericht dat niets uitlegt, of uitleg waar niemand blij van wordt. Bevestigingen, facturen,
contracten, meldingen en enquêtes tellen niet mee.

## Waarom dat telt

Door een aha-moment blijft een eerste klant: het werkt, en ik snap waarom. Alleen gejuich is morgen
vergeten, en alleen uitleg voelt als huiswerk.

## Wat je eraan doet

Voeg de helft toe die ontbreekt. Voor begrip: zeg wat de klant nu kan en waarom het werkt. Voor
enthousiasme: noem het resultaat dat hij ziet of voelt, en wees daar samen blij mee.

## Waar dit op rust

Praktijk. In de customer value journey hoort het aha-moment bij de fase vlak na de eerste aankoop, en het
heeft beide helften nodig.
"""

_BUSINESS = frozenset(("confirmation", "invoice", "contract", "notification", "survey"))

_TITLE = "De eerste week in je nieuwe huis"
_AT_HOME = "Met deze volgorde voelt het na een week als thuis en"
_WEEK = CYCLE["content/eerste-week.md"]


@rule(
    code="KR095",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages={
        "understanding": Words(
            nl="deze tekst is blij, maar legt niets uit; in fase '{stage}' moet de klant ook zien waarom "
            "het werkt",
            en="this text is happy but explains nothing; in stage '{stage}' the customer should also see "
            "why it works",
        ),
        "delight": Words(
            nl="deze tekst legt uit, maar viert niets; in fase '{stage}' mag de klant ook blij zijn met "
            "wat er lukt",
            en="this text explains but celebrates nothing; in stage '{stage}' the customer may also be "
            "glad of what works",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=CYCLE,
        bad={
            **CYCLE,
            "content/eerste-week.md": _WEEK.replace(_TITLE, f"⟦{_TITLE}⟧").replace(
                _AT_HOME, "Door deze volgorde"
            ),
        },
    ),
)
def missing_aha(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the title of each item that brings one half of an aha-moment."""
    wanted = stages_emphasising(project.journeys, "delight", "understanding")
    for item, message, journey, stage in project.judged_in(wanted):
        half = _missing_half(item, message, project)
        if half is None:
            continue
        yield Problem(
            path=item.path,
            span=title_place(item),
            variant=half,
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )


def _missing_half(item: Item, message: Message, project: Project) -> str | None:
    delights = speaks_of(message, "delight")
    explains = speaks_of(message, "understanding", "explanation") or _gives_a_reason(item, message, project)
    if delights == explains or item.format in _BUSINESS:
        return None
    return "understanding" if delights else "delight"


def _gives_a_reason(item: Item, message: Message, project: Project) -> bool:
    body = project.texts.get(item.path, "").split("\n", item.body_line - 1)[-1]
    return hints_at("understanding", body, message.language)
