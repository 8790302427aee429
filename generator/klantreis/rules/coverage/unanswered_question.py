"""A question of a persona is answered by nothing that is published.

## What it finds

A question in a persona file, an influencer's included, that no published item for this persona names under
`answers`. It is reported once, at the question, also when the persona travels several journeys. A question
that belongs to a stage that the persona's journeys do not have is left out.

## Why it matters

Customers ask anyway. Whoever finds no answer asks a competitor, or rings up, and then somebody answers the
same thing for the hundredth time.

## How to fix

Write the answer, or find the item that gives it already and add the question to its `answers`. The message
names the draft that is waiting, if there is one. Does nobody ask this any more? Remove the question.

## Where it comes from

Practice. The model of the ideal journey asks you to answer questions before they are asked; answering what
customers really ask is common ground among content marketers.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule, unmet
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een vraag van een persona krijgt nergens een gepubliceerd antwoord.

## Wat deze regel vindt

Een vraag in een personabestand, ook van een beïnvloeder, die geen enkel gepubliceerd item voor deze persona
onder `answers` noemt. De bevinding komt één keer, bij de vraag zelf, ook als de persona meer reizen maakt.
Hoort een vraag bij een fase die in geen van die reizen voorkomt, dan blijft ze buiten beschouwing.

## Waarom dat telt

Klanten stellen de vraag toch. Wie het antwoord niet vindt, vraagt het een concurrent of belt op, en dan geeft
iemand voor de honderdste keer hetzelfde antwoord.

## Wat je eraan doet

Schrijf het antwoord, of zoek het item dat het al geeft en zet de vraag daar onder `answers`. Ligt er een
concept klaar, dan staat dat in de melding. Vraagt niemand dit meer? Haal de vraag dan weg.

## Waar dit op rust

Praktijk. Het model van de ideale klantreis wil dat je vragen beantwoordt voordat ze gesteld worden. Dat je
schrijft wat klanten echt vragen, vinden vrijwel alle contentmakers.
"""


@rule(
    code="KR029",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "": Words(
            nl="vraag '{question}' van persona '{persona}' krijgt nergens antwoord; schrijf het en zet "
            "'{question}' bij dat item onder answers",
            en="question '{question}' of persona '{persona}' is answered nowhere; write the answer and put "
            "'{question}' under answers of that item",
        ),
        "started": Words(
            nl="vraag '{question}' van persona '{persona}' krijgt nog nergens antwoord; maak '{item}' af",
            en="question '{question}' of persona '{persona}' is not answered anywhere yet; finish '{item}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed(
            "content/zelf-of-verhuizer.md", "[zelf-of-verhuizer]", "[zelf-of-verhuizer, wat-kost-het]"
        )
        | changed("content/verhuisvoorstel.md", "answers: [wat-kost-het]\n", ""),
        bad=changed("content/verhuisvoorstel.md", "answers: [wat-kost-het]\n", "")
        | changed("personas/huurder.md", "- id: wat-kost-het", "- id: ⟦wat-kost-het⟧"),
    ),
)
def unanswered_question(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each question without a published answer."""
    yield from unmet(project, "question")
