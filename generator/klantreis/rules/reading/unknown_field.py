"""A key is none of those that the tool knows, so what it says does not count.

## What it finds

A key in an item, persona or journey that the tool does not know, with the nearest key that it does
know. In an item, `fase` and `kanaal` are read as the `stage` and `channel` that are missing. A key of your
own is fine once you allow it.

## Why it matters

A slip in a key is silent: `chanel: blog` reads well, and yet the item has no channel. The same goes
for a key of another tool that you expect to do something here.

## How to fix

Write the key that is meant; a near match is mended by `--fix`. When your site uses another word
for one of ours, map it under `[keys]`. Allow keys of your own with a pattern, for example
`unknown-field = {allow = ["hero", "seo_*"]}`.

## Where it comes from

Practice. Linters for configuration files answer unknown keys with the nearest known one.
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, reported, rule

MANUAL_NL = """
Een sleutel is hier niet bekend, dus wat erachter staat telt niet mee.

## Wat deze regel vindt

Een onbekende sleutel in een item, een persona of een klantreis, met de bekende sleutel die er het
meest op lijkt. Staan er in een item geen `stage` en `channel`, dan gelden `fase` en `kanaal` daarvoor. Je
eigen sleutels mogen, zodra je ze toestaat.

## Waarom dat telt

Een verschrijving in een sleutel valt niet op: `chanel: blog` leest prima, en toch heeft het item
geen kanaal. Ook een sleutel uit een ander programma doet hier niets.

## Wat je eraan doet

Schrijf de sleutel die je bedoelt. Lijkt hij sterk op een bekende, dan verbetert `--fix` hem. Heeft
jouw site een ander woord voor een van onze sleutels, leg dat dan vast onder `[keys]`. Eigen sleutels
sta je toe met een patroon, bijvoorbeeld `unknown-field = {allow = ["hero", "seo_*"]}`.

## Waar dit op rust

Praktijk. Linters voor configuratie noemen bij een onbekende sleutel de bekende die er het dichtst
bij komt.
"""

MESSAGES = {
    "near": Words(
        nl="de sleutel '{key}' bestaat niet; bedoel je '{near}'?",
        en="there is no key '{key}'; did you mean '{near}'?",
    ),
    "": Words(
        nl="de sleutel '{key}' is niet bekend; bekend zijn onder meer {known}; "
        "eigen sleutels sta je toe met de optie 'allow'",
        en="the key '{key}' is not known; known are {known}, among others; "
        "allow keys of your own with the option 'allow'",
    ),
}

EXAMPLES = Examples(
    good={
        "klantreis.toml": '[rules]\nunknown-field = {allow = ["hero*"]}\n',
        "content/dozen-lenen.md": """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
format: article
hero_image: dozen.jpg
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
""",
    },
    bad={
        "content/dozen-lenen.md": """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
⟦fromat⟧: article
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
    fixed={
        "content/dozen-lenen.md": """\
---
title: Dozen lenen
stage: attention
persona: huurder
channel: blog
format: article
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
)

ALLOW = Option(
    "allow",
    [],
    Words(
        nl="Patronen van je eigen sleutels, zoals `hero` of `seo_*`.",
        en="Patterns of keys of your own, such as `hero` or `seo_*`.",
    ),
)


@rule(
    code="KR006",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    options=(ALLOW,),
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each unknown key that is not allowed."""
    for problem in reported(project, "unknown-field"):
        if not any(fnmatchcase(str(problem.values["key"]), pattern) for pattern in options["allow"]):
            yield problem
