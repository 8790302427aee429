"""An item is written for everybody there is.

## What it finds

An item whose `persona` lists every persona of the project, in a project with three or more of them
(`least`). Who is listed under `also` does not count: that is how to say that a text suits others as well.

## Why it matters

Personas exist because people differ. A text for all of them speaks to nobody in particular, while the
coverage says that everyone has been served.

## How to fix

Choose the persona whom you had in mind when you wrote it, and put the others under `also`. Do they all need
this? Then write the part that differs for each of them: the example, the worry, the next step.

## Where it comes from

Practice. The customer value journey wants a journey for each persona, and the ideal customer journey begins
with the personas.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een item is voor iedereen tegelijk geschreven.

## Wat deze regel vindt

Een item dat bij `persona` alle persona's van het project noemt, als dat er drie of meer zijn (`least`). Wie
bij `also` staat, telt niet mee: zo zeg je juist dat een tekst ook anderen past.

## Waarom dat telt

Persona's zijn er omdat mensen verschillen. Een tekst voor allemaal spreekt niemand in het bijzonder aan,
maar in de dekking lijkt iedereen bediend.

## Wat je eraan doet

Kies de persona die je voor ogen had toen je schreef, en zet de anderen bij `also`. Hebben ze dit echt
allemaal nodig? Schrijf dan voor ieder het deel dat verschilt: het voorbeeld, de zorg, de volgende stap.

## Waar dit op rust

Praktijk. De customer value journey wil per persona een eigen reis, en de ideale klantreis begint bij de
persona's.
"""


def _neighbour(id: str) -> str:
    """Return one more persona like the one of the base project."""
    return BASE["personas/huurder.md"].replace("id: huurder", f"id: {id}").replace("Yara Smit", id.title())


_THREE = {f"personas/{id}.md": _neighbour(id) for id in ("koper", "student")}

_ONE = "persona: [huurder]"


@rule(
    code="KR109",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="dit item is voor alle {count} persona's; kies voor wie je schreef, en zet de anderen bij 'also'",
        en="this item is for all {count} personas; choose whom you wrote it for, and put the others under "
        "'also'",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "least",
            3,
            Words(
                nl="Vanaf hoeveel persona's in het project de regel kijkt",
                en="From how many personas in the project the rule looks",
            ),
        ),
    ),
    examples=Examples(
        good=_THREE
        | changed("content/hoeveel-dozen.md", _ONE, f"{_ONE}\nalso: [koper, student]"),
        bad=_THREE | changed("content/hoeveel-dozen.md", _ONE, "persona: ⟦[huurder, koper, student]⟧"),
    ),
)
def content_for_everyone(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the personas of each item that names them all."""
    everyone = frozenset(persona.id for persona in project.personas)
    if len(everyone) < options["least"]:
        return
    for item in project.current_items:
        if len(item.personas) >= len(everyone) and _named(item, project) == everyone:
            yield Problem(
                path=item.path,
                span=item.span("persona"),
                values={"count": len(everyone)},
                subject=Subject(item=item.id, channel=item.channel),
            )


def _named(item: Item, project: Project) -> frozenset[str]:
    walk = project.walk
    return frozenset(id for word in item.personas if (id := walk.persona(word) or walk.near_persona(word)))
