"""A word is understood, and is not the one that the lists and reports use.

## What it finds

A name or alias, or a word in another language, where the id is the word that counts: `fase: oriëntatie`
where the id is `orientation`, or `channel: e-mail` where it is `email`.

## Why it matters

Everything works. But who searches the files for `orientation` misses the ones that say it otherwise.

## How to fix

Write the id; `--fix` does it for you. If your team prefers its own words, set
`informal-name = "off"` under `[rules]`.

## Where it comes from

House opinion. One spelling per word makes files easier to search; the aliases are there for people.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een woord wordt begrepen, maar is niet het woord van de lijsten en overzichten.

## Wat deze regel vindt

Een naam, een alias of een woord in een andere taal op een plek waar het id het vaste woord is:
`stage: oriëntatiefase` terwijl het id `orientation` is, of `channel: e-mail` terwijl het `email` is.

## Waarom dat telt

Alles werkt gewoon. Maar wie de bestanden doorzoekt op `orientation`, mist de bestanden waar het anders
staat.

## Wat je eraan doet

Schrijf het id, of laat `--fix` dat doen. Werkt je team liever met eigen woorden, zet dan
`informal-name = "off"` onder `[rules]`.

## Waar dit op rust

Eigen keuze. Met één schrijfwijze per woord vind je alles terug. De aliassen zijn er voor het gemak.
"""

MESSAGE = Words(
    nl="'{word}' wordt begrepen; het vaste woord bij '{key}' is '{id}'",
    en="'{word}' is understood; the usual word for '{key}' is '{id}'",
)

EXAMPLES = Examples(
    good=changed("content/inpakmail.md", "channel: email", "channel: email"),
    bad=changed("content/inpakmail.md", "channel: email", "channel: ⟦nieuwsbrief⟧"),
    fixed=changed("content/inpakmail.md", "channel: email", "channel: email"),
)


@rule(
    code="KR020",
    severity=Severity.INFO,
    basis="house opinion",
    local=True,
    messages=MESSAGE,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each name or alias that stands where an id is usual."""
    yield from reported(project, "informal-name")
