"""A customer is offered more before the first purchase has shown its worth.

## What it finds

An item with `offer: upsell` or `offer: cross-sell` in a stage that comes before the one in which the
customer feels the value (`value_felt` in the journey). A text that clearly makes such an offer is found as
well, where it sells and says so in the usual words: upgrade to, as an existing customer, on top of your
current plan.

In a journey in which no stage has `value_felt`, nothing is found.

## Why it matters

Somebody who does not know yet whether the first thing works, hears in an offer for more that the first was
not enough. It costs the sale that was nearly made, or the trust that had just been given.

## How to fix

Move the offer to an item in a stage after the value was felt. Before that, help people to get something out
of what they chose. Is it the main offer after all? Then write `offer: core`.

## Where it comes from

Practice. In the customer value journey people first have their aha-moment and only then move up.
"""

from collections.abc import Iterator

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.project import Project
from klantreis.model.vocabulary import OFFERS
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed
from klantreis.text.prose import Said, finds, said_in

MANUAL_NL = """
Een klant krijgt meer aangeboden voordat de eerste aankoop zich bewezen heeft.

## Wat deze regel vindt

Een item met `offer: upsell` of `offer: cross-sell` in een fase vóór de fase waarin de klant de waarde merkt
(`value_felt` in de klantreis). Een tekst die duidelijk zo'n aanbod doet, telt ook mee: als hij verkoopt en
dat met de gewone woorden doet, zoals upgrade naar, als bestaande klant, naast je huidige pakket.

Heeft geen enkele fase van de klantreis `value_felt`, dan vindt de regel niets.

## Waarom dat telt

Wie nog niet weet of het eerste werkt, hoort in een aanbod voor meer dat het eerste niet genoeg was. Dat
kost de verkoop die bijna rond was, of het vertrouwen dat iemand net gegeven had.

## Wat je eraan doet

Zet het aanbod in een item voor een fase nadat de waarde gemerkt is. Help mensen vóór die tijd om iets te
halen uit wat ze kozen. Is dit toch het hoofdaanbod? Schrijf dan `offer: core`.

## Waar dit op rust

Praktijk. In de customer value journey komt eerst het aha-moment, en pas daarna iets extra's.
"""

MORE = frozenset(("upsell", "cross-sell"))

_PLACE = Words(
    nl="in fase '{stage}' van klantreis '{journey}', en de klant merkt de waarde pas in '{later}'",
    en="in stage '{stage}' of journey '{journey}', and the customer feels the value only in '{later}'",
)
_WAY = Words(nl="bewaar het voor daarna", en="keep it for after that")


@rule(
    code="KR103",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl=f"{{offer}} komt te vroeg {_PLACE.nl}; {_WAY.nl}",
            en=f"{{offer}} comes too early {_PLACE.en}; {_WAY.en}",
        ),
        "text": Words(
            nl=f"hier biedt de tekst een klant al meer aan, te vroeg {_PLACE.nl}; {_WAY.nl}",
            en=f"here the text already offers a customer more, too early {_PLACE.en}; {_WAY.en}",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/verhuisvoorstel.md", "cta: quote", "cta: quote\noffer: core"),
        bad=changed("content/verhuisvoorstel.md", "cta: quote", "cta: quote\noffer: ⟦upsell⟧"),
    ),
)
def upsell_before_value(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each offer for more that stands before the stage in which value is felt."""
    felt = {j.id: stage for j in project.journeys if (stage := _first_felt(j)) is not None}
    for placed, items in project.current_groups.items() if felt else ():
        place = next((p for p in placed.stages if _is_before(*p, felt)), None)
        if place is not None:
            later = felt[place[0].id]
            for item in items:
                yield from _offers(item, project, *place, later)


def _offers(item: Item, project: Project, journey: Journey, stage: Stage, later: Stage) -> Iterator[Problem]:
    if item.offer in MORE:
        yield _declared(item, journey, stage, later)
    elif item.offer is None and (said := _offering_more(item, project)) is not None:
        yield _found(item, said, journey, stage, later)


def _first_felt(journey: Journey) -> Stage | None:
    return next((stage for stage in journey.stages if stage.value_felt), None)


def _is_before(journey: Journey, stage: Stage, felt: dict[str, Stage]) -> bool:
    later = felt.get(journey.id)
    return later is not None and journey.position(stage.id) < journey.position(later.id)


def _declared(item: Item, journey: Journey, stage: Stage, later: Stage) -> Problem:
    term = OFFERS[item.offer or ""]
    return Problem(
        path=item.path,
        span=item.span("offer"),
        values={
            "offer": Words(term.nl, term.en),
            "stage": stage.id,
            "journey": journey.id,
            "later": later.id,
        },
        subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
    )


def _offering_more(item: Item, project: Project) -> Said | None:
    """Return the sentence in which a text that sells offers more to people who are customers already."""
    message = item.message
    if message is None or not item.has_text or not (message.sells or (item.sells and message.push)):
        return None
    facets = [facet for facet in MORE if facet in message.facets]
    sentences = said_in(item, project.texts) if facets else ()
    return next((said for said in sentences if finds("to-customers", message.language, said.words)), None)


def _found(item: Item, said: Said, journey: Journey, stage: Stage, later: Stage) -> Problem:
    return Problem(
        path=item.path,
        span=said.span,
        variant="text",
        values={"stage": stage.id, "journey": journey.id, "later": later.id},
        subject=Subject(
            item=item.id, journey=journey.id, stage=stage.id, channel=item.channel, detail="text"
        ),
        evidence=(Evidence(said.span, "upsell"),),
    )
