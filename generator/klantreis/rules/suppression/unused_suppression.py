"""An exception excuses nothing any more.

## What it finds

An exception in front matter (`ignore`) or around a passage, for a rule that finds nothing there or does
not exist. Exceptions past their end date are left to `expired-suppression`, and exceptions for rules that do
not run now are left alone.

## Why it matters

An exception that is no longer needed hides the next mistake of the same kind. Whoever reads the file thinks
that something is wrong here.

## How to fix

Remove the exception. In front matter `klantreis check --fix` does so; around a passage, take both comments
away.

## Where it comes from

Practice. Linters for program code report unused exceptions for the same reason.
"""

from collections.abc import Iterator

from klantreis.finding import Edit, Fix, Problem, Severity, Subject
from klantreis.model.item import Suppression
from klantreis.model.nearest import nearest
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, all_rules, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een uitzondering op een regel is nergens meer voor nodig.

## Wat deze regel vindt

Een uitzondering in de front matter (`ignore`) of om een passage heen, voor een regel die daar niets
vindt of die niet bestaat. Uitzonderingen die over hun einddatum heen zijn, meldt `expired-suppression`.
Uitzonderingen voor regels die nu niet meedoen, blijven buiten beschouwing.

## Waarom dat telt

Een uitzondering die niet meer nodig is, verbergt de volgende fout van dezelfde soort. Wie het bestand leest,
denkt dat er hier iets niet klopt.

## Wat je eraan doet

Haal de uitzondering weg. In de front matter doet `klantreis check --fix` dat. Haal om een passage heen beide
opmerkingen weg.

## Waar dit op rust

Praktijk. Linters voor programmacode melden ongebruikte uitzonderingen om dezelfde reden.
"""

_DUE = "review_by: 2027-03-01\n"
_LINK = "(zelf-of-verhuizer.md)"


def _excused(name: str) -> str:
    """Return the first text of the base project with a link that skips two stages, on purpose."""
    exception = f"ignore:\n  - {{rule: {name}, reason: de serie hoort bij elkaar}}\n"
    text = BASE["content/hoeveel-dozen.md"].replace(_DUE, _DUE + exception)
    return text.replace(_LINK, f"{_LINK}, of over [de eerste week](eerste-week.md)")


@rule(
    code="KR044",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="de uitzondering voor regel '{rule}' is hier niet nodig; haal haar weg",
            en="the exception for rule '{rule}' is not needed here; remove it",
        ),
        "near": Words(
            nl="regel '{rule}' bestaat niet, dus deze uitzondering doet niets; bedoel je '{near}'?",
            en="there is no rule '{rule}', so this exception does nothing; did you mean '{near}'?",
        ),
        "unknown": Words(
            nl="regel '{rule}' bestaat niet, dus deze uitzondering doet niets; 'klantreis rule' noemt ze "
            "alle",
            en="there is no rule '{rule}', so this exception does nothing; 'klantreis rule' lists them all",
        ),
    },
    manual_nl=MANUAL_NL,
    fixable=True,
    examples=Examples(
        good={"content/hoeveel-dozen.md": _excused("skipped-stage")},
        bad=changed(
            "content/inpakmail.md",
            _DUE,
            f"{_DUE}ignore:\n  - {{rule: ⟦overdue-review⟧, reason: blijft tot de zomer zo}}\n",
        ),
        fixed={"content/inpakmail.md": BASE["content/inpakmail.md"]},
    ),
)
def unused_suppression(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each exception that excused nothing in this run."""
    known = tuple(word for known in all_rules() for word in (known.name, known.code))
    for suppression in project.unused:
        item = project.item_by_path.get(suppression.place.path)
        is_known = suppression.rule in known
        near = None if is_known else nearest(suppression.rule, known)
        yield Problem(
            path=suppression.place.path,
            span=suppression.place.span,
            variant="" if is_known else ("near" if near else "unknown"),
            values={"rule": suppression.rule, "near": near or ""},
            subject=Subject(item=item.id if item else None, detail=suppression.rule),
            fixes=_removal(suppression) if is_known else (),
        )


def _removal(suppression: Suppression) -> tuple[Fix, ...]:
    if suppression.whole is None:
        return ()
    return (Fix((Edit(suppression.place.path, suppression.whole, ""),)),)
