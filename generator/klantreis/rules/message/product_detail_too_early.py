"""Pages of product detail where people only look around.

## What it finds

A text in a stage before the decision that wants inspiration or shuns product detail, in which at least 5
sentences (`least`) give sizes, materials, parts or functions, and at least 4 in every hundred words
(`density`). Such a text need not sell: neutral detail tires just as much. A manual or step-by-step text
counts only when it names a product of your own.

## Why it matters

Whoever is still discovering has no use for weights and versions. The detail does no harm in a later stage;
here it makes people leave before they know what it could do for them.

## How to fix

Tell what somebody can do with it, in a situation the reader knows, and keep the figures for a page in a
later stage. End with a link to that page.

## Where it comes from

Practice. The lead-to-revenue model does not want to tire discovering customers with the product; other
models have it shunned in their first stages as well. The figures are ours; in the content we measured no
text that informs came near them.
"""

from collections.abc import Iterator

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.journey import Stage
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Bladzijden vol productdetails waar mensen alleen nog rondkijken.

## Wat deze regel vindt

Een tekst in een fase vóór de beslissing die inspiratie vraagt of productdetails mijdt, waarin minstens 5
zinnen (`least`) over maten, materialen, onderdelen of functies gaan, en minstens 4 op de honderd woorden
(`density`). Zo'n tekst hoeft niet te verkopen: ook neutrale details vermoeien. Een handleiding of
stappenplan telt alleen mee als er een eigen product in genoemd wordt.

## Waarom dat telt

Wie nog ontdekt, heeft niets aan gewichten en versies. In een latere fase kunnen die details geen kwaad.
Hier haken mensen af voordat ze weten wat ze eraan zouden hebben.

## Wat je eraan doet

Vertel wat iemand ermee kan, in een situatie die de lezer kent, en bewaar de cijfers voor een pagina in een
latere fase. Eindig met een link naar die pagina.

## Waar dit op rust

Praktijk. Het lead-to-revenue-model wil ontdekkende klanten niet vermoeien met het product. Ook andere
modellen houden het in hun eerste fasen weg. De getallen zijn van ons; in de content die we maten kwam geen
informerende tekst erbij in de buurt.
"""

_EARLY = frozenset(("awareness", "consideration"))
_STEPS = frozenset(("how-to", "manual", "checklist", "tool", "template"))

_SPECS = """\
Een verhuisdoos van Trapop is 60 cm lang, 40 cm breed en 35 cm hoog. Het karton heeft een dikte van 7 mm. De
bodem houdt een gewicht van 40 kilo. De boekendoos heeft een inhoud van 36 liter en weegt leeg 700 gram. De
kledingdoos heeft een roede van aluminium met een diameter van 22 mm. De tape is 48 mm breed en 66 meter lang.
De verhuisdeken weegt 900 gram. De riem is 5 cm breed en draagt 300 kilo.
"""
_RULE = "Een vuistregel helpt. Reken voor elke kamer op tien dozen en voor de keuken op vijftien. Woon je\n"


def _with_specs(mark: tuple[str, str]) -> dict[str, str]:
    first, rest = _SPECS.split(". ", 1)
    return changed("content/hoeveel-dozen.md", _RULE, f"{mark[0]}{first}.{mark[1]} {rest}\nWoon je\n")


@rule(
    code="KR096",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="{count} zinnen met productdetails, te vroeg voor fase '{stage}' van klantreis '{journey}'; "
        "vertel wat de lezer eraan heeft en bewaar de details voor later",
        en="{count} sentences of product detail, too early for stage '{stage}' of journey '{journey}'; "
        "tell what it does for the reader and keep the details for later",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "least",
            5,
            Words(
                nl="zoveel zinnen met productdetails zijn er minstens",
                en="so many sentences of product detail there are at least",
            ),
        ),
        Option(
            "density",
            4.0,
            Words(
                nl="zoveel zinnen met productdetails staan er minstens op elke honderd woorden",
                en="so many sentences of product detail stand in every hundred words at least",
            ),
        ),
    ),
    examples=Examples(
        good={"content/hoeveel-dozen.md": BASE["content/hoeveel-dozen.md"]},
        bad=_with_specs(("⟦", "⟧")),
    ),
)
def product_detail_too_early(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the first of the details in each text that is full of them too early."""
    early = frozenset((j.id, s.id) for j in project.journeys for s in j.stages if _is_early(s))
    for item, message, journey, stage in project.judged_in(early):
        if "product-detail" not in message.facets:
            continue
        detail = message.strength("product-detail")
        if detail.points < options["least"] or detail.points * 100 < options["density"] * message.words:
            continue
        if _only_explains(item, message):
            continue
        yield Problem(
            path=item.path,
            span=detail.spans[0],
            values={"count": detail.points, "stage": stage.id, "journey": journey.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            evidence=tuple(Evidence(span, "product-detail") for span in detail.spans),
        )


def _is_early(stage: Stage) -> bool:
    shuns = any(guidance.facet == "product-detail" for guidance in stage.avoid)
    wants = any(guidance.facet == "inspiration" for guidance in stage.emphasise)
    return (shuns or wants) and _EARLY.issuperset(stage.phases)


def _only_explains(item: Item, message: Message) -> bool:
    return item.format in _STEPS and not message.strength("own-product").points
