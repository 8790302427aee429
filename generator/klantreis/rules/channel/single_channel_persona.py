"""Everything for a persona depends on one channel.

## What it finds

A persona that lists one channel only, or one for whom at least five items are published (`minimum`), all on
the same channel. Translations are not counted.

## Why it matters

When that channel falls away, or a platform changes its rules, nobody reaches these people any more. And
hardly anyone makes a whole journey in one place.

## How to fix

Find out where else these people are, add that channel to the persona, and put something there for a stage
in which it helps most.

## Where it comes from

House opinion. Models advise a mix of means; how many there must be, none of them says.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.persona import Persona
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Alles voor een persona hangt aan één kanaal.

## Wat deze regel vindt

Een persona met maar één kanaal, of een persona voor wie minstens vijf items gepubliceerd zijn (`minimum`)
die allemaal op hetzelfde kanaal staan. Vertalingen tellen niet mee.

## Waarom dat telt

Valt dat kanaal weg, of verandert een platform zijn regels, dan bereik je deze mensen niet meer. En bijna
niemand maakt een hele klantreis op één plek.

## Wat je eraan doet

Zoek uit waar deze mensen nog meer komen. Zet dat kanaal bij de persona en maak er iets voor de fase waarin
het het meeste helpt.

## Waar dit op rust

Eigen keuze. De modellen raden een mix van middelen aan, maar hoeveel het er moeten zijn, zegt geen van
alle.
"""

_CHANNELS = "[blog, website, email, chat]"


@rule(
    code="KR050",
    severity=Severity.INFO,
    basis="house opinion",
    messages={
        "": Words(
            nl="persona '{persona}' is alleen te bereiken op kanaal '{channel}'; zoek er een tweede bij",
            en="persona '{persona}' can be reached on channel '{channel}' only; find a second one",
        ),
        "items": Words(
            nl="alle {count} items voor persona '{persona}' staan op kanaal '{channel}'; "
            "neem er een kanaal bij",
            en="all {count} items for persona '{persona}' are on channel '{channel}'; add another channel",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "minimum",
            5,
            Words(
                nl="Vanaf hoeveel items op één kanaal het een melding is",
                en="From how many items on one channel it is reported",
            ),
        ),
    ),
    examples=Examples(
        good=changed("personas/huurder.md", _CHANNELS, "[blog, website, email, chat, phone]"),
        bad=changed("personas/huurder.md", _CHANNELS, "⟦[email]⟧"),
    ),
)
def single_channel_persona(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the channels of each persona that has, or is served on, one channel."""
    served = _served(project)
    for persona in project.personas:
        if not project.walk.travelled.get(persona.id):
            continue
        used = served.get(persona.id, {})
        count = sum(used.values())
        if len(persona.channels) == 1:
            yield _problem(persona, persona.channels[0], "", count)
        elif len(used) == 1 and count >= options["minimum"]:
            yield _problem(persona, next(iter(used)), "items", count)


def _served(project: Project) -> Mapping[str, Mapping[str, int]]:
    """Return how many published items each persona finds, by channel."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for item in project.published_items:
        if item.channel is None or item.translation_of:
            continue
        for persona in {moment.persona for moment in project.moments.get(item.path, ())}:
            counts[persona][item.channel] = counts[persona].get(item.channel, 0) + 1
    return counts


def _problem(persona: Persona, channel: str, variant: str, count: int) -> Problem:
    place = persona.at("channels")
    return Problem(
        path=place.path,
        span=place.span,
        variant=variant,
        values={"persona": persona.id, "channel": channel, "count": count},
        subject=Subject(persona=persona.id, channel=channel),
    )
