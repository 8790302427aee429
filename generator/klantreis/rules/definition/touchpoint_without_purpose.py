"""Nothing says what a touchpoint is for.

## What it finds

A touchpoint in a journey without `action`, `intents` and `formats`. One of them is enough.

## Why it matters

A touchpoint asks for content. As long as nobody says what happens there, any text covers it, and nobody can
tell whether the moment was served.

## How to fix

Say under `action` what the customer does or gets there. Or name the `intents` or `formats` that belong to
the moment.

## Where it comes from

Practice. The touchpoint record of the five A's holds the content or action of the moment, beside channel
and timing.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Nergens staat waar een contactmoment voor dient.

## Wat deze regel vindt

Een contactmoment in een klantreis zonder `action`, zonder `intents` en zonder `formats`. Eén ervan is
genoeg.

## Waarom dat telt

Een contactmoment vraagt om content. Zolang niemand zegt wat er gebeurt, vult elke tekst het moment, en weet
niemand of de klant er iets aan had.

## Wat je eraan doet

Schrijf onder `action` wat de klant er doet of krijgt. Of noem de `intents` of `formats` die bij het moment
horen.

## Waar dit op rust

Praktijk. In de beschrijving van een contactmoment bij de vijf A's staat de content of de actie, naast
kanaal en timing.
"""

_ACTION = "        action: Pakt de eerste tien dozen in.\n"
_MAIL = f"""\
      - id: inpakmail
        name: Mail met de inpaklijst
        channel: email
        device: telefoon
        context: In de pauze, drie weken voor de verhuizing.
{_ACTION}        formats: [mailing]
        intents: [help]
"""
_BARE = """\
      - id: ⟦inpakmail⟧
        name: Mail met de inpaklijst
        channel: email
        device: telefoon
        context: In de pauze, drie weken voor de verhuizing.
"""


@rule(
    code="KR056",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="contactmoment '{touchpoint}' zegt niet waar het voor is; vul action, intents of formats in",
        en="touchpoint '{touchpoint}' does not say what it is for; fill in action, intents or formats",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("journeys/verhuizen.yaml", _MAIL, _BARE.replace("⟦", "").replace("⟧", "") + _ACTION),
        bad=changed("journeys/verhuizen.yaml", _MAIL, _BARE),
    ),
)
def touchpoint_without_purpose(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each touchpoint that only says where it is; once where journeys share it."""
    seen = set()
    for journey in project.journeys:
        for stage in journey.stages:
            for touchpoint in stage.touchpoints:
                path, span = touchpoint.place
                has_purpose = touchpoint.action or touchpoint.intents or touchpoint.formats
                if has_purpose or touchpoint.place in seen or path in project.spoilt.half_read:
                    continue
                seen.add(touchpoint.place)
                subject = Subject(journey=journey.id, stage=stage.id, touchpoint=touchpoint.id)
                yield Problem(path, span, {"touchpoint": touchpoint.id}, subject=subject)
