"""An item names a touchpoint that its stage does not have.

## What it finds

A word behind `touchpoint` that is no touchpoint id in the journeys of the item's personas, or a
touchpoint after which another would come that does not exist. Where a stage lacks touchpoints while most
stages of the journey have them, that is reported at the stage, and not at every item.

## Why it matters

The touchpoint is the most precise tag there is: it says at which moment somebody meets the item. With
an unknown one the moment stays empty.

## How to fix

Choose a touchpoint of the stage, or leave the key out when stage and channel leave only one. Is the
moment new, add it to the journey first.

## Where it comes from

Practice. The touchpoint record of the five A's is the unit that content is planned in.
"""

from collections.abc import Iterator, Set

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.trouble import Value
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item noemt een contactmoment dat niet in zijn fase voorkomt.

## Wat deze regel vindt

Een woord achter `touchpoint` dat in de klantreizen van de persona's geen id van een contactmoment is, of
een contactmoment dat volgens de klantreis na een onbekend ander moment komt. Heeft een fase geen
contactmomenten terwijl de meeste fasen van de klantreis die wel hebben, dan staat dat bij de fase en niet
bij elk item.

## Waarom dat telt

Het contactmoment is de preciesste tag die er is: het zegt op welk moment iemand het item tegenkomt. Met
een onbekend moment blijft het echte moment leeg.

## Wat je eraan doet

Kies een contactmoment van de fase. Laten fase en kanaal er maar één over, dan kun je de sleutel
weglaten. Is het moment nieuw, zet het dan eerst in de klantreis.

## Waar dit op rust

Praktijk. In het model met de vijf A's plan je content per contactmoment.
"""

MESSAGES = {
    "near": Words(
        nl="fase '{stage}' van {journey} heeft geen contactmoment '{word}'; bedoel je '{near}'?",
        en="stage '{stage}' of {journey} has no touchpoint '{word}'; did you mean '{near}'?",
    ),
    "": Words(
        nl="fase '{stage}' van {journey} heeft geen contactmoment '{word}'; kies uit {known}",
        en="stage '{stage}' of {journey} has no touchpoint '{word}'; choose from {known}",
    ),
    "none": Words(
        nl="fase '{stage}' van {journey} heeft geen contactmomenten, dus ook niet '{word}'; "
        "haal deze sleutel weg",
        en="stage '{stage}' of {journey} has no touchpoints, so no '{word}' either; remove this key",
    ),
}

EXAMPLES = Examples(
    good=changed("content/inpakmail.md", "channel: email", "channel: email\ntouchpoint: inpakmail"),
    bad=changed("content/inpakmail.md", "channel: email", "channel: email\ntouchpoint: ⟦inpakmial⟧"),
    fixed=changed("content/inpakmail.md", "channel: email", "channel: email\ntouchpoint: inpakmail"),
)


@rule(
    code="KR017",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each touchpoint that its stage does not have."""
    bare = {(journey.id, stage.id) for journey in project.journeys for stage in journey.bare_stages}
    doubled = _with_a_double(project)
    for problem in reported(project, "unknown-touchpoint"):
        here = problem.values.get("journey"), problem.values.get("stage")
        if here not in doubled and (problem.variant != "none" or here not in bare):
            yield problem


def _with_a_double(project: Project) -> Set[tuple[Value, Value]]:
    """Return the stages, by journey, in which an id stands that is to become another: perhaps this one."""
    doubles = project.troubles.get("duplicate-id", ())
    return {(t.about["journey"], t.about["stage"]) for t in doubles if "touchpoint" in t.about}
