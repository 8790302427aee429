"""An item says that it helps or informs, and sells.

## What it finds

An item with `intent: inspire`, `inform`, `help` or `service` whose text reads as selling: a push score
above `push`. Where the item or its text also asks for a quote or an order, half of that is enough, unless
the intent is to inform. Help for customers must really offer something before it counts. Where the stage
already bears less than the text pushes, or selling is not welcome at the touchpoint, only that is reported:
the intent is then not what is wrong.

## Why it matters

The intent decides what a text is counted as: how often people hear an offer, how much help stands against
it. A sales text under another name spoils that balance, and readers who came for help feel tricked.

## How to fix

Write `intent: sell` when the text may sell here. Or take out the sentences that are marked, and help.

## Where it comes from

House opinion. That what a text does must match what it says it does follows from counting give against ask;
the border was found on labelled texts.
"""

from collections.abc import Iterator
from typing import Final

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.message import SELLING, Message
from klantreis.model.project import Project
from klantreis.model.strain import Stages, overstrained
from klantreis.model.vocabulary import INTENTS, is_stronger
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE
from klantreis.text.outright import too_strong

MANUAL_NL = """
Een item zegt te helpen of te informeren, en verkoopt.

## Wat deze regel vindt

Een item met `intent: inspire`, `inform`, `help` of `service` waarvan de tekst verkoopt: een verkoopdruk
boven `push`. Vraagt het item of de tekst ook om een offerte of een bestelling, dan is de helft genoeg,
behalve bij informeren. Hulp aan klanten telt pas als er echt iets wordt aangeboden. Verdraagt de fase al
minder dan de tekst duwt, of is verkopen bij het contactmoment niet welkom, dan meldt klantreis alleen dat:
dan is niet de intent het probleem.

## Waarom dat telt

De intent bepaalt waarvoor een tekst meetelt: hoe vaak mensen een aanbod krijgen, en hoeveel hulp daar
tegenover staat. Een verkooptekst onder een andere naam verstoort dat evenwicht, en wie voor hulp kwam voelt
zich bedot.

## Wat je eraan doet

Schrijf `intent: sell` als de tekst hier mag verkopen. Of haal de gemarkeerde zinnen eruit en help.

## Waar dit op rust

Eigen keuze. Wie geven en vragen tegen elkaar afweegt, moet ervan op aan kunnen dat een tekst doet wat hij
zegt. De grens is gevonden op gelabelde teksten.
"""

_GIVING: Final = frozenset(("inspire", "inform", "help", "service"))
_OFFERING: Final = frozenset(("try", "quote", "buy"))
_FEWEST_WORDS: Final = 20
"""In a shorter text one phrase may make all of the score."""
_SALE: Final = frozenset(("quote", "buy"))

_PRICE = "Met het Tilpakket van Trapop verhuis je binnen de stad voor 480 euro."


@rule(
    code="KR111",
    severity=Severity.WARNING,
    basis="house opinion",
    local=True,
    messages=Words(
        nl="dit item zegt '{intent}', maar de tekst verkoopt (verkoopdruk {score}); schrijf 'sell', of "
        "begin met deze zin weg te halen",
        en="this item says '{intent}', but the text sells (a score of {score}); write 'sell', or begin by "
        "taking out this sentence",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "push",
            2 * SELLING,
            Words(
                nl="Boven deze verkoopdruk, van 0 tot 100, verkoopt een tekst",
                en="Above this push score, from 0 to 100, a text sells",
            ),
        ),
    ),
    examples=Examples(
        good={"content/verhuisvoorstel.md": BASE["content/verhuisvoorstel.md"]},
        bad={
            "content/verhuisvoorstel.md": BASE["content/verhuisvoorstel.md"]
            .replace("intent: sell", "intent: help")
            .replace(_PRICE, f"⟦{_PRICE}⟧")
        },
    ),
)
def intent_mismatch(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the sentence that sells most in each item that says it does something else."""
    for item in project.current_items:
        message = item.message
        if item.intent not in _GIVING or message is None or not message.evidence or not item.has_text:
            continue
        if message.words < _FEWEST_WORDS or (message.push or 0) <= _border(item, message, options):
            continue
        stages = project.stages_of(item)
        if not stages or overstrained(item, stages) or _is_unwelcome(item, project):
            continue
        if _is_for_customers(stages) and not _offers(item, message):
            continue
        if _is_said_already(item, message, project, options["push"]):
            continue
        journey, stage = stages[0]
        yield Problem(
            path=item.path,
            span=message.evidence[0].span,
            values={
                "intent": Words.same(item.spelled.get("intent") or INTENTS[item.intent].id),
                "score": message.push or 0,
            },
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            score=message.push,
            evidence=tuple(Evidence(passage.span, passage.facet) for passage in message.evidence),
        )


def _border(item: Item, message: Message, options: Options) -> int:
    """Return the push score above which a text sells, whatever its item says."""
    border: int = options["push"]
    asks = {item.cta, *(ask.ask for ask in message.asks if not ask.closing)}
    return border // 2 if item.intent != "inform" and not _SALE.isdisjoint(asks) else border


def _is_for_customers(stages: Stages) -> bool:
    return all(stage.phases == ("use",) for _, stage in stages)


def _offers(item: Item, message: Message) -> bool:
    """Say whether an offer is made: whoever only helps customers speaks of itself as well."""
    asks = {item.cta, *(ask.ask for ask in message.asks)}
    return bool(message.strength("offer").points) or not _OFFERING.isdisjoint(asks)


def _is_said_already(item: Item, message: Message, project: Project, border: int) -> bool:
    """Say whether what makes the text sell is reported for asking too much.

    That is the sentence that sells most, or the one for which half of the `border` is enough.
    """
    bearing = project.placed[item.path].lowest_ceiling
    if bearing is None or is_stronger(item.cta or "", bearing[2]):
        return False
    strong = too_strong(message, project.texts.get(item.path, ""), project.brand, bearing[2])
    is_least = (message.push or 0) <= border and any(ask.ask in _SALE for ask in strong)
    return is_least or any(ask.at == message.evidence[0].at for ask in strong)


def _is_unwelcome(item: Item, project: Project) -> bool:
    """Say whether an item is a service message, or stands at a moment that is not for selling."""
    moments = project.moments.get(item.path, ())
    return item.message_type == "service" or any(m.touchpoint and not m.touchpoint.sale for m in moments)
