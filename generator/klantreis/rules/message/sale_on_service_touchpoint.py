"""Something is sold where selling is not welcome.

## What it finds

An item at a touchpoint with `sale: false`, or with a reason against selling, whose front matter says that
it sells: `intent: sell`, an `offer` of upsell or cross-sell, `cta: quote` or `buy`, or `message_type:
marketing`. The same in a `message_type: service`, wherever it stands. What the front matter says is
certain, so that is an error. A `cta` that is too strong for the stage as well is left to the rule about
that.

When the front matter is in order, the text is read: an offer, a price, haste or a call to try, ask for a
quote or buy. Together they have to weigh at least 5 points (`least`) of sales pressure. That is a guess, so
a warning. A text that is reported already for selling too hard is not reported twice.

## Why it matters

Somebody who has a question about a delivery, or has just been asked a favour, did not come to buy. An offer
there costs more trust than it brings in. For service messages there is more to it: who did not agree to
advertising may not be sent any along with them.

## How to fix

Take the offer out and send it at a touchpoint where selling is welcome. Is selling fine here after all?
Then change `sale` at the touchpoint.

## Where it comes from

Practice. The five A's say that not every touchpoint is a moment to sell. In the European Union the rules on
electronic advertising add that a promotion in a service message needs consent of its own.
"""

from collections.abc import Iterator, Sequence

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.message import Message, Passage
from klantreis.model.moment import Moment
from klantreis.model.project import Project
from klantreis.model.sale import LEAST_SALE, sale_in
from klantreis.model.strain import lowest_ceiling, overstrained
from klantreis.model.vocabulary import is_stronger
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE, changed
from klantreis.text.outright import too_strong

MANUAL_NL = """
Er wordt iets verkocht waar verkopen niet past.

## Wat deze regel vindt

Een item bij een contactmoment met `sale: false`, of met een reden waarom verkopen daar niet past, terwijl
de front matter zegt dat het verkoopt: `intent: sell`, een `offer` met upsell of cross-sell, `cta: quote` of
`buy`, of `message_type: marketing`. Hetzelfde in een item met `message_type: service`, waar dat ook staat.
Wat in de front matter staat is zeker, dus dat is een fout. Is de `cta` ook te zwaar voor de fase, dan meldt
de regel daarover dat.

Is de front matter in orde, dan telt de tekst: een aanbod, een prijs, haast of een oproep om te proberen,
een offerte te vragen of te kopen. Samen moeten die minstens 5 punten (`least`) verkoopdruk geven. Dat is
een inschatting, dus een waarschuwing. Een tekst die al gemeld is omdat hij te hard verkoopt, wordt niet nog
eens gemeld.

## Waarom dat telt

Wie een vraag heeft over een levering, of net om een gunst is gevraagd, kwam niet om te kopen. Een aanbod
kost daar meer vertrouwen dan het oplevert. Bij serviceberichten speelt nog iets: wie geen toestemming gaf
voor reclame, mag die er ook niet bij krijgen.

## Wat je eraan doet

Haal het aanbod eruit en stuur het bij een contactmoment waar verkopen wel past. Mag het hier toch? Pas dan
`sale` bij het contactmoment aan.

## Waar dit op rust

Praktijk. De vijf A's zeggen dat niet elk contactmoment een verkoopmoment is. In de Europese Unie komt
daarbij dat reclame in een servicebericht een eigen toestemming vraagt.
"""

_LAST = "Over drie weken vragen we [hoe het ging](reviewmail.md).\n"
_PITCH = "Bestel nu onze opbergboxen met twintig procent korting, alleen deze week! "


