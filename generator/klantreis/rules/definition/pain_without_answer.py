"""A pain has no way to prevent it and none to turn it.

## What it finds

A pain of a persona with neither `prevent` nor `turn`. A pain that stands in several stages needs them once.
With `both` a pain that lacks one of the two is reported as well; in a journey that extends the ideal
journey that is always so.

## Why it matters

Knowing what people dread helps nobody yet. A writer who takes up the pain needs to know what to say about
it.

## How to fix

Write under `prevent` how to keep it from happening, and under `turn` what to do or say when it does.

## Where it comes from

House opinion. The model of the ideal journey wants every pain with both ways out; other models do not ask
for it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey
from klantreis.model.persona import Pain, Persona
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule, within
from klantreis.rules.base_project import changed

MANUAL_NL = """
Bij een pijnpunt staat niet hoe je het voorkomt en ook niet hoe je het ombuigt.

## Wat deze regel vindt

Een pijnpunt van een persona zonder `prevent` en zonder `turn`. Staat hetzelfde pijnpunt in meer fasen, dan
hoeft het er maar één keer bij. Met `both` meldt deze regel ook een pijnpunt dat een van de twee mist. In
een klantreis die het model van de ideale klantreis volgt, geldt dat altijd.

## Waarom dat telt

Weten waar mensen tegen opzien, helpt nog niemand. Wie over het pijnpunt gaat schrijven, moet weten wat er
te zeggen valt.

## Wat je eraan doet

Schrijf onder `prevent` hoe je het voorkomt, en onder `turn` wat je doet of zegt als het toch gebeurt.

## Waar dit op rust

Eigen keuze. Het model van de ideale klantreis wil bij elk pijnpunt allebei, maar andere modellen vragen er
niet om.
"""

_TURN = "        turn: Zeg welke kamer nog op de dag zelf kan.\n"
_PAIN = (
    "      - id: te-laat-begonnen\n"
    "        pain: Op de laatste avond staat de helft nog in de kast.\n"
    "        prevent: Geef per kamer een aantal dozen en een begindatum.\n" + _TURN
)
_BARE = "      - id: ⟦te-laat-begonnen⟧\n        pain: Op de laatste avond staat de helft nog in de kast.\n"


@rule(
    code="KR054",
    severity=Severity.INFO,
    basis="house opinion",
    messages={
        "": Words(
            nl="bij pijnpunt '{pain}' van persona '{persona}' staat geen uitweg; "
            "vul prevent (voorkomen) of turn (ombuigen) in",
            en="pain '{pain}' of persona '{persona}' has no way out; fill in prevent or turn",
        ),
        "prevent": Words(
            nl="bij pijnpunt '{pain}' van persona '{persona}' staat niet hoe je het voorkomt; vul prevent in",
            en="pain '{pain}' of persona '{persona}' has no way to prevent it; fill in prevent",
        ),
        "turn": Words(
            nl="bij pijnpunt '{pain}' van persona '{persona}' staat niet hoe je het ombuigt; vul turn in",
            en="pain '{pain}' of persona '{persona}' has no way to turn it; fill in turn",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "both",
            False,
            Words(
                nl="Of een pijnpunt zowel prevent als turn nodig heeft",
                en="Whether a pain needs both prevent and turn",
            ),
            by_journey=True,
        ),
    ),
    examples=Examples(
        good=changed("personas/huurder.md", _PAIN, _PAIN.replace(_TURN, "")),
        bad=changed("personas/huurder.md", _PAIN, _BARE),
    ),
)
def pain_without_answer(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each pain that nothing is said about."""
    for persona in project.personas:
        if persona.place.path in project.spoilt.half_read:
            continue
        travelled = project.walk.travelled.get(persona.id, ())
        both = options["both"] or any(_wants_both(journey, options) for journey in travelled)
        for pains in _by_id(persona).values():
            variant = _lacks(pains, both)
            if variant is not None:
                yield _problem(persona, pains[0], variant)


def _wants_both(journey: Journey, options: Options) -> bool:
    return bool(within(journey, "pain-without-answer", options)["both"])


def _by_id(persona: Persona) -> Mapping[str, list[Pain]]:
    """Return the pains by id; one that comes back in another stage is the same."""
    pains: dict[str, list[Pain]] = defaultdict(list)
    for mindset in persona.mindsets:
        for pain in mindset.pains:
            pains[pain.id].append(pain)
    return pains


def _lacks(pains: list[Pain], both: bool) -> str | None:
    """Return what a pain lacks: everything (`""`), `prevent`, `turn`, or nothing."""
    prevents, turns = any(pain.prevent for pain in pains), any(pain.turn for pain in pains)
    if not prevents and not turns:
        return ""
    if (prevents and turns) or not both:
        return None
    return "turn" if prevents else "prevent"


def _problem(persona: Persona, pain: Pain, variant: str) -> Problem:
    return Problem(
        path=pain.place.path,
        span=pain.place.span,
        variant=variant,
        values={"pain": pain.id, "persona": persona.id},
        subject=Subject(persona=persona.id, detail=pain.id),
    )
