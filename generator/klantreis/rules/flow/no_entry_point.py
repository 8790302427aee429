"""Nobody can enter a journey.

## What it finds

A journey in which no stage has `entry: true`: a journey of your own in which it was never written, or one
that turns it off in every stage where its model has it.

## Why it matters

Where people enter decides which items must stand by themselves, and to which stages a link may jump. Without
an entry the journey has a middle and an end, and no beginning.

## How to fix

Write `entry: true` at each stage where people come in; in most journeys the first, and often more.

## Where it comes from

Practice. Every model begins somewhere. The model of suspects, prospects and leads is a map with several
entry points, and all of them are marked."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey
from klantreis.model.place import Place
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Niemand kan een klantreis in.

## Wat deze regel vindt

Een klantreis waarin geen enkele fase `entry: true` heeft. Dat is een eigen klantreis waarin het nergens
staat, of een die het uitzet in elke fase waar het model het heeft.

## Waarom dat telt

Waar mensen instappen bepaalt welke items op zichzelf moeten staan, en naar welke fasen een link mag springen.
Zonder instap heeft de reis een midden en een eind, maar geen begin.

## Wat je eraan doet

Zet `entry: true` bij elke fase waar mensen binnenkomen. Meestal is dat de eerste, en vaak zijn het er meer.

## Waar dit op rust

Praktijk. Elk model begint ergens. Het model van suspects, prospects en leads is een kaart met meer dan één
instap, en die staan er allemaal op.
"""


@rule(
    code="KR082",
    severity=Severity.ERROR,
    basis="practice",
    messages=Words(
        nl="in klantreis '{journey}' kan niemand instappen; zet `entry: true` bij de fase waar mensen "
        "binnenkomen, zoals '{stage}'",
        en="nobody can enter journey '{journey}'; write `entry: true` at the stage where people come in, "
        "such as '{stage}'",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("journeys/verhuizen.yaml", "  attention:\n", "  attention:\n    entry: true\n"),
        bad=changed("journeys/verhuizen.yaml", "  attention:\n", "  attention:\n    entry: ⟦false⟧\n"),
    ),
)
def no_entry_point(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each journey without an entry; what extends it has the same fault and is left."""
    for journey in project.journeys:
        base = project.journey_by_id.get(journey.extends or "")
        if _has_entry(journey) or not journey.stages or (base is not None and not _has_entry(base)):
            continue
        path, span = _place(journey)
        yield Problem(
            path=path,
            span=span,
            values={"journey": journey.id, "stage": journey.stages[0].id},
            subject=Subject(journey=journey.id),
        )


def _has_entry(journey: Journey) -> bool:
    return any(stage.entry for stage in journey.stages)


def _place(journey: Journey) -> Place:
    """Return where the entry was turned off, or else the journey itself."""
    off = (k for k in journey.marks if k.startswith("stages.") and k.endswith(".entry"))
    key = next(off, None)
    return journey.at(key) if key else journey.place
