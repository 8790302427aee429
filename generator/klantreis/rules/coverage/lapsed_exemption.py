"""An exemption for an empty place has passed its end date.

## What it finds

An `exempt` at a touchpoint or stage whose `until` has passed. When nothing is published there, the place
counts as a gap again; this finding then says so, and `uncovered-touchpoint` keeps silent about it. When
something has been published in the meantime, the exemption can simply go.

## Why it matters

An exemption is an agreement: not now, for this reason, until that day. Without a look at the day it becomes a
hole that nobody remembers choosing.

## How to fix

Publish what was put off, or agree on a new end date with the `owner` of the exemption. Remove it when it is
no longer needed.

## Where it comes from

Practice. Exceptions with a reason, an owner and an end date are the custom wherever exceptions are managed.
"""

import datetime
from collections.abc import Iterator, Mapping

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.place import Place
from klantreis.model.project import Project
from klantreis.model.slot import Slot
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een uitzondering voor een lege plek is over haar einddatum heen.

## Wat deze regel vindt

Een `exempt` bij een contactmoment of fase waarvan `until` voorbij is. Is er niets gepubliceerd, dan telt de
plek weer als gat. Dat meldt deze regel, en `uncovered-touchpoint` zwijgt erover. Is er intussen wel iets
gepubliceerd, dan kan de uitzondering gewoon weg.

## Waarom dat telt

Een uitzondering is een afspraak: nu niet, om deze reden, tot die dag. Let niemand op die dag, dan wordt het
een gat waarvan niemand meer weet dat het een keuze was.

## Wat je eraan doet

Publiceer wat was uitgesteld, of spreek met de `owner` van de uitzondering een nieuwe einddatum af. Haal de
uitzondering weg als ze niet meer nodig is.

## Waar dit op rust

Praktijk. Uitzonderingen krijgen een reden, een eigenaar en een einddatum, overal waar mensen ze bijhouden.
"""

_NEED = "        wait: 2 dagen\n        need: must\n"


def _exempt(until: str, start: str = "", end: str = "") -> dict[str, str]:
    record = f"{start}{{reason: De mail wordt herschreven, owner: noor, until: {until}}}{end}"
    exempt = f"        exempt: {record}\n"
    return changed("journeys/verhuizen.yaml", _NEED, _NEED + exempt) | changed(
        "content/inpakmail.md", "channel: email\n", "channel: email\nstatus: draft\n"
    )


@rule(
    code="KR037",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "": Words(
            nl="deze uitzondering gold tot en met {until} en er is nog niets gepubliceerd; publiceer "
            "iets of spreek "
            "een nieuwe datum af",
            en="this exemption held until {until} and nothing has been published yet; publish something "
            "or agree on "
            "a new date",
        ),
        "served": Words(
            nl="deze uitzondering gold tot en met {until} en is niet meer nodig; haal haar weg",
            en="this exemption held until {until} and is no longer needed; remove it",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(good=_exempt("2026-06-01"), bad=_exempt("2026-05-31", "⟦", "⟧")),
)
def lapsed_exemption(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each exemption whose end date has passed."""
    for place, slots in _lapsed(project).items():
        first = next((slot for slot in slots if not slot.is_served), slots[0])
        is_for_one = len({slot.id.persona for slot in slots}) == 1
        yield Problem(
            path=place.path,
            span=place.span,
            variant="served" if first.is_served else "",
            values={"until": _until(first).isoformat()},
            subject=Subject(
                journey=first.id.journey,
                persona=first.id.persona if is_for_one else None,
                stage=first.id.stage,
                touchpoint=first.id.touchpoint,
                channel=first.channel,
            ),
        )


def _lapsed(project: Project) -> Mapping[Place, list[Slot]]:
    """Return the slots of each lapsed exemption, by where it is written."""
    found: dict[Place, list[Slot]] = {}
    for slot in project.slots:
        if slot.exempt is not None and not slot.exempt.holds_on(project.today):
            found.setdefault(slot.exempt.place, []).append(slot)
    return found


def _until(slot: Slot) -> datetime.date:
    assert slot.exempt is not None and slot.exempt.until is not None, "only a dated exemption lapses"
    return slot.exempt.until
