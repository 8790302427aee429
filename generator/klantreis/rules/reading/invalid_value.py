"""A value is not one that its key can have.

## What it finds

A word outside a closed list (`status: publised`), a list where one word belongs, a number outside
its bounds, template code that was never filled in, and a journey that does not exist.

## Why it matters

A value that cannot be used counts as not written. An item with `status: publised` would then pass
for published, or for missing, and neither is what you meant.

## How to fix

Choose one of the words that the message lists. When the word is nearly one of them, `--fix` writes
the right one.

## Where it comes from

Practice. A closed list is what keeps tags countable; free words drift apart within weeks.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een waarde past niet bij de sleutel waar ze achter staat.

## Wat deze regel vindt

Een woord dat niet op een vaste lijst staat (`status: publised`), een lijst waar één woord hoort, een
getal dat te groot of te klein is, sjablooncode die niet is ingevuld, en een klantreis die niet
bestaat.

## Waarom dat telt

Een onbruikbare waarde telt alsof er niets staat. Een item met `status: publised` zou dan als
gepubliceerd gelden, of juist ontbreken, en geen van beide bedoel je.

## Wat je eraan doet

Kies een van de woorden uit de melding. Lijkt je woord sterk op een ervan, dan schrijft `--fix` het
goede op.

## Waar dit op rust

Praktijk. Met een vaste lijst blijven tags telbaar. Vrije woorden lopen binnen een paar weken uiteen.
"""

MESSAGES = {
    "near": Words(
        nl="'{word}' kan niet bij '{key}'; bedoel je '{near}'?",
        en="'{word}' is no value of '{key}'; did you mean '{near}'?",
    ),
    "choice": Words(
        nl="'{word}' kan niet bij '{key}'; kies bijvoorbeeld uit {known}",
        en="'{word}' is no value of '{key}'; choose from {known}, for example",
    ),
    "kind": Words(
        nl="bij '{key}' hoort {wanted}, en dit is {found}",
        en="'{key}' takes {wanted}, and this is {found}",
    ),
    "range": Words(
        nl="{word} kan niet bij '{key}'; kies een getal van {low} tot en met {high}",
        en="{word} is no value of '{key}'; choose a number from {low} to {high}",
    ),
    "template": Words(
        nl="bij '{key}' staat sjablooncode waar een waarde hoort; vul de waarde in",
        en="there is template code at '{key}' where a value belongs; fill in the value",
    ),
    "journey": Words(
        nl="er is geen klantreis '{word}'; kies uit {known}",
        en="there is no journey '{word}'; choose from {known}",
    ),
}

_ITEM = """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
status: {status}
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""

EXAMPLES = Examples(
    good={"content/dozen-lenen.md": _ITEM.format(status="draft")},
    bad={"content/dozen-lenen.md": _ITEM.format(status="⟦drafft⟧")},
    fixed={"content/dozen-lenen.md": _ITEM.format(status="draft")},
)


@rule(
    code="KR007",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each value that its key cannot have."""
    yield from reported(project, "invalid-value")
