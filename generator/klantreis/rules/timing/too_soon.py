"""A message follows the one before it sooner than its touchpoint says.

## What it finds

A message whose `publish` date comes sooner after the message before it than the `wait` of its touchpoint
allows. Which message comes before is what `after` says. Both must come to somebody (by e-mail, text message,
app, chat, telephone or post), be for the same persona, and carry a date. Two messages of one `campaign` are
always compared; two that belong to no campaign only when they follow one another on different days, for texts
that go live together are a series that is sent in its own time. A `wait` that names no time, such as 'when
the order has been delivered', is left alone.

## Why it matters

The pause is there for a reason: the customer has to read, try or receive something first. A message that
comes too soon asks about something that has not happened yet.

## How to fix

Move the date, or change the `wait` if the pause may be shorter.

## Where it comes from

Practice. The time between two touchpoints is part of the plan; the rule only holds the dates against it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.calendar import Dated, messages
from klantreis.model.project import Project
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een bericht volgt sneller op het vorige dan het contactmoment zegt.

## Wat deze regel vindt

Een bericht waarvan de datum onder `publish` sneller op het vorige bericht volgt dan de `wait` van het
contactmoment toelaat. Welk bericht het vorige is, staat onder `after`. Allebei moeten ze naar iemand toe
komen (via e-mail, sms, app, chat, telefoon of post), voor dezelfde persona zijn en een datum hebben. Twee
berichten van één `campaign` worden altijd vergeleken. Twee die bij geen campagne horen alleen als ze op
verschillende dagen na elkaar komen, want teksten die samen live gaan, zijn een reeks die op eigen tempo
verstuurd wordt. Een `wait` waar geen tijd in staat, zoals 'als de bestelling binnen is', blijft buiten
beschouwing.

## Waarom dat telt

De pauze is er niet voor niets: de klant moet eerst iets lezen, proberen of ontvangen. Een bericht dat te
vroeg komt, vraagt naar iets wat nog niet gebeurd is.

## Wat je eraan doet

Verzet de datum, of pas `wait` aan als de pauze korter mag.

## Waar dit op rust

Praktijk. De tijd tussen twee contactmomenten hoort bij het plan. De regel legt er alleen de data naast.
"""


def _example(second: str) -> dict[str, str]:
    journey = changed("journeys/verhuizen.yaml", "after: bericht-na-afloop", "after: inpakmail")
    return journey | {
        "content/inpakmail.md": _dated("content/inpakmail.md", "2026-04-01"),
        "content/reviewmail.md": _dated("content/reviewmail.md", second),
    }


def _dated(path: str, date: str) -> str:
    return BASE[path].replace(
        "review_by: 2027-03-01", f"publish: {date}\ncampaign: voorjaar\nreview_by: 2027-03-01"
    )


@rule(
    code="KR072",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "": Words(
            nl="dit bericht volgt na {gap} op '{other}', en contactmoment '{touchpoint}' wacht eerst "
            "{wait}; verzet de datum of pas de wachttijd aan",
            en="this message follows '{other}' after {gap}, and touchpoint '{touchpoint}' waits {wait} "
            "first; move the date or change the wait",
        ),
        "before": Words(
            nl="dit bericht gaat eerder uit dan '{other}', en contactmoment '{touchpoint}' hoort {wait} "
            "later te komen; verzet een van beide data",
            en="this message goes out before '{other}', and touchpoint '{touchpoint}' should come {wait} "
            "later; move one of the two dates",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(good=_example("2026-04-22"), bad=_example("⟦2026-04-15⟧")),
)
def too_soon(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each date that does not wait as long as its touchpoint asks."""
    seen: set[str] = set()
    for persona, dated in project.calendar.items():
        sent = messages(dated, _PERSONAL)
        rows = _rows(sent)
        for message in sent:
            found = _hurried(message, rows, project) if message.path not in seen else None
            if found is None:
                continue
            seen.add(message.path)
            touchpoint, other = found
            gap = (message.day - other.day).days
            yield Problem(
                path=message.path,
                span=message.item.span("publish"),
                variant="before" if gap < 0 else "",
                values={
                    "gap": _days(gap),
                    "other": other.item.id,
                    "touchpoint": touchpoint.id,
                    "wait": touchpoint.wait or "",
                },
                subject=Subject(
                    item=message.item.id,
                    persona=persona,
                    touchpoint=touchpoint.id,
                    channel=message.item.channel,
                ),
            )


def _days(count: int) -> Words:
    return Words("een dag", "a day") if count == 1 else Words(f"{count} dagen", f"{count} days")


_PERSONAL = ("email", "sms", "app", "chat", "phone", "post")

_day, _day_and_path = attrgetter("day"), attrgetter("day", "path")

_Row = Sequence[Dated]
"""What goes out at one touchpoint of a journey for one campaign, or for none, in the order of the days."""

_Rows = Mapping[tuple[str, str, str | None], _Row]


def _rows(sent: Sequence[Dated]) -> _Rows:
    """Return the rows of `sent`, by journey, touchpoint and campaign."""
    found: dict[tuple[str, str, str | None], list[Dated]] = defaultdict(list)
    for message in sent:
        for journey, _, touchpoint in message.spots:
            if touchpoint is not None:
                found[journey, touchpoint, message.item.campaign].append(message)
    return found


def _hurried(message: Dated, rows: _Rows, project: Project) -> tuple[Touchpoint, Dated] | None:
    """Return the touchpoint whose wait `message` cuts short, and the message before it."""
    for journey, stage, id in message.spots:
        if id is None:
            continue
        touchpoints = project.journey_by_id[journey].stage(stage).touchpoints
        touchpoint = next(t for t in touchpoints if t.id == id)
        if touchpoint.wait_time is None:
            continue
        before = [rows.get((journey, word, message.item.campaign), ()) for word in touchpoint.after]
        other = _previous(message, before)
        if other is not None and (message.day - other.day).days < touchpoint.wait_time.least:
            return touchpoint, other
    return None


def _previous(message: Dated, before: Sequence[_Row]) -> Dated | None:
    """Return the message that `message` follows: the last one of its campaign, or the last one at all.

    In a campaign in which all others go out later it is the last of those: one of the dates is wrong.
    """
    if message.item.campaign is None:
        return _last(message, [(row, bisect_left(row, message.day, key=_day)) for row in before])
    earlier = [(row, bisect_right(row, message.day, key=_day)) for row in before]
    return _last(message, earlier) or _last(message, [(row, len(row)) for row in before])


def _last(message: Dated, starts: Sequence[tuple[_Row, int]]) -> Dated | None:
    """Return the last other message among the first so many of each row."""
    ends = (
        next((row[n] for n in range(count - 1, -1, -1) if row[n].path != message.path), None)
        for row, count in starts
    )
    return max((each for each in ends if each is not None), default=None, key=_day_and_path)
