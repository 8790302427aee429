"""A text reads harder than its readers should have to bear.

## What it finds

A text of sixty words or more that reads harder than the level that its readers ask for: by the formula of
Flesch and Douma for Dutch, that of Flesch for English. Both look at the length of words and sentences and at
nothing else. The levels are those of the European framework, from A1 (easy) to C2 (hard).

A persona can ask for a level (`reading_level` in its front matter), a stage of a journey (the same key), and
a journey (under `rules`). For each persona in each stage that the item serves, the easiest of what these say
counts, and `level` where none of them says anything. Of several readers the one with the easiest level
decides, and the finding names who asks for it. The sentences that weigh most are marked.

## Why it matters

People read on a telephone, in between, with something else on their mind. Four out of five can follow a
text at level B1; each step up loses readers who might have become customers.

## How to fix

Cut the marked sentences in two, and replace the longest words by those that you would say aloud. Contracts
and quotations from the law may stay as they are: make an exception with a reason.

## Where it comes from

Research. W.H. Douma (1960) fitted Flesch's formula (1948) to Dutch. Which score goes with which level is a
rule of thumb.
"""

from collections.abc import Iterator
from heapq import nsmallest
from typing import Final, NamedTuple

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.placed import Placed
from klantreis.model.project import Project
from klantreis.model.reading_level import READING_LEVELS
from klantreis.model.span import Span
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule, within
from klantreis.rules.base_project import BASE, changed
from klantreis.text.prose import said_in
from klantreis.text.readability import LEVELS, Shape, level_of, shape

MANUAL_NL = """
Een tekst leest moeilijker dan je van de lezer mag vragen.

## Wat deze regel vindt

Een tekst van zestig woorden of meer die moeilijker leest dan het niveau dat de lezers vragen: voor Nederlands
volgens Flesch-Douma, voor Engels volgens Flesch. Beide formules kijken alleen naar de lengte van woorden en
zinnen. De niveaus zijn die van het Europees referentiekader, van A1 (makkelijk) tot C2 (moeilijk).

Een persona kan om een niveau vragen (`reading_level` in de front matter), een fase van een klantreis ook
(dezelfde sleutel) en een hele klantreis eveneens (onder `rules`). Voor elke persona in elke fase waar de
tekst voor is, telt het makkelijkste niveau dat zij noemen. Noemt niemand iets, dan geldt `level`. Zijn er
meer lezers, dan beslist de lezer met het makkelijkste niveau; de melding zegt wie erom vraagt. De zwaarste
zinnen zijn gemarkeerd.

## Waarom dat telt

Mensen lezen op hun telefoon, tussendoor, met iets anders aan hun hoofd. Vier van de vijf kunnen een tekst
op niveau B1 volgen. Elke stap hoger kost lezers die klant hadden kunnen worden.

## Wat je eraan doet

Knip de gemarkeerde zinnen in tweeën en vervang de langste woorden door wat je hardop zou zeggen. Contracten
en wetteksten mogen blijven zoals ze zijn: maak een uitzondering met een reden.

## Waar dit op rust

Onderzoek. W.H. Douma (1960) paste de formule van Flesch (1948) aan het Nederlands aan. Welke score bij welk
niveau hoort, is een vuistregel.
"""

_LEAST: Final = dict(LEVELS)
_FEWEST_WORDS: Final = 60
_SENTENCE: Final = 8
"""A shorter sentence is hard to read for its words alone, and there is little to cut."""
_SHOWN: Final = 3
_SPARED: Final = frozenset(("contract", "invoice"))

_OLD = """\
Een vuistregel helpt. Reken voor elke kamer op tien dozen en voor de keuken op vijftien. Woon je
ergens langer dan vijf jaar, tel er dan een kwart bij op. Begin drie weken van tevoren met de
berging en de boeken, want die mis je het minst. De badkamer komt als laatste. Zet op elke doos in
welke kamer hij hoort, dan houd je overzicht.
"""
_HARD = """\
⟦Voorafgaand aan de daadwerkelijke verhuiswerkzaamheden verdient het aanbeveling een inventarisatie op te
stellen waarin de benodigde verpakkingsmaterialen per afzonderlijke woonruimte gespecificeerd worden
overeenkomstig de aanwezige inboedelhoeveelheid.⟧ De verantwoordelijkheid voor de tijdige beschikbaarheid van
verhuisbenodigdheden berust in beginsel bij de opdrachtgevende huurder. Het systematisch identificeren van
verpakkingseenheden bevordert de overzichtelijkheid van het verhuisproces aanzienlijk, onafhankelijk van de
omvang van de woning.
"""


