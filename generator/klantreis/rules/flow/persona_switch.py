"""An item leads on to items for other people only.

## What it finds

An item whose links and `next` lead to items that are written for other personas, and to none for a persona of
its own. Items under `also` count, and so do items that name no persona. At the end of a journey, and in an
item that asks the reader to pass something on, there is nothing to find.

## Why it matters

The reader followed a text about her own situation. After the click she reads about somebody else's, and
wonders whether she is in the right place.

## How to fix

Link to an item for the same persona. Does the item that follows suit this persona as well? Add the persona
there, under `persona` or `also`.

## Where it comes from

House opinion. The customer value journey makes one journey per persona, because types of customers go through
it in different ways."""

from collections.abc import Iterable, Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.flow import asks_of
from klantreis.model.item import Item
from klantreis.model.placed import Placed
from klantreis.model.project import Project
from klantreis.model.way import Way
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Een item leidt alleen verder naar items voor andere mensen.

## Wat deze regel vindt

Een item waarvan de links en `next` naar items gaan die voor andere personas zijn geschreven, en naar geen
enkel item voor een eigen persona. Items onder `also` tellen mee, en items zonder persona ook. Aan het eind
van een klantreis, en bij een item dat de lezer vraagt iets door te geven, is er niets te vinden.

## Waarom dat telt

De lezer las een tekst over haar eigen situatie. Na de klik gaat het over die van een ander, en ze vraagt zich
af of ze hier wel goed zit.

## Wat je eraan doet

Link naar een item voor dezelfde persona. Past het item dat volgt ook bij deze persona? Zet de persona er dan
bij, onder `persona` of `also`.

## Waar dit op rust

Eigen keuze. De customer value journey maakt per persona een eigen reis, omdat soorten klanten er elk op hun
eigen manier doorheen gaan.
"""

_LANDLORD = BASE["personas/huurder.md"].replace("id: huurder", "id: verhuurder").replace(
    "name: Huurder die binnen de stad verhuist", "name: Verhuurder met een paar woningen"
)  # fmt: skip
_SHEET = """\
---
title: Wat vraag je een verhuizer als verhuurder?
stage: consideration
persona: [{personas}]
channel: website
touchpoint: keuzepagina
format: comparison
intent: inform
cta: contact
owner: noor
review_by: 2027-03-01
---

Vraag wie de trap beschermt en wie betaalt voor een kras in de hal. Vraag ook hoe laat de lift vrij moet zijn.
Bel Noor op 026 555 01 23 als je meer woningen tegelijk leeg wilt hebben.
"""
_LINK = "[zelf sjouwen of hulp vragen](zelf-of-verhuizer.md)"


def _switched(personas: str, mark: str) -> dict[str, str]:
    text = changed("content/hoeveel-dozen.md", _LINK, "[wat je vraagt](als-verhuurder.md)")
    return {
        "content/als-verhuurder.md": _SHEET.format(personas=personas),
        "content/hoeveel-dozen.md": text["content/hoeveel-dozen.md"].replace(
            "next: [zelf-of-verhuizer]", f"next: [{mark}]"
        ),
    }


@rule(
    code="KR087",
    severity=Severity.INFO,
    basis="house opinion",
    sees=lambda project, item: "refer" in asks_of(item),
    messages=Words(
        nl="dit item is voor {personas}, maar leidt alleen verder naar items voor {others}; link naar iets "
        "voor dezelfde persona",
        en="this item is for {personas}, but leads on to items for {others} only; link to something for the "
        "same persona",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_switched("huurder", "als-verhuurder"),
        bad=_switched("verhuurder", "⟦als-verhuurder⟧") | {"personas/verhuurder.md": _LANDLORD},
    ),
)
def persona_switch(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each item that leads on to no item for a persona of its own."""
    flow = project.flow
    switches = {pair for pair in flow.steps if _is_switch(*pair)}
    stays = [ways for pair, ways in flow.steps.items() if switches and pair not in switches]
    served = {way.item.path for ways in stays for way in ways}
    for path in dict.fromkeys(way.item.path for pair in switches for way in flow.steps[pair]):
        item = flow.live[path]
        if path in served or flow.is_at_end(item) or flow.is_broken(item) or "refer" in asks_of(item):
            continue
        yield _problem(project, item, flow.ways[path].ways)


def _is_switch(here: Placed, there: Placed) -> bool:
    """Say whether a link leads on to items for other personas only."""
    return bool(here.readers and there.readers) and set(here.readers).isdisjoint(there.readers)


def _problem(project: Project, item: Item, ways: tuple[Way, ...]) -> Problem:
    journey, stage = next(iter(project.stages_of(item)), (None, None))
    others = {persona for way in ways for persona in project.placed[way.to].readers}
    return Problem(
        path=item.path,
        span=ways[0].span,
        values={"personas": _listed(project.placed[item.path].readers), "others": _listed(others)},
        subject=Subject(
            item=item.id,
            journey=journey.id if journey else None,
            stage=stage.id if stage else None,
            channel=item.channel,
        ),
    )


def _listed(personas: Iterable[str]) -> str:
    return ", ".join(f"'{id}'" for id in sorted(personas))
