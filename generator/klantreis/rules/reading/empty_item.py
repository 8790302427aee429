"""An item is a draft or further, and has no text.

## What it finds

An empty file, and an item with front matter and nothing below it, while its status is `draft`,
`review` or `published`. Copy that stands in the front matter counts as text. An `idea` or a
`planned` item may be empty.

## Why it matters

The slot looks filled, and the reader finds a blank page.

## How to fix

Write the text, or say how far the item is: `status: idea` or `status: planned`.

## Where it comes from

Practice. An empty page is the commonest leftover of a migration or a good intention.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een item is een concept of verder, en er staat geen tekst in.

## Wat deze regel vindt

Een leeg bestand, en een item met front matter en niets eronder terwijl de status `draft`, `review`
of `published` is. Tekst die in de front matter zelf staat, telt ook. Een item met de status `idea`
of `planned` mag leeg zijn.

## Waarom dat telt

De plek lijkt ingevuld, en de lezer treft een lege pagina aan.

## Wat je eraan doet

Schrijf de tekst, of geef aan hoever het item is: `status: idea` of `status: planned`.

## Waar dit op rust

Praktijk. Een lege pagina blijft vaak achter na een verhuizing van de site of een goed voornemen.
"""

MESSAGE = Words(
    nl="hier staat nog geen tekst; schrijf die, of geef het item de status 'planned'",
    en="there is no text here yet; write it, or give the item the status 'planned'",
)

_ITEM = """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
status: {status}
next: [zelf-of-verhuizer]
---{mark}
"""

EXAMPLES = Examples(
    good={"content/dozen-lenen.md": _ITEM.format(status="planned", mark="")},
    bad={"content/dozen-lenen.md": _ITEM.format(status="draft", mark="⟦⟧")},
)


@rule(
    code="KR011",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=MESSAGE,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each item that should have a text and has none."""
    yield from reported(project, "empty-item")
