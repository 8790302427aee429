"""An item's touchpoint belongs to another stage than the item.

## What it finds

An item whose `touchpoint` exists in the journey, in a stage that the item is not tagged for, or in its own
stage for other personas only.

## Why it matters

Stage and touchpoint contradict each other, so nobody can tell at which moment the reader meets the item.
It serves neither of the two until you choose.

## How to fix

Change the stage to the one that holds the touchpoint, or choose a touchpoint of the stage.

## Where it comes from

Practice. A touchpoint is a moment inside one stage; that is what makes coverage per moment countable.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Het contactmoment van een item hoort bij een andere fase dan het item zelf.

## Wat deze regel vindt

Een item waarvan het contactmoment wel in de klantreis voorkomt, maar in een fase die niet bij het item
staat, of in de eigen fase alleen voor andere persona's.

## Waarom dat telt

Fase en contactmoment spreken elkaar tegen. Niemand weet nu op welk moment de lezer het item tegenkomt.
Tot je kiest, telt het bij geen van beide mee.

## Wat je eraan doet

Neem de fase over waar het contactmoment in zit, of kies een contactmoment uit de fase van het item.

## Waar dit op rust

Praktijk. Een contactmoment valt binnen één fase. Alleen zo is dekking per moment te tellen.
"""

MESSAGES = {
    "": Words(
        nl="contactmoment '{word}' hoort in {journey} bij fase '{home}', en dit item bij '{stage}'; "
        "pas een van de twee aan",
        en="touchpoint '{word}' of {journey} belongs to stage '{home}', and this item to '{stage}'; "
        "change one of the two",
    ),
    "persona": Words(
        nl="bij contactmoment '{word}' van {journey} komt persona '{persona}' niet; kies een ander, of zet "
        "de persona erbij",
        en="persona '{persona}' does not come to touchpoint '{word}' of {journey}; choose another, or add "
        "the persona there",
    ),
}

EXAMPLES = Examples(
    good=changed("content/inpakmail.md", "channel: email", "channel: email\ntouchpoint: inpakmail"),
    bad=changed("content/inpakmail.md", "channel: email", "channel: email\ntouchpoint: ⟦reviewmail⟧"),
)


@rule(
    code="KR021",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each touchpoint that lies in another stage than its item."""
    misnaming = project.spoilt.touchpoints
    for problem in reported(project, "touchpoint-outside-stage"):
        # Who comes to a touchpoint that misnames somebody is said there.
        if (problem.values.get("journey"), problem.values.get("word")) not in misnaming:
            yield problem
