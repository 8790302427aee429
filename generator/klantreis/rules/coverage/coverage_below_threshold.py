"""Less of what is needed is published than the project has set as its minimum.

## What it finds

The share of required places with fresh, published content, when it lies below `fail_under` in the
`[coverage]` table of the configuration. Required are the places with `need: must` that are not exempt.
`journeys`, `personas` and `stages` in that
table set the same for a part. Without any of these this rule says nothing.

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

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.nearest import nearest
from klantreis.model.project import Project
from klantreis.model.span import START
from klantreis.model.threshold import Shortfall, Threshold, names_of, shortfalls, strangers
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Er is minder gepubliceerd van wat nodig is dan het project als ondergrens heeft.

## Wat deze regel vindt

Het aandeel van de verplichte plekken met actuele, gepubliceerde content, als dat onder `fail_under` ligt in
de tabel `[coverage]` van de configuratie. Verplicht zijn de plekken met `need: must` die geen uitzondering
hebben. Met `journeys`, `personas` en `stages` in die tabel krijgt een deel een eigen ondergrens. Zonder dit
alles zegt deze regel niets.

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
    messages={
        "": Words(
            nl="{share}% van de verplichte plekken heeft actuele, gepubliceerde content ({done} van {all}), "
            "minder dan "
            "de {threshold}% die is afgesproken; 'klantreis coverage' laat zien waar het ontbreekt",
            en="{share}% of the required places have fresh, published content ({done} of {all}), less than "
            "the {threshold}% agreed on; 'klantreis coverage' shows where it is missing",
        ),
        "part": Words(
            nl="{share}% van de verplichte plekken van {part} heeft actuele, gepubliceerde content "
            "({done} van {all}), minder dan de {threshold}% die daarvoor is afgesproken; "
            "'klantreis coverage --by {kind}' laat zien waar het ontbreekt",
            en="{share}% of the required places of {part} have fresh, published content ({done} of {all}), "
            "less than the {threshold}% agreed on for it; 'klantreis coverage --by {kind}' shows where it is "
            "missing",
        ),
        "near": Words(
            nl="er is een ondergrens voor {part}, en die bestaat niet; bedoel je '{near}'?",
            en="there is a threshold for {part}, which does not exist; did you mean '{near}'?",
        ),
        "known": Words(
            nl="er is een ondergrens voor {part}, en die bestaat niet; kies uit {known}",
            en="there is a threshold for {part}, which does not exist; choose from {known}",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"klantreis.toml": f"{_CONFIG}\n[coverage]\nfail_under = 100\n"},
        bad={"klantreis.toml": f"⟦⟧{_CONFIG}\n[coverage]\nfail_under = 90\n"}
        | changed("content/inpakmail.md", "channel: email\n", "channel: email\nstatus: draft\n"),
    ),
)
def coverage_below_threshold(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the configuration for each threshold that is not reached, or that is nobody's."""
    total = () if project.threshold is None else (Threshold(project.threshold),)
    for shortfall in shortfalls(project.slots, (*total, *project.thresholds)):
        yield Problem(
            path=project.config_path,
            span=START,
            variant="part" if shortfall.threshold.kind else "",
            values=_values(shortfall),
            subject=_subject(shortfall.threshold),
        )
    for threshold in strangers(project.slots, project.thresholds if project.slots else ()):
        yield _stranger(threshold, project)


def _values(shortfall: Shortfall) -> dict[str, str | int | Words]:
    threshold, done, required = shortfall
    # Rounded down, so that the figure never seems to reach the threshold.
    share = math.floor(done / required * 1000) / 10
    return {
        "share": _figure(share),
        "threshold": _figure(threshold.percent),
        "done": done,
        "all": required,
        "part": _part(threshold),
        "kind": threshold.kind or "",
    }


def _part(threshold: Threshold) -> Words:
    nl = {"journey": "klantreis", "persona": "persona", "stage": "fase"}.get(threshold.kind or "", "")
    return Words(f"{nl} '{threshold.id}'", f"{threshold.kind} '{threshold.id}'")


def _subject(threshold: Threshold) -> Subject:
    return Subject(**{threshold.kind: threshold.id}) if threshold.kind else Subject()


def _stranger(threshold: Threshold, project: Project) -> Problem:
    known = names_of(project.slots, threshold.kind or "")
    near = nearest(threshold.id or "", known)
    values: dict[str, str | int | Words] = {"part": _part(threshold), "known": ", ".join(known)}
    return Problem(
        path=project.config_path,
        span=START,
        variant="near" if near else "known",
        values=values | ({"near": near} if near else {}),
        subject=_subject(threshold),
    )


def _figure(share: float) -> Words:
    text = f"{share:g}"
    return Words(nl=text.replace(".", ","), en=text)
