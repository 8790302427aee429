"""The front matter of an item cannot be read whole, so what it says does not count.

## What it finds

Front matter that is not valid YAML, TOML or JSON, at the place where reading stops: an unquoted
colon, a tab, template code, a bracket or quote that is not closed, a list where keys belong, or a
second block of front matter below the first. Everything around the spot is still read, and the
item is reported once, not once for every tag that went missing with it.

## Why it matters

An item without readable tags has no place in the journey. Most tools drop such front matter
without a word, and the gap that it leaves looks like content that was never written.

## How to fix

Mend the line that is named. Where it is clear what was meant, the message shows the line as it
should be. Text that holds a colon, a `#` or template code belongs between quotes.

## Where it comes from

Practice. The YAML, TOML and JSON standards say what can be read. Unquoted colons and tabs are the
slips that writers make most.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
De front matter van een item is niet helemaal te lezen, dus wat er staat telt niet mee.

## Wat deze regel vindt

Front matter die geen geldige YAML, TOML of JSON is, op de plek waar het lezen stopt: een dubbele
punt zonder aanhalingstekens, een tab, sjablooncode, een haakje of aanhalingsteken dat open blijft,
een lijst waar sleutels horen, of een tweede blok front matter onder het eerste. De rest van het
bestand wordt wel gelezen. Je krijgt één melding, en niet voor elke tag die zo wegvalt nog een.

## Waarom dat telt

Een item zonder leesbare tags heeft geen plek in de klantreis. De meeste programma's laten zulke
front matter stil vallen. Het gat dat dan ontstaat, lijkt op content die nog niet geschreven is.

## Wat je eraan doet

Verbeter de regel die genoemd wordt. Is duidelijk wat je bedoelde, dan staat de verbeterde regel in
de melding. Zet tekst met een dubbele punt, een `#` of sjablooncode tussen aanhalingstekens.

## Waar dit op rust

Praktijk. De standaarden van YAML, TOML en JSON bepalen wat leesbaar is. Losse dubbele punten en
tabs gaan het vaakst mis.
"""

MESSAGES = {
    "": Words(
        nl="vanaf hier is de front matter niet te lezen ({reason}); verbeter deze regel",
        en="the front matter cannot be read from here on ({reason}); mend this line",
    ),
    "colon": Words(
        nl="een dubbele punt in de waarde van '{key}' vraagt om aanhalingstekens; schrijf {line}",
        en="a colon in the value of '{key}' asks for quotes; write {line}",
    ),
    "tab": Words(
        nl="een tab kan hier niet, want YAML springt in met spaties; vervang de tab door spaties",
        en="a tab cannot stand here, because YAML indents with spaces; replace the tab with spaces",
    ),
    "template": Words(
        nl="bij '{key}' staat sjablooncode die de front matter onleesbaar maakt; "
        "zet de code tussen aanhalingstekens of vul de waarde zelf in",
        en="the template code at '{key}' makes the front matter unreadable; "
        "put it between quotes or fill in the value yourself",
    ),
    "kind": Words(
        nl="in de front matter horen sleutels met waarden, en dit is {found}; "
        "schrijf bijvoorbeeld 'stage: use'",
        en="front matter holds keys with values, and this is {found}; write 'stage: use', for example",
    ),
    "second": Words(
        nl="hier begint een tweede blok front matter en dat telt niet mee; voeg het samen met het eerste",
        en="a second block of front matter begins here and does not count; merge it into the first",
    ),
    "closed": Words(
        nl="{reason} blijft hier open; zet het sluitende teken erbij",
        en="{reason} is left open here; add the closing one",
    ),
}

EXAMPLES = Examples(
    good={
        "content/dozen-lenen.md": """\
---
title: "Dozen lenen: zo werkt het"
stage: attention
persona: huurder
channel: blog
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
    bad={
        "content/dozen-lenen.md": """\
---
title: ⟦⟧Dozen lenen: zo werkt het
stage: attention
persona: huurder
channel: blog
next: [zelf-of-verhuizer]
---

Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.
"""
    },
)


@rule(
    code="KR001",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield the place where each unreadable front matter stops being readable."""
    yield from reported(project, "unreadable-front-matter")
