"""The format of an item does not suit the stage or the touchpoint it is written for.

## What it finds

An item whose `format` is not among the `formats` of its touchpoint, or of its stage where your own journey
lists them. A list that comes from a model is read as advice: there only a format that clearly belongs
elsewhere is reported, such as a quote for people who do not know you yet, a manual before the sale, an
advertisement for customers, or a product page in a stage that shuns talk of your own product. With `strict`
the lists of the models count by the letter as well. An item that stands in several places is reported when
it fits none of them.

## Why it matters

A format makes a promise. Somebody who wants to understand a problem does not open a quote, and somebody who
needs help with what was bought does not wait for an advertisement.

## How to fix

Choose a format that fits the moment, or move the item to the stage that it was made for. Is the format
right after all? Add it to the `formats` of the touchpoint, or of the stage in your journey.

## Where it comes from

Practice. The customer value journey and the lead-to-revenue model both say which formats serve which stage.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.misfit import Fault, format_fault
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
De vorm van een item past niet bij de fase of het contactmoment waarvoor het geschreven is.

## Wat deze regel vindt

Een item waarvan het `format` niet bij de `formats` van zijn contactmoment staat, of bij die van zijn fase
als je eigen klantreis ze noemt. Een lijst uit een model geldt als advies: daar meldt deze regel alleen een
vorm die duidelijk ergens anders hoort. Denk aan een offerte voor mensen die je nog niet kennen, een
handleiding vóór de koop, een advertentie voor klanten, of een productpagina in een fase waarin het niet
over je eigen product hoort te gaan. Met `strict` tellen de lijsten uit de modellen letterlijk mee. Staat
een item op meer plekken, dan meldt deze regel het alleen als het nergens past.

## Waarom dat telt

Een vorm belooft iets. Wie een probleem wil begrijpen, slaat geen offerte open. En wie hulp zoekt bij wat er
al gekocht is, zit niet op een advertentie te wachten.

## Wat je eraan doet

Kies een vorm die bij het moment past, of zet het item bij de fase waar het voor bedoeld is. Klopt de vorm
toch? Zet hem dan bij de `formats` van het contactmoment, of van de fase in je klantreis.

## Waar dit op rust

Praktijk. De customer value journey en het lead-to-revenue-model zeggen allebei welke vormen bij welke fase
horen.
"""

MOST_NAMED = 4


@rule(
    code="KR045",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "touchpoint": Words(
            nl="format '{format}' hoort niet bij contactmoment '{touchpoint}'; kies uit {fitting}, "
            "of zet de vorm erbij in klantreis '{journey}'",
            en="format '{format}' does not belong to touchpoint '{touchpoint}'; choose from {fitting}, "
            "or add the format in journey '{journey}'",
        ),
        "stage": Words(
            nl="format '{format}' past niet bij fase '{stage}' van klantreis '{journey}'; "
            "kies bijvoorbeeld {fitting}, of een andere fase",
            en="format '{format}' does not suit stage '{stage}' of journey '{journey}'; "
            "choose {fitting} or the like, or another stage",
        ),
        "bare": Words(
            nl="format '{format}' past niet bij fase '{stage}' van klantreis '{journey}'; "
            "kies een andere vorm of een andere fase",
            en="format '{format}' does not suit stage '{stage}' of journey '{journey}'; "
            "choose another format or stage",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "strict",
            False,
            Words(
                nl="Of ook elke vorm telt die het model bij de fase niet noemt",
                en="Whether every format counts that the model does not name for the stage",
            ),
        ),
    ),
    examples=Examples(
        good=changed("content/hoeveel-dozen.md", "format: article", "format: infographic")
        | changed("journeys/verhuizen.yaml", "        formats: [article]\n", ""),
        bad=changed("content/hoeveel-dozen.md", "format: article", "format: ⟦price-list⟧"),
    ),
)
def format_unfit_for_stage(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the format of each item that fits none of its places."""
    strict = bool(options["strict"])
    for item in project.current_items:
        fault = _strictly(project, item) if strict else project.format_faults.get(item.path)
        if fault is not None and fault.kind != "channel":
            yield _problem(item, fault)


def _strictly(project: Project, item: Item) -> Fault | None:
    return format_fault(item, project.moments[item.path], project.rooms, strict=True)


def _problem(item: Item, fault: Fault) -> Problem:
    journey, stage, touchpoint, persona = fault.moment
    return Problem(
        path=item.path,
        span=item.span("format"),
        variant=fault.kind if fault.fitting else "bare",
        values={
            "format": item.format or "",
            "fitting": ", ".join(fault.fitting[:MOST_NAMED]),
            "stage": stage.id,
            "journey": journey.id,
            "touchpoint": touchpoint.id if touchpoint else "",
        },
        subject=Subject(
            item=item.id,
            journey=journey.id,
            persona=persona,
            stage=stage.id,
            touchpoint=touchpoint.id if touchpoint else None,
            channel=item.channel,
        ),
    )
