"""A gain that a persona hopes for is given by nothing that is published.

## What it finds

A gain in a persona file that no published item for this persona names under `gives`. It is reported once, at
the gain, also when the persona travels several journeys.

## Why it matters

Pains make people look for something; gains make them choose. A text that shows what the customer hopes for
persuades more than a list of features.

## How to fix

Show in a text how the customer gets what he or she hopes for, with an example. Does an item do so already?
Add the gain to its `gives`.

## Where it comes from

House opinion. The ideal journey gives each persona gains beside pains; that each of them deserves a text is
our own reading, so this is a hint."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule, unmet
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een wens van een persona komt in niets wat gepubliceerd is aan bod.

## Wat deze regel vindt

Een wens (`gain`) in een personabestand die geen enkel gepubliceerd item voor deze persona onder `gives`
noemt. De bevinding komt één keer, bij de wens zelf, ook als de persona meer reizen maakt.

## Waarom dat telt

Door een pijnpunt gaan mensen zoeken, door een wens kiezen ze. Een tekst die laat zien wat de klant hoopt te
krijgen, overtuigt meer dan een lijst eigenschappen.

## Wat je eraan doet

Laat in een tekst met een voorbeeld zien hoe de klant krijgt waar hij op hoopt. Doet een item dat al? Zet de
wens daar onder `gives`.

## Waar dit op rust

Eigen keuze. De ideale klantreis geeft elke persona naast pijnpunten ook winstpunten. Dat elk daarvan een
tekst verdient, is onze eigen uitleg. Daarom is dit een tip.
"""


@rule(
    code="KR032",
    severity=Severity.INFO,
    basis="house opinion",
    messages={
        "": Words(
            nl="wens '{gain}' van persona '{persona}' komt in geen gepubliceerd item aan bod; laat zien "
            "hoe de "
            "klant dit krijgt en zet '{gain}' bij dat item onder gives",
            en="no published item gives persona '{persona}' the gain '{gain}'; show how the customer "
            "gets it "
            "and put '{gain}' under gives of that item",
        ),
        "started": Words(
            nl="wens '{gain}' van persona '{persona}' komt nog in geen gepubliceerd item aan bod; "
            "maak '{item}' af",
            en="no published item gives persona '{persona}' the gain '{gain}' yet; finish '{item}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed(
            "content/verhuisvoorstel.md", "gives: [vaste-prijs]", "gives: [vaste-prijs, vrienden-ontzien]"
        )
        | changed("content/inpakmail.md", "gives: [vrienden-ontzien]\n", ""),
        bad=changed("content/inpakmail.md", "gives: [vrienden-ontzien]\n", "")
        | changed("personas/huurder.md", "- id: vrienden-ontzien", "- id: ⟦vrienden-ontzien⟧"),
    ),
)
def unmet_gain(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each gain that no published item gives."""
    yield from unmet(project, "gain")
