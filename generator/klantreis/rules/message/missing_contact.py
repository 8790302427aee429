"""In a stage where people weigh their choice, they can ask nobody anything.

## What it finds

A stage of consideration that bears the call to get in touch, whose published items together give a persona
nobody to ask: no phone number, e-mail address, chat, shop, visit or event, and no words that invite to ask.
What cannot be judged gives the benefit of the doubt.

## Why it matters

Whoever is weighing options always has one question that no page answers. If they can put it to nobody, they
put it to a competitor.

## How to fix

Add one line to an item of this stage: who answers questions, where, and how fast. A name works better than
'us'.

## Where it comes from

Practice. In the five A's, whoever is considering wants to be able to ask somebody.
"""

from collections.abc import Iterator
from functools import partial

from klantreis.finding import Problem, Severity
from klantreis.model.audience import shortfalls, stands_in
from klantreis.model.emphasis import StageKeys
from klantreis.model.item import Item
from klantreis.model.journey import Stage
from klantreis.model.project import Project
from klantreis.model.vocabulary import is_stronger
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, fallen_short, rule
from klantreis.rules.base_project import BASE, changed
from klantreis.text.hint import gives_a_person

MANUAL_NL = """
In een fase waarin mensen afwegen, kunnen ze niemand iets vragen.

## Wat deze regel vindt

Een overwegingsfase die een oproep tot contact verdraagt, waarin de gepubliceerde items samen een persona
niemand geven om iets aan te vragen: geen telefoonnummer, mailadres, chat, winkel, bezoek of bijeenkomst, en
geen woorden die tot vragen uitnodigen. Wat niet te beoordelen valt, krijgt het voordeel van de twijfel.

## Waarom dat telt

Wie afweegt, heeft altijd één vraag die op geen enkele pagina staat. Kan hij die bij niemand kwijt, dan
stelt hij hem aan een concurrent.

## Wat je eraan doet

Zet in een item van deze fase één regel erbij: wie vragen beantwoordt, waar, en hoe snel. Een naam werkt
beter dan 'ons'.

## Waar dit op rust

Praktijk. In de vijf A's wil wie afweegt iemand iets kunnen vragen.
"""

_ASKING = frozenset(("contact", "quote"))
_PEOPLE = frozenset(("phone", "chat", "visit", "shop", "event", "webinar", "word-of-mouth"))

_ALONE = changed(
    "content/zelf-of-verhuizer.md",
    "Twijfel je? Bel Noor op 026 555 01 23, dan denkt ze met je mee. Of vraag eerst de\n",
    "Twijfel je? Lees dan eerst de\n",
)
_MAIL = changed(
    "content/inpakmail.md",
    "Kom je er met een meubelstuk niet uit? Antwoord op deze mail, dan leest Noor met je mee. Wil je\n",
    "Wil je\n",
)


@rule(
    code="KR094",
    severity=Severity.INFO,
    basis="practice",
    sees=lambda project, item: stands_in(project, item, _wanted(project)) and _can_be_asked(project, item),
    messages=Words(
        nl="in fase '{stage}' van klantreis '{journey}' kan de lezer niemand iets vragen (persona's: "
        "{personas}); zeg ergens wie vragen beantwoordt en waar",
        en="in stage '{stage}' of journey '{journey}' readers can ask nobody anything (personas: "
        "{personas}); say somewhere who answers questions, and where",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/zelf-of-verhuizer.md": BASE["content/zelf-of-verhuizer.md"]},
        bad=_ALONE | _MAIL | changed("journeys/verhuizen.yaml", "  consideration:\n", "  ⟦consideration⟧:\n"),
    ),
)
def missing_contact(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each stage of weighing in which nobody can be asked."""
    for shortfall in shortfalls(project, _wanted(project), {"contact": partial(_can_be_asked, project)}):
        yield fallen_short(shortfall)


def _wanted(project: Project) -> StageKeys:
    return frozenset((j.id, s.id) for j in project.journeys for s in j.stages if _wants_contact(s))


def _wants_contact(stage: Stage) -> bool:
    return "consideration" in stage.phases and not is_stronger("contact", stage.ceiling)


def _can_be_asked(project: Project, item: Item) -> bool:
    message = item.message
    if message is None or item.channel in _PEOPLE or any(ask.ask in _ASKING for ask in message.asks):
        return True
    if any(link.target.startswith(("mailto:", "tel:", "sms:")) for link in item.links):
        return True
    text = project.texts.get(item.path, "").split("\n---", 1)[-1]
    return not text or gives_a_person(text, message.language)
