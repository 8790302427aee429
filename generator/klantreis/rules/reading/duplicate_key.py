"""A key stands twice in the same block, and only the first one counts.

## What it finds

A key that occurs again in front matter, a persona or a journey, at the second occurrence. The
value of the first is the one that is used.

## Why it matters

Tools disagree on which of the two wins, and none of them says so. A page can be tagged for another
stage than the one you see at the top.

## How to fix

Remove one of the two. If both values are meant, write them as a list behind one key.

## Where it comes from

Practice. The YAML and TOML standards forbid double keys; many readers keep quiet about them.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een sleutel staat twee keer in hetzelfde blok, en alleen de eerste telt.

## Wat deze regel vindt

Een sleutel die in front matter, een persona of een klantreis nog eens voorkomt, op de plek waar hij
voor de tweede keer staat. De waarde van de eerste wordt gebruikt.

## Waarom dat telt

Het ene programma neemt de eerste waarde, het andere de laatste, en geen van beide zegt het. Een
pagina kan dan bij een andere fase horen dan je bovenin leest.

## Wat je eraan doet

Haal er een weg. Bedoel je beide waarden, schrijf ze dan als lijst achter één sleutel.

## Waar dit op rust

Praktijk. De standaarden van YAML en TOML verbieden dubbele sleutels, maar veel programma's zwijgen
erover.
"""

MESSAGE = Words(
    nl="'{key}' staat ook al op regel {first} en die waarde telt; haal een van de twee weg",
    en="'{key}' is on line {first} as well and that value counts; remove one of the two",
)

EXAMPLES = Examples(
    good={
        "content/dozen-lenen.md": """\
---
title: Dozen lenen
stage: [attention, consideration]
persona: huurder
channel: blog
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
    bad={
        "content/dozen-lenen.md": """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
⟦stage⟧: consideration
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
)


@rule(
    code="KR004",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGE,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield the second occurrence of each double key."""
    yield from reported(project, "duplicate-key")
