"""Less of what is needed is published than the project has set as its minimum.

## What it finds

The share of required places with fresh, published content, when it lies below `fail_under` in the
`[coverage]` table of the configuration. Required are the places with `need: must` that are not exempt.
Without `fail_under` this rule says nothing.

## Why it matters

A threshold keeps what has been won. Every text that goes out of date takes a little off the figure, and
nobody sees that from day to day.

## How to fix

See with `klantreis coverage` which journey, persona or stage lags behind, and begin with the first gap there.
Lower the threshold only by agreement.

## Where it comes from

Practice. Programmers have guarded the coverage of their tests in this way for years; the figure of your
threshold is your own choice.
"""

import math
from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.span import START
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Er is minder gepubliceerd van wat nodig is dan het project als ondergrens heeft.

## Wat deze regel vindt

Het aandeel van de verplichte plekken met actuele, gepubliceerde content, als dat onder `fail_under` ligt in
de tabel `[coverage]` van de configuratie. Verplicht zijn de plekken met `need: must` die geen uitzondering
hebben. Zonder `fail_under` zegt deze regel niets.

## Waarom dat telt

Een ondergrens bewaart wat je bereikt hebt. Elke tekst die veroudert, haalt een beetje van het cijfer af, en
van dag tot dag ziet niemand dat.

## Wat je eraan doet

Kijk met `klantreis coverage` welke klantreis, persona of fase achterblijft, en begin met het eerste gat daar.
Verlaag de ondergrens alleen in overleg.

## Waar dit op rust

Praktijk. Programmeurs bewaken op deze manier al jaren hoeveel van hun code getest is. Hoe hoog je de
ondergrens legt, bepaal je zelf.
"""

_CONFIG = BASE["klantreis.toml"]


@rule(
    code="KR038",
    severity=Severity.ERROR,
    basis="practice",
    messages=Words(
        nl="{share}% van de verplichte plekken heeft actuele, gepubliceerde content ({done} van {all}), "
        "minder dan "
        "de {threshold}% die is afgesproken; 'klantreis coverage' laat zien waar het ontbreekt",
        en="{share}% of the required places have fresh, published content ({done} of {all}), less than the "
        "{threshold}% agreed on; 'klantreis coverage' shows where it is missing",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"klantreis.toml": f"{_CONFIG}\n[coverage]\nfail_under = 100\n"},
        bad={"klantreis.toml": f"⟦⟧{_CONFIG}\n[coverage]\nfail_under = 90\n"}
        | changed("content/inpakmail.md", "channel: email\n", "channel: email\nstatus: draft\n"),
    ),
)
def coverage_below_threshold(project: Project, options: Options) -> Iterator[Problem]:
    """Yield one problem at the configuration when too few required slots are published."""
    required = [slot for slot in project.slots if slot.is_required]
    done = sum(slot.reached == "published" for slot in required)
    if project.threshold is None or not required or done / len(required) * 100 >= project.threshold:
        return
    # Rounded down, so that the figure never seems to reach the threshold.
    share = math.floor(done / len(required) * 1000) / 10
    yield Problem(
        path=project.config_path,
        span=START,
        values={
            "share": _figure(share),
            "threshold": _figure(project.threshold),
            "done": done,
            "all": len(required),
        },
    )


def _figure(share: float) -> Words:
    text = f"{share:g}"
    return Words(nl=text.replace(".", ","), en=text)
