"""A journey stops when the customer has bought.

## What it finds

A journey that has a stage for the decision and none after it, for use, growth or advocacy. Or a persona who
finds content up to the purchase and none after it, where all there is after it is a `could`. Where the stages
after the purchase are all exempt, or are not there for this persona, it is a hint.

## Why it matters

After the purchase it shows whether the promise was true. Whoever hears nothing then does not come back, and
tells nobody about you.

## How to fix

Add a stage for use, and later ones for growth and advocacy, with something for each persona: a manual, a
first mail, a question about how it went.

## Where it comes from

Practice. All five models go on after the purchase; the lead-to-revenue model gives half of its circle to use
and to buying again."""

from collections.abc import Iterator, Sequence

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey, Stage
from klantreis.model.project import Project
from klantreis.model.slot import Slot
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Een klantreis houdt op zodra de klant gekocht heeft.

## Wat deze regel vindt

Een klantreis die wel een fase heeft voor de beslissing, maar geen erna: voor gebruik, groei of aanbeveling.
Of een persona die tot en met de aankoop content vindt en daarna niets, terwijl alles na de aankoop op
`could` staat. Zijn de fasen na de aankoop allemaal vrijgesteld, of zijn ze er niet voor deze persona, dan
is het een tip.

## Waarom dat telt

Na de aankoop blijkt of de belofte klopte. Wie dan niets meer hoort, komt niet terug en vertelt niemand over
je.

## Wat je eraan doet

Voeg een fase toe voor het gebruik, en later voor groei en aanbeveling, met voor elke persona iets: een
handleiding, een eerste mail, een vraag hoe het bevalt.

## Waar dit op rust

Praktijk. Alle vijf de modellen gaan door na de aankoop. Lead to revenue geeft de helft van de cirkel aan
gebruiken en opnieuw kopen.
"""

AFTER = frozenset(("use", "growth", "advocacy"))

_SHORT = """\
id: uitzoeken
name: Uitzoeken wie je verhuist
personas: [huurder]
owner: noor
review_by: 2027-06-01
stages:
  zoeken:
    phase: awareness
    entry: true
    exempt: {reason: Staat nog op papier, owner: noor, until: 2027-01-01}
  ⟦kiezen⟧:
    phase: decision
    exempt: {reason: Staat nog op papier, owner: noor, until: 2027-01-01}
"""


@rule(
    code="KR083",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "": Words(
            nl="klantreis '{journey}' houdt op na fase '{stage}'; voeg een fase toe voor wie gekocht heeft",
            en="journey '{journey}' ends after stage '{stage}'; add a stage for those who have bought",
        ),
        "persona": Words(
            nl="persona '{persona}' vindt in klantreis '{journey}' niets meer na de aankoop; schrijf iets "
            "voor fase '{stage}'",
            en="persona '{persona}' finds nothing more in journey '{journey}' after the purchase; write "
            "something for stage '{stage}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"journeys/verhuizen.yaml": BASE["journeys/verhuizen.yaml"]},
        bad={"journeys/uitzoeken.yaml": _SHORT},
    ),
)
def journey_ends_at_purchase(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each journey, or for each persona of one, with nothing after the purchase."""
    slots: dict[tuple[str, str], list[Slot]] = {}
    for slot in project.slots:
        slots.setdefault((slot.id.journey, slot.id.persona), []).append(slot)
    for journey in project.journeys:
        bought = [stage for stage in journey.stages if "decision" in stage.phases]
        after = [stage for stage in journey.stages if not AFTER.isdisjoint(stage.phases)]
        if bought and not after:
            yield _ending(journey, bought[-1])
        elif bought:
            for persona in journey.persona_ids:
                yield from _left_alone(project, journey, persona, after, slots.get((journey.id, persona), ()))


def _ending(journey: Journey, stage: Stage) -> Problem:
    return Problem(
        path=stage.place.path,
        span=stage.place.span,
        values={"journey": journey.id, "stage": stage.id},
        subject=Subject(journey=journey.id, stage=stage.id),
    )


def _left_alone(
    project: Project, journey: Journey, persona: str, after: Sequence[Stage], slots: Sequence[Slot]
) -> Iterator[Problem]:
    """Yield a problem where a persona is served up to the purchase and nothing is said of what follows."""
    ids = {stage.id for stage in after}
    there = [slot for slot in slots if slot.id.stage in ids]
    is_followed = not any(slot.is_served for slot in slots) or any(slot.is_served for slot in there)
    if is_followed or project.gaps.tell_of(journey.id, persona, ids):
        return
    is_chosen = all(slot.state == "exempt" or slot.is_leftover for slot in there)
    yield Problem(
        path=after[0].place.path,
        span=after[0].place.span,
        variant="persona",
        values={"persona": persona, "journey": journey.id, "stage": after[0].id},
        subject=Subject(journey=journey.id, persona=persona, stage=after[0].id),
        severity=Severity.INFO if is_chosen else Severity.WARNING,
    )
