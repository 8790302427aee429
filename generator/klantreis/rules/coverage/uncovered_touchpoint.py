"""A touchpoint has nothing published for a persona that meets it.

## What it finds

A touchpoint in a stage where other touchpoints do have content, while nothing published serves this one. The
`need` of the touchpoint decides how bad that is: `must` is an error, `should` a warning, `could` a hint. An
expired, overdue or borrowed item counts as something here; `phantom-coverage` reports those.

## Why it matters

Somebody decided that customers pass here, and described the moment: the channel, the device, what came
before. With nothing there, the customer finds an empty place at exactly that moment.

## How to fix

Write the item, or finish the draft that the message names. Set `need` lower if you can do without it. Is
there a good reason to have nothing here? Give the touchpoint an `exempt` with a reason, an owner and an end
date.

## Where it comes from

Practice. Planning content per touchpoint is one of the four uses that the model of the five A's gives to a
touchpoint map.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.slot import Slot
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een contactmoment heeft niets gepubliceerds voor een persona die er langskomt.

## Wat deze regel vindt

Een contactmoment zonder iets wat gepubliceerd is, in een fase waarin andere contactmomenten dat wel hebben.
De `need` van het contactmoment bepaalt hoe erg dat is: `must` is een fout, `should` een waarschuwing en
`could` een tip. Een verlopen, te laat nagekeken of geleend item telt hier als iets; dat meldt
`phantom-coverage`.

## Waarom dat telt

Iemand heeft bedacht dat klanten hier langskomen, en heeft het moment beschreven: het kanaal, het apparaat,
wat eraan voorafging. Staat er niets, dan vindt de klant precies op dat moment een lege plek.

## Wat je eraan doet

Schrijf het item, of maak het concept af dat in de melding staat. Kun je ook zonder, zet `need` dan lager. Is
er een goede reden om hier niets te hebben? Geef het contactmoment een `exempt` met een reden, een eigenaar
en een einddatum.

## Waar dit op rust

Praktijk. Content plannen per contactmoment is een van de vier dingen waarvoor het model van de vijf A's de
kaart met contactmomenten gebruikt.
"""

_WAY_ON = Words(
    nl="; schrijf er een item voor, of leg met exempt uit waarom dat niet hoeft",
    en="; write an item for it, or say with exempt why there need not be one",
)
_FINISH = Words(nl="; maak '{item}' af", en="; finish '{item}'")
_PLACE = Words(
    nl="is bij contactmoment '{touchpoint}' in fase '{stage}' niets gepubliceerd",
    en="nothing is published at touchpoint '{touchpoint}' in stage '{stage}'",
)
_MESSAGES = {
    "": Words(f"er {_PLACE.nl}{_WAY_ON.nl}", f"{_PLACE.en}{_WAY_ON.en}"),
    "started": Words(f"er {_PLACE.nl}{_FINISH.nl}", f"{_PLACE.en}{_FINISH.en}"),
    "persona": Words(
        f"voor persona '{{persona}}' {_PLACE.nl}{_WAY_ON.nl}",
        f"{_PLACE.en} for persona '{{persona}}'{_WAY_ON.en}",
    ),
    "persona-started": Words(
        f"voor persona '{{persona}}' {_PLACE.nl}{_FINISH.nl}",
        f"{_PLACE.en} for persona '{{persona}}'{_FINISH.en}",
    ),
}


@rule(
    code="KR028",
    severity=Severity.ERROR,
    basis="practice",
    messages=_MESSAGES,
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/inpakmail.md", "channel: email\n", "channel: email\nstatus: draft\n")
        | changed(
            "journeys/verhuizen.yaml",
            "        wait: 2 dagen\n        need: must\n",
            "        wait: 2 dagen\n        need: must\n"
            "        exempt: {reason: De mail wordt herschreven, owner: noor, until: 2026-09-01}\n",
        ),
        bad=changed("content/inpakmail.md", "channel: email\n", "channel: email\nstatus: draft\n")
        | changed("journeys/verhuizen.yaml", "- id: inpakmail", "- id: ⟦inpakmail⟧"),
    ),
)
def uncovered_touchpoint(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each empty touchpoint in a stage that has something."""
    for slot in project.gaps.slots:
        is_shared = len(project.journey_by_id[slot.id.journey].personas) > 1
        yield Problem(
            path=slot.place.path,
            span=slot.place.span,
            variant=_variant(slot, is_shared),
            values={
                "persona": slot.id.persona,
                "touchpoint": slot.id.touchpoint or slot.id.stage,
                "stage": slot.id.stage,
                "item": slot.items[0] if slot.items else "",
            },
            subject=Subject.of_slot(slot),
            severity=Severity.of_missing(slot.need),
        )


def _variant(slot: Slot, is_shared: bool) -> str:
    started = ("started",) if slot.reached else ()
    return "-".join((("persona",) if is_shared else ()) + started)
