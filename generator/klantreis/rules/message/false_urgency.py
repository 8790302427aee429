"""A text hurries the reader without saying until when.

## What it finds

A claim of haste in the text, the title or the subject line (last chance, this week only, only 3 days left,
temporary discount) in an item that asks or offers something, when nothing says when it ends: no `expires`
in the front matter, and no date, weekday or term anywhere in the text. A stock that runs out is no false
haste, and a sentence that warns against such slogans is left alone.

## Why it matters

A last chance that is still there next month costs trust, and an offer without an end is hardly a reason to
hurry. Consumer law in the European Union counts a false claim of limited time among misleading practices.

## How to fix

Say until when it lasts, in the text and in `expires`, and take it away after that day. Is there no end?
Then leave out the haste and say what the offer is worth.

## Where it comes from

Law. Directive 2005/29/EC, annex I, point 7, forbids the false statement that something is available for a
very limited time only. That a text without an end date is suspect, is our own conclusion.
"""

import re
from collections.abc import Iterator
from typing import Final

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.vocabulary import LADDER
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed
from klantreis.text.prose import finds, said_in, saying

MANUAL_NL = """
Een tekst jaagt de lezer op zonder te zeggen tot wanneer.

## Wat deze regel vindt

Haast in de tekst, de titel of de onderwerpregel (laatste kans, alleen deze week, nog maar 3 dagen,
tijdelijke korting) in een item dat iets vraagt of aanbiedt, terwijl nergens staat wanneer het ophoudt: geen
`expires` in de front matter, en geen datum, weekdag of termijn in de tekst. Een voorraad die opraakt is
geen valse haast, en een zin die juist voor zulke kreten waarschuwt telt niet mee.

## Waarom dat telt

Een laatste kans die er volgende maand nog is, kost vertrouwen. En een aanbod zonder einde is geen reden om
haast te maken. Het consumentenrecht van de Europese Unie rekent een valse tijdsdruk tot de misleiding.

## Wat je eraan doet

Zeg tot wanneer het duurt, in de tekst en bij `expires`, en haal het na die dag weg. Is er geen einde? Laat
de haast dan weg en zeg wat het aanbod waard is.

## Waar dit op rust

Wet. Richtlijn 2005/29/EG, bijlage I, punt 7, verbiedt de bewering dat iets maar heel kort te krijgen is als
dat niet klopt. Dat een tekst zonder einddatum verdacht is, maken wij ervan.
"""

_DATE: Final = re.compile(
    r"(?<!\d)(?!24[/-]7)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)(?![\d,%])"
)
_ASKING: Final = frozenset(LADDER[LADDER.index("subscribe") :])

_OLD = "Met het Tilpakket van Trapop verhuis je binnen de stad voor 480 euro."
_WITH_END = f"{_OLD} Laatste kans: tot en met 30 juni krijg je tien procent korting!"
_HASTE = f"{_OLD} ⟦Laatste kans op tien procent korting!⟧"


@rule(
    code="KR106",
    severity=Severity.WARNING,
    basis="law",
    local=True,
    messages=Words(
        nl="hier is haast, maar nergens staat tot wanneer; noem de einddatum, ook bij 'expires', of laat "
        "de haast weg",
        en="there is haste here, but nothing says until when; name the end date, in 'expires' too, or drop "
        "the haste",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/verhuisvoorstel.md", _OLD, _WITH_END),
        bad=changed("content/verhuisvoorstel.md", _OLD, _HASTE),
    ),
)
def false_urgency(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the first claim of haste in each item that names no end."""
    for item in project.current_items:
        message = item.message
        if message is None or message.push is None or item.expires is not None or not item.has_text:
            continue
        if not _wants_something(item, message):
            continue
        places = tuple(_claims(item, message, project))
        if places and not _has_end(item, message, project):
            yield Problem(
                path=item.path,
                span=places[0],
                subject=Subject(item=item.id, channel=item.channel),
                evidence=tuple(Evidence(span, "urgency") for span in places),
            )


def _wants_something(item: Item, message: Message) -> bool:
    if item.cta in _ASKING or item.sells or any(ask.ask in _ASKING for ask in message.asks):
        return True
    return any(passage.facet == "offer" for passage in message.evidence)


def _claims(item: Item, message: Message, project: Project) -> Iterator[Span]:
    """Yield the places where an item claims that there is no time to lose."""
    for key, text in (("title", item.title), ("subject", item.subject)):
        if text and _is_claim(saying(text), message) and key in item.marks:
            yield item.span(key)
    if "urgency" in message.facets:
        text, strength = project.texts.get(item.path, "").removeprefix("\ufeff"), message.strength("urgency")
        for number, (start, end) in enumerate(zip(strength.at[::2], strength.at[1::2], strict=True)):
            if _is_claim(saying(text[start:end]), message):
                yield strength.spans[number]


def _is_claim(words: str, message: Message) -> bool:
    language = message.language
    return finds("last-chances", language, words) and not finds("mentions", language, words)


def _has_end(item: Item, message: Message, project: Project) -> bool:
    heads = (saying(text) for text in (item.title, item.subject or ""))
    spoken = (*heads, *(said.words for said in said_in(item, project.texts)))
    if any(finds("end-dates", message.language, words) for words in spoken):
        return True
    body = project.texts.get(item.path, "").split("\n", item.body_line - 1)[-1]
    return _DATE.search(f"{item.title} {item.subject or ''} {body}") is not None
