"""An exception does not say why it was made.

## What it finds

An exception without a reason: in front matter (`ignore`), around a passage, or for a path in the
configuration (`per_file`, where a rule is turned off). An exception that is no longer needed, or past its end
date, has a finding of its own already.

## Why it matters

Whoever comes after you sees that something is wrong here and allowed, and cannot judge whether it still may
be. So nobody dares to take it away.

## How to fix

Write the reason behind it, in the words with which you would explain it to a colleague: `reason: campaign
choice`, or behind the colon in `<!-- klantreis: ignore product-push: quoted from a customer -->`.

## Where it comes from

Practice. Teams that keep exceptions ask for a reason with each, or they pile up.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.place import Place
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Bij een uitzondering op een regel staat niet waarom ze is gemaakt.

## Wat deze regel vindt

Een uitzondering zonder reden: in de front matter (`ignore`), om een passage heen, of voor een pad in de
configuratie (`per_file`, waar een regel uit staat). Een uitzondering die niet meer nodig is of over haar
einddatum heen, heeft al een eigen bevinding.

## Waarom dat telt

Wie na jou komt, ziet dat hier iets niet klopt en dat het mag, maar kan niet beoordelen of het nog steeds mag.
Dus durft niemand haar weg te halen.

## Wat je eraan doet

Schrijf de reden erbij, zoals je die aan een collega zou uitleggen: `reason: keuze voor de campagne`, of
achter de dubbele punt in `<!-- klantreis: ignore product-push: citaat van een klant -->`.

## Waar dit op rust

Praktijk. Teams die uitzonderingen bijhouden, vragen bij elke om een reden, want anders stapelen ze zich op.
"""

_DUE = "review_by: 2027-03-01\n"
_LINK = "(zelf-of-verhuizer.md)"


def _excused(exception: str) -> dict[str, str]:
    """Return the first text of the base project with a link that skips two stages, on purpose."""
    text = BASE["content/hoeveel-dozen.md"].replace(_DUE, f"{_DUE}ignore:\n  - {exception}\n")
    return {
        "content/hoeveel-dozen.md": text.replace(_LINK, f"{_LINK}, of over [de eerste week](eerste-week.md)")
    }


@rule(
    code="KR074",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="bij de uitzondering voor regel '{rule}' staat geen reden; schrijf erbij waarom ze hier geldt",
        en="the exception for rule '{rule}' gives no reason; write why it holds here",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_excused("{rule: skipped-stage, reason: de serie hoort bij elkaar}"),
        bad=_excused("{rule: ⟦skipped-stage⟧}"),
    ),
)
def suppression_without_reason(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each exception without a reason; one for those that were written together."""
    unused = {id(suppression) for suppression in project.unused}
    seen: set[Place] = set()
    for suppression in project.suppressions:
        if (suppression.reason or "").strip() or not suppression.holds_on(project.today):
            continue
        if id(suppression) in unused or suppression.place in seen:
            continue
        seen.add(suppression.place)
        item = project.item_by_path.get(suppression.place.path)
        yield Problem(
            path=suppression.place.path,
            span=suppression.place.span,
            values={"rule": suppression.rule},
            subject=Subject(item=item.id if item else None, detail=suppression.rule),
        )
