"""A text pushes the organisation's own product harder than its stage bears.

## What it finds

Every text has a score for sales pressure, from 0 to 100. It adds up what each sentence does: naming a price
or an offer of its own, pressing for haste, calling to action, praising itself, making its own product the
answer. The finding appears when the score is above the `push_allowance` of the stage, marks the sentences
that carry the score, and says what the strongest of them does. With several stages or journeys the lowest
allowance counts.

Prices in general, comparisons of others' products, examples of calls to action in a lesson and a modest
pointer at the end weigh little or nothing. A text of a few words, or in a language that is not judged, gets
no score. A sale in a service message is left to the rule about that.

## Why it matters

Whoever has just met a problem is not looking for a product yet. A text that sells at that moment loses
readers who might have become customers later.

## How to fix

Begin with the sentence that is marked: cut it, or say the same without yourself in it. Move the offer to a
text for a later stage and end with one link to that text. Does this text belong to a later stage after all?
Change its `stage`.

## Where it comes from

Practice. All five models keep the product out of the first stages, each in its own words; the allowances per
stage are ours. How the score is made is written down in the project's decisions.
"""

from collections.abc import Iterator

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.sale import sells_in_service
from klantreis.model.strain import overstrained
from klantreis.model.vocabulary import FACETS
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een tekst duwt het eigen product harder dan de fase verdraagt.

## Wat deze regel vindt

Elke tekst krijgt een score voor verkoopdruk, van 0 tot 100. Die telt op wat elke zin doet: een eigen prijs
of aanbod noemen, haast maken, tot actie oproepen, zichzelf prijzen, het eigen product als antwoord geven.
De bevinding verschijnt als de score hoger is dan de `push_allowance` van de fase. Ze markeert de zinnen die
de score dragen en zegt wat de sterkste daarvan doet. Heeft een item meer fasen of klantreizen, dan telt de
laagste grens.

Prijzen in het algemeen, vergelijkingen van producten van anderen, voorbeelden van oproepen in een les en
een bescheiden verwijzing aan het eind wegen weinig of niets. Een tekst van een paar woorden, of in een taal
die niet beoordeeld wordt, krijgt geen score. Verkoopt een servicebericht, dan meldt de regel daarover dat.

## Waarom dat telt

Wie net een probleem heeft ontdekt, zoekt nog geen product. Een tekst die dan al verkoopt, verliest lezers die
later klant hadden kunnen worden.

## Wat je eraan doet

Begin met de zin die gemarkeerd is: schrap hem, of zeg hetzelfde zonder jezelf erin. Zet het aanbod in een
tekst voor een latere fase en eindig met één link daarheen. Hoort deze tekst toch bij een latere fase? Pas
dan `stage` aan.

## Waar dit op rust

Praktijk. Alle vijf de modellen houden het product in de eerste fasen buiten beeld, elk in eigen woorden. De
grenzen per fase zijn van ons. Hoe de score tot stand komt, staat bij de beslissingen van het project.
"""

_SAYS = Words(
    nl="deze tekst verkoopt te hard: verkoopdruk {score}, waar fase '{stage}' van klantreis '{journey}' "
    "er {allowance} "
    "verdraagt",
    en="this text sells too hard: a score of {score}, where stage '{stage}' of journey '{journey}' bears "
    "{allowance}",
)
_BEGIN = Words(nl="; begin met deze zin ({facet})", en="; begin with this sentence ({facet})")

_PITCH = """\
Dat overkomt je niet met Trapop, de beste verhuizer van Arnhem. ⟦Vraag vandaag nog een voorstel aan voor
ons Tilpakket, nu maar 480 euro met tien procent korting!⟧ Wij nemen je al het werk uit handen.
"""


@rule(
    code="KR031",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(_SAYS.nl + _BEGIN.nl, _SAYS.en + _BEGIN.en),
        "advice": Words(f"{_SAYS.nl}{_BEGIN.nl}: {{advice}}", f"{_SAYS.en}{_BEGIN.en}: {{advice}}"),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/hoeveel-dozen.md": BASE["content/hoeveel-dozen.md"]},
        bad=changed(
            "content/hoeveel-dozen.md", "\nEen vuistregel helpt.", f"\n{_PITCH}\nEen vuistregel helpt."
        ),
    ),
)
def product_push(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each text that pushes beyond what its strictest stage bears."""
    for placed, items in project.current_groups.items():
        for item in items:
            message = item.message
            if message is None or (message.push or 0) <= placed.least_allowance:
                continue
            strictest = overstrained(item, placed.stages)
            if strictest is not None and not sells_in_service(item, message):
                yield _problem(item, message, *strictest)


def _problem(item: Item, message: Message, journey: Journey, stage: Stage) -> Problem:
    strongest = message.evidence[0] if message.evidence else None
    facet = strongest.facet if strongest else "own-product"
    advice = _advice(facet, stage)
    return Problem(
        path=item.path,
        span=strongest.span if strongest else item.span("title"),
        variant="advice" if advice else "",
        values={
            "score": message.push or 0,
            "stage": stage.id,
            "journey": journey.id,
            "allowance": stage.push_allowance,
            "facet": Words(nl=FACETS[facet].nl, en=FACETS[facet].en),
            "advice": advice or "",
        },
        subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        score=message.push,
        evidence=tuple(Evidence(passage.span, passage.facet) for passage in message.evidence),
    )


def _advice(facet: str, stage: Stage) -> Words | None:
    """Return what the stage itself says about this facet, as the end of a sentence."""
    said = next((guidance.advice for guidance in stage.avoid if guidance.facet == facet), None)
    return None if said is None else Words(*(text[:1].lower() + text[1:].rstrip(".") for text in said))
