"""An item says upsell and does a cross-sell, or the other way round.

## What it finds

An item with `offer: upsell` whose text only offers something beside what the customer has (goes well with,
customers also bought, accessories), or one with `offer: cross-sell` whose text only offers a larger or
better version of it (upgrade, a bigger plan, the deluxe version). A text with signs of both, or of neither,
is left alone.

## Why it matters

The two are different requests. More of the same asks whether somebody has outgrown it; something beside it
asks what else they do. Whoever counts what works, counts the wrong thing.

## How to fix

Change `offer` to what the text does, or change the text to what you meant to offer.

## Where it comes from

Practice. The customer value journey tells the two apart, in the stage where customers move up.
"""

from collections.abc import Iterator
from typing import Final

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.cycle_project import CYCLE
from klantreis.text.prose import finds, said_in, saying

MANUAL_NL = """
Een item zegt upsell en doet een cross-sell, of andersom.

## Wat deze regel vindt

Een item met `offer: upsell` waarvan de tekst alleen iets aanbiedt naast wat de klant al heeft (past goed
bij, anderen kochten ook, accessoires). Of een item met `offer: cross-sell` waarvan de tekst alleen een
grotere of betere versie aanbiedt (upgrade, een groter pakket, de luxe uitvoering). Een tekst met tekenen
van allebei, of van geen van beide, blijft buiten beschouwing.

## Waarom dat telt

Het zijn twee verschillende vragen. Meer van hetzelfde vraagt of iemand eruit gegroeid is, iets ernaast
vraagt wat iemand nog meer doet. Wie telt wat werkt, telt anders het verkeerde.

## Wat je eraan doet

Pas `offer` aan op wat de tekst doet, of pas de tekst aan op wat je wilde aanbieden.

## Waar dit op rust

Praktijk. De customer value journey houdt de twee uit elkaar, in de fase waarin klanten een stap hoger gaan.
"""

_OTHER: Final = {"upsell": "cross-sell", "cross-sell": "upsell"}
_TURNS: Final = {"upsell": "bigger", "cross-sell": "beside"}

_OLD = "Voor 95 euro komt een van de twee een middag terug."
_BESIDE = "⟦Bij je nieuwe gang past goed een kapstok, en anderen kochten ook een schoenenrek.⟧"
_PATH = "content/uitpakhulp.md"


def _helping(offer: str, text: str) -> dict[str, str]:
    mail = CYCLE[_PATH].replace("offer: cross-sell", f"offer: {offer}").replace(_OLD, f"{text} {_OLD}")
    return {**CYCLE, _PATH: mail}


@rule(
    code="KR104",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages={
        "upsell": Words(
            nl="dit item zegt upsell, maar hier biedt de tekst iets aan naast wat de klant heeft; maak er "
            "cross-sell van of pas de tekst aan",
            en="this item says upsell, but here the text offers something beside what the customer has; "
            "make it cross-sell or change the text",
        ),
        "cross-sell": Words(
            nl="dit item zegt cross-sell, maar hier biedt de tekst meer van hetzelfde aan; maak er upsell "
            "van of pas de tekst aan",
            en="this item says cross-sell, but here the text offers more of the same; make it upsell or "
            "change the text",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_helping("cross-sell", _BESIDE.strip("⟦⟧")),
        bad=_helping("upsell", _BESIDE),
    ),
)
def upsell_or_cross_sell(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the first sentence that does the other thing than the item says, and only that."""
    for item, message in project.judged:
        if item.offer not in _OTHER:
            continue
        places = _other_places(item, message, project)
        if places:
            yield Problem(
                path=item.path,
                span=places[0],
                variant=item.offer,
                subject=Subject(item=item.id, channel=item.channel),
                evidence=tuple(Evidence(span, _OTHER[item.offer]) for span in places),
            )


def _other_places(item: Item, message: Message, project: Project) -> tuple[Span, ...]:
    """Return where the text does the other thing; nothing when it also does what the item says."""
    said, meant = item.offer or "", _OTHER[item.offer or ""]
    heads = [saying(item.title), saying(item.subject or "")]
    spoken = tuple(said_in(item, project.texts))
    language = message.language
    if any(finds(_TURNS[said], language, words) for words in (*heads, *(s.words for s in spoken))):
        return ()
    return tuple(s.span for s in spoken if finds(_TURNS[meant], language, s.words))
