"""A file is not UTF-8 text, so some of its characters are lost.

## What it finds

A file with bytes that are no UTF-8, at the first of them, a file that was saved as UTF-16, and a
byte-order mark in the middle of a text. A byte-order mark at the very start is harmless and passes.

## Why it matters

Letters with accents turn into question marks, on your own machine or on that of your reader. A mark
in the middle of a text cannot be seen, and it breaks words, links and front matter.

## How to fix

Save the file as UTF-8. In Word and Excel that is a choice when you save; in most editors it stands
in the status bar. Remove a stray byte-order mark by retyping the spot.

## Where it comes from

Practice. The web, Markdown and YAML have settled on UTF-8.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een bestand is geen UTF-8, waardoor een deel van de tekens verloren gaat.

## Wat deze regel vindt

Een bestand met bytes die geen UTF-8 zijn, op de plek van de eerste, een bestand dat als UTF-16 is
opgeslagen, en een byte-order mark midden in een tekst. Helemaal aan het begin kan zo'n teken geen
kwaad.

## Waarom dat telt

Letters met een accent veranderen in vraagtekens, bij jezelf of bij je lezer. Een onzichtbaar teken
midden in de tekst breekt woorden, links en front matter.

## Wat je eraan doet

Sla het bestand op als UTF-8. In Word en Excel kies je dat bij het opslaan, in de meeste editors
staat het onderin het venster. Een los byte-order mark raak je kwijt door die plek over te typen.

## Waar dit op rust

Praktijk. Het web, Markdown en YAML gaan allemaal uit van UTF-8.
"""

MESSAGES = {
    "": Words(
        nl="byte {byte} is geen UTF-8, dus dit teken is niet te lezen; sla het bestand op als UTF-8",
        en="byte {byte} is not UTF-8, so this character cannot be read; save the file as UTF-8",
    ),
    "bom": Words(
        nl="hier staat een onzichtbaar byte-order mark midden in de tekst; haal het weg",
        en="there is an invisible byte-order mark in the middle of the text; remove it",
    ),
    "utf16": Words(
        nl="dit bestand is opgeslagen als UTF-16; sla het op als UTF-8",
        en="this file was saved as UTF-16; save it as UTF-8",
    ),
}

_ITEM = """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van een {ruimte} die ze nog heeft staan.
"""

EXAMPLES = Examples(
    good={"content/dozen-lenen.md": _ITEM.format(ruimte="café")},
    bad={"content/dozen-lenen.md": _ITEM.format(ruimte="caf⟦\udce9⟧")},
)


@rule(
    code="KR010",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield the first character of each file that is no UTF-8."""
    yield from reported(project, "not-utf8")
