"""A text for people who weigh a solution never says what it is good at.

## What it finds

An item in a stage that emphasises strengths, whose text names no strong point, advantage or difference of
any solution. Comparisons, tools and invitations are left alone: their strength is in what people do with
them.

## Why it matters

A prospect knows that solutions exist and looks for a reason to go on with this one. A text without a single
strong point gives none.

## How to fix

Name one or two things that the solution does well, built around the value proposition you chose, and show
each in an example or a figure. Bragging is not needed.

## Where it comes from

Practice. In the model of suspect, prospect and lead, a text for prospects is about the strengths of the
solution; the ideal customer journey asks for them in its stage of consideration.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.emphasis import speaks_of, stages_emphasising
from klantreis.model.flow import title_place
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Een tekst voor mensen die een oplossing wegen, zegt nergens waar die goed in is.

## Wat deze regel vindt

Een item in een fase die sterke punten benadrukt, met een tekst waarin geen sterk punt, voordeel of verschil
van welke oplossing dan ook staat. Vergelijkingen, rekenhulpen en uitnodigingen tellen niet mee, en items
die alleen willen helpen of iets vragen ook niet.

## Waarom dat telt

Een prospect weet dat er oplossingen zijn en zoekt een reden om met deze verder te gaan. Een tekst zonder
één sterk punt geeft die niet.

## Wat je eraan doet

Noem een of twee dingen die de oplossing goed doet, vanuit de waardepropositie die je koos, en laat elk punt
zien met een voorbeeld of een cijfer. Opscheppen hoeft niet.

## Waar dit op rust

Praktijk. In het model van suspect, prospect en lead gaat een tekst voor prospects over de sterke punten van
de oplossing. De ideale klantreis vraagt erom in de overwegingsfase.
"""

STRONG = (
    "strengths", "benefits", "difference", "quality", "availability", "accessible-price",
)  # fmt: skip
"""The facets by which a text shows what a solution is good at."""
_HELPING = frozenset(("help", "service", "ask"))
_DOING = frozenset(("comparison", "tool", "invitation", "event", "survey", "template", "faq"))

_EMPHASISED = """\
  consideration:
    message:
      emphasise: {strengths: Laat zien waar je goed in bent.}
"""

_TEXT = """\
---
title: {title}
stage: consideration
touchpoint: keuzepagina
persona: [huurder]
channel: website
format: article
intent: inform
cta: contact
next: [inpakmail]
owner: noor
---

Bij een verhuizing met Trapop komt er eerst iemand langs. Die loopt door alle kamers, telt de dozen en meet de
trap. Daarna krijg je een voorstel met een datum. Op de dag zelf staat de bus om acht uur voor de deur. {more}

Heb je vragen? Bel Noor op 026 555 01 23, of lees de [mail met de inpaklijst](inpakmail.md).
"""
_JOURNEY = (
    BASE["journeys/verhuizen.yaml"]
    .replace("  consideration:\n", _EMPHASISED)
    .replace("formats: [comparison]", "formats: [comparison, article]")
)


def _example(title: str, more: str) -> dict[str, str]:
    return {
        "journeys/verhuizen.yaml": _JOURNEY,
        "content/met-trapop.md": _TEXT.format(title=title, more=more),
    }


@rule(
    code="KR098",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages=Words(
        nl="deze tekst zegt nergens waar de oplossing goed in is, en daar zoekt de lezer naar in fase "
        "'{stage}'; noem een sterk punt en laat het zien",
        en="this text never says what the solution is good at, which the reader is looking for in stage "
        "'{stage}'; name a strong point and show it",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_example("Zo gaat een verhuizing met Trapop", "Zijn riemen maken smalle trappen makkelijk."),
        bad=_example("⟦Zo gaat een verhuizing met Trapop⟧", "Om twaalf uur is er koffie."),
    ),
)
def missing_strengths(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the title of each item that names nothing that a solution is good at."""
    wanted = stages_emphasising(project.journeys, "strengths")
    for item, message, journey, stage in project.judged_in(wanted):
        if item.format in _DOING or item.intent in _HELPING or speaks_of(message, *STRONG):
            continue
        yield Problem(
            path=item.path,
            span=title_place(item),
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )
