"""Signing up for a webinar stands in convert, or taking part in subscribe.

## What it finds

In journeys that extend the customer value journey: an item about a webinar or an event with `cta: subscribe`
in the stage `convert`, or with `cta: attend` in the stage `subscribe`. Signing up for an event that is no
webinar, in `convert`, is a hint.

## Why it matters

Signing up costs a reader an e-mail address, taking part costs an hour. Whoever counts both as the same sees
people convert who never came.

## How to fix

Put the page or mail on which people sign up in `subscribe`, and the webinar itself in `convert`. Does the
item ask for something else than its tags say? Then mend `cta`.

## Where it comes from

Practice. The customer value journey draws the line exactly here: registering belongs to subscribing, and
making time to be there is the first small conversion."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.commitment import SIGNING_UP, TAKING_PART, is_webinar, misplaced_commitment
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.cycle_project import CYCLE, cycle_changed

MANUAL_NL = """
Aanmelden voor een webinar staat in convert, of meedoen in subscribe.

## Wat deze regel vindt

In klantreizen die op de customer value journey voortbouwen: een item over een webinar of evenement met
`cta: subscribe` in de fase `convert`, of met `cta: attend` in de fase `subscribe`. Aanmelden voor een
evenement dat geen webinar is, in `convert`, is een tip.

## Waarom dat telt

Aanmelden kost een lezer een mailadres, meedoen kost een uur. Wie die twee op één hoop gooit, telt conversies
van mensen die nooit zijn gekomen.

## Wat je eraan doet

Zet de pagina of mail waarmee mensen zich aanmelden in `subscribe`, en het webinar zelf in `convert`. Vraagt
het item iets anders dan de tags zeggen? Pas dan `cta` aan.

## Waar dit op rust

Praktijk. De customer value journey trekt precies hier de grens: inschrijven hoort bij subscribe, en tijd
vrijmaken om erbij te zijn is de eerste kleine conversie.
"""


@rule(
    code="KR088",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "signing-up": Words(
            nl="aanmelden hoort bij fase '{right}' en staat hier in fase '{stage}'; verplaats het item, of "
            "zet 'attend' bij cta als het om meedoen gaat",
            en="signing up belongs in stage '{right}' and stands in stage '{stage}'; move the item, or write "
            "'attend' as its cta if it is about taking part",
        ),
        "taking-part": Words(
            nl="meedoen hoort bij fase '{right}' en staat hier in fase '{stage}'; verplaats het item, of zet "
            "'subscribe' bij cta als het om aanmelden gaat",
            en="taking part belongs in stage '{right}' and stands in stage '{stage}'; move the item, or "
            "write 'subscribe' as its cta if it is about signing up",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=CYCLE,
        bad=cycle_changed("content/trappenwebinar.md", "stage: convert", "stage: ⟦subscribe⟧"),
    ),
)
def commitment_mismatch(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the stage of each item about a meeting that stands in the wrong one of two."""
    right = {"signing-up": SIGNING_UP, "taking-part": TAKING_PART}
    for item in project.current_items:
        stages = project.stages_of(item)
        commitment = misplaced_commitment(item, stages)
        if commitment is None:
            continue
        journey, stage = next((j, s) for j, s in stages if s.id in right.values())
        yield Problem(
            path=item.path,
            span=item.marks.get("stage.0", item.span("stage")),
            variant=commitment,
            values={"right": right[commitment], "stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            severity=Severity.WARNING if commitment == "taking-part" or is_webinar(item) else Severity.INFO,
        )
