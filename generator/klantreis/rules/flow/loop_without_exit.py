"""Items lead to one another in a circle, with no way on.

## What it finds

Two to eight items, in one or two stages, that only lead to one another. None of them stands where people
leave the journey, and none invites the reader to do something: no button, no e-mail address or phone number
to tap, no call to get in touch, try, order or come along. The finding stands at the link that closes the
circle.

## Why it matters

Every item by itself has a next step, so nothing seems wrong. But the reader goes round, notices that, and
leaves.

## How to fix

Let one of the items lead on: to an item for the next stage, or to something the reader can do.

## Where it comes from

Practice. A journey is a series of steps forward, and a circle within one stage comes to nothing. The eight
and the two are ours: larger circles are sections of a site, which have a menu."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Items verwijzen naar elkaar in een kring, zonder weg verder.

## Wat deze regel vindt

Twee tot acht items, in een of twee fasen, die alleen naar elkaar verwijzen. Geen ervan staat op een plek waar
mensen uit de reis stappen, en geen ervan nodigt de lezer uit om iets te doen: geen knop, geen mailadres of
telefoonnummer om aan te tikken, geen oproep om contact op te nemen, te proberen, te bestellen of mee te doen.
De bevinding staat bij de link die de kring sluit.

## Waarom dat telt

Elk item op zich heeft een volgende stap, dus er lijkt niets mis. Maar de lezer draait rondjes, merkt dat en
haakt af.

## Wat je eraan doet

Laat een van de items verder leiden: naar een item voor de volgende fase, of naar iets wat de lezer kan doen.

## Waar dit op rust

Praktijk. Een reis bestaat uit stappen vooruit, en een kring binnen één fase loopt op niets uit. De acht items
en twee fasen zijn onze keuze: grotere kringen zijn rubrieken van een site, en die hebben een menu.
"""

_SHEET = """\
---
title: Waar haal je verhuisdozen?
stage: attention
persona: [huurder]
channel: blog
format: article
intent: inform
cta: read
next: [{next}]
owner: noor
review_by: 2027-03-01
---

Vraag bij de supermarkt naar bananendozen, want die zijn stevig en hebben handgrepen. Kijk ook of er iemand
in de straat net verhuisd is. Weet je nog niet hoeveel je er nodig hebt? Tel dan eerst je kamers.
"""

_LINK = " Lees verder over\n[zelf sjouwen of hulp vragen](zelf-of-verhuizer.md)."
_ROUND = {
    "content/hoeveel-dozen.md": changed("content/hoeveel-dozen.md", _LINK, "")[
        "content/hoeveel-dozen.md"
    ].replace("next: [zelf-of-verhuizer]", "next: [waar-dozen]")
}


@rule(
    code="KR080",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="deze link maakt de kring rond: {items} verwijzen alleen naar elkaar; laat er een verder leiden "
        "dan fase '{stage}'",
        en="this link closes a circle: {items} only lead to one another; let one of them lead on from stage "
        "'{stage}'",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_ROUND | {"content/waar-dozen.md": _SHEET.format(next="zelf-of-verhuizer")},
        bad=_ROUND
        | {
            "content/waar-dozen.md": _SHEET.format(next="⟦hoeveel-dozen⟧"),
            "content/zelf-of-verhuizer.md": BASE["content/zelf-of-verhuizer.md"],
        },
    ),
)
def loop_without_exit(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the link that closes each circle of items with no way on."""
    for loop in project.flow.loops:
        item = project.item_by_path[loop.source]
        journey, stage = project.stages_of(item)[0]
        ids = sorted(project.item_by_path[path].id for path in loop.paths)
        yield Problem(
            path=item.path,
            span=loop.way.span,
            values={"items": ", ".join(f"'{id}'" for id in ids), "stage": stage.id},
            subject=Subject(
                item=item.id, journey=journey.id, stage=stage.id, channel=item.channel, detail=" ".join(ids)
            ),
        )
