"""A key that every item, persona or journey needs is not there.

## What it finds

An item without `stage`, `persona` or `channel`, in the file itself or in the configuration's
`[[tags]]`; a persona, journey or part of one without the key that tells it apart. One finding names
all that is missing.

## Why it matters

Stage, persona and channel together place an item in the journey. Without one of them the item
serves no slot, and nobody can see which gap it was meant to close.

## How to fix

Add the keys that are named. When all pages in a folder are for the same stage, persona or channel,
say so once under `[[tags]]` in the configuration.

## Where it comes from

House opinion. Three tags are the least with which content can be found and counted per moment.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een sleutel die elk item, elke persona of elke klantreis nodig heeft, ontbreekt.

## Wat deze regel vindt

Een item zonder `stage`, `persona` of `channel`, in het bestand zelf en ook onder `[[tags]]` in de
configuratie. Of een persona, een klantreis of een deel daarvan zonder de sleutel waaraan je die
herkent. Eén melding noemt alles wat er ontbreekt.

## Waarom dat telt

Fase, persona en kanaal geven een item samen zijn plek in de klantreis. Ontbreekt er een, dan vult
het item niets in en kan niemand zien welk gat het moest dichten.

## Wat je eraan doet

Voeg de genoemde sleutels toe. Zijn alle pagina's in een map voor dezelfde fase, persona of
hetzelfde kanaal, zeg dat dan één keer onder `[[tags]]` in de configuratie.

## Waar dit op rust

Eigen keuze. Met minder dan drie tags is content niet per moment te vinden en te tellen.
"""

MESSAGE = Words(
    nl="hier ontbreekt: {keys}; vul dat aan",
    en="missing here: {keys}; add it",
)

EXAMPLES = Examples(
    good={
        "content/dozen-lenen.md": """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
    bad={
        "content/dozen-lenen.md": """\
⟦---⟧
title: Dozen lenen
stage: attention
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
)


@rule(
    code="KR005",
    severity=Severity.ERROR,
    basis="house opinion",
    local=True,
    messages=MESSAGE,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each block that lacks keys."""
    yield from reported(project, "missing-field")
