"""A persona finds nothing published in a whole stage.

## What it finds

A stage of a journey in which a persona needs something and no published item serves it, at any touchpoint.
When the stage is empty for every persona that travels the journey, that is one finding. It stands at the
stage in the journey, or at the `extends` line when the stage comes from the model. It is an error when one
of the places in the stage is a `must`, and a warning when none is more than a `should`.

## Why it matters

A stage without content is a hole in the road. The customer has arrived there, with the questions that go
with it, and goes to look for the answer elsewhere.

## How to fix

Write an item for the most important touchpoint of the stage. Is it right that there is nothing here, for
instance because people are spoken to in person? Give the touchpoint or the stage an `exempt` with a reason,
an owner and an end date.

## Where it comes from

Practice. Counting content per stage is the classic content audit. The customer value journey adds why holes
count: one skipped step can be borne, and with more of them the bond weakens or breaks.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.gap import EmptyStage
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een persona vindt in een hele fase niets wat gepubliceerd is.

## Wat deze regel vindt

Een fase van een klantreis waarin een persona iets nodig heeft, terwijl op geen enkel contactmoment iets
gepubliceerd is. Is de fase leeg voor elke persona die deze reis maakt, dan is dat één bevinding. Ze staat
bij de fase in de klantreis, of bij de regel `extends` als de fase uit het model komt. Het is een fout als een
van de plekken in de fase verplicht is (`must`), en een waarschuwing als er niets bij is wat zwaarder weegt
dan `should`.

## Waarom dat telt

Een fase zonder content is een gat in de weg. De klant is er, met de vragen die erbij horen, en zoekt het
antwoord dan maar ergens anders.

## Wat je eraan doet

Schrijf een item voor het belangrijkste contactmoment van de fase. Is het terecht dat hier niets staat,
bijvoorbeeld omdat je mensen dan persoonlijk spreekt? Geef het contactmoment of de fase een `exempt` met een
reden, een eigenaar en een einddatum.

## Waar dit op rust

Praktijk. Content tellen per fase is de klassieke content-audit. De customer value journey zegt waarom gaten
tellen: één overgeslagen stap is te verdragen, bij meer stappen verzwakt of breekt de band.
"""


_ONE = Words(
    nl="persona '{personas}' vindt niets wat gepubliceerd is in fase '{stage}' van klantreis '{journey}'",
    en="persona '{personas}' finds nothing published in stage '{stage}' of journey '{journey}'",
)
_ALL = Words(
    nl="in fase '{stage}' van klantreis '{journey}' is voor niemand iets gepubliceerd (persona's: "
    "{personas})",
    en="nothing is published for anybody in stage '{stage}' of journey '{journey}' (personas: {personas})",
)
_WAY_ON = Words(
    nl="; schrijf er een item voor, of leg met exempt uit waarom dat niet hoeft",
    en="; write an item for it, or say with exempt why there need not be one",
)
_FINISH = Words(nl="; maak '{item}' af", en="; finish '{item}'")


@rule(
    code="KR026",
    severity=Severity.ERROR,
    basis="practice",
    messages={
        "": Words(_ONE.nl + _WAY_ON.nl, _ONE.en + _WAY_ON.en),
        "started": Words(_ONE.nl + _FINISH.nl, _ONE.en + _FINISH.en),
        "all": Words(_ALL.nl + _WAY_ON.nl, _ALL.en + _WAY_ON.en),
        "all-started": Words(_ALL.nl + _FINISH.nl, _ALL.en + _FINISH.en),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/verhuisvoorstel.md": BASE["content/verhuisvoorstel.md"]},
        bad=changed("content/verhuisvoorstel.md", "channel: website\n", "channel: website\nstatus: draft\n")
        | changed("journeys/verhuizen.yaml", "  action:\n", "  ⟦action⟧:\n"),
    ),
)
def uncovered_stage(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each stage that is empty, for one persona or for all."""
    for gap in project.gaps.stages:
        place = project.journey_by_id[gap.journey].stage(gap.stage).place
        yield Problem(
            path=place.path,
            span=place.span,
            variant=_variant(gap),
            values={
                "personas": ", ".join(gap.personas),
                "stage": gap.stage,
                "journey": gap.journey,
                "item": gap.started or "",
            },
            subject=Subject(
                journey=gap.journey, persona=None if gap.for_all else gap.personas[0], stage=gap.stage
            ),
            severity=Severity.of_missing(gap.need),
        )


def _variant(gap: EmptyStage) -> str:
    return "-".join((("all",) if gap.for_all else ()) + (("started",) if gap.started else ()))
