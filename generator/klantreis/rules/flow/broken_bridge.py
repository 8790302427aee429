"""Between two stages with content lies one without.

## What it finds

A stage in which a persona finds nothing, while there is something in the stage before it and in the stage
after it. It only speaks of stages where everything is a `could`: emptiness of what is needed is an
`uncovered-stage`, and an exemption is a choice. There is no bridge to build where the stage before leads past
this one, where people enter after it or leave before it, or where it may run at the same time as one of the
two.

## Why it matters

One piece of content in such a stage may seem a luxury. But the reader who has come this far finds no way
across to what you did write.

## How to fix

Write one item for this stage, with a link on. Can it be missed? Then let the stage before it lead past it,
with `next` in the journey, or exempt it.

## Where it comes from

Practice. The customer value journey holds that one skipped step can be borne; a step that everybody has to
skip is a hole in the road."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey, Stage
from klantreis.model.project import Project
from klantreis.model.slot import Slot
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Tussen twee fasen met content ligt er een zonder.

## Wat deze regel vindt

Een fase waarin een persona niets vindt, terwijl er in de fase ervoor en in de fase erna wel iets is. De regel
gaat alleen over fasen waar alles op `could` staat: ontbreekt er iets wat nodig is, dan is dat een
`uncovered-stage`, en een vrijstelling is een keuze. Er is geen brug nodig als de fase ervoor hierlangs leidt,
als mensen erna instappen of ervoor uitstappen, of als de fase tegelijk mag lopen met een van de twee.

## Waarom dat telt

Eén stuk content in zo'n fase lijkt misschien luxe. Maar de lezer die tot hier is gekomen, vindt geen weg naar
wat je wel hebt geschreven.

## Wat je eraan doet

Schrijf één item voor deze fase, met een link naar wat volgt. Kan de fase gemist worden? Laat de fase ervoor
dan met `next` in de klantreis hierlangs leiden, of geef een vrijstelling.

## Waar dit op rust

Praktijk. Volgens de customer value journey is één overgeslagen stap te verdragen. Een stap die iedereen moet
overslaan, is een gat in de weg.
"""

Served = Mapping[tuple[str, str, str], list[Slot]]

_AFTER = "        after: voorstelpagina\n"
_COULD = BASE["journeys/verhuizen.yaml"].replace(
    f"{_AFTER}        need: must\n", f"{_AFTER}        need: could\n"
)


@rule(
    code="KR079",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="persona '{persona}' vindt iets in fase '{before}' en in fase '{after}', maar niets in '{stage}' "
        "daartussen; schrijf er een item voor, of laat '{before}' er met next langs leiden",
        en="persona '{persona}' finds something in stage '{before}' and in stage '{after}', but nothing in "
        "'{stage}' between them; write an item for it, or let '{before}' lead past it with next",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"journeys/verhuizen.yaml": _COULD},
        bad={"journeys/verhuizen.yaml": _COULD.replace("  always:\n", "  ⟦always⟧:\n")}
        | changed("content/eerste-week.md", "channel: chat\n", "channel: chat\nstatus: draft\n"),
    ),
)
def broken_bridge(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each stage that is empty for a persona, between two that are not."""
    served: dict[tuple[str, str, str], list[Slot]] = defaultdict(list)
    for slot in project.slots:
        served[slot.id.journey, slot.id.persona, slot.id.stage].append(slot)
    for journey in project.journeys:
        for before, stage, after in zip(journey.stages, journey.stages[1:], journey.stages[2:], strict=False):
            if _is_passed(journey, before, stage, after):
                continue
            for persona in journey.persona_ids:
                if _is_hole(project, journey, persona, (before, stage, after), served):
                    yield _problem(journey, persona, before, stage, after)


def _is_passed(journey: Journey, before: Stage, stage: Stage, after: Stage) -> bool:
    """Say whether people need not go through `stage` to come from the one before to the one after."""
    if before.exit or after.entry or after.id in before.next:
        return True
    return journey.run_together(before.id, stage.id) or journey.run_together(stage.id, after.id)


def _is_hole(
    project: Project, journey: Journey, persona: str, stages: tuple[Stage, Stage, Stage], served: Served
) -> bool:
    before, here, after = (served.get((journey.id, persona, stage.id), []) for stage in stages)
    if not here or not any(s.is_served for s in before) or not any(s.is_served for s in after):
        return False
    if any(slot.is_served or slot.state == "exempt" for slot in here):
        return False
    return not project.gaps.tell_of(journey.id, persona, {stages[1].id})


def _problem(journey: Journey, persona: str, before: Stage, stage: Stage, after: Stage) -> Problem:
    return Problem(
        path=stage.place.path,
        span=stage.place.span,
        values={"persona": persona, "before": before.id, "stage": stage.id, "after": after.id},
        subject=Subject(journey=journey.id, persona=persona, stage=stage.id),
    )
