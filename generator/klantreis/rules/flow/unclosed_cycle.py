"""A journey that is a cycle does not lead back to where it starts again.

## What it finds

In a journey with `cycle`, from its model or its own: no stage after the one where it starts again leads back
there with `next`. Or it does, but what is published in that stage for a persona links to nothing in the
stage where the cycle starts again. If such an item does invite the reader to something, such as a
recommendation or a conversation, it is a hint.

## Why it matters

A cycle that stays open loses its best customers at the end of the road. In the customer value journey they
bring the new strangers; in lead to revenue they buy again.

## How to fix

Link from the last stage to an item in the stage where the journey starts again. In the customer value journey
that is the text that a customer passes on to a friend. Is the journey no cycle? Then extend a model that is
none either.

## Where it comes from

Practice. Two of the five models are cycles: the customer value journey starts again with strangers in aware,
lead to revenue with customers at buying."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.flow import onward_place
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.place import Place
from klantreis.model.placed import Stand
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.cycle_project import CYCLE

MANUAL_NL = """
Een klantreis die een kringloop is, leidt niet terug naar waar hij opnieuw begint.

## Wat deze regel vindt

In een klantreis met `cycle`, van het model of van zichzelf: geen enkele latere fase leidt met `next` terug
naar de fase waar de reis opnieuw begint. Of dat klopt wel, maar wat er in die latere fase voor een persona
gepubliceerd is, linkt naar niets in de fase waar de kringloop opnieuw begint. Nodigt zo'n item de lezer wel
ergens toe uit, zoals een aanbeveling of een gesprek, dan is het een tip.

## Waarom dat telt

Een kringloop die openblijft, raakt zijn beste klanten kwijt aan het eind van de weg. In de customer value
journey brengen zij de nieuwe onbekenden mee, in lead to revenue kopen ze opnieuw.

## Wat je eraan doet

Link vanuit de laatste fase naar een item in de fase waar de reis opnieuw begint. In de customer value
journey is dat de tekst die een klant aan een vriendin doorgeeft. Is de reis geen kringloop? Bouw dan voort
op een model dat er ook geen is.

## Waar dit op rust

Praktijk. Twee van de vijf modellen zijn een kringloop: de customer value journey begint opnieuw met
onbekenden in aware, lead to revenue met klanten bij het kopen.
"""

_LINK = "[hoeveel dozen ze nodig heeft](hoeveel-dozen.md)"


def _unlinked() -> dict[str, str]:
    text = CYCLE["content/doorgeven.md"].replace("next: [hoeveel-dozen]\n", "")
    text = text.replace("title: Voor wie er na jou verhuist", "title: ⟦Voor wie er na jou verhuist⟧")
    return {**CYCLE, "content/doorgeven.md": text.replace(_LINK, "hoeveel dozen ze nodig heeft")}


@rule(
    code="KR081",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "stages": Words(
            nl="klantreis '{journey}' begint opnieuw bij '{cycle}', maar geen fase leidt daarheen; zet "
            "`next: [{cycle}]` bij fase '{stage}'",
            en="journey '{journey}' starts again at '{cycle}', but no stage leads there; write "
            "`next: [{cycle}]` at stage '{stage}'",
        ),
        "items": Words(
            nl="klantreis '{journey}' begint opnieuw bij '{cycle}', maar wat persona '{persona}' in fase "
            "'{stage}' vindt, linkt daar niet heen; link naar een item in '{cycle}'",
            en="journey '{journey}' starts again at '{cycle}', but what persona '{persona}' finds in stage "
            "'{stage}' does not link there; link to an item in '{cycle}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(good=CYCLE, bad=_unlinked()),
)
def unclosed_cycle(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each cycle that its stages, or the items in its last stage, leave open."""
    for journey in project.journeys:
        if journey.cycle is None or not journey.has_stage(journey.cycle):
            continue
        closers = _closers(journey)
        if closers:
            for persona in journey.persona_ids:
                yield from _unlinked_items(project, journey, journey.cycle, persona, closers)
        elif not _has_open_base(journey, project):
            yield _unlinked_stages(project, journey, journey.cycle)


def _closers(journey: Journey) -> tuple[Stage, ...]:
    """Return the stages from which the journey starts again."""
    start = journey.position(journey.cycle or "")
    later = journey.stages[start + 1 :]
    onward = tuple(stage for stage in later if journey.cycle in stage.next)
    return onward or tuple(s for s in later if journey.ends_at(s) and journey.cycle in s.returns_to)


def _has_open_base(journey: Journey, project: Project) -> bool:
    base = project.journey_by_id.get(journey.extends or "")
    return base is not None and base.cycle == journey.cycle and not _closers(base)


def _unlinked_stages(project: Project, journey: Journey, cycle: str) -> Problem:
    """Return the problem of a cycle that was opened, or only a hint where it was never spelled out."""
    last = journey.stages[-1]
    models = {model.id: model for model in project.models} | dict(project.journey_by_id)
    base = models.get(journey.extends or "")
    opened = _closers(base) if base is not None and base.cycle == cycle else ()
    is_certain = bool(opened or last.next)
    stage = opened[0] if opened else last
    path, span = _place(journey, stage)
    return Problem(
        path=path,
        span=span,
        variant="stages",
        values={"journey": journey.id, "cycle": cycle, "stage": stage.id},
        subject=Subject(journey=journey.id, stage=stage.id),
        severity=Severity.WARNING if is_certain else Severity.INFO,
    )


def _place(journey: Journey, stage: Stage) -> Place:
    keys = (f"stages.{stage.id}.next", "cycle", "extends")
    return next((journey.at(key) for key in keys if key in journey.marks), journey.place)


def _unlinked_items(
    project: Project, journey: Journey, cycle: str, persona: str, closers: tuple[Stage, ...]
) -> Iterator[Problem]:
    """Yield a problem where items stand at both ends of the gap and none of the last leads to the first."""
    items = project.flow.live_at
    last = [item for s in closers for item in items.get(Stand(journey.id, persona, s.id), ())]
    published = [item for item in last if item.is_published_on(project.today)]
    if not published or Stand(journey.id, persona, cycle) not in items:
        return
    if any(project.flow.is_broken(item) or _closes(project, item, journey, cycle) for item in last):
        return
    path, span = _place(journey, closers[0])
    if len(last) == 1:
        path, span = last[0].path, onward_place(last[0])
    yield Problem(
        path=path,
        span=span,
        variant="items",
        values={"journey": journey.id, "cycle": cycle, "persona": persona, "stage": closers[0].id},
        subject=Subject(journey=journey.id, persona=persona, stage=closers[0].id),
        severity=Severity.INFO if any(map(project.flow.leads_out, last)) else Severity.WARNING,
    )


def _closes(project: Project, item: Item, journey: Journey, cycle: str) -> bool:
    """Say whether an item leads to where the journey starts again, or to the same phase for somebody else."""
    phases = set(journey.stage(cycle).phases)
    start = journey.position(cycle)
    return any(
        (there.id == journey.id and there.position(stage.id) <= start) or not phases.isdisjoint(stage.phases)
        for way in project.ways_from(item)
        for there, stage in project.stages_of(project.item_by_path[way.to])
    )
