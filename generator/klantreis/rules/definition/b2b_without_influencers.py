"""A business persona decides alone: nobody else has a say.

## What it finds

A persona with `segment: b2b` and no `influencers`.

## Why it matters

A company seldom buys through one person. The colleague who works with it, the one who pays and the one who
signs each have questions of their own, and an unanswered one stops the purchase.

## How to fix

Name under `influencers` who has a say: their role, what they care about and what they ask. Does this person
really decide alone, such as a self-employed professional? Then turn the rule off for this file, with that
as the reason.

## Where it comes from

House opinion. The five A's tell business buyers apart by their influencers; how many there must be,
differs.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een zakelijke persona beslist alleen: niemand anders heeft iets te zeggen.

## Wat deze regel vindt

Een persona met `segment: b2b` en zonder `influencers`.

## Waarom dat telt

Een bedrijf koopt zelden via één persoon. De collega die ermee werkt, degene die betaalt en degene die
tekent hebben elk hun eigen vragen. Blijft er één onbeantwoord, dan gaat de koop niet door.

## Wat je eraan doet

Noem onder `influencers` wie er meebeslist: hun rol, wat ze belangrijk vinden en wat ze vragen. Beslist deze
persoon echt alleen, zoals een zzp'er? Zet de regel dan voor dit bestand uit, met dat als reden.

## Waar dit op rust

Eigen keuze. De vijf A's onderscheiden zakelijke kopers door wie er meepraat. Hoeveel dat er zijn,
verschilt.
"""

_INFLUENCERS = """\
segment: b2b
influencers:
  - id: kantoormanager
    role: Kantoormanager
    cares_about: Maandag moet iedereen weer kunnen werken.
"""


@rule(
    code="KR055",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="persona '{persona}' is zakelijk en heeft geen influencers; noem wie er meebeslist",
        en="persona '{persona}' is a business and has no influencers; name who has a say",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("personas/huurder.md", "segment: b2c\n", _INFLUENCERS),
        bad=changed("personas/huurder.md", "segment: b2c", "segment: ⟦b2b⟧"),
    ),
)
def b2b_without_influencers(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the segment of each business persona without influencers."""
    for persona in project.personas:
        path, span = persona.at("segment")
        if persona.segment == "b2b" and not persona.influencers and path not in project.spoilt.half_read:
            yield Problem(path, span, {"persona": persona.id}, subject=Subject(persona=persona.id))
