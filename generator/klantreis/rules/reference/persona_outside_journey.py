"""An item is for a persona at a stage that this persona never comes to.

## What it finds

A persona of an item that travels no journey, does not travel the journey that the item names, or
travels one that has no stage for the item's phase.

## Why it matters

The item is written for somebody who will not pass there. It serves no slot, and it may be the reason
why another persona finds nothing.

## How to fix

Add the persona to a journey, change the item's persona or stage, or extend the journey with the stage
that it lacks.

## Where it comes from

Practice. A journey is drawn per persona; content outside every journey has no next step.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een item is voor een persona in een fase waar deze persona nooit komt.

## Wat deze regel vindt

Een persona van een item die geen enkele klantreis maakt, niet de klantreis maakt die het item noemt, of
een klantreis maakt zonder fase voor dit item.

## Waarom dat telt

Het item is geschreven voor iemand die er niet langskomt. Het vult niets in, en is misschien de reden dat
een andere persona niets vindt.

## Wat je eraan doet

Zet de persona bij een klantreis, verander de persona of de fase van het item, of geef de klantreis de
fase die ontbreekt.

## Waar dit op rust

Praktijk. Een klantreis teken je per persona. Content buiten elke reis heeft geen volgende stap.
"""

MESSAGES = {
    "": Words(
        nl="de klantreis {journey} van persona '{persona}' heeft geen plek voor fase '{stage}'; "
        "kies een andere fase of voeg die toe aan de klantreis",
        en="journey {journey} of persona '{persona}' has no room for stage '{stage}'; "
        "choose another stage or add it to the journey",
    ),
    "journey": Words(
        nl="persona '{persona}' maakt de klantreis '{journey}' niet; kies een andere persona of klantreis",
        en="persona '{persona}' does not travel journey '{journey}'; choose another persona or journey",
    ),
    "none": Words(
        nl="persona '{persona}' maakt nog geen klantreis; zet deze persona bij een klantreis",
        en="persona '{persona}' travels no journey yet; add this persona to one",
    ),
}

_ITEM = """\
---
title: Een doos extra
stage: {stage}
persona: [{persona}]
channel: {channel}
next: [reviewmail]
---

Over een paar maanden komt er vast nog een boekenkast bij. Bewaar daarom een paar dozen.
"""

EXAMPLES = Examples(
    good={"content/doos-extra.md": _ITEM.format(stage="use", persona="huurder", channel="chat")},
    bad={"content/doos-extra.md": _ITEM.format(stage="growth", persona="⟦huurder⟧", channel="chat")},
)


@rule(
    code="KR023",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each persona that does not come to the item's stage."""
    for problem in reported(project, "persona-outside-journey"):
        # Whom a journey misnames, or one that cannot be read does not tell of, may be the one who seems
        # to travel nowhere.
        if problem.variant != "none" or not (project.spoilt.misnaming or project.spoilt.journeys):
            yield problem
