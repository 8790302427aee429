"""Readers must leave their details before they know you.

## What it finds

An item with a `gate` in a stage of the awareness phase, or in a stage that bears no stronger call to action
than following. In the customer value journey it is every stage before `subscribe`.

## Why it matters

People who only just notice a problem, or you, weigh an address against nothing. They close the page, and
share it with nobody.

## How to fix

Give this item away, and keep the gate for something in a later stage that is worth an address.

## Where it comes from

House opinion. The customer value journey has people come across you and read something first, and asks for
their details in its third step."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.commitment import MODEL, SIGNING_UP
from klantreis.model.flow import is_gated
from klantreis.model.journey import Journey, Stage
from klantreis.model.project import Project
from klantreis.model.vocabulary import is_stronger
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Lezers moeten gegevens achterlaten voordat ze je kennen.

## Wat deze regel vindt

Een item met een `gate` in een fase van de bewustwording, of in een fase die geen sterkere oproep verdraagt
dan volgen. In de customer value journey gaat het om elke fase voor `subscribe`.

## Waarom dat telt

Wie een probleem net opmerkt, of jou net tegenkomt, heeft nog niets om een mailadres tegen af te wegen. Zo
iemand sluit de pagina en deelt hem met niemand.

## Wat je eraan doet

Geef dit item weg, en bewaar de gate voor iets in een latere fase dat een adres waard is.

## Waar dit op rust

Eigen keuze. In de customer value journey komen mensen je eerst tegen en lezen ze eerst iets; hun gegevens
vraagt die pas in de derde stap.
"""


@rule(
    code="KR086",
    severity=Severity.INFO,
    basis="house opinion",
    local=True,
    messages=Words(
        nl="'{gate}' vragen is vroeg in fase '{stage}' van klantreis '{journey}'; geef dit weg en vraag "
        "het in een latere fase",
        en="asking for '{gate}' is early in stage '{stage}' of journey '{journey}'; give this away and ask "
        "in a later stage",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/zelf-of-verhuizer.md", "cta: contact", "cta: contact\ngate: email"),
        bad=changed("content/hoeveel-dozen.md", "cta: read", "cta: read\ngate: ⟦email⟧"),
    ),
)
def early_gate(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each gate of an item that stands in early stages only."""
    for item in project.flow.live.values():
        if not is_gated(item):
            continue
        stages = project.stages_of(item)
        if not stages or not all(_is_early(journey, stage) for journey, stage in stages):
            continue
        journey, stage = stages[0]
        yield Problem(
            path=item.path,
            span=item.span("gate"),
            values={"gate": item.gate or "", "stage": stage.id, "journey": journey.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )


def _is_early(journey: Journey, stage: Stage) -> bool:
    if MODEL in (journey.id, *journey.lineage) and journey.has_stage(SIGNING_UP):
        return journey.position(stage.id) < journey.position(SIGNING_UP)
    # After the purchase an address is known, whatever the ceiling of a stage says.
    is_before = not {"awareness", "consideration"}.isdisjoint(stage.phases)
    return set(stage.phases) == {"awareness"} or (is_before and is_stronger("subscribe", stage.ceiling))
