"""An item asks more of the reader than its stage bears.

## What it finds

A `cta` above the `cta_ceiling` of the stage. The asks, from weak to strong: read on, follow, subscribe,
download, come along, try, get in touch, ask for a quote, buy. A request for a review or a recommendation is
welcome in growth and advocacy, and early in any other phase. With several stages or journeys the lowest
ceiling counts.

When the front matter is in order, the text itself is read as well. An ask in the text above the ceiling is
a warning, because it is a guess. It must be an ask in so many words, such as a command or a button: who
explains how a checkout works, or what prices are made of, asks for nothing. A modest pointer at the end, up
to getting in touch, is allowed in every stage. A sale in a service message is reported as that alone.

## Why it matters

Whoever is asked to buy while still finding out what the matter is, says no, and remembers that. A smaller
step would have been taken.

## How to fix

Ask for the step that the stage bears: the message names it. Keep the larger step for a text in a later
stage and link to that. Does this text belong to a later stage after all? Change its `stage`.

## Where it comes from

Practice. Asking in proportion to what people have received is common ground in the five models; the customer
value journey builds it up in eight steps. The ceilings per stage are ours.
"""

from collections.abc import Iterator

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.commitment import misplaced_commitment
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.sale import sells_in_service
from klantreis.model.strain import Stages, overstrained
from klantreis.model.vocabulary import LADDER, is_stronger
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed
from klantreis.text.outright import may_be_too_strong, too_strong

MANUAL_NL = """
Een item vraagt meer van de lezer dan de fase verdraagt.

## Wat deze regel vindt

Een `cta` boven het `cta_ceiling` van de fase. De oproepen gaan van licht naar zwaar: verder lezen, volgen,
inschrijven, downloaden, meedoen, proberen, contact opnemen, een offerte vragen, kopen. Om een review of een
aanbeveling vragen past bij groei en aanbeveling, en komt in elke andere fase te vroeg. Heeft een item meer
fasen of klantreizen, dan telt de laagste grens.

Is de front matter in orde, dan kijkt de regel ook naar de tekst. Een oproep in de tekst die te zwaar is,
geeft een waarschuwing, omdat het een inschatting is. Het moet wel een oproep met zoveel woorden zijn, zoals
een opdracht of een knop: wie uitlegt hoe afrekenen werkt of waar een prijs uit bestaat, vraagt niets. Een
bescheiden verwijzing aan het eind, tot en met contact opnemen, mag in elke fase. Verkoopt een servicebericht,
dan wordt alleen dat gemeld.

## Waarom dat telt

Wie de vraag krijgt om te kopen terwijl hij nog uitzoekt wat er aan de hand is, zegt nee en onthoudt dat. Een
kleinere stap had hij wel gezet.

## Wat je eraan doet

Vraag de stap die bij de fase past; de melding noemt hem. Bewaar de grotere stap voor een tekst in een
latere fase en link daarheen. Hoort deze tekst toch bij een latere fase? Pas dan `stage` aan.

## Waar dit op rust

Praktijk. Niet meer vragen dan mensen al gekregen hebben, daarover zijn de vijf modellen het eens. De customer
value journey bouwt het in acht stappen op. De grenzen per fase zijn van ons.
"""

BESIDE = frozenset(("review", "refer"))
"""The asks beside the ladder, and the phases in which they are welcome."""
WELCOME = frozenset(("growth", "advocacy"))

_STAGE = Words(
    nl="in fase '{stage}' van klantreis '{journey}'", en="in stage '{stage}' of journey '{journey}'"
)


@rule(
    code="KR040",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl=f"'{{ask}}' vraagt te veel {_STAGE.nl}; vraag hoogstens '{{ceiling}}'",
            en=f"'{{ask}}' asks too much {_STAGE.en}; ask at most '{{ceiling}}'",
        ),
        "early": Words(
            nl=f"'{{ask}}' komt te vroeg {_STAGE.nl}; vraag hoogstens '{{ceiling}}', en dit pas als de "
            f"klant tevreden is",
            en=f"'{{ask}}' comes too early {_STAGE.en}; ask at most '{{ceiling}}', and this only of a "
            f"happy customer",
        ),
        "text": Words(
            nl=f"hier vraagt de tekst om '{{ask}}', te veel {_STAGE.nl}; vraag hoogstens '{{ceiling}}'",
            en=f"here the text asks for '{{ask}}', too much {_STAGE.en}; ask at most '{{ceiling}}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/hoeveel-dozen.md", "cta: read", "cta: subscribe"),
        bad=changed("content/hoeveel-dozen.md", "cta: read", "cta: ⟦quote⟧"),
    ),
)
def call_to_action_too_strong(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each item whose declared ask, or else its text, goes beyond its strictest stage."""
    for placed, items in project.current_groups.items():
        if placed.lowest_ceiling is not None:
            for item in items:
                # An item in the wrong stage is one fault, and is said there.
                if not misplaced_commitment(item, placed.stages):
                    yield from _asking(item, project, placed.stages, placed.lowest_ceiling)


def _asking(
    item: Item, project: Project, stages: Stages, lowest: tuple[Journey, Stage, str]
) -> Iterator[Problem]:
    declared = _declared(item, stages, *lowest)
    if declared is not None:
        yield declared
    elif item.message is not None and may_be_too_strong(item.message, lowest[2]) and item.has_text:
        yield from _found(item, item.message, project, *lowest)


def _declared(item: Item, stages: Stages, journey: Journey, stage: Stage, ceiling: str) -> Problem | None:
    if item.cta in BESIDE:
        early = next((pair for pair in stages if not _welcomes(pair[1], item.cta or "")), None)
        return _at_mark(item, *early, "early") if early else None
    if item.cta is None or not is_stronger(item.cta, ceiling):
        return None
    return _at_mark(item, journey, stage, "")


def _welcomes(stage: Stage, ask: str) -> bool:
    return ask in stage.ceilings or not WELCOME.isdisjoint(stage.phases)


def _at_mark(item: Item, journey: Journey, stage: Stage, variant: str) -> Problem:
    return Problem(
        path=item.path,
        span=item.span("cta"),
        variant=variant,
        values={"ask": item.cta or "", "stage": stage.id, "journey": journey.id, "ceiling": stage.ceiling},
        subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
    )


def _found(
    item: Item, message: Message, project: Project, journey: Journey, stage: Stage, ceiling: str
) -> Iterator[Problem]:
    """Yield a problem at the strongest ask in the text, where it is too strong."""
    strong = too_strong(message, project.texts.get(item.path, ""), project.brand, ceiling)
    if not strong:
        return
    ask = max(strong, key=lambda ask: LADDER.index(ask.ask))
    if overstrained(item, project.stages_of(item)) and any(p.at == ask.at for p in message.evidence):
        return  # The same sentence is marked already, as one that sells too hard.
    if sells_in_service(item, message):
        return  # So it is as a sale in a service message.
    yield Problem(
        path=item.path,
        span=ask.span,
        variant="text",
        values={
            "ask": ask.ask,
            "stage": stage.id,
            "journey": journey.id,
            "ceiling": ceiling,
        },
        subject=Subject(
            item=item.id, journey=journey.id, stage=stage.id, channel=item.channel, detail="text"
        ),
        severity=Severity.WARNING,
        evidence=(Evidence(ask.span, "call-to-action"),),
    )
