"""A date does not exist, or is not written as year, month and day.

## What it finds

A value of `publish`, `review_by`, `expires`, `until` and the like that is no date, such as
2026-02-30, or one in another order, such as 1-3-2026.

## Why it matters

A date that cannot be read counts as no date: the review never falls due, and the campaign never
ends.

## How to fix

Write year, month and day with two dashes: `2026-03-01`. The tool does not mend a date by itself,
because 3-4-2026 is the third of April to some and the fourth of March to others.

## Where it comes from

Practice. ISO 8601 and RFC 3339 write dates in this order, so that everybody reads the same day.
"""

from collections.abc import Iterator
from dataclasses import replace

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een datum bestaat niet, of staat er niet als jaar, maand en dag.

## Wat deze regel vindt

Een waarde van `publish`, `review_by`, `expires`, `until` en dergelijke die geen datum is, zoals
2026-02-30, of die in een andere volgorde staat, zoals 1-3-2026.

## Waarom dat telt

Een onleesbare datum telt als geen datum. De herziening komt dan nooit aan de beurt, en de campagne
houdt nooit op.

## Wat je eraan doet

Schrijf jaar, maand en dag met streepjes ertussen: `2026-03-01`. Dit gebeurt niet vanzelf, want bij
3-4-2026 leest de een 3 april en de ander 4 maart.

## Waar dit op rust

Praktijk. ISO 8601 en RFC 3339 zetten een datum in deze volgorde, zodat iedereen dezelfde dag leest.
"""

MESSAGES = {
    "": Words(
        nl="'{word}' bij '{key}' is geen bestaande datum; schrijf bijvoorbeeld 2026-03-01",
        en="'{word}' at '{key}' is no existing date; write 2026-03-01, for example",
    ),
    "near": Words(
        nl="'{word}' bij '{key}' kan op meer manieren gelezen worden; schrijf {near} als je die dag bedoelt",
        en="'{word}' at '{key}' can be read in more than one way; write {near} if that is the day you mean",
    ),
}

_ITEM = """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
review_by: {day}
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""

EXAMPLES = Examples(
    good={"content/dozen-lenen.md": _ITEM.format(day="2027-02-28")},
    bad={"content/dozen-lenen.md": _ITEM.format(day="⟦2027-02-30⟧")},
)


@rule(
    code="KR008",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each value that is no date, without a fix: which day was meant is the writer's to say."""
    for problem in reported(project, "invalid-date"):
        yield replace(problem, fixes=())
