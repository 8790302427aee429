"""A lead magnet asks nothing in return.

## What it finds

In journeys that extend the customer value journey: an item in the stage `subscribe` that readers download,
such as a checklist, a guide, a template or a white paper, without `gate`. On channels where the reader's
address is known already, such as e-mail, a text message or a portal, there is nothing to find; nor is there
when the item leads on to one that does have a gate, or is what lies behind one. With
`cta: subscribe` it is only a hint.

## Why it matters

In this stage a stranger becomes somebody you can write to. Whoever gives the checklist away for nothing helps
the reader, but hears from her by chance at best.

## How to fix

Ask for one thing, preferably an e-mail address, and write that down: `gate: email`. Do you give the item away
on purpose? Put it in an earlier stage, or say so under `ignore`.

## Where it comes from

Practice. In the customer value journey people subscribe by leaving their details in exchange for something
useful."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.commitment import SIGNING_UP, stages_in_model
from klantreis.model.flow import is_gated, title_place
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.cycle_project import CYCLE, cycle_changed

MANUAL_NL = """
Een weggever vraagt niets terug.

## Wat deze regel vindt

In klantreizen die op de customer value journey voortbouwen: een item in de fase `subscribe` dat lezers
downloaden, zoals een checklist, gids, sjabloon of whitepaper, zonder `gate`. Op kanalen waar je het adres
van de lezer al hebt, zoals e-mail, sms of een portaal, is er niets te vinden. Ook niet als het item
doorleidt naar een item dat wel een `gate` heeft, of er zelf achter ligt. Bij `cta: subscribe` is het alleen
een tip.

## Waarom dat telt

In deze fase wordt een onbekende iemand die je kunt schrijven. Wie de checklist zomaar weggeeft, helpt de
lezer wel, maar hoort hooguit bij toeval nog iets van haar.

## Wat je eraan doet

Vraag één ding terug, het liefst een mailadres, en leg dat vast: `gate: email`. Geef je het item met opzet
weg? Zet het dan in een eerdere fase, of leg het uit onder `ignore`.

## Waar dit op rust

Praktijk. In de customer value journey schrijven mensen zich in door hun gegevens te ruilen voor iets waar ze
wat aan hebben.
"""

MAGNETS = ["checklist", "guide", "template", "white-paper", "tool", "brochure", "infographic", "landing-page"]
"""Formats that people leave their details for."""

KNOWN = frozenset(("email", "sms", "portal", "app", "chat", "phone", "post", "visit", "shop", "packaging"))
"""Channels on which the organisation knows whom it speaks to, or meets them in person."""


@rule(
    code="KR084",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="wie dit in fase '{stage}' downloadt, hoeft er niets voor achter te laten; vraag een mailadres en "
        "zet `gate: email` in de front matter",
        en="whoever downloads this in stage '{stage}' need not leave anything for it; ask for an e-mail "
        "address and write `gate: email` in the front matter",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "formats",
            MAGNETS,
            Words(
                nl="De formats waarvoor mensen hun gegevens achterlaten",
                en="The formats that people leave their details for",
            ),
        ),
    ),
    examples=Examples(
        good=CYCLE,
        bad=cycle_changed("content/inpaklijst.md", "cta: download\ngate: email\n", "cta: ⟦download⟧\n"),
    ),
)
def missing_gate(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each lead magnet in the subscribing stage that can be had for nothing."""
    for item in project.flow.live.values():
        if item.format not in options["formats"] or item.channel in KNOWN or _is_paid_for(item, project):
            continue
        severity = _severity(item)
        if severity is None or not _is_for_subscribing(item, project):
            continue
        journey, stage = project.stages_of(item)[0]
        yield Problem(
            path=item.path,
            span=item.marks["cta"] if "cta" in item.marks else title_place(item),
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            severity=severity,
        )


def _severity(item: Item) -> Severity | None:
    ask = item.cta or (item.message.ask if item.message else None)
    if ask == "download":
        return Severity.WARNING
    return Severity.INFO if ask == "subscribe" and item.format != "landing-page" else None


def _is_for_subscribing(item: Item, project: Project) -> bool:
    stages = project.stages_of(item)
    return len(stages) > 0 and stages_in_model(stages) == [SIGNING_UP] * len(stages)


def _is_paid_for(item: Item, project: Project) -> bool:
    """Say whether there is a gate before the item, at it, or right behind it."""
    return (
        is_gated(item)
        or item.path in project.flow.behind_gates
        or any(is_gated(project.item_by_path[way.to]) for way in project.ways_from(item))
    )
