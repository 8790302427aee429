"""A demanding ask on a channel where people scroll past or lean back.

## What it finds

An item that asks to try, to get in touch, to request a quote or to buy, on a channel with the attention
`passive` or `lean-back`. What the front matter says under `cta` counts; without it, the strongest ask that
the text makes. An ask that is too strong for the stage is reported there, and not here again. What
attention a channel gets stands under `[channels]` in the configuration, where you can change it. With
`weakest` you say from which ask on it counts.

## Why it matters

People on a search engine have come for something and can act. People who scroll or watch have not, so a
demanding ask costs attention and brings little.

## How to fix

Ask for a small step, such as to read on or to follow, and keep the demanding one for a page that people
reach by their own choice.

## Where it comes from

House opinion. The customer value journey tells searching, scrolling and watching apart; that each bears
other asks is our reading of it.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.vocabulary import LADDER, is_stronger
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed
from klantreis.text.outright import outright_asks

MANUAL_NL = """
Een zware vraag op een kanaal waar mensen voorbijscrollen of achteroverleunen.

## Wat deze regel vindt

Een item dat vraagt om iets te proberen, contact op te nemen, een offerte aan te vragen of te kopen, op een
kanaal met de aandacht `passive` of `lean-back`. Wat onder `cta` staat telt, en anders de sterkste vraag in
de tekst. Is de vraag te sterk voor de fase, dan meldt een andere regel dat en deze niet nog eens. Welke
aandacht een kanaal krijgt, staat onder `[channels]` in de configuratie en kun je daar veranderen. Met
`weakest` zeg je vanaf welke vraag het telt.

## Waarom dat telt

Wie iets opzoekt, komt ergens voor en kan meteen verder. Wie scrolt of kijkt niet, dus daar kost een zware
vraag aandacht en levert hij weinig op.

## Wat je eraan doet

Vraag een kleine stap, zoals verder lezen of volgen. Bewaar de zware vraag voor een pagina waar mensen zelf
naartoe gaan.

## Waar dit op rust

Eigen keuze. De customer value journey onderscheidt zoeken, scrollen en kijken. Dat er telkens een andere
vraag bij past, is onze uitleg.
"""

_POST = """\
---
title: Drie trappen in een kwartier
stage: consideration
persona: [huurder]
channel: social
touchpoint: filmpje
cta: {cta}
next: [inpakmail]
---

Twee mensen, een riem en een kast die niet hoeft te draaien. Zo komt hij heel beneden.
"""

_SOCIAL = changed(
    "personas/huurder.md", "[blog, website, email, chat]", "[blog, website, email, chat, social]"
) | changed(
    "journeys/verhuizen.yaml",
    "      - id: inpakmail\n",
    "      - id: filmpje\n        channel: social\n        action: Kijkt hoe je een kast draagt.\n"
    "      - id: inpakmail\n",
)


@rule(
    code="KR052",
    severity=Severity.INFO,
    basis="house opinion",
    local=True,
    messages={
        "passive": Words(
            nl="'{ask}' is veel gevraagd op kanaal '{channel}', waar mensen alleen langskomen; "
            "vraag een kleinere stap",
            en="'{ask}' is much to ask on channel '{channel}', where people only pass by; "
            "ask for a smaller step",
        ),
        "lean-back": Words(
            nl="'{ask}' is veel gevraagd op kanaal '{channel}', waar mensen achteroverleunen; "
            "vraag een kleinere stap",
            en="'{ask}' is much to ask on channel '{channel}', where people lean back; "
            "ask for a smaller step",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "weakest",
            "try",
            Words(nl="De lichtste vraag die hier telt", en="The lightest ask that counts here"),
            choices=LADDER,
        ),
    ),
    examples=Examples(
        good=_SOCIAL | {"content/filmpje.md": _POST.format(cta="follow")},
        bad=_SOCIAL | {"content/filmpje.md": _POST.format(cta="⟦contact⟧")},
    ),
)
def passive_channel_hard_ask(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each demanding ask on a channel that people do not search."""
    for item in project.current_items:
        traits = project.traits(item.channel)
        if traits.is_searched:
            continue
        ask, span = _asked(item, project, options["weakest"])
        if is_stronger(options["weakest"], ask) or ask not in LADDER or _is_too_strong(item, ask, project):
            continue
        yield Problem(
            path=item.path,
            span=span,
            variant=traits.attention or "",
            values={"ask": ask, "channel": item.channel or ""},
            subject=Subject(item=item.id, channel=item.channel),
        )


def _asked(item: Item, project: Project, weakest: str) -> tuple[str, Span]:
    """Return what the item says it asks, or else what its text asks outside its closing lines."""
    if item.cta is not None:
        return item.cta, item.span("cta")
    message = item.message if item.has_text else None
    hard = (ask.ask for ask in message.asks if not is_stronger(weakest, ask.ask)) if message else ()
    if message is None or not any(ask in LADDER for ask in hard):
        return "none", item.span("cta")
    asks = outright_asks(message, project.texts.get(item.path, ""), project.brand)
    ladder = [ask for ask in asks if ask.ask in LADDER and not ask.closing]
    return max(
        ((ask.ask, ask.span) for ask in ladder),
        key=lambda found: LADDER.index(found[0]),
        default=("none", item.span("cta")),
    )


def _is_too_strong(item: Item, ask: str, project: Project) -> bool:
    """Say whether the ask is above the ceiling of a stage, which is the greater fault."""
    return any(is_stronger(ask, stage.ceiling) for _, stage in project.stages_of(item))