class Wanted(NamedTuple):
    """A level, and who asks for it."""

    level: str
    by: Words


@rule(
    code="KR110",
    severity=Severity.INFO,
    basis="research",
    local=True,
    messages=Words(
        nl="deze tekst leest op niveau {level} (leesgemak {ease} van 100) en {wanted} is gevraagd{by}; knip "
        "zinnen als deze en kies gewonere woorden",
        en="this text reads at level {level} (ease {ease} of 100) where {wanted} is asked{by}; cut sentences "
        "like this one and choose plainer words",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "level",
            "B2",
            Words(
                nl="Het moeilijkste niveau dat mag waar geen persona, fase of klantreis iets zegt",
                en="The hardest level that is allowed where no persona, stage or journey says otherwise",
            ),
            choices=READING_LEVELS.ids,
            by_journey=True,
        ),
    ),
    examples=Examples(
        good={"content/hoeveel-dozen.md": BASE["content/hoeveel-dozen.md"]},
        bad=changed("content/hoeveel-dozen.md", _OLD, _HARD),
    ),
)
def hard_to_read(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the hardest sentence of each text that reads harder than its readers ask."""
    known: dict[Placed, Wanted] = {}
    for item, message in project.judged:
        if message.readability is None or message.words < _FEWEST_WORDS or item.format in _SPARED:
            continue
        placed = project.placed[item.path]
        wanted = known.get(placed) or known.setdefault(placed, _wanted(placed, project, options["level"]))
        if message.readability >= _LEAST[wanted.level]:
            continue
        hardest = _hardest(item, message.language, project)
        yield Problem(
            path=item.path,
            span=hardest[0] if hardest else title_place(item),
            values={
                "level": level_of(message.readability),
                "ease": round(message.readability),
                "wanted": wanted.level,
                "by": wanted.by,
            },
            subject=Subject(item=item.id, channel=item.channel),
            evidence=tuple(Evidence(span, "") for span in hardest),
        )


def _wanted(placed: Placed, project: Project, default: str) -> Wanted:
    """Return the easiest of the levels that the readers of an item ask."""
    said = [[*_of_persona(m.persona, project), *_of_stage(m.journey, m.stage)] for m in placed.moments]
    said = said or [list(_of_persona(persona, project)) for persona in placed.named]
    nobody = Wanted(default, Words("", ""))
    return max((max(reader, default=nobody, key=_ease) for reader in said), default=nobody, key=_ease)


def _ease(wanted: Wanted) -> int:
    return _LEAST[wanted.level]


def _of_persona(id: str, project: Project) -> Iterator[Wanted]:
    persona = project.persona_by_id.get(id)
    if persona is not None and persona.reading_level is not None:
        yield Wanted(persona.reading_level, Words(f" voor persona '{id}'", f" for persona '{id}'"))


def _of_stage(journey: Journey, stage: Stage) -> Iterator[Wanted]:
    if stage.reading_level is not None:
        yield Wanted(stage.reading_level, Words(f" in fase '{stage.id}'", f" in stage '{stage.id}'"))
    level = within(journey, "hard-to-read", {}).get("level")
    if level in _LEAST:
        yield Wanted(level, Words(f" in klantreis '{journey.id}'", f" in journey '{journey.id}'"))


def _hardest(item: Item, language: str | None, project: Project) -> list[Span]:
    """Return the places of the sentences with the most syllables in the longest words and sentences."""
    spoken = said_in(item, project.texts)
    sizes = ((shape(said.words.encode("ascii"), language), said.span) for said in spoken)
    long = ((-_weight(size), span) for size, span in sizes if size.words >= _SENTENCE)
    return [span for _, span in nsmallest(_SHOWN, long)]


def _weight(size: Shape) -> float:
    """Return how hard a sentence is: in the formulas a syllable a word weighs as eighty words a sentence."""
    return size.syllables / size.words + size.words / 80
