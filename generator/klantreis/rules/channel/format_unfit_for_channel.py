"""An item is too long for its channel, or of a kind that the channel cannot carry.

## What it finds

A text with more characters than its channel holds: 160 for a text message, 300 for a search or display
advertisement, 2,200 for an advertisement on social media. A `subject` of a mailing with more than 60
characters. And a format that cannot exist on the channel, such as a film in a text message or a webinar on
paper. Only what a reader sees is counted, so addresses behind links are not. The limits are those of the
channel under `[channels]` in the configuration, where you can change them and give your own channels
theirs.

## Why it matters

What does not fit is cut off or sent in pieces, often in the middle of what matters.

## How to fix

Shorten the text or the subject, or link to a page that says the rest. Choose another format or another
channel where the two cannot go together.

## Where it comes from

Practice. One text message holds 160 characters; advertising platforms publish their limits; mail programs
on a desktop show about sixty characters of a subject.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.channel import Traits
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item is te lang voor zijn kanaal, of van een soort die daar niet kan.

## Wat deze regel vindt

Een tekst met meer tekens dan zijn kanaal aankan: 160 voor een sms, 300 voor een advertentie in een
zoekmachine of een banner, 2.200 voor een advertentie op sociale media. Een `subject` van een mailing met
meer dan 60 tekens. En een vorm die op dat kanaal niet kan bestaan, zoals een film in een sms of een webinar
op papier. Alleen wat een lezer ziet telt mee, dus het adres achter een link niet. De grenzen staan bij het
kanaal onder `[channels]` in de configuratie. Daar kun je ze veranderen en je eigen kanalen hun grenzen
geven.

## Waarom dat telt

Wat niet past, wordt afgekapt of in stukken verstuurd, vaak midden in wat je te zeggen had.

## Wat je eraan doet

Kort de tekst of het onderwerp in, of link naar een pagina met de rest. Gaan vorm en kanaal niet samen? Kies
dan een andere vorm of een ander kanaal.

## Waar dit op rust

Praktijk. In één sms passen 160 tekens. Advertentieplatforms publiceren hun grenzen. Een mailprogramma op
een computer laat ongeveer zestig tekens van een onderwerp zien.
"""

_MAIL = "Je inpaklijst voor de komende drie weken"


@rule(
    code="KR047",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "length": Words(
            nl="deze tekst heeft {count} tekens, en op kanaal '{channel}' passen er {limit}; kort hem in",
            en="this text has {count} characters, and channel '{channel}' holds {limit}; shorten it",
        ),
        "subject": Words(
            nl="dit onderwerp heeft {count} tekens, en op kanaal '{channel}' zie je er {limit}; kort het in",
            en="this subject has {count} characters, and channel '{channel}' shows {limit}; shorten it",
        ),
        "format": Words(
            nl="format '{format}' kan niet op kanaal '{channel}'; kies een andere vorm of een ander kanaal",
            en="format '{format}' cannot be on channel '{channel}'; choose another format or another channel",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "margin",
            0,
            Words(
                nl="Hoeveel tekens boven de grens nog mogen",
                en="How many characters above the limit are let pass",
            ),
        ),
        Option(
            "formats",
            True,
            Words(
                nl="Of ook telt dat een vorm niet op een kanaal kan",
                en="Whether it counts that a format cannot be on a channel",
            ),
        ),
    ),
    examples=Examples(
        good=changed("content/inpakmail.md", _MAIL, "Je inpaklijst"),
        bad=changed("content/inpakmail.md", _MAIL, f"⟦{_MAIL}, van de berging tot en met de badkamer⟧"),
    ),
)
def format_unfit_for_channel(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each item that its channel cannot carry; a wrong channel is no measure."""
    for item in project.current_items:
        if item.channel is None or item.path in project.channel_faults:
            continue
        fault = project.format_faults.get(item.path)
        if fault is not None and fault.kind == "channel":
            if options["formats"]:
                yield _problem(item, item.span("format"), "format")
            continue
        yield from _too_long(item, project.traits(item.channel), int(options["margin"]))


def _too_long(item: Item, traits: Traits, margin: int) -> Iterator[Problem]:
    if traits.length is not None and item.has_text and item.length > traits.length + margin:
        yield _problem(item, item.opening, "length", item.length, traits.length)
    length = len(item.subject or "")
    if traits.subject is not None and length > traits.subject + margin:
        yield _problem(item, item.span("subject"), "subject", length, traits.subject)


def _problem(item: Item, span: Span, variant: str, count: int = 0, limit: int = 0) -> Problem:
    return Problem(
        path=item.path,
        span=span,
        variant=variant,
        values={
            "channel": item.channel or "",
            "format": item.format or "",
            "count": count,
            "limit": limit,
        },
        subject=Subject(item=item.id, channel=item.channel, detail=variant),
    )
