"""A text about a deal never says what sets the offer apart.

## What it finds

An item in a stage that emphasises the difference, whose text speaks of your own offer or its price and
never says how it differs from others. In a stage before the decision only texts that name a product or
price of your own count. Left alone are comparisons, tools and call scripts, what records a deal, and what
helps or serves.

## Why it matters

Whoever is about to choose lays two proposals side by side. If neither says where it differs, the price
decides.

## How to fix

Name one or two differences that can be checked: a figure, a term, a promise. Say it without running down
the other.

## Where it comes from

Practice. In the model of suspect, prospect and lead, a text for leads makes clear how you differ from
competitors; the ideal customer journey asks for it when people consider.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.emphasis import speaks_of, stages_emphasising
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.journey import Stage
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een tekst over een aanbod zegt nergens wat dat aanbod anders maakt.

## Wat deze regel vindt

Een item in een fase die het onderscheid benadrukt, met een tekst over je eigen aanbod of de prijs ervan die
nergens zegt hoe dat van andere verschilt. In een fase vóór de beslissing tellen alleen teksten mee die een
eigen product of prijs noemen. Vergelijkingen, rekenhulpen en gespreksleidraden tellen niet mee, en ook niet
wat een afspraak vastlegt of wat helpt.

## Waarom dat telt

Wie gaat kiezen, legt twee voorstellen naast elkaar. Zegt geen van beide waarin het verschilt, dan beslist
de prijs.

## Wat je eraan doet

Noem een of twee verschillen die iemand kan nagaan: een cijfer, een termijn, een belofte. Doe het zonder de
ander af te kraken.

## Waar dit op rust

Praktijk. In het model van suspect, prospect en lead maakt een tekst voor leads duidelijk waarin je van
concurrenten verschilt. De ideale klantreis vraagt erom als mensen overwegen.
"""

_OWN = ("own-product", "offer", "price")
_NEUTRAL = frozenset(("guide", "faq", "checklist"))
_ELSEWHERE = frozenset(
    "comparison tool contract invoice confirmation notification invitation survey script".split()
)
"""Formats that compare ways rather than providers, that record a deal, or that no customer reads."""

_JOURNEY = changed(
    "journeys/verhuizen.yaml",
    "  action:\n",
    "  action:\n    message:\n      emphasise: {difference: Zeg waarin je verschilt., offer: Doe iets.}\n",
)
_APART = "Anders dan bij andere verhuizers komt er eerst iemand naar je trap kijken. Daardoor klopt de prijs."
_BARE = (
    BASE["content/verhuisvoorstel.md"]
    .replace(_APART, "Er komt eerst iemand naar je trap kijken.")
    .replace("Wat kost een verhuizing met Trapop?", "⟦Wat kost een verhuizing met Trapop?⟧")
)


@rule(
    code="KR092",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages=Words(
        nl="deze tekst zegt nergens waarin je aanbod van andere verschilt; noem in fase '{stage}' een of "
        "twee verschillen die de lezer kan nagaan",
        en="this text never says how your offer differs from others; name one or two differences in stage "
        "'{stage}' that the reader can check",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_JOURNEY,
        bad={**_JOURNEY, "content/verhuisvoorstel.md": _BARE},
    ),
)
def missing_difference(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the title of each item about an offer that could be anybody's."""
    wanted = stages_emphasising(project.journeys, "difference")
    for item, message, journey, stage in project.judged_in(wanted):
        if speaks_of(message, "difference") or not _is_about_a_deal(item, message, stage):
            continue
        yield Problem(
            path=item.path,
            span=title_place(item),
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )


def _is_about_a_deal(item: Item, message: Message, stage: Stage) -> bool:
    if item.format in _ELSEWHERE or item.intent in ("help", "service"):
        return False
    return "decision" in stage.phases or (item.format not in _NEUTRAL and speaks_of(message, *_OWN))
