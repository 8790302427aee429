"""A persona gets one request after another, with nothing to enjoy in between.

## What it finds

More than 2 messages in a row (`most`) to one persona that all want something: a sale, or a favour such as a
review. It looks at messages with a `publish` date that come to somebody by e-mail, text message, app, chat,
telephone, post or advertisements on social media, in the order of the days. A message that helps, informs or
serves begins the count anew. When more than half of at least five messages sell, that is the business of
`selling-too-often`, and this rule keeps silent.

## Why it matters

One request is fine. After the third in a row without anything in return, people know what the next one will
want, and leave it unopened.

## How to fix

Move a message in between that gives the reader something, or let one of the requests go.

## Where it comes from

Practice. Alternating giving and asking is common advice; after how many is a rule of thumb, so it is an
option.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.calendar import IN_A_ROW, Dated, is_mostly_selling, messages, one_too_many
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.action_mail import action_mails

MANUAL_NL = """
Een persona krijgt het ene verzoek na het andere, zonder dat er iets tussen zit waar ze wat aan heeft.

## Wat deze regel vindt

Meer dan 2 berichten achter elkaar (`most`) voor één persona die allemaal iets willen: een verkoop, of een
gunst zoals een review. De regel kijkt naar berichten met een datum onder `publish` die naar iemand toe komen
via e-mail, sms, app, chat, telefoon, post of advertenties op sociale media, in de volgorde van de dagen. Na
een bericht dat helpt, informeert of service geeft, begint het tellen opnieuw. Verkoopt meer dan de helft van
minstens vijf berichten, dan is dat iets voor `selling-too-often` en zwijgt deze regel.

## Waarom dat telt

Eén keer iets vragen mag. Na de derde keer op rij zonder iets terug weet iedereen wat het volgende bericht
wil, en blijft het ongeopend.

## Wat je eraan doet

Zet er een bericht tussen waar de lezer iets aan heeft, of schrap een van de verzoeken.

## Waar dit op rust

Praktijk. Geven en vragen afwisselen is een bekend advies. Na hoeveel keer het te veel wordt, is een
vuistregel, dus dat is in te stellen.
"""

_DATES = ("2026-04-06", "2026-04-20", "2026-05-04", "2026-05-18")


@rule(
    code="KR069",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="dit is het {count}e bericht op rij dat iets wil van persona {personas}; zet er eerst een tussen "
        "waar ze iets aan heeft",
        en="this is message {count} in a row that wants something of persona {personas}; first send one "
        "that is of use to her",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "most",
            IN_A_ROW,
            Words(
                nl="zoveel berichten achter elkaar mogen iets vragen",
                en="so many messages in a row may ask for something",
            ),
        ),
    ),
    examples=Examples(
        good=action_mails(("sell", "sell", "help", "sell"), _DATES),
        bad=action_mails(("sell", "sell", "⟦sell⟧", "help"), _DATES),
    ),
)
def consecutive_asks(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each message that asks once more than is allowed in a row."""
    found: dict[str, tuple[Dated, list[str]]] = {}
    for persona, dated in project.calendar.items():
        sent = messages(dated)
        if is_mostly_selling([each.item for each in sent]):
            continue
        for message in one_too_many(sent, options["most"]):
            found.setdefault(message.path, (message, []))[1].append(persona)
    for message, personas in found.values():
        item = message.item
        yield Problem(
            path=item.path,
            span=item.span(item.asking_key),
            values={
                "count": options["most"] + 1,
                "personas": ", ".join(f"'{persona}'" for persona in personas),
            },
            subject=Subject(item=item.id, persona=personas[0], channel=item.channel),
        )
