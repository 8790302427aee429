"""Somebody who has just bought is sold to again within days.

## What it finds

A message that sells at a touchpoint after the purchase, when the touchpoints add up to less than 7 days
(`days`) since then: the stages of use and growth, and what comes to somebody by e-mail, text message, app,
chat, telephone or post. The time is the sum of every `wait` from the purchase on. A touchpoint straight after
the purchase without a `wait` counts as at once, unless it is there to sell or lists no `intents`. Where the
time cannot be told, because a pause is missing or starts with some event, the rule keeps silent. Touchpoints
that allow no sale are left to `sale-on-service-touchpoint`.

When the touchpoint itself lists `sell` under `intents`, the finding stands at its `wait`; otherwise at the
item that sells.

## Why it matters

After a purchase people wonder whether they chose well. They want to hear that it is on its way and how it
works. A new offer in those days feels like a bill on top.

## How to fix

Wait until the purchase has proved its worth, or help first: confirm, explain, ask how things are going.

## Where it comes from

Practice. Leaving customers in peace at first is common advice; seven days is a rule of thumb, so it is an
option.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey, Stage
from klantreis.model.project import Project
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.trouble import Value
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Wie net iets gekocht heeft, krijgt binnen een paar dagen alweer iets aangeboden.

## Wat deze regel vindt

Een bericht dat verkoopt bij een contactmoment na de aankoop, als er volgens de contactmomenten nog geen 7
dagen (`days`) voorbij zijn. Het gaat om de fasen van gebruik en groei, en om wat naar iemand toe komt via
e-mail, sms, app, chat, telefoon of post. De tijd is de som van elke `wait` sinds de aankoop. Een
contactmoment direct na de aankoop zonder `wait` telt als meteen, behalve als het er is om te verkopen of geen
`intents` noemt. Is de tijd niet te bepalen, omdat een pauze ontbreekt of pas begint als er iets gebeurt, dan
zwijgt de regel. Contactmomenten waar verkopen niet mag, zijn voor `sale-on-service-touchpoint`.

Staat er bij het contactmoment zelf `sell` onder `intents`, dan staat de bevinding bij de `wait`. Anders staat
ze bij het item dat verkoopt.

## Waarom dat telt

Na een aankoop vragen mensen zich af of ze goed gekozen hebben. Ze willen horen dat het eraan komt en hoe het
werkt. Een nieuw aanbod voelt in die dagen als een rekening erbovenop.

## Wat je eraan doet

Wacht tot de aankoop zich bewezen heeft, of help eerst: bevestig, leg uit, vraag hoe het gaat.

## Waar dit op rust

Praktijk. Nieuwe klanten eerst met rust laten is een bekend advies. Zeven dagen is een vuistregel, dus dat is
in te stellen.
"""

_MOMENT = """\
      - id: opbergmail
        name: Mail over opbergen
        channel: email
        device: telefoon
        context: Tussen de dozen, op een avond.
        action: Bestelt opbergboxen.
        formats: [mailing]
        intents: [sell]
        sale: true
        after: voorstelpagina
        wait: {wait}
        need: could
  advocate:
"""

_MAIL = """\
---
title: Opbergboxen voor wat over is
subject: Opbergboxen voor wat over is
stage: always
touchpoint: opbergmail
persona: [huurder]
channel: email
format: mailing
intent: sell
cta: contact
next: [reviewmail]
owner: noor
---

Na elke verhuizing blijft er een doos over waar niemand een plek voor heeft. In een droge kelder bewaar je die
het best in een box met een deksel. Wij verkopen ze per drie. Wil je er een set? Antwoord op deze mail. Lees
ook [hoe het anderen verging](reviewmail.md).
"""


def _example(wait: str) -> dict[str, str]:
    journey = BASE["journeys/verhuizen.yaml"].replace("  advocate:\n", _MOMENT.format(wait=wait))
    return {"journeys/verhuizen.yaml": journey, "content/opbergmail.md": _MAIL}


_CHANNELS = frozenset(("email", "sms", "app", "chat", "phone", "post"))


