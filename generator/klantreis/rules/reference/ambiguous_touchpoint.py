"""It cannot be told at which touchpoint of its stage an item belongs.

## What it finds

An item without `touchpoint`, in a stage where no touchpoint is on its channel, or more than one.

## Why it matters

The item counts for the stage as a whole and fills no moment in it. The moment it was written for stays
open.

## How to fix

Name the `touchpoint`, or change the channel when that is the slip.

## Where it comes from

House opinion. A guess would look like coverage; it is better to ask.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Het is niet duidelijk bij welk contactmoment van zijn fase een item hoort.

## Wat deze regel vindt

Een item zonder `touchpoint` in een fase waar geen enkel contactmoment op zijn kanaal zit, of juist meer
dan een.

## Waarom dat telt

Het item telt dan voor de fase als geheel, en vult geen enkel moment. Het moment waar je het voor schreef,
blijft open.

## Wat je eraan doet

Zet er een `touchpoint` bij, of verander het kanaal als daar de vergissing zit.

## Waar dit op rust

Eigen keuze. Een gok zou op dekking lijken, en daarom vraagt deze regel het liever.
"""

MESSAGES = {
    "": Words(
        nl="fase '{stage}' van {journey} heeft meer dan één contactmoment op kanaal '{channel}'; "
        "kies met 'touchpoint' uit {touchpoints}",
        en="stage '{stage}' of {journey} has more than one touchpoint on channel '{channel}'; "
        "choose with 'touchpoint' from {touchpoints}",
    ),
    "none": Words(
        nl="fase '{stage}' van {journey} heeft geen contactmoment op kanaal '{channel}'; "
        "pas het kanaal aan of kies met 'touchpoint' uit {touchpoints}",
        en="stage '{stage}' of {journey} has no touchpoint on channel '{channel}'; "
        "change the channel or choose with 'touchpoint' from {touchpoints}",
    ),
}

_ITEM = """\
---
title: Mag de bus voor de deur staan?
stage: consideration
persona: huurder
channel: {channel}
next: [verhuisvoorstel]
---

In de binnenstad heb je soms een ontheffing nodig. Vraag het twee weken van tevoren aan bij de gemeente.
"""

EXAMPLES = Examples(
    good={"content/ontheffing.md": _ITEM.format(channel="website")},
    bad={"content/ontheffing.md": _ITEM.format(channel="⟦phone⟧")},
)


@rule(
    code="KR022",
    severity=Severity.INFO,
    basis="house opinion",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each item of which the touchpoint cannot be told."""
    yield from reported(project, "ambiguous-touchpoint")
