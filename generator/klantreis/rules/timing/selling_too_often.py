"""A persona is sold to more often than she is given something.

## What it finds

Messages to one persona of which more than one in five sells: give four times before you ask once (`ratio`).
It counts what comes to somebody by e-mail, text message, app, chat, telephone, post or advertisements on
social media: all messages with a `publish` date together, and besides, all messages of one stage. With fewer
than 5 messages (`least`) there is nothing to weigh. Selling is what the front matter declares: `intent:
sell`, or without an intent a `cta` of `quote` or `buy`, or `message_type: marketing`. Everything else gives.
The finding stands at the last message that sells. When it is rather that several requests come in a row,
`consecutive-asks` says so.

## Why it matters

People keep opening messages that are of use to them. When nearly every message wants something, they stop
reading, and miss the offer that would have suited them.

## How to fix

Put messages in between that help or inform, or let one of the sellers go. Is a message not meant to sell?
Give it the `intent` that it has.

## Where it comes from

Practice. Giving four times for every time you ask is a rule of thumb among marketers, no measured law, so the
ratio is an option.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.calendar import PUSH, is_mostly_selling, messages, one_too_many
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.action_mail import action_mails

MANUAL_NL = """
Een persona krijgt vaker iets aangeboden dan dat ze iets krijgt waar ze wat aan heeft.

## Wat deze regel vindt

Berichten voor één persona waarvan er meer dan één op de vijf verkoopt: geef vier keer voordat je één keer
vraagt (`ratio`). De regel telt wat naar iemand toe komt via e-mail, sms, app, chat, telefoon, post of
advertenties op sociale media: alle berichten met een datum onder `publish` samen, en daarnaast alle berichten
van één fase. Met minder dan 5 berichten (`least`) valt er niets te wegen. Verkopen is wat de front matter
zegt: `intent: sell`, of zonder intent een `cta` met `quote` of `buy`, of `message_type: marketing`. Al het
andere geeft. De bevinding staat bij het laatste bericht dat verkoopt. Komen er vooral verzoeken achter
elkaar, dan meldt `consecutive-asks` dat.

## Waarom dat telt

Mensen blijven berichten openen waar ze iets aan hebben. Als bijna elk bericht iets wil, lezen ze niet meer,
en missen ze ook het aanbod dat wel bij hen past.

## Wat je eraan doet

Zet er berichten tussen die helpen of informeren, of schrap een van de verkopende. Is een bericht niet bedoeld
om te verkopen? Geef het dan de `intent` die het heeft.

## Waar dit op rust

Praktijk. Vier keer geven voor elke keer vragen is een vuistregel van marketeers en geen gemeten wet. Daarom
is de verhouding in te stellen.
"""


@rule(
    code="KR068",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="van de {count} berichten voor persona {personas} verkopen er {asks}; zet er berichten tussen die "
        "helpen, tot er {ratio} zijn voor elk dat verkoopt",
        en="{asks} of the {count} messages to persona {personas} sell; put messages in between that help, "
        "until there are {ratio} for each that sells",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "ratio",
            4,
            Words(
                nl="zoveel berichten die geven horen er te zijn voor elk bericht dat verkoopt",
                en="so many messages that give there should be for each that sells",
            ),
        ),
        Option(
            "least",
            5,
            Words(
                nl="bij minder berichten zegt de regel niets",
                en="with fewer messages the rule says nothing",
            ),
        ),
    ),
    examples=Examples(
        good=action_mails(("help", "help", "sell", "help", "help")),
        bad=action_mails(("help", "help", "sell", "help", "⟦sell⟧")),
    ),
)
def selling_too_often(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the last selling message of each lot that sells too often."""
    found: dict[str, tuple[Sequence[Item], Item, list[str]]] = {}
    for persona, lots in _lots(project).items():
        for sent in lots:
            asks = [item for item in sent if item.sells]
            if len(sent) < options["least"] or len(sent) - len(asks) >= options["ratio"] * len(asks):
                continue
            found.setdefault(asks[-1].path, (sent, asks[-1], []))[2].append(persona)
            break
    for sent, item, personas in found.values():
        yield Problem(
            path=item.path,
            span=item.span(item.asking_key),
            values={
                "count": len(sent),
                "asks": sum(each.sells for each in sent),
                "ratio": options["ratio"],
                "personas": ", ".join(f"'{persona}'" for persona in personas),
            },
            subject=Subject(item=item.id, persona=personas[0], channel=item.channel),
        )


def _lots(project: Project) -> Mapping[str, Sequence[Sequence[Item]]]:
    """Return, by persona, what is weighed together: all dated messages, and those of each stage."""
    lots: dict[str, list[Sequence[Item]]] = defaultdict(list)
    in_a_row: set[str] = set()
    for persona, dated in project.calendar.items():
        sent = messages(dated)
        items = [each.item for each in sent]
        lots[persona].append(items)
        if not is_mostly_selling(items) and any(one_too_many(sent)):
            in_a_row.add(persona)
    for (persona, _, _), items in _by_stage(project).items():
        lots[persona].append(items)
    return {persona: each for persona, each in lots.items() if persona not in in_a_row}


def _by_stage(project: Project) -> Mapping[tuple[str, str, str], list[Item]]:
    found: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in project.current_items:
        if item.channel in PUSH and item.status != "idea" and item.translation_of is None:
            moments = project.moments[item.path]
            for place in dict.fromkeys((m.persona, m.journey.id, m.stage.id) for m in moments):
                found[place].append(item)
    return found
