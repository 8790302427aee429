"""A channel does not reach people in the stage that an item is written for.

## What it finds

An item on a channel that no touchpoint of its stage uses, where the `channels` of the stage in your own
journey leave that channel out. Channels that come from a model are read as advice: there only a clear
misfit is reported, such as a customer portal for people who are no customers yet, a text message to
strangers, or a bought or broadcast place for people who bought already. With `strict` the lists of the
models count by the letter as well.

## Why it matters

Whoever the item is meant for will not see it there, and whoever does see it has no use for it yet or any
more.

## How to fix

Choose a channel that people in this stage come across, or another stage. Is the channel right after all?
Give the stage a touchpoint on it, or add it to the stage's `channels` in your journey.

## Where it comes from

Practice. Every model has its own mix of means per stage.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.misfit import Fault, channel_fault
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule

MANUAL_NL = """
Een kanaal bereikt geen mensen in de fase waarvoor een item geschreven is.

## Wat deze regel vindt

Een item op een kanaal waar de fase geen contactmoment heeft, terwijl de `channels` van die fase in je eigen
klantreis dat kanaal niet noemen. Kanalen uit een model gelden als advies: daar meldt deze regel alleen wat
er duidelijk niet past. Denk aan een klantportaal voor mensen die nog geen klant zijn, een sms aan
onbekenden, of een advertentie of radiospotje voor wie al gekocht heeft. Met `strict` tellen de lijsten uit
de modellen letterlijk mee.

## Waarom dat telt

De mensen voor wie het item bedoeld is, komen het daar niet tegen. Wie het wel ziet, heeft er nog niets aan,
of niets meer.

## Wat je eraan doet

Kies een kanaal waar mensen in deze fase langskomen, of een andere fase. Klopt het kanaal toch? Geef de fase
er een contactmoment op, of zet het bij de `channels` van de fase in je klantreis.

## Waar dit op rust

Praktijk. Elk model heeft per fase een eigen mix van middelen.
"""

MOST_NAMED = 4

_ITEM = """\
---
title: Zo til je met zijn tweeën
stage: {stage}
persona: [huurder]
channel: {channel}
next: [reviewmail]
---

Zak door je knieën, til tegelijk en houd de doos dicht tegen je aan. Wissel na drie trappen van plek.
"""


@rule(
    code="KR046",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="kanaal '{channel}' past niet bij fase '{stage}' van klantreis '{journey}'; "
            "kies bijvoorbeeld {fitting}, of een andere fase",
            en="channel '{channel}' does not suit stage '{stage}' of journey '{journey}'; "
            "choose {fitting} or the like, or another stage",
        ),
        "bare": Words(
            nl="kanaal '{channel}' past niet bij fase '{stage}' van klantreis '{journey}'; "
            "kies een ander kanaal of een andere fase",
            en="channel '{channel}' does not suit stage '{stage}' of journey '{journey}'; "
            "choose another channel or stage",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "strict",
            False,
            Words(
                nl="Of ook elk kanaal telt dat het model bij de fase niet noemt",
                en="Whether every channel counts that the model does not name for the stage",
            ),
        ),
    ),
    examples=Examples(
        good={"content/tillen.md": _ITEM.format(stage="always", channel="chat")},
        bad={"content/tillen.md": _ITEM.format(stage="attention", channel="⟦portal⟧")},
    ),
)
def channel_unfit_for_stage(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the channel of each item that reaches nobody in its stage."""
    strict = bool(options["strict"])
    for item in project.current_items:
        fault = _strictly(project, item) if strict else project.channel_faults.get(item.path)
        if fault is not None and fault.kind == "stage":
            yield _problem(item, fault)


def _strictly(project: Project, item: Item) -> Fault | None:
    return channel_fault(item, project.moments[item.path], project.rooms, project.persona_by_id, strict=True)


def _problem(item: Item, fault: Fault) -> Problem:
    journey, stage, _, persona = fault.moment
    return Problem(
        path=item.path,
        span=item.span("channel"),
        variant="" if fault.fitting else "bare",
        values={
            "channel": item.channel or "",
            "fitting": ", ".join(fault.fitting[:MOST_NAMED]),
            "stage": stage.id,
            "journey": journey.id,
        },
        subject=Subject(
            item=item.id, journey=journey.id, persona=persona, stage=stage.id, channel=item.channel
        ),
    )
