"""An item was reviewed against a persona or touchpoint that has changed since.

## What it finds

An item with `reviewed_against` of which a fingerprint differs from that of today, or names something that
does not exist any more. The fingerprint of a persona covers her name, segment, channels, influencers,
description and what she asks, dreads and hopes for; that of a touchpoint its channel, device, context,
action, content, what comes before and whether selling is welcome. Dates, owners and the order of lists do
not count.

## Why it matters

The text was right for somebody as she was described then. What she asks now may be something else, and
nothing in the text shows that.

## How to fix

Read the item beside the persona or touchpoint. When it still fits, or fits again, record that with
`klantreis review ITEM`. Fixing never does that for you, because it is a judgement.

## Where it comes from

Practice. Whoever changes the specification reviews what was made for it; fingerprints make that visible.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item is nagekeken naast een persona of contactmoment dat daarna veranderd is.

## Wat deze regel vindt

Een item met `reviewed_against` waarin een vingerafdruk niet meer klopt, of waarin iets staat dat niet meer
bestaat. De vingerafdruk van een persona dekt naam, segment, kanalen, beïnvloeders, beschrijving, vragen,
pijnpunten en wensen. Die van een contactmoment dekt kanaal, apparaat, situatie, actie, content, wat eraan
voorafgaat en of verkopen er mag. Datums, eigenaren en de volgorde van lijsten tellen niet mee.

## Waarom dat telt

De tekst klopte voor iemand zoals je die toen beschreef. Wat die persoon nu vraagt, kan iets anders zijn, en
aan de tekst is dat niet te zien.

## Wat je eraan doet

Lees het item naast de persona of het contactmoment. Past het nog, of past het weer? Leg dat dan vast met
`klantreis review ITEM`. Automatisch herstellen doet dat nooit voor je, want het is een oordeel.

## Waar dit op rust

Praktijk. Wie de opdracht verandert, kijkt na wat ervoor gemaakt is. Met een vingerafdruk zie je wanneer.
"""

_STAMP = "owner: noor\nreviewed_against: {{huurder: {}}}\n"


@rule(
    code="KR059",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="'{word}' is veranderd sinds dit item is nagekeken; "
            "lees het nog eens en leg dat vast met klantreis review {item}",
            en="'{word}' has changed since this item was reviewed; "
            "read it again and record that with klantreis review {item}",
        ),
        "gone": Words(
            nl="'{word}', waarnaast dit item is nagekeken, bestaat niet meer; "
            "lees het nog eens en leg dat vast met klantreis review {item}",
            en="'{word}', which this item was reviewed against, does not exist any more; "
            "read it again and record that with klantreis review {item}",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/reviewmail.md", "owner: noor\n", _STAMP.format("9246115b")),
        bad=changed("content/reviewmail.md", "owner: noor\n", _STAMP.format("⟦3f2a91c0⟧")),
    ),
)
def changed_since_review(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each fingerprint that is not today's."""
    for item in project.current_items:
        for word, stamp in item.reviewed_against.items():
            today = project.fingerprints.get(project.walk.persona(word) or word)
            if today == stamp.lower() or (today is None and _is_misnamed(item, word)):
                continue
            yield Problem(
                path=item.path,
                span=item.span(f"reviewed_against.{word}"),
                variant="gone" if today is None else "",
                values={"word": word, "item": item.id},
                subject=Subject(item=item.id, channel=item.channel, detail=word),
            )


def _is_misnamed(item: Item, word: str) -> bool:
    """Say whether the item names the word elsewhere too, where another rule says that it is unknown."""
    return word in (*item.personas, *item.also, item.touchpoint)
