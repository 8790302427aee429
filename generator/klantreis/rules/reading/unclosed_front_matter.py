"""The front matter of an item is not closed the way it was opened.

## What it finds

Front matter that opens with `---` and never closes, or that has another number of dashes around it.
The lines that look like front matter are still read, so that the item keeps its place meanwhile.

## Why it matters

Site generators take the whole file for text and print the tags on the page, or drop the text.
Which of the two it is differs per tool.

## How to fix

Put a line with exactly `---` between the last tag and the text (`+++` for TOML).

## Where it comes from

Practice. Jekyll began with the two fences of three dashes, and every later tool expects them.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
De front matter van een item wordt niet gesloten zoals ze geopend is.

## Wat deze regel vindt

Front matter die met `---` begint en nergens eindigt, of waar een ander aantal streepjes omheen staat. De
regels die op front matter lijken, worden toch gelezen. Zo houdt het item intussen zijn plek.

## Waarom dat telt

Een sitegenerator ziet het hele bestand als tekst en zet je tags op de pagina, of laat juist de
tekst weg. Welke van de twee, dat verschilt per programma.

## Wat je eraan doet

Zet een regel met precies `---` tussen de laatste tag en de tekst (`+++` bij TOML).

## Waar dit op rust

Praktijk. Jekyll begon met twee regels van drie streepjes, en alle latere programma's verwachten die.
"""

MESSAGES = {
    "": Words(
        nl="de front matter die hier begint, wordt nergens gesloten; zet --- onder de laatste tag",
        en="the front matter that opens here is never closed; put --- below the last tag",
    ),
    "dashes": Words(
        nl="boven en onder front matter staan drie tekens, en hier staat {found}; schrijf ---",
        en="a fence around front matter has three characters, and this is {found}; write ---",
    ),
}

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
persona: huurder
channel: blog
next: [zelf-of-verhuizer]

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
)


@rule(
    code="KR003",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield the opening fence of front matter that stays open, or the odd closing fence."""
    yield from reported(project, "unclosed-front-matter")
