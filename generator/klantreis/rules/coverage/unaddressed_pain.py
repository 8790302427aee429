"""A pain of a persona is eased by nothing that is published.

## What it finds

A pain in a persona file that no published item for this persona names under `eases`. It is reported once, at
the pain, also when the persona travels several journeys.

## Why it matters

What customers dread stops them. You have written down what it is, so you know more than most; as long as no
text does anything about it, the customer does not notice.

## How to fix

Write a text that prevents the pain or turns it around: the persona file says under `prevent` and `turn` how.
Does an item do so already? Add the pain to its `eases`.

## Where it comes from

Practice. The ideal journey gives each persona pains per stage, each with a way to prevent it and a way to
turn it.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule, unmet
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een pijnpunt van een persona wordt door niets wat gepubliceerd is verzacht.

## Wat deze regel vindt

Een pijnpunt in een personabestand dat geen enkel gepubliceerd item voor deze persona onder `eases` noemt. De
bevinding komt één keer, bij het pijnpunt zelf, ook als de persona meer reizen maakt.

## Waarom dat telt

Waar klanten tegenop zien, dat houdt ze tegen. Je hebt opgeschreven wat het is en weet dus meer dan de meeste
anderen. Maar zolang geen enkele tekst er iets aan doet, merkt de klant daar niets van.

## Wat je eraan doet

Schrijf een tekst die het pijnpunt voorkomt of omkeert. In het personabestand staat onder `prevent` en `turn`
hoe. Doet een item dat al? Zet het pijnpunt daar onder `eases`.

## Waar dit op rust

Praktijk. De ideale klantreis geeft elke persona per fase pijnpunten, elk met een manier om het te voorkomen
en een manier om het om te keren.
"""


@rule(
    code="KR030",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "": Words(
            nl="geen gepubliceerd item doet iets aan pijnpunt '{pain}' van persona '{persona}'; schrijf "
            "erover "
            "en zet '{pain}' bij dat item onder eases",
            en="no published item does anything about pain '{pain}' of persona '{persona}'; write about it "
            "and put '{pain}' under eases of that item",
        ),
        "started": Words(
            nl="nog geen gepubliceerd item doet iets aan pijnpunt '{pain}' van persona '{persona}'; "
            "maak '{item}' af",
            en="no published item does anything about pain '{pain}' of persona '{persona}' yet; "
            "finish '{item}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed(
            "content/inpakmail.md",
            "gives: [vrienden-ontzien]",
            "eases: [zere-rug]\ngives: [vrienden-ontzien]",
        )
        | changed("content/zelf-of-verhuizer.md", "eases: [zere-rug]\n", ""),
        bad=changed("content/zelf-of-verhuizer.md", "eases: [zere-rug]\n", "")
        | changed("personas/huurder.md", "- id: zere-rug", "- id: ⟦zere-rug⟧"),
    ),
)
def unaddressed_pain(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each pain that no published item eases."""
    yield from unmet(project, "pain")
