"""In a stage where people act, no text puts an offer on the table.

## What it finds

A stage that emphasises the offer, whose published items together make none for a persona: no price, nothing
to get, nothing to try, order or take part in. What cannot be judged, such as a text of a few words, gives
the benefit of the doubt.

## Why it matters

Somebody who wants to act must be able to see what they get and what for. Without an offer the next step is
a guess.

## How to fix

Say in one of the items of this stage what people get, what they pay or give for it, and what is included.
In a first small step that may be an hour of their time, or a trial.

## Where it comes from

Practice. In the five A's the action stage is where the offer belongs; the customer value journey and the
ideal journey say the same of theirs.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.audience import shortfalls, stands_in
from klantreis.model.emphasis import StageKeys, speaks_of, stages_emphasising
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, fallen_short, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
In een fase waarin mensen in actie komen, ligt er in geen enkele tekst een aanbod.

## Wat deze regel vindt

Een fase die het aanbod benadrukt, waarin de gepubliceerde items samen voor een persona niets aanbieden:
geen prijs, niets om te krijgen, niets om te proberen, te bestellen of aan mee te doen. Wat niet te
beoordelen valt, zoals een tekst van een paar woorden, krijgt het voordeel van de twijfel.

## Waarom dat telt

Wie in actie wil komen, moet kunnen zien wat hij krijgt en waarvoor. Zonder aanbod is de volgende stap een
gok.

## Wat je eraan doet

Zeg in een van de items van deze fase wat mensen krijgen, wat ze ervoor betalen of geven en wat erbij zit.
Bij een eerste kleine stap kan dat een uur van hun tijd zijn, of iets op proef.

## Waar dit op rust

Praktijk. In de vijf A's hoort het aanbod in de actiefase. De customer value journey en de ideale klantreis
zeggen hetzelfde van die van hen.
"""

_TAKING = frozenset(("attend", "try", "buy"))

_TEXT = """\
---
title: Een voorstel van Trapop
stage: action
persona: [huurder]
channel: website
format: offer
intent: sell
cta: quote
next: [eerste-week]
owner: noor
---

Voordat je een voorstel krijgt, komt er iemand naar je trap kijken. Die telt de dozen, meet de kast en vraagt
waar de bus mag staan. Dat duurt een kwartier. Daarna weet je wie er komen en hoe laat ze beginnen.

Hoe het na de verhuisdag verdergaat, lees je in [de eerste week in je nieuwe huis](eerste-week.md). Vragen?
Bel Noor op 026 555 01 23.
"""


@rule(
    code="KR093",
    severity=Severity.INFO,
    basis="practice",
    sees=lambda project, item: stands_in(project, item, _wanted(project)) and _offers(item),
    messages=Words(
        nl="in fase '{stage}' van klantreis '{journey}' doet geen enkele tekst een aanbod (persona's: "
        "{personas}); zeg ergens wat mensen krijgen en waarvoor",
        en="in stage '{stage}' of journey '{journey}' no text makes an offer (personas: {personas}); say "
        "somewhere what people get and what for",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/verhuisvoorstel.md": BASE["content/verhuisvoorstel.md"]},
        bad={"content/verhuisvoorstel.md": _TEXT}
        | changed("journeys/verhuizen.yaml", "  action:\n", "  ⟦action⟧:\n"),
    ),
)
def missing_offer(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each stage in which people find nothing on offer."""
    for shortfall in shortfalls(project, _wanted(project), {"offer": _offers}):
        yield fallen_short(shortfall)


def _wanted(project: Project) -> StageKeys:
    return stages_emphasising(project.journeys, "offer")


def _offers(item: Item) -> bool:
    message = item.message
    if message is None or any(ask.ask in _TAKING for ask in message.asks):
        return True
    return speaks_of(message, "offer", "price", "accessible-price")
