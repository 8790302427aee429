"""An item is written for a persona that does not exist.

## What it finds

A word behind `persona` or `also` that is no id or name of a file in the personas folder.

## Why it matters

Content for nobody in particular serves no journey. Often the persona was renamed and the items were
not, and then a whole row of slots empties at once.

## How to fix

Write the id of an existing persona; a near match is mended by `--fix`. Is the persona new, describe it
in the personas folder first.

## Where it comes from

Practice. Tags that point at a persona only help as long as the persona is described somewhere.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item is geschreven voor een persona die niet bestaat.

## Wat deze regel vindt

Een woord achter `persona` of `also` dat geen id of naam is van een bestand in de map met persona's.

## Waarom dat telt

Wat voor niemand in het bijzonder is, hoort in geen enkele klantreis. Vaak kreeg de persona een andere
naam en de items niet. Dan valt er in één keer een hele rij leeg.

## Wat je eraan doet

Schrijf het id van een bestaande persona. Lijkt je woord sterk op zo'n id, dan verbetert `--fix` het. Is
de persona nieuw, beschrijf die dan eerst in de map met persona's.

## Waar dit op rust

Praktijk. Een tag met een persona helpt alleen zolang die persona ergens beschreven staat.
"""

MESSAGES = {
    "near": Words(
        nl="er is geen persona '{word}'; bedoel je '{near}'?",
        en="there is no persona '{word}'; did you mean '{near}'?",
    ),
    "known": Words(
        nl="er is geen persona '{word}'; kies uit {known} of beschrijf deze persona eerst",
        en="there is no persona '{word}'; choose from {known} or describe this persona first",
    ),
    "none": Words(
        nl="er is geen persona '{word}', want er zijn nog geen persona's; beschrijf deze eerst",
        en="there is no persona '{word}', for there are none yet; describe this one first",
    ),
}

EXAMPLES = Examples(
    good=changed("content/hoeveel-dozen.md", "persona: [huurder]", "persona: huurder"),
    bad=changed("content/hoeveel-dozen.md", "persona: [huurder]", "persona: ⟦hurder⟧"),
    fixed=changed("content/hoeveel-dozen.md", "persona: [huurder]", "persona: huurder"),
)


@rule(
    code="KR014",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each word behind `persona` or `also` that names nobody."""
    yield from reported(project, "unknown-persona")
