"""A text for people with a problem never names that problem.

## What it finds

An item in a stage that emphasises the problem, whose text speaks of no trouble: none of the usual words
(difficult, too late, broken, worry …), and not two words of any pain that its personas have (one of a pain
that it `eases`). Where the stage also emphasises inspiration, an item with `intent: inspire` may do
without.

## Why it matters

People who have only just noticed that something is wrong, look for their own situation. If it is not there,
the text is about somebody else.

## How to fix

Describe a situation that the reader knows, with what goes wrong in it, before you explain anything. The
pains of the persona are a good start.

## Where it comes from

Practice. In the model of suspect, prospect and lead, a text for suspects is about the problem; other models
ask the same of their first stages.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.emphasis import speaks_of, stages_emphasising
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.journey import Stage
from klantreis.model.persona import Persona
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE
from klantreis.text.stem import Stems, plain_words, stems_of

MANUAL_NL = """
Een tekst voor mensen met een probleem noemt dat probleem nergens.

## Wat deze regel vindt

Een item in een fase die het probleem benadrukt, met een tekst waarin niets misgaat: geen van de gewone
woorden (lastig, te laat, kapot, zorgen …) en ook geen twee woorden uit een pijnpunt van de persona's (één
is genoeg bij een pijnpunt uit `eases`). Benadrukt de fase ook inspiratie, dan mag een item met `intent:
inspire` zonder.

## Waarom dat telt

Wie net merkt dat er iets niet klopt, zoekt zijn eigen situatie. Staat die er niet, dan gaat de tekst over
een ander.

## Wat je eraan doet

Beschrijf een situatie die de lezer kent en wat er daarin misgaat, voordat je iets uitlegt. De pijnpunten
van de persona zijn een goed begin.

## Waar dit op rust

Praktijk. In het model van suspect, prospect en lead gaat een tekst voor suspects over het probleem. Andere
modellen vragen hetzelfde in hun eerste fasen.
"""

_SHORTEST = 5
_STEM = 6
_SHARED = 2

_NEUTRAL = """\
---
title: {title}
stage: attention
persona: [huurder]
channel: blog
format: article
intent: inform
cta: read
next: [zelf-of-verhuizer]
owner: noor
---

De kartonnen doos bestaat ruim honderd jaar. Eerst zaten er hoeden in, later schoenen en daarna zo ongeveer
alles wat in een winkel lag. In Arnhem stond vanaf 1921 een fabriek die er tienduizend per dag vouwde. Het
karton kwam per schip over de Rijn. Tegenwoordig maakt men ze van oud papier en gaan ze een keer of vijf mee.

Lees verder over [zelf sjouwen of hulp vragen](zelf-of-verhuizer.md).
"""


@rule(
    code="KR097",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages=Words(
        nl="deze tekst noemt nergens wat de lezer dwarszit, en daar gaat fase '{stage}' over; begin met "
        "een situatie waarin het misgaat",
        en="this text never names what troubles the reader, which is what stage '{stage}' is about; begin "
        "with a situation in which it goes wrong",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/hoeveel-dozen.md": BASE["content/hoeveel-dozen.md"]},
        bad={"content/karton.md": _NEUTRAL.format(title="⟦Waar komt de verhuisdoos vandaan?⟧")},
    ),
)
def missing_problem(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the title of each item that speaks of no trouble of its readers."""
    wanted = stages_emphasising(project.journeys, "problem")
    pains = {persona.id: _pains(persona) for persona in project.personas} if wanted else {}
    for item, message, journey, stage in project.judged_in(wanted):
        if speaks_of(message, "problem") or _may_inspire(item, stage) or _names_a_pain(item, pains, project):
            continue
        yield Problem(
            path=item.path,
            span=title_place(item),
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )


def _may_inspire(item: Item, stage: Stage) -> bool:
    return item.intent == "inspire" and any(g.facet == "inspiration" for g in stage.emphasise)


class _Pains(NamedTuple):
    """The pains of a persona: the stems of their words, and in which pains each of them stands."""

    stems: Stems
    pains: tuple[tuple[str, ...], ...]


def _pains(persona: Persona) -> _Pains:
    found: dict[bytes, dict[str, None]] = {}
    for pain in (pain for mindset in persona.mindsets for pain in mindset.pains):
        for stem in stems_of(" ".join(pain.pain), _SHORTEST, _STEM):
            found.setdefault(stem, {})[pain.id] = None
    return _Pains(Stems(found), tuple(map(tuple, found.values())))


def _names_a_pain(item: Item, pains: Mapping[str, _Pains], project: Project) -> bool:
    """Say whether a text shares words with a pain; with one that it says it eases, a single one will do."""
    text = plain_words(project.texts.get(item.path, "").split("\n---", 1)[-1])
    for persona in {moment.persona for moment in project.placed[item.path].moments}:
        known = pains[persona]
        shared = Counter(id for number in known.stems.in_(text) for id in known.pains[number])
        if any(count >= (1 if id in item.eases else _SHARED) for id, count in shared.items()):
            return True
    return False
