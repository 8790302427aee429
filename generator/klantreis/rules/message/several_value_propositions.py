"""More than one value proposition was chosen.

## What it finds

More than one value under `proposition` in the `[brand]` table of the configuration, or in the front matter
of an item.

## Why it matters

Whoever claims to be best, fastest and cheapest at once is believed on none of the three. A choice also
tells the team what a text may leave out.

## How to fix

Choose one: `quality` (exceptional quality), `availability` (immediate availability) or `price` (a price
within reach). The others may still be true of you; they are just not what you are known for. An item takes
the one of the organisation, so there the key can also go.

## Where it comes from

Practice. The model of suspect, prospect and lead asks for exactly one of three value propositions.
"""

from collections.abc import Iterator, Sequence

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.place import Place
from klantreis.model.project import Project
from klantreis.model.span import START
from klantreis.model.trouble import Value
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Er is meer dan één waardepropositie gekozen.

## Wat deze regel vindt

Meer dan één waarde achter `proposition` in de tabel `[brand]` van de configuratie, of in de front matter
van een item.

## Waarom dat telt

Wie zegt de beste, de snelste én de goedkoopste te zijn, wordt op geen van de drie geloofd. Een keuze
vertelt het team bovendien wat een tekst kan weglaten.

## Wat je eraan doet

Kies er één: `quality` (uitzonderlijke kwaliteit), `availability` (onmiddellijk beschikbaar) of `price` (een
toegankelijke prijs). De andere twee mogen best ook kloppen, je staat er alleen niet om bekend. Een item
neemt die van de organisatie over, dus daar kan de sleutel ook weg.

## Waar dit op rust

Praktijk. Het model van suspect, prospect en lead vraagt om precies één van drie waardeproposities.
"""

_CONFIG = BASE["klantreis.toml"]


@rule(
    code="KR100",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="hier staan {count} waardeproposities ({chosen}); kies er één waar de organisatie om bekend "
            "staat",
            en="here are {count} value propositions ({chosen}); choose the one that the organisation is "
            "known for",
        ),
        "item": Words(
            nl="dit item heeft {count} waardeproposities ({chosen}); kies er één",
            en="this item has {count} value propositions ({chosen}); choose one",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"klantreis.toml": _CONFIG.replace('"quality"', '["quality"]')},
        bad={"klantreis.toml": _CONFIG.replace('"quality"', '⟦["quality", "price"]⟧')},
    ),
)
def several_value_propositions(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the configuration, and at each item, that chooses more than one."""
    brand = project.brand
    place = brand.chosen_at or Place(project.config_path, START)
    yield from _several(brand.propositions, place, "", Subject(detail="brand"))
    for item in project.current_items:
        if len(item.proposition) > 1:
            subject = Subject(item=item.id, channel=item.channel)
            yield from _several(item.proposition, Place(item.path, item.span("proposition")), "item", subject)


def _several(chosen: Sequence[str], place: Place, variant: str, subject: Subject) -> Iterator[Problem]:
    different = tuple(dict.fromkeys(chosen))
    if len(different) > 1:
        values: dict[str, Value] = {"count": len(different), "chosen": ", ".join(different)}
        yield Problem(place.path, place.span, values, variant, subject)
