"""One persona gets more messages in a week than people put up with.

## What it finds

More than 3 messages (`most`) to one persona within 7 days (`days`), over all channels on which a message
comes to somebody: e-mail, text message, app, chat, telephone, post and advertisements on social media
(`channels`). It counts items with a `publish` date, at whatever stage, and the finding stands at the message
that is one too many. It also reports a touchpoint on such a channel that says itself, under `frequency`, that
it comes more often.

Service messages do not count, nor do translations. Messages at different touchpoints with the same date are
a series that goes live at once: the reader gets them one after the other, so they count as one.

## Why it matters

Each team plans its own messages and finds them few. The reader gets them all, and unsubscribes from all of
them at once.

## How to fix

Move a message to a quieter week, put two messages together, or send one of them only to those who need it. Is
more normal in your trade? Set `most` higher.

## Where it comes from

Practice. How many is too many differs by trade and by relation. Three a week is a rule of thumb, so it is an
option.
"""

from collections import deque
from collections.abc import Iterator, Sequence

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.calendar import PUSH, Dated, by_day, messages
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule

MANUAL_NL = """
Eén persona krijgt in een week meer berichten dan mensen verdragen.

## Wat deze regel vindt

Meer dan 3 berichten (`most`) voor één persona binnen 7 dagen (`days`), geteld over alle kanalen waarlangs een
bericht naar iemand toe komt: e-mail, sms, app, chat, telefoon, post en advertenties op sociale media
(`channels`). De regel telt items met een datum onder `publish`, in welke fase ook. De bevinding staat bij het
bericht dat er een te veel is. Ook een contactmoment op zo'n kanaal dat volgens zijn eigen `frequency` vaker
komt, wordt gemeld.

Serviceberichten tellen niet mee en vertalingen ook niet. Berichten bij verschillende contactmomenten met
dezelfde datum zijn een reeks die in één keer live gaat. De lezer krijgt ze na elkaar, dus tellen ze als één.

## Waarom dat telt

Elk team plant zijn eigen berichten en vindt dat het er weinig zijn. De lezer krijgt ze allemaal, en meldt
zich dan ook voor alles af.

## Wat je eraan doet

Verplaats een bericht naar een rustiger week, voeg er twee samen, of stuur er een alleen aan wie er iets aan
heeft. Is meer in jouw vak gewoon? Zet `most` dan hoger.

## Waar dit op rust

Praktijk. Hoeveel te veel is, verschilt per branche en per relatie. Drie per week is een vuistregel, dus dat
is in te stellen.
"""

_TIP = """\
---
title: {title}
subject: {title}
stage: consideration
persona: [huurder]
channel: email
touchpoint: inpakmail
format: mailing
intent: help
cta: read
next: [verhuisvoorstel]
owner: noor
publish: {date}
---

Vandaag een korte tip bij het inpakken. Zet glazen rechtop in de doos, met een krant ertussen. Schrijf op de
doos dat hij niet op zijn kop mag. Zo komt alles heel boven. Kom je er niet uit? Lees wat het kost om het te
laten dragen op de pagina over [prijs en voorstel](verhuisvoorstel.md).
"""

_DAYS = {"glazen": "2026-05-04", "boeken": "2026-05-06", "planten": "2026-05-07"}


def _example(last: str) -> dict[str, str]:
    dates = {**_DAYS, "lampen": last}
    return {
        f"content/tip-{name}.md": _TIP.format(title=f"Inpaktip voor je {name}", date=date)
        for name, date in dates.items()
    }


@rule(
    code="KR067",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "": Words(
            nl="dit is bericht {count} binnen {days} dagen voor persona {personas}, en {most} is genoeg; "
            "verplaats er een of voeg er twee samen",
            en="this is message {count} within {days} days to persona {personas}, and {most} is enough; "
            "move one or put two together",
        ),
        "touchpoint": Words(
            nl="contactmoment '{touchpoint}' komt vaker dan {most} keer in {days} dagen ('{words}'); kies "
            "een rustiger ritme",
            en="touchpoint '{touchpoint}' comes more often than {most} times in {days} days ('{words}'); "
            "choose a calmer rhythm",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "most",
            3,
            Words(nl="zoveel berichten mogen er zijn", en="so many messages are allowed"),
        ),
        Option(
            "days",
            7,
            Words(nl="in zoveel opeenvolgende dagen", en="in so many days in a row"),
        ),
        Option(
            "channels",
            list(PUSH),
            Words(
                nl="de kanalen waarlangs een bericht naar iemand toe komt",
                en="the channels on which a message comes to somebody",
            ),
        ),
    ),
    examples=Examples(good=_example("2026-05-11"), bad=_example("⟦2026-05-08⟧")),
)
def too_frequent(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each message that is one too many, and at each rhythm that is too fast."""
    most, days = options["most"], options["days"]
    found: dict[str, tuple[Dated, list[str]]] = {}
    for persona, dated in project.calendar.items():
        sent = [d for d in messages(dated, options["channels"]) if d.item.message_type != "service"]
        for one_too_many in _bursts([d for day in by_day(sent) for d in day], most, days):
            found.setdefault(one_too_many.path, (one_too_many, []))[1].append(persona)
    for dated_item, personas in found.values():
        item = dated_item.item
        yield Problem(
            path=item.path,
            span=item.span("publish"),
            values={
                "count": most + 1,
                "days": days,
                "most": most,
                "personas": ", ".join(f"'{persona}'" for persona in personas),
            },
            subject=Subject(item=item.id, persona=personas[0], channel=item.channel),
        )
    yield from _rhythms(project, options)


def _bursts(sent: Sequence[Dated], most: int, days: int) -> Iterator[Dated]:
    """Yield, for each time that it gets too much, the first message that is one too many."""
    window: deque[Dated] = deque()
    is_too_much = False
    for message in sent:
        window.append(message)
        while (message.day - window[0].day).days >= days:
            window.popleft()
        if len(window) > most and not is_too_much:
            yield message
        is_too_much = len(window) > most


def _rhythms(project: Project, options: Options) -> Iterator[Problem]:
    # How often somebody may see an advertisement at most is no plan to send something so often.
    channels = [c for c in options["channels"] if project.traits(c).kind != "paid"]
    for journey, stage, touchpoint in project.touchpoints:
        rhythm = touchpoint.rhythm
        if rhythm is None or touchpoint.channel not in channels:
            continue
        if rhythm.in_days(options["days"]) > options["most"]:
            yield Problem(
                path=touchpoint.place.path,
                span=touchpoint.span("frequency"),
                variant="touchpoint",
                values={
                    "touchpoint": touchpoint.id,
                    "most": options["most"],
                    "days": options["days"],
                    "words": touchpoint.frequency or "",
                },
                subject=Subject(
                    journey=journey.id, stage=stage.id, touchpoint=touchpoint.id, channel=touchpoint.channel
                ),
            )