@rule(
    code="KR070",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="dit bericht verkoopt {when}, bij contactmoment '{touchpoint}'; help eerst en wacht minstens "
            "{days} dagen",
            en="this message sells {when}, at touchpoint '{touchpoint}'; help first and wait at least "
            "{days} days",
        ),
        "touchpoint": Words(
            nl="contactmoment '{touchpoint}' verkoopt {when}; wacht minstens {days} dagen",
            en="touchpoint '{touchpoint}' sells {when}; wait at least {days} days",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "days",
            7,
            Words(
                nl="zoveel dagen na de aankoop blijft het stil met aanbiedingen",
                en="for so many days after the purchase there are no offers",
            ),
        ),
    ),
    examples=Examples(good=_example("3 weken"), bad=_example("⟦2 dagen⟧")),
)
def sale_after_purchase(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each touchpoint or item that sells too soon after the purchase."""
    early = {
        (journey.id, moment.touchpoint.id): moment
        for journey in project.journeys
        for moment in _early(journey, options["days"])
    }
    for (id, _), moment in early.items():
        if "sell" in moment.touchpoint.intents:
            place = moment.touchpoint.place
            span = moment.touchpoint.span("wait")
            subject = Subject(
                journey=id,
                stage=moment.stage.id,
                touchpoint=moment.touchpoint.id,
                channel=moment.touchpoint.channel,
            )
            values = _values(moment, options["days"])
            yield Problem(place.path, span, values, variant="touchpoint", subject=subject)
    yield from _items(project, early, options["days"]) if early else ()


class _Early(NamedTuple):
    """A touchpoint soon after the purchase: its stage, and how many days after at most."""

    stage: Stage
    touchpoint: Touchpoint
    elapsed: float


def _values(moment: _Early, days: int) -> dict[str, Value]:
    return {"touchpoint": moment.touchpoint.id, "when": _when(int(moment.elapsed)), "days": days}


def _when(elapsed: int) -> Words:
    if elapsed == 0:
        return Words(nl="meteen na de aankoop", en="right after the purchase")
    if elapsed == 1:
        return Words(nl="een dag na de aankoop", en="a day after the purchase")
    return Words(nl=f"{elapsed} dagen na de aankoop", en=f"{elapsed} days after the purchase")


def _items(project: Project, early: Mapping[tuple[str, str], _Early], days: int) -> Iterator[Problem]:
    for item in project.current_items:
        for m in project.moments[item.path] if item.sells and item.channel in _CHANNELS else ():
            found = early.get((m.journey.id, m.touchpoint.id)) if m.touchpoint else None
            if found is None or "sell" in found.touchpoint.intents:
                continue
            yield Problem(
                path=item.path,
                span=item.span(item.asking_key),
                values=_values(found, days),
                subject=Subject(
                    item=item.id,
                    journey=m.journey.id,
                    persona=m.persona,
                    stage=m.stage.id,
                    touchpoint=found.touchpoint.id,
                    channel=item.channel,
                ),
            )
            break


def _early(journey: Journey, days: int) -> Iterator[_Early]:
    """Yield the touchpoints less than `days` days after the purchase, where selling is allowed."""
    deciding = [position for position, stage in enumerate(journey.stages) if "decision" in stage.phases]
    if not deciding:
        return
    bought = {touchpoint.id for touchpoint in journey.stages[deciding[-1]].touchpoints}
    after = [s for s in journey.stages[deciding[-1] + 1 :] if {"use", "growth"} & set(s.phases)]
    known = {touchpoint.id: touchpoint for stage in after for touchpoint in stage.touchpoints}
    for stage in after:
        for touchpoint in stage.touchpoints:
            if touchpoint.channel in _CHANNELS and touchpoint.sale and _is_told(touchpoint):
                elapsed = _elapsed(touchpoint, bought, known, frozenset())
                if elapsed is not None and elapsed < days:
                    yield _Early(stage, touchpoint, elapsed)


def _is_told(touchpoint: Touchpoint) -> bool:
    """Say whether the touchpoint says when it comes, or at least that it is not there to sell."""
    return touchpoint.wait is not None or (bool(touchpoint.intents) and "sell" not in touchpoint.intents)


def _elapsed(
    touchpoint: Touchpoint, bought: set[str], known: Mapping[str, Touchpoint], passed: frozenset[str]
) -> float | None:
    """Return how many days after the purchase the touchpoint comes at most, or nothing when unknown."""
    own = _pause(touchpoint, bought)
    if own is None or not touchpoint.after or touchpoint.id in passed:
        return None
    longest = 0.0
    for word in touchpoint.after:
        if word in bought:
            continue
        before = known.get(word)
        elapsed = _elapsed(before, bought, known, passed | {touchpoint.id}) if before else None
        if elapsed is None:
            return None
        longest = max(longest, elapsed)
    return own + longest


def _pause(touchpoint: Touchpoint, bought: set[str]) -> float | None:
    if touchpoint.wait is not None:
        return touchpoint.wait_time.most if touchpoint.wait_time else None
    is_next = bool(touchpoint.after) and set(touchpoint.after) <= bought
    return 0 if is_next and touchpoint.trigger is None and touchpoint.frequency is None else None
