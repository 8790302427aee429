"""A persona hears nothing for months.

## What it finds

More than 90 days (`days`) between two messages to one persona. It looks at items with a `publish` date: any
dated item for the persona breaks the silence, on whatever channel, and there must be messages before and
after it. Where a touchpoint of her journey comes back often enough (`frequency`), she does hear something. It
also reports a touchpoint whose `wait` alone is longer, when nothing comes in between: no other touchpoint
that follows the same one sooner. The finding stands at the message, or the `wait`, that ends the silence.

## Why it matters

Whoever hears nothing for a season forgets who you are. The next message then starts from nothing, and often
lands with somebody who does not remember signing up.

## How to fix

Plan something small in between that is of use at that time of the year. Is the silence meant, for instance
because people buy once in ten years? Set `days` higher or turn the rule off.

## Where it comes from

House opinion. How long a silence may last differs by product; ninety days is a choice of ours.
"""

from collections.abc import Iterator
from itertools import pairwise

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.calendar import Dated, messages
from klantreis.model.journey import Journey
from klantreis.model.project import Project
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een persona hoort maandenlang niets.

## Wat deze regel vindt

Meer dan 90 dagen (`days`) tussen twee berichten voor één persona. De regel kijkt naar items met een datum
onder `publish`: elk gedateerd item voor de persona verbreekt de stilte, op welk kanaal ook, en ervoor en erna
moet er een bericht zijn. Komt een contactmoment in haar klantreis vaak genoeg terug (`frequency`), dan hoort
ze wel iets. Ook een contactmoment waarvan de `wait` alleen al langer duurt, wordt gemeld als er niets
tussendoor komt: geen ander contactmoment dat eerder op hetzelfde moment volgt. De bevinding staat bij het
bericht of de `wait` die de stilte beëindigt.

## Waarom dat telt

Wie een seizoen lang niets hoort, vergeet wie je bent. Het volgende bericht begint dan weer bij nul, en komt
vaak bij iemand die niet meer weet dat hij zich ooit heeft aangemeld.

## Wat je eraan doet

Plan er iets kleins tussen waar mensen in die tijd van het jaar iets aan hebben. Is de stilte bedoeld, omdat
mensen bijvoorbeeld eens in de tien jaar kopen? Zet `days` hoger of zet de regel uit.

## Waar dit op rust

Eigen keuze. Hoelang een stilte mag duren, verschilt per product. Negentig dagen hebben we zelf gekozen.
"""


def _example(second: str) -> dict[str, str]:
    return {
        "content/inpakmail.md": _dated("content/inpakmail.md", "2026-01-12"),
        "content/reviewmail.md": _dated("content/reviewmail.md", second),
    }


def _dated(path: str, date: str) -> str:
    return BASE[path].replace("review_by: 2027-03-01", f"publish: {date}\nreview_by: 2027-03-01")


@rule(
    code="KR073",
    severity=Severity.INFO,
    basis="house opinion",
    messages={
        "": Words(
            nl="persona '{persona}' hoort {gap} dagen niets voor dit bericht; plan er iets tussen",
            en="persona '{persona}' hears nothing for {gap} days before this message; plan something in "
            "between",
        ),
        "wait": Words(
            nl="contactmoment '{touchpoint}' komt pas na {gap} dagen ('{words}') en er komt niets "
            "tussendoor; plan er iets tussen",
            en="touchpoint '{touchpoint}' comes after {gap} days ('{words}') and nothing comes in between; "
            "plan something",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "days",
            90,
            Words(nl="zoveel dagen mag het stil zijn", en="so many days it may be quiet"),
        ),
    ),
    examples=Examples(
        good=_example("2026-03-30") | changed("journeys/verhuizen.yaml", "wait: 21 dagen", "wait: 2 maanden"),
        bad=_example("⟦2026-05-11⟧"),
    ),
)
def long_silence(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each message and each wait that ends a long silence."""
    seen: set[str] = set()
    for persona, dated in project.calendar.items():
        if any(_has_rhythm(journey, options["days"]) for journey in project.walk.travelled[persona]):
            continue
        for before, after in _silences(tuple(dated), options["days"]):
            if after.path not in seen:
                seen.add(after.path)
                yield Problem(
                    path=after.path,
                    span=after.item.span("publish"),
                    values={"persona": persona, "gap": (after.day - before.day).days},
                    subject=Subject(item=after.item.id, persona=persona, channel=after.item.channel),
                )
    yield from _waits(project, options["days"])


def _silences(dated: tuple[Dated, ...], days: int) -> Iterator[tuple[Dated, Dated]]:
    """Yield the items around each gap of more than `days` days that has messages on both sides."""
    sent = messages(dated)
    if len(sent) < 2:
        return
    for before, after in pairwise(dated):
        if (after.day - before.day).days > days and sent[0].day <= before.day and after.day <= sent[-1].day:
            yield before, after


def _waits(project: Project, days: int) -> Iterator[Problem]:
    for journey, stage, touchpoint in project.touchpoints:
        time = touchpoint.wait_time
        if time is None or time.least <= days or _is_filled(journey, touchpoint, days):
            continue
        yield Problem(
            path=touchpoint.place.path,
            span=touchpoint.span("wait"),
            variant="wait",
            values={"touchpoint": touchpoint.id, "gap": int(time.least), "words": touchpoint.wait or ""},
            subject=Subject(
                journey=journey.id, stage=stage.id, touchpoint=touchpoint.id, channel=touchpoint.channel
            ),
        )


def _has_rhythm(journey: Journey, days: int) -> bool:
    """Say whether something in the journey comes back about as often as the silence may last."""
    rhythms = (touchpoint.rhythm for stage in journey.stages for touchpoint in stage.touchpoints)
    return any(rhythm is not None and rhythm.in_days(days) > 0.9 for rhythm in rhythms)


def _is_filled(journey: Journey, touchpoint: Touchpoint, days: int) -> bool:
    """Say whether something else comes between `touchpoint` and what it waits for."""
    others = (t for stage in journey.stages for t in stage.touchpoints if t.id != touchpoint.id)
    return _has_rhythm(journey, days) or any(
        bool(set(other.after) & set(touchpoint.after))
        and (other.wait_time is None or other.wait_time.least <= days)
        for other in others
    )
