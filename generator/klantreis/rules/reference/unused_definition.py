"""A persona, journey or touchpoint is defined, and nothing can ever be there.

## What it finds

A persona that no journey names, a journey without personas, a touchpoint whose own `personas` leave
out everybody who travels its journey, and a `path` under `[[tags]]` that no item fits.

## Why it matters

Such a definition asks for no content and gets none, so nobody notices when it goes out of date.
Often a name was changed in one place only.

## How to fix

Put the persona on a journey, give the journey or touchpoint somebody who travels it, mend the pattern
(`klantreis check --show-files` lists the paths), or remove the definition.

## Where it comes from

Practice. Unused definitions are reported by linters everywhere, because they are mostly slips.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey
from klantreis.model.project import Project
from klantreis.model.spoilt import Spoilt
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een persona, klantreis of contactmoment is beschreven, maar er kan nooit iets bij horen.

## Wat deze regel vindt

Een persona die in geen enkele klantreis staat, een klantreis zonder persona's, een contactmoment waarvan
de eigen lijst `personas` niemand overlaat die de klantreis maakt, en een `path` onder `[[tags]]` waar
geen enkel item op past.

## Waarom dat telt

Zo'n beschrijving vraagt om geen enkele tekst en krijgt er ook geen. Daardoor merkt niemand dat ze
veroudert. Vaak is een naam maar op één plek veranderd.

## Wat je eraan doet

Zet de persona bij een klantreis, geef de klantreis of het contactmoment iemand die er komt, verbeter het
patroon (`klantreis check --show-files` toont de paden), of haal de beschrijving weg.

## Waar dit op rust

Praktijk. Linters melden overal wat nergens gebruikt wordt, want meestal is het een vergissing.
"""

MESSAGES = {
    "persona": Words(
        nl="persona '{persona}' staat in geen enkele klantreis; "
        "zet deze persona bij een klantreis of haal dit weg",
        en="persona '{persona}' is on no journey; add it to one or remove this",
    ),
    "journey": Words(
        nl="klantreis '{journey}' heeft geen persona's; noem onder 'personas' wie deze reis maakt",
        en="journey '{journey}' has no personas; name under 'personas' who travels it",
    ),
    "tags": Words(
        nl="geen enkel item past op '{word}'; verbeter het patroon of haal deze tags weg",
        en="no item fits '{word}'; mend the pattern or remove these tags",
    ),
    "touchpoint": Words(
        nl="niemand die klantreis '{journey}' maakt, komt bij contactmoment '{touchpoint}'; "
        "pas 'personas' hier of in de klantreis aan",
        en="nobody who travels journey '{journey}' comes to touchpoint '{touchpoint}'; "
        "change 'personas' here or in the journey",
    ),
}

_PERSONA = """\
---
id: ⟦verhuurder⟧
name: Verhuurder met een paar woningen
---

Hans Vos (58) verhuurt drie bovenwoningen en wil dat de trap heel blijft als er iemand vertrekt.
"""

EXAMPLES = Examples(
    good=changed("journeys/verhuizen.yaml", "channel: chat", "channel: chat\n        personas: [huurder]"),
    bad={"personas/verhuurder.md": _PERSONA},
)


@rule(
    code="KR025",
    severity=Severity.INFO,
    basis="practice",
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each persona, journey and touchpoint that nobody meets, and each pattern that no item has."""
    yield from reported(project, "unused-definition")
    # An item for a persona who travels nowhere says so already.
    outside = project.troubles.get("persona-outside-journey", ())
    named = {trouble.values["persona"] for trouble in outside if trouble.variant == "none"}
    # So does a journey that misnames a persona, who may be this one, or that cannot be read.
    spoilt = project.spoilt
    for persona in project.personas if not (spoilt.misnaming or spoilt.journeys) else ():
        if not project.walk.travelled.get(persona.id) and persona.id not in named:
            path, span = persona.place
            yield Problem(path, span, {"persona": persona.id}, "persona", Subject(persona=persona.id))
    for journey in project.journeys:
        if journey.personas or journey.place.path not in spoilt.misnaming:
            yield from _unused_in(journey, spoilt)


def _unused_in(journey: Journey, spoilt: Spoilt) -> Iterator[Problem]:
    if not journey.personas:
        path, span = journey.place
        yield Problem(path, span, {"journey": journey.id}, "journey", Subject(journey=journey.id))
        return
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            if (journey.id, touchpoint.id) in spoilt.touchpoints:
                continue
            if not any(touchpoint.is_for(persona) for persona in journey.persona_ids):
                path, span = touchpoint.place
                subject = Subject(journey=journey.id, stage=stage.id, touchpoint=touchpoint.id)
                values = {"journey": journey.id, "touchpoint": touchpoint.id}
                yield Problem(path, span, values, "touchpoint", subject)
