"""No other item leads to this one.

## What it finds

A published item that no `next` and no link of another item leads to. It only looks at channels on which
readers come along by a link, such as a website, a blog or a portal. An e-mail, a letter, an advertisement or
a phone call reaches people by itself. Items in a stage where people enter the journey are left alone, and so
are items at a touchpoint with a trigger. In a journey whose items hardly link to one another the rule keeps
silent: there, readers find their way by other means.

## Why it matters

What nobody comes across might as well not have been written. The item counts as covered, while the reader
whom it is meant for never sees it.

## How to fix

Link to it from the item that comes before it in the journey, or add its id to that item's `next`. Do readers
reach it in another way? Then say so under `ignore`.

## Where it comes from

House opinion. Search engines and menus lead to pages too, and the files do not show that; hence a hint. The
idea is that of the five A's, which record for each touchpoint what comes before it."""

from collections.abc import Iterator, Mapping

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.placed import Placed, Stand
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Geen ander item leidt hierheen.

## Wat deze regel vindt

Een gepubliceerd item waar geen `next` en geen link van een ander item naartoe gaat. De regel kijkt alleen
naar kanalen waar lezers via een link komen, zoals een website, blog of portaal. Een e-mail, brief,
advertentie of telefoontje bereikt mensen vanzelf. Items in een fase waar mensen instappen blijven buiten
beschouwing, net als items op een contactmoment met een `trigger`. In een klantreis waar items nauwelijks naar
elkaar linken, zwijgt de regel: daar vinden lezers op een andere manier hun weg.

## Waarom dat telt

Wat niemand tegenkomt, had net zo goed niet geschreven kunnen zijn. Het item telt mee als dekking, maar de
lezer voor wie het bedoeld is krijgt het nooit te zien.

## Wat je eraan doet

Link ernaartoe vanuit het item dat er in de reis voor komt, of zet de id bij `next` van dat item. Komen lezers
hier op een andere manier? Leg dat dan uit onder `ignore`.

## Waar dit op rust

Eigen keuze. Ook zoekmachines en menu's leiden naar pagina's, en dat is aan de bestanden niet te zien; vandaar
een tip. Het idee komt van de vijf A's, die van elk contactmoment vastleggen wat eraan voorafgaat.
"""

LINKED = ["website", "blog", "webshop", "portal", "app", "webinar"]
"""The channels on which readers come along by a link."""

_ORPHAN = """\
---
title: ⟦Verhuizen met een piano⟧
stage: consideration
persona: [huurder]
channel: website
touchpoint: keuzepagina
format: comparison
intent: inform
cta: contact
next: [verhuisvoorstel]
owner: noor
review_by: 2027-03-01
---

Een piano weegt meer dan drie kasten. Meet eerst de trap en de deuren op en vraag wie er kan tillen. Twijfel
je? Bel Noor, dan denkt ze met je mee. Lees daarna wat het kost: [prijs en voorstel](verhuisvoorstel.md).
"""
_LINK = "[zelf sjouwen of hulp vragen](zelf-of-verhuizer.md)"


@rule(
    code="KR077",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="geen ander item leidt hierheen; link ernaartoe vanuit een item in of voor fase '{stage}'",
        en="no other item leads here; link to it from an item in or before stage '{stage}'",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "channels",
            LINKED,
            Words(
                nl="De kanalen waar lezers via een link komen",
                en="The channels on which readers come along by a link",
            ),
        ),
        Option(
            "linked_share",
            50,
            Words(
                nl="Het deel van de items van een klantreis (in procenten) waar links heen gaan; is het "
                "minder, dan zwijgt de regel",
                en="The share of a journey's items (per cent) that links lead to; if it is less, the rule "
                "keeps silent",
            ),
        ),
    ),
    examples=Examples(
        good={"content/piano.md": _ORPHAN.replace("⟦", "").replace("⟧", "")}
        | changed("content/hoeveel-dozen.md", _LINK, f"{_LINK} of over [een piano](piano.md)"),
        bad={"content/piano.md": _ORPHAN, "content/hoeveel-dozen.md": BASE["content/hoeveel-dozen.md"]},
    ),
)
def unreachable_item(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each published item that nothing leads to, in journeys that are woven together."""
    reached = project.flow.reached
    lonely = [item for item in project.published_items if item.path not in reached]
    lonely = [i for i in lonely if i.translation_of is None and i.channel in options["channels"]]
    woven = _woven(project, options["linked_share"]) if lonely else {}
    lonely = [item for item in lonely if _needs_a_way(item, project, woven)]
    before = {item.path: frozenset(_before(item, project)) for item in lonely}
    # An item that leads nowhere is the fault to mend first; it may well have to lead here.
    stuck = {stand for stand in frozenset().union(*before.values()) if project.flow.is_stuck(stand)}
    for item in lonely:
        if stuck.isdisjoint(before[item.path]):
            journey, stage = project.stages_of(item)[0]
            yield Problem(
                path=item.path,
                span=title_place(item),
                values={"stage": stage.id},
                subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            )


def _woven(project: Project, share: float) -> Mapping[str, bool]:
    """Return for each journey whether links lead to enough of its items beyond the first stage."""
    counts = {journey.id: [0, 0] for journey in project.journeys}
    later: dict[Placed, frozenset[str]] = {}
    for item in project.published_items:
        here, is_reached = project.placed[item.path], item.path in project.flow.reached
        if here not in later:
            later[here] = frozenset(j.id for j, stage in here.stages if stage != j.stages[0])
        for journey in later[here]:
            counts[journey][0] += is_reached
            counts[journey][1] += 1
    return {journey: linked * 100 >= share * all for journey, (linked, all) in counts.items() if all}


def _needs_a_way(item: Item, project: Project, woven: Mapping[str, bool]) -> bool:
    stages = project.stages_of(item)
    if not stages or any(stage.entry or journey.stages[0] == stage for journey, stage in stages):
        return False
    if not all(woven.get(journey.id) for journey, _ in stages):
        return False
    return not any(m.touchpoint and m.touchpoint.trigger for m in project.moments.get(item.path, ()))


def _before(item: Item, project: Project) -> Iterator[Stand]:
    """Yield where an item stands, and the stages that lead there."""
    for stand in project.placed[item.path].stands:
        for stage in project.journey_by_id[stand.journey].stages:
            if stage.id == stand.stage or stand.stage in stage.next:
                yield stand._replace(stage=stage.id)
