"""An item says that it answers a question that none of its personas asks.

## What it finds

A word behind `answers` that is no question id of the item's personas, or of the people who have a say
in their purchase. Where the personas on a journey ask nothing at all, that is reported at the persona, and
not at every item.

## Why it matters

The ledger of questions is what shows which answers are still owed. An answer to an unknown question
settles nothing, and the real question stays open.

## How to fix

Write the id as it stands in the persona; a near match is mended by `--fix`. Is the question new, add it
to the persona, with what you know it from.

## Where it comes from

Practice. Answering questions before they are asked only works with a list of those questions.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item beantwoordt een vraag die geen van zijn persona's stelt.

## Wat deze regel vindt

Een woord achter `answers` dat geen id is van een vraag van de persona's, of van de mensen die over hun
aankoop meebeslissen. Stellen de persona's van een klantreis helemaal geen vragen, dan staat dat bij de
persona en niet bij elk item.

## Waarom dat telt

De lijst met vragen laat zien op welke nog een antwoord moet komen. Een antwoord op een onbekende vraag
streept niets af, en de echte vraag blijft open.

## Wat je eraan doet

Schrijf het id zoals het in de persona staat. Lijkt je woord er sterk op, dan verbetert `--fix` het. Is
de vraag nieuw, zet die dan bij de persona, met erbij hoe je weet dat ze leeft.

## Waar dit op rust

Praktijk. Vragen beantwoorden voordat iemand ze stelt, lukt alleen met een lijst van die vragen.
"""

MESSAGES = {
    "near": Words(
        nl="geen van deze persona's stelt de vraag '{word}'; bedoel je '{near}'?",
        en="none of these personas asks question '{word}'; did you mean '{near}'?",
    ),
    "": Words(
        nl="geen van deze persona's stelt de vraag '{word}'; "
        "kies uit {known}, of voeg de vraag toe aan de persona",
        en="none of these personas asks question '{word}'; choose from {known}, or add it to the persona",
    ),
    "none": Words(
        nl="bij deze persona's staat geen enkele vraag, dus ook niet '{word}'; "
        "voeg de vraag toe aan de persona",
        en="these personas ask no questions at all, so not '{word}' either; add it to the persona",
    ),
}

EXAMPLES = Examples(
    good=changed("content/hoeveel-dozen.md", "answers: [hoeveel-dozen]", "answers: hoeveel-dozen"),
    bad=changed("content/hoeveel-dozen.md", "answers: [hoeveel-dozen]", "answers: [⟦hoeveel-doezen⟧]"),
    fixed=changed("content/hoeveel-dozen.md", "answers: [hoeveel-dozen]", "answers: [hoeveel-dozen]"),
)


@rule(
    code="KR018",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each answer to a question that nobody asks."""
    unread = project.spoilt.personas
    for problem in reported(project, "unknown-question"):
        if not unread.isdisjoint(project.placed[problem.path].readers):
            continue
        if problem.variant != "none" or not _is_on_a_journey(project, problem.path):
            yield problem


def _is_on_a_journey(project: Project, path: str) -> bool:
    """Say whether a persona of the item travels; that she asks nothing is then the fault to mend first."""
    ids = (project.walk.persona(word) for word in project.item_by_path[path].personas)
    return any(project.walk.travelled.get(id or "") for id in ids)
