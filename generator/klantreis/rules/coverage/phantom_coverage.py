"""A place looks covered, but only through expired, overdue or borrowed items.

## What it finds

A touchpoint, or a stage without touchpoints, where a persona finds nothing but items that are expired, past
their review date, or written for another persona or another stage. The finding stands at the touchpoint and
names the item. Where the touchpoint is a `could`, or where `overdue-review` warns of the item already, it is
a hint. When the dates in that item are wrong themselves, `expired-but-published`, `stale-draft` or
`date-conflict` says so, and one finding is enough.

## Why it matters

In a count the place is green, so nobody looks at it again. The reader meets a text that is no longer right or
that speaks to somebody else.

## How to fix

Look the item over and set a new `review_by`, replace what has expired, or write a text of its own for this
persona at this moment. Is a borrowed text really just as good? Name the persona under `persona` instead of
`also`, or name the `touchpoint`.

## Where it comes from

Practice. A content audit that only counts texts paints too rosy a picture, so auditors look at date and
audience as well.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.slot import Slot
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een plek lijkt gedekt, maar alleen door verlopen, te laat nagekeken of geleende items.

## Wat deze regel vindt

Een contactmoment, of een fase zonder contactmomenten, waar een persona alleen items vindt die verlopen
zijn, die al nagekeken hadden moeten zijn, of die voor een andere persona of fase geschreven zijn. De
bevinding staat bij het contactmoment en noemt het item. Is het contactmoment een `could`, of waarschuwt
`overdue-review` al voor het item, dan is het een tip. Kloppen de data in dat item zelf niet, dan meldt
`expired-but-published`, `stale-draft` of `date-conflict` dat, en één bevinding is genoeg.

## Waarom dat telt

In een telling staat de plek op groen, dus kijkt niemand er meer naar. De lezer krijgt een tekst die niet meer
klopt of die tegen iemand anders praat.

## Wat je eraan doet

Kijk het item na en zet er een nieuwe `review_by` bij, vervang wat verlopen is, of schrijf voor deze persona
op dit moment een eigen tekst. Is een geleende tekst echt net zo goed? Noem de persona dan onder `persona`
in plaats van `also`, of noem het `touchpoint`.

## Waar dit op rust

Praktijk. Een content-audit die alleen teksten telt, geeft een te mooi beeld. Daarom kijken wie zo'n audit
doen ook naar de datum en naar het publiek.
"""

_WHERE = Words(
    nl="persona '{persona}' vindt {where} alleen '{item}'",
    en="persona '{persona}' finds only '{item}' {where}",
)


@rule(
    code="KR034",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "expired": Words(
            nl=f"{_WHERE.nl}, en dat is verlopen; schrijf iets nieuws of werk het bij",
            en=f"{_WHERE.en}, which has expired; write something new or bring it up to date",
        ),
        "overdue": Words(
            nl=f"{_WHERE.nl}, en dat had uiterlijk {{date}} nagekeken moeten zijn; kijk het na",
            en=f"{_WHERE.en}, which was to be reviewed by {{date}}; review it",
        ),
        "borrowed": Words(
            nl=f"{_WHERE.nl}, en dat is voor een ander of een andere fase geschreven; schrijf hier een "
            f"eigen "
            "tekst",
            en=f"{_WHERE.en}, which was written for somebody else or another stage; write a text of its own",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/inpakmail.md", "review_by: 2027-03-01", "review_by: 2026-06-01"),
        bad=changed("content/inpakmail.md", "review_by: 2027-03-01", "status: expired")
        | changed("journeys/verhuizen.yaml", "- id: inpakmail", "- id: ⟦inpakmail⟧"),
    ),
)
def phantom_coverage(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each slot that only stale or borrowed items serve."""
    for slot in project.slots:
        if slot.state not in ("borrowed", "stale") or slot.is_leftover:
            continue
        item = _only_item(slot, project)
        if item.early_date or item.has_run_out_on(project.today):
            continue
        variant = _variant(slot, item, project)
        # `overdue-review` warns of the item itself: what it does to this place is a hint beside that.
        worst = Severity.INFO if variant == "overdue" else Severity.WARNING
        yield Problem(
            path=slot.place.path,
            span=slot.place.span,
            variant=variant,
            values={
                "persona": slot.id.persona,
                "where": _where(slot),
                "item": item.id,
                "date": "" if item.review_by is None else item.review_by.isoformat(),
            },
            subject=Subject.of_slot(slot),
            severity=min(worst, Severity.of_missing(slot.need)),
        )


def _only_item(slot: Slot, project: Project) -> Item:
    """Return the item that makes the slot look covered."""
    items = project.items_at(slot)
    if slot.state == "borrowed":
        return next(item for item in items if item.is_fresh_on(project.today))
    return next(item for item in items if item.status_on(project.today) in ("published", "expired"))


def _variant(slot: Slot, item: Item, project: Project) -> str:
    if slot.state == "borrowed":
        return "borrowed"
    return "expired" if item.status_on(project.today) == "expired" else "overdue"


def _where(slot: Slot) -> Words:
    if slot.id.touchpoint is None:
        return Words(nl=f"in fase '{slot.id.stage}'", en=f"in stage '{slot.id.stage}'")
    return Words(nl=f"bij contactmoment '{slot.id.touchpoint}'", en=f"at touchpoint '{slot.id.touchpoint}'")
