"""A stage is no stage of any journey, model or phase.

## What it finds

A word behind `stage` that is no id, name or alias of a stage, in Dutch or English, in your journeys or
in the five models, and no phase either. A word that is nearly right is read as if it were mended, so
that the coverage stays what you meant.

## Why it matters

The stage decides where an item belongs and what its text may ask. Without it the item serves nothing,
and a gap opens where you had already written.

## How to fix

Choose a stage of the journey that the persona travels; the message lists the nearest. A near match is
mended by `--fix`. Your own word for a stage goes under `aliases` in the journey.

## Where it comes from

Practice. Five models in use today name their stages in five ways, so every tag has to find its stage.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een fase komt in geen enkele klantreis, geen enkel model en geen enkele hoofdfase voor.

## Wat deze regel vindt

Een woord achter `stage` dat in je klantreizen en in de vijf modellen geen id, naam of alias van een
fase is, niet in het Nederlands en niet in het Engels, en ook geen hoofdfase. Klopt een woord bijna,
dan wordt het gelezen alsof het verbeterd is. De dekking blijft zo wat je bedoelde.

## Waarom dat telt

De fase bepaalt waar een item hoort en wat de tekst mag vragen. Zonder fase vult het item niets in, en
ontstaat er een gat op een plek waar je al voor geschreven had.

## Wat je eraan doet

Kies een fase uit de klantreis van de persona; de melding noemt de fasen die het dichtst bij je woord
liggen. Is er één die er sterk op lijkt, dan schrijft `--fix` die op. Gebruik je een eigen woord voor
een fase, zet het dan onder `aliases` in de klantreis.

## Waar dit op rust

Praktijk. De vijf modellen geven hun fasen elk een eigen naam, dus elke tag moet zijn fase kunnen vinden.
"""

MESSAGES = {
    "near": Words(
        nl="de fase '{word}' komt in geen enkele klantreis voor; bedoel je '{near}'?",
        en="stage '{word}' is in no journey; did you mean '{near}'?",
    ),
    "": Words(
        nl="de fase '{word}' komt in geen enkele klantreis voor; kies bijvoorbeeld uit {known}",
        en="stage '{word}' is in no journey; choose from {known}, for example",
    ),
}

EXAMPLES = Examples(
    good=changed("content/hoeveel-dozen.md", "stage: attention", "stage: attention"),
    bad=changed("content/hoeveel-dozen.md", "stage: attention", "stage: ⟦atention⟧"),
    fixed=changed("content/hoeveel-dozen.md", "stage: attention", "stage: attention"),
)


@rule(
    code="KR013",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each word behind `stage` that no journey, model or phase knows."""
    yield from reported(project, "unknown-stage")
