"""An item says that it eases a pain, or gives a gain, that none of its personas has.

## What it finds

A word behind `eases` that is no pain id, or behind `gives` that is no gain id, of the item's personas.

## Why it matters

Pains and gains are kept per persona and stage. A pain that nobody has is eased on paper only, and the
one that you meant stays on the list.

## How to fix

Write the id as it stands in the persona; a near match is mended by `--fix`. Is the pain or gain new, add
it to the persona first.

## Where it comes from

Practice. Pains and gains per persona and stage are the heart of the ideal customer journey.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item verzacht een pijn of geeft een winst die geen van zijn persona's kent.

## Wat deze regel vindt

Een woord achter `eases` dat geen id van een pijn is, of achter `gives` dat geen id van een winst is, bij
de persona's van het item.

## Waarom dat telt

Pijnen en winsten staan per persona en per fase op een lijst. Een pijn die niemand heeft, is alleen op
papier verzacht. De pijn die je bedoelde, blijft staan.

## Wat je eraan doet

Schrijf het id zoals het in de persona staat. Lijkt je woord er sterk op, dan verbetert `--fix` het. Is de
pijn of winst nieuw, zet die dan eerst bij de persona.

## Waar dit op rust

Praktijk. De ideale klantreis draait om de pijnen en winsten van een persona in elke fase.
"""

MESSAGES = {
    "near": Words(
        nl="geen van deze persona's heeft de pijn '{word}'; bedoel je '{near}'?",
        en="none of these personas has pain '{word}'; did you mean '{near}'?",
    ),
    "": Words(
        nl="geen van deze persona's heeft de pijn '{word}'; "
        "kies uit {known}, of voeg de pijn toe aan de persona",
        en="none of these personas has pain '{word}'; choose from {known}, or add it to the persona",
    ),
    "none": Words(
        nl="bij deze persona's staat geen enkele pijn, dus ook niet '{word}'; "
        "voeg de pijn toe aan de persona",
        en="these personas have no pains at all, so not '{word}' either; add it to the persona",
    ),
    "gain-near": Words(
        nl="geen van deze persona's hoopt op de winst '{word}'; bedoel je '{near}'?",
        en="none of these personas hopes for gain '{word}'; did you mean '{near}'?",
    ),
    "gain": Words(
        nl="geen van deze persona's hoopt op de winst '{word}'; "
        "kies uit {known}, of voeg de winst toe aan de persona",
        en="none of these personas hopes for gain '{word}'; choose from {known}, or add it to the persona",
    ),
    "gain-none": Words(
        nl="bij deze persona's staat geen enkele winst, dus ook niet '{word}'; "
        "voeg de winst toe aan de persona",
        en="these personas have no gains at all, so not '{word}' either; add it to the persona",
    ),
}

EXAMPLES = Examples(
    good=changed("content/zelf-of-verhuizer.md", "eases: [zere-rug]", "eases: zere-rug"),
    bad=changed("content/zelf-of-verhuizer.md", "eases: [zere-rug]", "eases: [⟦zere-rugg⟧]"),
    fixed=changed("content/zelf-of-verhuizer.md", "eases: [zere-rug]", "eases: [zere-rug]"),
)


@rule(
    code="KR019",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each pain or gain that no persona of the item has."""
    unread = project.spoilt.personas
    for problem in reported(project, "unknown-pain"):
        if unread.isdisjoint(project.placed[problem.path].readers):
            yield problem
