"""A text that closes a deal proves nothing.

## What it finds

An item in the decision phase that sells (by its `intent`, `cta` or `format`, or, without an `intent`, by
its text) and holds no proof: no case or review, nobody quoted, no figure about what was achieved, no mark
of quality, no guarantee. A link to a customer case or testimonial counts as proof. Prices, sizes and terms
are no figures in this sense.

## Why it matters

Whoever is about to decide looks for a reason to trust you. Without one, the offer is a promise that anybody
can make, and the decision is put off.

## How to fix

Add one thing that can be checked: what a customer like this one achieved, with a name and a figure, or what
you do when it disappoints. Or link to the case that tells it.

## Where it comes from

Practice. Four of the five models put proof, or the answer to the risk, in the stages of the decision.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.emphasis import speaks_of
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE
from klantreis.text.prose import Said, finder, finds, said_in

MANUAL_NL = """
Een tekst die een deal sluit, bewijst niets.

## Wat deze regel vindt

Een item in de beslissingsfase dat verkoopt (volgens `intent`, `cta` of `format`, of zonder `intent` volgens
de tekst) zonder één bewijs: geen case of review, niemand die aan het woord komt, geen cijfer over wat er
bereikt is, geen keurmerk, geen garantie. Een link naar een klantcase of getuigenis telt als bewijs.
Prijzen, maten en termijnen tellen hier niet als cijfers.

## Waarom dat telt

Wie op het punt staat om te beslissen, zoekt een reden om je te vertrouwen. Zonder die reden is het aanbod
een belofte die iedereen kan doen, en blijft de beslissing liggen.

## Wat je eraan doet

Voeg één ding toe dat te controleren is: wat een klant als deze bereikte, met naam en cijfer, of wat je doet
als het tegenvalt. Of link naar de case die dat vertelt.

## Waar dit op rust

Praktijk. Vier van de vijf modellen zetten bewijs, of het antwoord op het risico, in de fasen van de
beslissing.
"""

_SELLING: Final = frozenset(("offer", "product-page", "price-list", "landing-page", "quote", "brochure"))
_PROVING: Final = frozenset(("case-study", "testimonial", "review", "interview"))
_FACETS: Final = ("proof", "testimonial")

_PLAIN = """
Met het Tilpakket van Trapop verhuis je binnen de stad voor 480 euro. Daarvoor krijg je twee verhuizers, een
bus met laadklep en vier uur werk. Duurt het langer, dan betaal je 60 euro per extra uur. Dekens en riemen
zitten erbij, en je hoeft zelf niets te tillen. Op de dag zelf komt de bus om acht uur voorrijden.

[Vraag je voorstel aan](https://www.trapop.example/voorstel) of bel Noor op 026 555 01 23.
"""


def _unproven(mark: tuple[str, str]) -> dict[str, str]:
    head, _ = BASE["content/verhuisvoorstel.md"].split("---\n\n", 1)
    title = "Wat kost een verhuizing met Trapop?"
    return {"content/verhuisvoorstel.md": f"{head.replace(title, f'{mark[0]}{title}{mark[1]}')}---\n{_PLAIN}"}


@rule(
    code="KR102",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages=Words(
        nl="deze tekst vraagt om een beslissing, maar bewijst niets; noem een klant, een resultaat of een "
        "garantie",
        en="this text asks for a decision but proves nothing; name a customer, a result or a guarantee",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/verhuisvoorstel.md": BASE["content/verhuisvoorstel.md"]},
        bad=_unproven(("⟦", "⟧")),
    ),
)
def missing_proof(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the title of each item that sells at the decision and proves nothing."""
    wanted = frozenset((j.id, s.id) for j in project.journeys for s in j.stages if s.phases == ("decision",))
    for item, message, journey, stage in project.judged_in(wanted):
        if not _sells(item, message) or speaks_of(message, *_FACETS):
            continue
        if _leads_to_proof(item, project) or _proves(item, message, project):
            continue
        yield Problem(
            path=item.path,
            span=title_place(item),
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )


def _sells(item: Item, message: Message) -> bool:
    return item.sells or item.format in _SELLING or (message.sells and item.intent is None)


def _leads_to_proof(item: Item, project: Project) -> bool:
    goals = (project.item_by_path[way.to] for way in project.ways_from(item))
    return item.format in _PROVING or any(goal.format in _PROVING for goal in goals)


def _proves(item: Item, message: Message, project: Project) -> bool:
    return any(_is_proof(said, message.language) for said in said_in(item, project.texts))


def _is_proof(said: Said, language: str | None) -> bool:
    return finds("proofs", language, said.words) or bool(_figure(language).search(said.words))


@cache
def _figure(language: str | None) -> re.Pattern[str]:
    """Return what finds a number of things: two digits or more, no price, size, term, year or telephone."""
    units = finder("units", language)
    unit = f"(?!{units.pattern})" if units else ""
    return re.compile(rf"(?<![$\d]) (?!19\d\d |20\d\d )\d[\d]+ {unit}[a-z]{{4,}}")
