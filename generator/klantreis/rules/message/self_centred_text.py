"""A text speaks of us more often than of the reader.

## What it finds

A text in which the words for the organisation (we, us, our) outnumber those for the reader (you, your):
more than `ratio` times as many, at least `least` of them, and three in every two hundred words. Cases,
testimonials, interviews, reviews and contracts are left alone, since others speak there.

## Why it matters

Readers look for themselves in a text. Where every sentence begins with us, they have to work out what it
means for them, and few take the trouble.

## How to fix

Turn the sentences that are marked: begin with what the reader can do, gets or keeps. "We deliver in two
days" becomes "You have it in two days".

## Where it comes from

Practice. Copywriters count these words as a check on a first draft. The limit is a rule of thumb of ours.
"""

from collections.abc import Iterator
from typing import Final

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.strain import overstrained
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE, changed
from klantreis.text.prose import finds, said_in

MANUAL_NL = """
Een tekst heeft het vaker over ons dan over de lezer.

## Wat deze regel vindt

Een tekst waarin de woorden voor de organisatie (wij, ons, onze) die voor de lezer (je, jij, u, uw)
overtreffen: meer dan `ratio` keer zo veel, minstens `least`, en drie op de tweehonderd woorden. Cases,
getuigenissen, interviews, reviews en contracten tellen niet mee, want daar praten anderen.

## Waarom dat telt

Lezers zoeken zichzelf in een tekst. Begint elke zin met ons, dan moeten ze zelf bedenken wat zij eraan
hebben, en die moeite doen er weinig.

## Wat je eraan doet

Draai de gemarkeerde zinnen om: begin met wat de lezer kan, krijgt of houdt. "Wij leveren in twee dagen"
wordt "Je hebt het in twee dagen".

## Waar dit op rust

Praktijk. Tekstschrijvers tellen deze woorden om hun eerste versie te controleren. De grens is een
vuistregel van ons.
"""

_OTHERS_SPEAK: Final = frozenset(
    ("case-study", "testimonial", "interview", "review", "contract", "podcast", "script")
)
_DENSITY: Final = 1.5
"""Fewer of these words than this in every hundred stand out to nobody."""
_SHOWN: Final = 5

_OURS = """\
⟦Wij zijn Trapop en wij verhuizen sinds 2009 in Arnhem.⟧ Onze mensen kennen elke trap in onze stad. We hebben
een bus met laadklep, wij pakken alles in met onze eigen dekens, en we werken met vaste ploegen. Ons kantoor
zit aan de haven.
"""


@rule(
    code="KR105",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages=Words(
        nl="deze tekst zegt {we} keer wij en {you} keer je; draai zinnen als deze om en begin bij de lezer",
        en="this text says we {we} times and you {you} times; turn sentences like this one round and begin "
        "with the reader",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "ratio",
            1.0,
            Words(
                nl="Zoveel keer zo vaak wij als je mag, meer niet",
                en="So many times as often we as you is allowed, and no more",
            ),
        ),
        Option(
            "least",
            6,
            Words(nl="Zo vaak staat er minstens wij", en="So often a text says we at least"),
        ),
    ),
    examples=Examples(
        good={"content/verhuisvoorstel.md": BASE["content/verhuisvoorstel.md"]},
        bad=changed(
            "content/verhuisvoorstel.md",
            BASE["content/verhuisvoorstel.md"].split("---\n\n", 1)[1].split("\n[Vraag je", 1)[0],
            _OURS,
        ),
    ),
)
def self_centred_text(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the first sentence about ourselves in each text that is mostly about us."""
    for item, message in project.judged:
        if message.we < options["least"] or message.we <= options["ratio"] * message.you:
            continue
        if item.format in _OTHERS_SPEAK or message.we * 100 < _DENSITY * message.words:
            continue
        if overstrained(item, project.stages_of(item)):
            continue  # A text that sells too hard is about us, and is reported for that.
        places = tuple(_about_us(item, message.language, project))[:_SHOWN]
        yield Problem(
            path=item.path,
            span=places[0] if places else title_place(item),
            values={"we": message.we, "you": message.you},
            subject=Subject(item=item.id, channel=item.channel),
            evidence=tuple(Evidence(span, "") for span in places),
        )


def _about_us(item: Item, language: str | None, project: Project) -> Iterator[Span]:
    """Yield the places of the sentences that speak of us and not of the reader."""
    for said in said_in(item, project.texts):
        if finds("we", language, said.words) and not finds("you", language, said.words):
            yield said.span
