"""A link takes the reader past one or more stages of the journey.

## What it finds

A link or `next` to an item for the same persona in the same journey that stands further on than the stage
that follows. Stages count along the journey's own `next`. Stages that may run at the same time are no skip,
nor is a jump to a stage where people enter or from one where they leave. One skipped stage is a hint, two
or more are a warning; a journey may be stricter under its `rules`, and in the customer value journey three
are an error.

## Why it matters

A reader who is orienting and lands on an order page has not yet had an answer to what comes in between.
That is where people drop out.

## How to fix

Link to an item for the stage that follows, and from there on. Does the content for that stage exist? If not,
that is the gap to fill first.

## Where it comes from

Practice. The customer value journey says it most strictly: one skipped step is tolerated, two weaken the bond
and more break it.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey
from klantreis.model.leap import Leap, Routes, leaps, routes_of
from klantreis.model.placed import Placed
from klantreis.model.project import Project
from klantreis.model.way import Way
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule, within
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een link neemt de lezer mee voorbij een of meer fasen van de klantreis.

## Wat deze regel vindt

Een link of `next` naar een item voor dezelfde persona in dezelfde klantreis, dat verder staat dan de
eerstvolgende fase. De fasen tellen langs de `next` van de klantreis zelf. Fasen die tegelijk mogen lopen
tellen niet als overgeslagen. Een sprong naar een fase waar mensen instappen of vanuit een fase waar ze
uitstappen mag ook. Eén overgeslagen fase is een tip, twee of meer zijn een waarschuwing. Een klantreis mag
onder `rules` strenger zijn, en in de customer value journey zijn drie overgeslagen fasen een fout.

## Waarom dat telt

Wie zich nog oriënteert en op een bestelpagina belandt, heeft op alles daartussen nog geen antwoord
gekregen. Op zo'n punt haken mensen af.

## Wat je eraan doet

Link naar een item voor de fase die volgt, en vandaar verder. Is er voor die fase nog geen content? Dan is
dat het gat om eerst te vullen.

## Waar dit op rust

Praktijk. De customer value journey is er het strengst in: één overgeslagen stap is te verdragen, twee
verzwakken de band en meer breken hem.
"""

LEVELS = (("error_from", Severity.ERROR), ("warning_from", Severity.WARNING), ("info_from", Severity.INFO))

_LINK = "[zelf sjouwen of hulp vragen](zelf-of-verhuizer.md)"


class Judged(NamedTuple):
    """A leap, and how bad it is in its journey."""

    severity: Severity
    leap: Leap


@rule(
    code="KR042",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "one": Words(
            nl="deze link gaat van fase '{stage}' naar fase '{later}' en slaat '{skipped}' over; link "
            "eerst naar "
            "iets voor die fase",
            en="this link goes from stage '{stage}' to stage '{later}' and skips '{skipped}'; link to "
            "something "
            "for that stage first",
        ),
        "more": Words(
            nl="deze link gaat van fase '{stage}' naar fase '{later}' en slaat {count} fasen over "
            "({skipped}); link "
            "eerst naar iets voor fase '{first}'",
            en="this link goes from stage '{stage}' to stage '{later}' and skips {count} stages "
            "({skipped}); link to "
            "something for stage '{first}' first",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "info_from",
            1,
            Words(
                nl="Vanaf hoeveel overgeslagen fasen het een tip is (0: nooit)",
                en="From how many skipped stages it is a hint (0: never)",
            ),
            by_journey=True,
        ),
        Option(
            "warning_from",
            2,
            Words(
                nl="Vanaf hoeveel overgeslagen fasen het een waarschuwing is (0: nooit)",
                en="From how many skipped stages it is a warning (0: never)",
            ),
            by_journey=True,
        ),
        Option(
            "error_from",
            0,
            Words(
                nl="Vanaf hoeveel overgeslagen fasen het een fout is (0: nooit)",
                en="From how many skipped stages it is an error (0: never)",
            ),
            by_journey=True,
        ),
    ),
    examples=Examples(
        good=changed("content/hoeveel-dozen.md", _LINK, f"{_LINK} of over de [inpaklijst](inpakmail.md)"),
        bad=changed("content/hoeveel-dozen.md", _LINK, f"{_LINK} of over de ⟦[eerste week](eerste-week.md)⟧"),
    ),
)
def skipped_stage(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each link that passes over stages, once for each item it leads to."""
    routes = {journey.id: routes_of(journey) for journey in project.journeys}
    limits = {journey.id: _limits(journey, options) for journey in project.journeys}
    for (here, there), ways in project.flow.steps.items():
        judged = _least(here, there, routes, limits)
        if judged is None:
            continue
        for way in ways:
            yield _problem(way, judged, project.item_by_path[way.to].id)


def _problem(way: Way, judged: Judged, to: str) -> Problem:
    leap = judged.leap
    return Problem(
        path=way.item.path,
        span=way.span,
        variant="one" if len(leap.skipped) == 1 else "more",
        values={
            "stage": leap.stage,
            "later": leap.later,
            "count": len(leap.skipped),
            "skipped": ", ".join(leap.skipped),
            "first": leap.skipped[0],
        },
        subject=Subject(
            item=way.item.id, journey=leap.journey, persona=leap.persona, stage=leap.stage, detail=to
        ),
        severity=judged.severity,
    )


def _least(
    here: Placed, there: Placed, routes: Mapping[str, Routes], limits: Mapping[str, Mapping[str, int]]
) -> Judged | None:
    """Return the mildest leap that a link can be, or nothing when in some journey it is no leap."""
    found = []
    for leap in leaps(here, there, routes):
        severity = _severity(len(leap.skipped), limits[leap.journey])
        if severity is None:
            return None
        found.append(Judged(severity, leap))
    return min(found, key=lambda judged: (judged.severity, len(judged.leap.skipped)), default=None)


def _severity(count: int, limits: Mapping[str, int]) -> Severity | None:
    return next((level for name, level in LEVELS if 0 < limits[name] <= count), None)


def _limits(journey: Journey, options: Options) -> Mapping[str, int]:
    """Return the limits that hold in a journey: its own (or its model's), else those of the project."""
    own = within(journey, "skipped-stage", options)
    return {name: own[name] for name, _ in LEVELS}
