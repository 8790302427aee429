"""A format is not on the list of formats.

## What it finds

A word behind `format` or `formats`, in items and journeys, that is no format that the tool knows and
none that the configuration adds.

## Why it matters

The format says what shape the content has. Rules about what suits a stage or channel can say nothing
about a word that they do not know.

## How to fix

Choose a format from the list; a near match is mended by `--fix`. Add a format of your own under
`[formats]` in the configuration.

## Where it comes from

Practice. A short list of formats is what makes one content inventory comparable with the next.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een vorm staat niet op de lijst met vormen.

## Wat deze regel vindt

Een woord achter `format` of `formats`, in items en klantreizen, dat geen bekende vorm is en ook niet in
de configuratie is toegevoegd.

## Waarom dat telt

De vorm zegt wat voor content het is. Regels over wat bij een fase of kanaal past, kunnen met een
onbekend woord niets.

## Wat je eraan doet

Kies een vorm van de lijst. Lijkt je woord sterk op een ervan, dan verbetert `--fix` het. Een eigen vorm
voeg je toe onder `[formats]` in de configuratie.

## Waar dit op rust

Praktijk. Met een korte lijst vormen kun je de ene contentinventaris met de andere vergelijken.
"""

MESSAGES = {
    "near": Words(
        nl="de vorm '{word}' is niet bekend; bedoel je '{near}'?",
        en="format '{word}' is not known; did you mean '{near}'?",
    ),
    "": Words(
        nl="de vorm '{word}' is niet bekend; kies bijvoorbeeld uit {known}, of voeg hem toe onder [formats]",
        en="format '{word}' is not known; choose from {known}, for example, or add it under [formats]",
    ),
}

EXAMPLES = Examples(
    good=changed("content/zelf-of-verhuizer.md", "format: comparison", "format: comparison"),
    bad=changed("content/zelf-of-verhuizer.md", "format: comparison", "format: ⟦comparisson⟧"),
    fixed=changed("content/zelf-of-verhuizer.md", "format: comparison", "format: comparison"),
)


@rule(
    code="KR016",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each format that is not on the list."""
    yield from reported(project, "unknown-format")
