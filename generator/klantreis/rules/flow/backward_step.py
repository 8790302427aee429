"""A link takes the reader back to an earlier stage.

## What it finds

A link or `next` to an item for the same persona in an earlier stage of the same journey. Going back is no
mistake where the journey says so: to a stage under `returns_to`, or less far back than that; along `next`,
also when the journey is a cycle; and between stages that may run at the same time. A happy customer may pass
on the texts for newcomers: a link from the advocacy phase to a stage where people enter is fine.

## Why it matters

Whoever wants to order and is sent back to an article about the problem loses speed, and perhaps interest.
Every step back is one that the reader has to take again.

## How to fix

Link to something for the same stage or the next. Do people really go back here? Add that stage to
`returns_to` in the journey.

## Where it comes from

House opinion. The ideal customer journey says that buyers may reconsider everything, and where: its purchase
stage leads back on purpose. A step back that no journey provides for is often a link that was left behind."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey
from klantreis.model.placed import Placed, Stand
from klantreis.model.project import Project
from klantreis.model.way import Way
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een link brengt de lezer terug naar een eerdere fase.

## Wat deze regel vindt

Een link of `next` naar een item voor dezelfde persona in een eerdere fase van dezelfde klantreis. Teruggaan
is geen fout als de klantreis erin voorziet: naar een fase onder `returns_to`, of minder ver terug dan dat;
langs `next`, ook als de reis een kringloop is; en tussen fasen die tegelijk mogen lopen. Een tevreden klant
mag teksten voor nieuwkomers doorgeven: een link uit de aanbevelingsfase naar een fase waar mensen instappen
is dus prima.

## Waarom dat telt

Wie wil bestellen en teruggestuurd wordt naar een artikel over het probleem, verliest vaart en misschien ook
zijn interesse. Elke stap terug moet de lezer opnieuw zetten.

## Wat je eraan doet

Link naar iets voor dezelfde fase of de volgende. Gaan mensen hier echt terug? Zet die fase dan in de
klantreis onder `returns_to`.

## Waar dit op rust

Eigen keuze. De ideale klantreis zegt dat kopers alles opnieuw mogen overwegen, en ook waar: de koopfase leidt
met opzet terug. Een stap terug waar geen klantreis in voorziet, is vaak een link die is blijven staan.
"""


_LINK = "[prijs en voorstel](verhuisvoorstel.md)"


class Step(NamedTuple):
    """A step back from one stage to an earlier one of the same journey, for one persona."""

    at: Stand
    earlier: str


@rule(
    code="KR078",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="deze link gaat van fase '{stage}' terug naar fase '{earlier}'; link naar iets voor dezelfde fase "
        "of de volgende, of zet '{earlier}' onder returns_to in klantreis '{journey}'",
        en="this link goes from stage '{stage}' back to stage '{earlier}'; link to something for the same "
        "stage or the next, or add '{earlier}' to returns_to in journey '{journey}'",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/verhuisvoorstel.md", "next: [eerste-week]", "next: [eerste-week, inpakmail]"),
        bad=changed("content/inpakmail.md", _LINK, f"{_LINK} of eerst ⟦[hoeveel dozen](hoeveel-dozen.md)⟧"),
    ),
)
def backward_step(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each link back that its journey does not provide for, one for each goal."""
    flow = project.flow
    closing = {(loop.source, loop.way.to) for loop in flow.loops}
    for (here, there), ways in flow.steps.items():
        step = _back(here, there, project.journey_by_id)
        if step is None:
            continue
        for way in ways:
            if (way.item.path, way.to) not in closing:
                yield _problem(way, step, project.item_by_path[way.to].id)


def _problem(way: Way, step: Step, to: str) -> Problem:
    item, (journey, persona, stage) = way.item, step.at
    return Problem(
        path=item.path,
        span=way.span,
        values={"stage": stage, "earlier": step.earlier, "journey": journey},
        subject=Subject(item=item.id, journey=journey, persona=persona, stage=stage, detail=to),
    )


def _back(here: Placed, there: Placed, journeys: Mapping[str, Journey]) -> Step | None:
    """Return the step back that a link is, or nothing when somewhere it is none."""
    found = None
    for at in here.stands:
        for goal in there.stands:
            if (goal.journey, goal.persona) != (at.journey, at.persona):
                continue
            if not _is_back(journeys[at.journey], at.stage, goal.stage):
                return None
            found = found or Step(at, goal.stage)
    return found


def _is_back(journey: Journey, stage: str, earlier: str) -> bool:
    here, there = journey.stage(stage), journey.stage(earlier)
    if journey.position(earlier) >= journey.position(stage) or journey.run_together(stage, earlier):
        return False
    # Who may go back a long way, may also go back less far.
    returns = [journey.position(id) for id in here.returns_to if journey.has_stage(id)]
    if earlier in here.next or (returns and min(returns) <= journey.position(earlier)):
        return False
    if earlier == journey.cycle and journey.starts_again_after(here):
        return False
    is_start = there.entry or journey.stages[0] == there
    return not (is_start and "advocacy" in here.phases)
