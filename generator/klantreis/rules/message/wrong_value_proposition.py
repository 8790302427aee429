"""A text leans on another value proposition than the one that the organisation chose.

## What it finds

A `proposition` in the front matter that differs from the one in the configuration. Without such a word the
text is read: an item about what you offer, in a stage of consideration, decision or growth, in which at
least 3 sentences (`least`) speak of another of quality, availability and price, one in every hundred words
or more, and hardly any of the one you chose.

Without a choice in the configuration, or with several, there is nothing to compare with.

## Why it matters

People remember one thing about an organisation. A text about low prices from a firm that lives by quality
blurs that, and draws customers who are disappointed later.

## How to fix

Say what is good about the offer in terms of the choice that was made; the passages that lean elsewhere are
marked. Was the choice itself wrong? Then change `proposition` in the configuration, and with it all texts.

## Where it comes from

Practice. The model of suspect, prospect and lead builds all arguments around the one value proposition that
was chosen. The figures are ours.
"""

from collections.abc import Iterator
from typing import Final

from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.vocabulary import PROPOSITIONS
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een tekst leunt op een andere waardepropositie dan de organisatie koos.

## Wat deze regel vindt

Een `proposition` in de front matter die anders is dan die in de configuratie. Staat er niets, dan telt de
tekst. Het gaat dan om een item over je aanbod, in een fase van overweging, beslissing of groei, waarin
minstens 3 zinnen (`least`) over een van de andere twee gaan: kwaliteit, beschikbaarheid of prijs. Dat is
dan minstens één zin op de honderd woorden, en over wat je koos gaat het nauwelijks.

Is er in de configuratie niets gekozen, of meer dan één, dan valt er niets te vergelijken.

## Waarom dat telt

Mensen onthouden één ding van een organisatie. Een tekst over lage prijzen van een bedrijf dat het van
kwaliteit moet hebben, maakt dat vaag. Er komen klanten op af die later teleurgesteld zijn.

## Wat je eraan doet

Zeg wat er goed is aan je aanbod vanuit de keuze die gemaakt is. De zinnen die ergens anders op leunen, zijn
gemarkeerd. Was de keuze zelf verkeerd? Pas dan `proposition` in de configuratie aan, en daarmee alle
teksten.

## Waar dit op rust

Praktijk. Het model van suspect, prospect en lead bouwt elk argument rond de ene waardepropositie die
gekozen is. De getallen zijn van ons.
"""

FACET: Final = {"quality": "quality", "availability": "availability", "price": "accessible-price"}
"""The facet by which a text shows each value proposition."""
_PHASES = frozenset(("consideration", "decision", "growth"))
_PER_WORDS = 100
_STRONGER = 2
"""A text leans on a proposition that it carries more than so many times as often as the chosen one."""


@rule(
    code="KR099",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="dit item kiest '{found}', terwijl de organisatie voor '{chosen}' koos; maak het '{chosen}' "
            "of haal het weg",
            en="this item chooses '{found}', while the organisation chose '{chosen}'; make it '{chosen}' "
            "or leave it out",
        ),
        "text": Words(
            nl="deze tekst leunt op {leaning} ({count} zinnen), terwijl de organisatie voor {choice} koos; "
            "bouw het verhaal daaromheen",
            en="this text leans on {leaning} ({count} sentences), while the organisation chose {choice}; "
            "build the story around that",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "least",
            3,
            Words(
                nl="in zoveel zinnen gaat het minstens over een andere waardepropositie",
                en="so many sentences at least speak of another value proposition",
            ),
        ),
    ),
    examples=Examples(
        good=changed("content/verhuisvoorstel.md", "proposition: quality\n", ""),
        bad=changed("content/verhuisvoorstel.md", "proposition: quality", "proposition: ⟦price⟧"),
    ),
)
def wrong_value_proposition(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each item that declares or shows another value proposition."""
    chosen = project.brand.proposition
    if chosen is None:
        return
    for item in project.current_items:
        if len(item.proposition) == 1 and item.proposition[0] != chosen:
            yield _declared(item, chosen)
    for item, message in project.judged:
        found = None if item.proposition else _leaning(message, chosen, options["least"])
        if found is not None and _weighs_an_offer(project, item):
            yield _shown(item, message, found, chosen)


def _declared(item: Item, chosen: str) -> Problem:
    return Problem(
        path=item.path,
        span=item.span("proposition.0" if "proposition.0" in item.marks else "proposition"),
        values={"found": item.proposition[0], "chosen": chosen},
        subject=Subject(item=item.id, channel=item.channel),
    )


def _leaning(message: Message, chosen: str, least: int) -> str | None:
    """Return the proposition that a text about its own offer leans on, when it is not the chosen one."""
    for word, facet in FACET.items():
        if word == chosen or facet not in message.facets:
            continue
        own = message.strength(FACET[chosen]).points
        points = message.strength(facet).points
        is_much = points >= least and points * _PER_WORDS >= message.words and points > own * _STRONGER
        if is_much and _speaks_of_itself(message):
            return word
    return None


def _speaks_of_itself(message: Message) -> bool:
    return message.we > 1 or bool(message.strength("own-product").points)


def _weighs_an_offer(project: Project, item: Item) -> bool:
    if item.message_type == "service" or item.intent == "service":
        return False
    stages = project.stages_of(item)
    return bool(stages) and all(_PHASES & set(stage.phases) for _, stage in stages)


def _shown(item: Item, message: Message, found: str, chosen: str) -> Problem:
    facet = FACET[found]
    strength = message.strength(facet)
    return Problem(
        path=item.path,
        span=strength.spans[0],
        variant="text",
        values={"leaning": _name(found), "choice": _name(chosen), "count": strength.points},
        subject=Subject(item=item.id, channel=item.channel, detail="text"),
        evidence=tuple(Evidence(span, facet) for span in strength.spans),
    )


def _name(proposition: str) -> Words:
    term = PROPOSITIONS[proposition]
    return Words(nl=term.nl, en=term.en)
