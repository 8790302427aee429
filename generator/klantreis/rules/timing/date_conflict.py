"""Two dates of an item contradict each other.

## What it finds

An item that expires, or is to be reviewed, before it is published. Two dates on the same day are fine. As
long as they contradict each other, the other rules about dates keep silent about the item.

## Why it matters

One of the two dates is a slip, usually in the year. Until it is put right, nobody can tell whether the item
counts, and the calendar and the coverage show the wrong thing.

## How to fix

Look up which date was meant, and correct the other.

## Where it comes from

Practice. Both dates cannot be right, so this is certain.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Twee data van een item spreken elkaar tegen.

## Wat deze regel vindt

Een item dat verloopt of nagekeken moet worden voordat het gepubliceerd wordt. Twee data op dezelfde dag
mogen. Zolang ze elkaar tegenspreken, zwijgen de andere regels over data bij dit item.

## Waarom dat telt

Een van de twee data is een vergissing, meestal in het jaar. Tot dat is rechtgezet, weet niemand of het item
meetelt, en kloppen de kalender en de dekking niet.

## Wat je eraan doet

Zoek op welke datum bedoeld was en verbeter de andere.

## Waar dit op rust

Praktijk. De data kunnen niet allebei kloppen, dus dit is zeker.
"""


@rule(
    code="KR065",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages={
        "expires": Words(
            nl="dit item verloopt op {date} en wordt pas op {publish} gepubliceerd; verbeter een van beide "
            "data",
            en="this item expires on {date} and is only published on {publish}; correct one of the two dates",
        ),
        "review_by": Words(
            nl="dit item moet uiterlijk {date} nagekeken zijn en wordt pas op {publish} gepubliceerd; "
            "verbeter een van beide data",
            en="this item is to be reviewed by {date} and is only published on {publish}; correct one of "
            "the two dates",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed(
            "content/inpakmail.md", "review_by: 2027-03-01", "publish: 2026-03-01\nreview_by: 2027-03-01"
        ),
        bad=changed(
            "content/inpakmail.md", "review_by: 2027-03-01", "publish: 2026-03-01\nreview_by: ⟦2026-02-01⟧"
        ),
    ),
)
def date_conflict(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each end or review date that lies before the publication."""
    for item in project.items:
        key = item.early_date if item.publish is not None else None
        if key is None or item.publish is None:
            continue
        yield Problem(
            path=item.path,
            span=item.span(key),
            variant=key,
            values={"date": getattr(item, key).isoformat(), "publish": item.publish.isoformat()},
            subject=Subject(item=item.id, channel=item.channel, detail=key),
        )
