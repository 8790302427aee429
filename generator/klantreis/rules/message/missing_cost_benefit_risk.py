"""Where people weigh a deal, the texts leave out what it costs, what it brings or what could go wrong.

## What it finds

A stage that emphasises costs, benefits and risk, all three, whose published items together leave one of
them out for a persona: a warning at the stage. It keeps silent while a required place in the stage is
empty, or where an item cannot be judged.

Are the three all there, then an item that speaks of none of them gets a remark. Contracts, confirmations
and invitations are left alone.

## Why it matters

Whoever signs has three questions. The one that you do not answer, they answer themselves, and not in your
favour.

## How to fix

Write the missing one into an item of this stage, in figures if you can: the whole amount, what it saves or
earns, and what you do when it disappoints.

## Where it comes from

Practice. In the model of suspect, prospect and lead, leads find costs, benefits and avoided risk side by
side.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.audience import shortfalls, stands_in
from klantreis.model.emphasis import StageKeys, speaks_of, stages_emphasising
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, fallen_short, rule
from klantreis.rules.base_project import changed
from klantreis.text.hint import hints_at

MANUAL_NL = """
Waar mensen een aanbod wegen, laten de teksten de kosten, de baten of het risico weg.

## Wat deze regel vindt

Een fase die kosten, baten én risico benadrukt, waarin de gepubliceerde items samen een van die drie
weglaten voor een persona. Dat is een waarschuwing bij de fase. De regel zwijgt zolang er in de fase nog een
verplichte plek leeg is, of als een item niet te beoordelen valt.

Staan ze er alle drie, dan krijgt een item dat over geen van de drie gaat een opmerking. Contracten,
bevestigingen en uitnodigingen tellen niet mee.

## Waarom dat telt

Wie tekent, heeft drie vragen. De vraag die jij niet beantwoordt, beantwoordt hij zelf, en niet in jouw
voordeel.

## Wat je eraan doet

Zet wat ontbreekt in een item van deze fase, als het kan in cijfers: het hele bedrag, wat het bespaart of
oplevert, en wat je doet als het tegenvalt.

## Waar dit op rust

Praktijk. In het model van suspect, prospect en lead vinden leads de kosten, de baten en het vermeden risico
naast elkaar.
"""

WEIGHED: Final = {
    "costs": ("costs", "price"),
    "benefits": ("benefits",),
    "risk": ("risk",),
}
"""What people weigh, and the facets by which a text speaks of it."""
_HINTED = frozenset(("benefits", "risk"))
"""What texts speak of in so many ways that any word that hints at it is enough."""
_NAMES: Final = {
    "costs": Words(nl="de kosten", en="the costs"),
    "benefits": Words(nl="de baten", en="the benefits"),
    "risk": Words(nl="het risico", en="the risk"),
}
_BUSINESS = frozenset(("contract", "invoice", "confirmation", "notification", "invitation", "survey"))

_JOURNEY = (
    "    message:\n      emphasise: {{costs: Noem het hele bedrag., benefits: Zeg wat het oplevert., "
    "risk: Zeg wat er mis kan gaan.}}\n"
)


def _action(stage: str) -> dict[str, str]:
    return changed("journeys/verhuizen.yaml", "  action:\n", f"  {stage}:\n" + _JOURNEY.format())


@rule(
    code="KR091",
    severity=Severity.WARNING,
    basis="practice",
    sees=lambda project, item: _said(project, item),
    messages={
        "": Words(
            nl="in fase '{stage}' van klantreis '{journey}' leest niemand iets over {missing} (persona's: "
            "{personas}); zet het in een van de items",
            en="in stage '{stage}' of journey '{journey}' nobody reads anything about {missing} (personas: "
            "{personas}); put it in one of the items",
        ),
        "item": Words(
            nl="deze tekst zegt niets over kosten, baten of risico, en die weegt de lezer juist in fase "
            "'{stage}'",
            en="this text says nothing about costs, benefits or risk, which is what the reader weighs in "
            "stage '{stage}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_action("action"),
        bad=_action("⟦action⟧")
        | changed(
            "content/verhuisvoorstel.md",
            "Het levert je een vrije dag op. Je vrienden houden hun zaterdag en jij houdt je rug heel.\n\n",
            "",
        ),
    ),
)
def missing_cost_benefit_risk(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each stage that leaves one of the three out, and else at items without any."""
    wanted = stages_emphasising(project.journeys, *WEIGHED)
    short = tuple(shortfalls(project, wanted, {what: partial(_speaks, project, what) for what in WEIGHED}))
    for each in short:
        yield fallen_short(each, detail=" ".join(each.missing), missing=_listed(each.missing))
    yield from _items(project, wanted - {(each.journey.id, each.stage.id) for each in short})


def _said(project: Project, item: Item) -> tuple[bool, ...]:
    wanted = stages_emphasising(project.journeys, *WEIGHED)
    return tuple(stands_in(project, item, wanted) and _speaks(project, what, item) for what in WEIGHED)


def _speaks(project: Project, what: str, item: Item) -> bool:
    message = item.message
    if message is None or speaks_of(message, *WEIGHED[what]):
        return True
    body = project.texts.get(item.path, "").split("\n", item.body_line - 1)[-1]
    return what in _HINTED and hints_at(what, body, message.language)


def _items(project: Project, wanted: StageKeys) -> Iterator[Problem]:
    for item, _, journey, stage in project.judged_in(wanted):
        if item.format in _BUSINESS or any(_speaks(project, what, item) for what in WEIGHED):
            continue
        yield Problem(
            path=item.path,
            span=title_place(item),
            variant="item",
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            severity=Severity.INFO,
        )


def _listed(missing: tuple[str, ...]) -> Words:
    names = [_NAMES[what] for what in missing]
    return Words(nl=_joined([n.nl for n in names], "en"), en=_joined([n.en for n in names], "and"))


def _joined(names: list[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
