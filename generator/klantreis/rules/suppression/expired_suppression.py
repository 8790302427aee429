"""An exception has passed its end date.

## What it finds

An exception whose `until` has passed, in front matter, around a passage or in the configuration. On the day
itself it still holds. An expired exception excuses nothing any more, so what it covered may be found again.

## Why it matters

The end date was an agreement: until then, and not longer. Whoever reads the file thinks that the exception
still holds.

## How to fix

Put right what the exception was for and remove it, or agree on a new date with a reason that still stands.

## Where it comes from

Practice. Whether the date has passed is certain, so it is an error.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.place import Place
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Een uitzondering op een regel is over haar einddatum heen.

## Wat deze regel vindt

Een uitzondering waarvan `until` voorbij is, in de front matter, om een passage heen of in de configuratie. Op
de dag zelf geldt ze nog. Een verlopen uitzondering verontschuldigt niets meer, dus wat ze afdekte, kan weer
gemeld worden.

## Waarom dat telt

De einddatum was een afspraak: tot dan en niet langer. Wie het bestand leest, denkt dat de uitzondering nog
geldt.

## Wat je eraan doet

Los op waar de uitzondering voor was en haal haar weg, of spreek een nieuwe datum af met een reden die nog
klopt.

## Waar dit op rust

Praktijk. Of de datum voorbij is, staat vast, dus het is een fout.
"""

_DUE = "review_by: 2027-03-01\n"
_LINK = "(zelf-of-verhuizer.md)"


def _excused(until: str, link: str = "") -> dict[str, str]:
    exception = f"{{rule: skipped-stage, reason: de serie hoort bij elkaar, until: {until}}}"
    text = BASE["content/hoeveel-dozen.md"].replace(_DUE, f"{_DUE}ignore:\n  - {exception}\n")
    return {"content/hoeveel-dozen.md": text.replace(_LINK, _LINK + link)}


@rule(
    code="KR075",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=Words(
        nl="de uitzondering voor regel '{rule}' gold tot en met {until}; los het op of spreek een nieuwe "
        "datum af",
        en="the exception for rule '{rule}' held until {until}; put it right or agree on a new date",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_excused("2026-06-01", ", of over [de eerste week](eerste-week.md)"),
        bad=_excused("⟦2026-05-31⟧"),
    ),
)
def expired_suppression(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the end date of each exception that is past it."""
    seen: set[Place] = set()
    for suppression in project.suppressions:
        if suppression.until is None or suppression.holds_on(project.today):
            continue
        path = suppression.place.path
        place = Place(path, suppression.until_at or suppression.place.span)
        if place in seen:
            continue
        seen.add(place)
        item = project.item_by_path.get(path)
        yield Problem(
            path=path,
            span=place.span,
            values={"rule": suppression.rule, "until": suppression.until.isoformat()},
            subject=Subject(item=item.id if item else None, detail=suppression.rule),
        )