@rule(
    code="KR090",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="'{word}' hoort bij verkopen, en dat is bij contactmoment '{touchpoint}' niet welkom; "
            "verplaats het aanbod naar een ander moment",
            en="'{word}' is about selling, which is not welcome at touchpoint '{touchpoint}'; move the "
            "offer to another moment",
        ),
        "reason": Words(
            nl="'{word}' hoort bij verkopen, en dat is bij contactmoment '{touchpoint}' niet welkom "
            "({reason}); verplaats het aanbod naar een ander moment",
            en="'{word}' is about selling, which is not welcome at touchpoint '{touchpoint}' ({reason}); "
            "move the offer to another moment",
        ),
        "service": Words(
            nl="'{word}' hoort bij verkopen, en dit is een servicebericht; stuur het aanbod apart, aan wie "
            "daarvoor koos",
            en="'{word}' is about selling, and this is a service message; send the offer apart, to those "
            "who agreed to it",
        ),
        "text": Words(
            nl="hier lijkt de tekst te verkopen, en bij contactmoment '{touchpoint}' is dat niet welkom; "
            "haal het aanbod eruit of verplaats het",
            en="here the text seems to sell, which is not welcome at touchpoint '{touchpoint}'; take the "
            "offer out or move it",
        ),
        "text-service": Words(
            nl="hier lijkt de tekst te verkopen, en dit is een servicebericht; haal het aanbod eruit of "
            "stuur het apart",
            en="here the text seems to sell, and this is a service message; take the offer out or send it "
            "apart",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "least",
            LEAST_SALE,
            Words(
                nl="zoveel punten verkoopdruk geven de verkopende zinnen samen minstens",
                en="so many points of sales pressure the selling sentences give together at least",
            ),
        ),
    ),
    examples=Examples(
        good={"content/eerste-week.md": BASE["content/eerste-week.md"]},
        bad=changed("content/eerste-week.md", "intent: service", "intent: ⟦sell⟧"),
    ),
)
def sale_on_service_touchpoint(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each item that sells, or seems to, where that is not welcome."""
    declared = set()
    for item in project.current_items:
        quiet = _quiet_moment(item, project)
        key = _selling_key(item, project) if quiet is not None or item.message_type == "service" else None
        if key is not None:
            declared.add(item.path)
            yield _declared(item, key, quiet)
    for item, message in project.judged:
        if item.path in declared or not message.push:
            continue
        quiet = _quiet_moment(item, project)
        if quiet is not None or item.message_type == "service":
            yield from _found(item, message, quiet, project, options["least"])


def _quiet_moment(item: Item, project: Project) -> Moment | None:
    """Return the first moment of an item at which selling is not welcome."""
    return project.placed[item.path].quiet_moment if item.path in project.moments else None


def _selling_key(item: Item, project: Project) -> str | None:
    """Return the key whose value says that the item sells."""
    if item.intent == "sell":
        return "intent"
    if item.offer in ("upsell", "cross-sell"):
        return "offer"
    if item.cta in ("quote", "buy") and not _asks_too_much(item, item.cta, project):
        return "cta"
    return "message_type" if item.message_type == "marketing" else None


def _asks_too_much(item: Item, ask: str, project: Project) -> bool:
    """Say whether the ask is also above what the stage bears, which is reported as such."""
    stages = project.stages_of(item)
    return bool(stages) and is_stronger(ask, lowest_ceiling(stages)[1].ceiling)


def _declared(item: Item, key: str, quiet: Moment | None) -> Problem:
    touchpoint = quiet.touchpoint if quiet else None
    reason = touchpoint.no_sale_reason if touchpoint else None
    variant = "service" if touchpoint is None else ("reason" if reason else "")
    return Problem(
        path=item.path,
        span=item.span(key),
        variant=variant,
        values={
            "word": item.spelled.get(key) or str(getattr(item, key)),
            "touchpoint": touchpoint.id if touchpoint else "",
            "reason": _as_clause(reason) if reason else "",
        },
        subject=_subject(item, quiet, key),
    )


def _as_clause(sentence: Words) -> Words:
    return Words(*(text[:1].lower() + text[1:].rstrip(".") for text in sentence))


def _subject(item: Item, quiet: Moment | None, detail: str) -> Subject:
    if quiet is None or quiet.touchpoint is None:
        return Subject(item=item.id, channel=item.channel, detail=detail)
    return Subject(
        item=item.id,
        journey=quiet.journey.id,
        stage=quiet.stage.id,
        touchpoint=quiet.touchpoint.id,
        channel=item.channel,
        detail=detail,
    )


def _found(
    item: Item, message: Message, quiet: Moment | None, project: Project, least: float
) -> Iterator[Problem]:
    selling = sale_in(message, least)
    if not selling:
        return
    if item.message_type != "service" and _is_said_already(item, message, selling, project):
        return
    yield Problem(
        path=item.path,
        span=selling[0].span,
        variant="text" if quiet else "text-service",
        values={"touchpoint": quiet.touchpoint.id if quiet and quiet.touchpoint else ""},
        subject=_subject(item, quiet, "text"),
        severity=Severity.WARNING,
        evidence=tuple(Evidence(passage.span, passage.facet) for passage in selling),
    )


def _is_said_already(item: Item, message: Message, selling: Sequence[Passage], project: Project) -> bool:
    """Say whether the text is reported for selling too hard, or its only selling sentence for its ask."""
    stages = project.stages_of(item)
    if overstrained(item, stages) is not None:
        return True
    ceiling = lowest_ceiling(stages)[1].ceiling if stages else "buy"
    strong = {ask.at for ask in too_strong(message, project.texts.get(item.path, ""), project.brand, ceiling)}
    return all(passage.at in strong for passage in selling)
