"""Two items, personas or journeys have the same id, so a reference to it is a guess.

## What it finds

An id that occurs in more than one file, or twice in one, at every place where it stands. Each
finding names the other place.

## Why it matters

Links, coverage and the addresses on the site go by id. With two of the same, one of the two is out
of sight.

## How to fix

Give one of the two an id of its own, or remove the copy. Keep the old name under `aliases` when
others already link to it.

## Where it comes from

Practice. An id that is not unique is no id.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Twee items, persona's of klantreizen hebben hetzelfde id, dus een verwijzing ernaar is een gok.

## Wat deze regel vindt

Een id dat in meer dan één bestand voorkomt, of twee keer in hetzelfde, op elke plek waar het staat.
Elke melding noemt ook de andere plek.

## Waarom dat telt

Links, dekking en de adressen op de site werken met het id. Zijn er twee gelijk, dan raakt een van
beide uit beeld.

## Wat je eraan doet

Geef een van de twee een eigen id, of haal de kopie weg. Verwijzen anderen al naar de oude naam, houd
die dan aan onder `aliases`.

## Waar dit op rust

Praktijk. Een id dat niet uniek is, wijst niets aan.
"""

MESSAGE = Words(
    nl="het id '{word}' staat ook in {other}; geef een van de twee een ander id",
    en="the id '{word}' is in {other} as well; give one of the two another id",
)

_ITEM = """\
---
id: {id}
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""

EXAMPLES = Examples(
    good={
        "content/dozen-lenen.md": _ITEM.format(id="dozen-lenen"),
        "content/dozen-kopen.md": _ITEM.format(id="dozen-kopen"),
    },
    bad={
        "content/dozen-lenen.md": _ITEM.format(id="⟦dozen⟧"),
        "content/dozen-kopen.md": _ITEM.format(id="⟦dozen⟧"),
    },
)


@rule(
    code="KR009",
    severity=Severity.ERROR,
    basis="practice",
    messages=MESSAGE,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield every place where an id stands that is not the only one."""
    yield from reported(project, "duplicate-id")
