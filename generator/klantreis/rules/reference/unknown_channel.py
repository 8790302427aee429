"""A channel is not on the list of channels.

## What it finds

A word behind `channel` or `channels`, in items, personas and journeys, that is no channel that the
tool knows and none that the configuration adds.

## Why it matters

The channel says where the reader meets an item. A channel that only one file knows cannot be compared,
counted or planned.

## How to fix

Choose a channel from the list; a near match is mended by `--fix`. Add a channel of your own under
`[channels]` in the configuration.

## Where it comes from

Practice. Reports per channel only add up when everybody uses the same words.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een kanaal staat niet op de lijst met kanalen.

## Wat deze regel vindt

Een woord achter `channel` of `channels`, in items, persona's en klantreizen, dat geen bekend kanaal is
en ook niet in de configuratie is toegevoegd.

## Waarom dat telt

Het kanaal zegt waar de lezer een item tegenkomt. Een kanaal dat maar in één bestand voorkomt, kun je
niet vergelijken, tellen of plannen.

## Wat je eraan doet

Kies een kanaal van de lijst. Lijkt je woord sterk op een ervan, dan verbetert `--fix` het. Een eigen
kanaal voeg je toe onder `[channels]` in de configuratie.

## Waar dit op rust

Praktijk. Cijfers per kanaal kloppen alleen als iedereen dezelfde woorden gebruikt.
"""

MESSAGES = {
    "near": Words(
        nl="het kanaal '{word}' is niet bekend; bedoel je '{near}'?",
        en="channel '{word}' is not known; did you mean '{near}'?",
    ),
    "": Words(
        nl="het kanaal '{word}' is niet bekend; "
        "kies bijvoorbeeld uit {known}, of voeg het toe onder [channels]",
        en="channel '{word}' is not known; choose from {known}, for example, or add it under [channels]",
    ),
}

EXAMPLES = Examples(
    good=changed("content/hoeveel-dozen.md", "channel: blog", "channel: blog"),
    bad=changed("content/inpakmail.md", "channel: email", "channel: ⟦emial⟧"),
    fixed=changed("content/inpakmail.md", "channel: email", "channel: email"),
)


@rule(
    code="KR015",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each channel that is not on the list."""
    yield from reported(project, "unknown-channel")
