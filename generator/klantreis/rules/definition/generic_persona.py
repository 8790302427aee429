"""A persona could be anybody.

## What it finds

A persona with a name that leaves nobody out, such as everyone, customer, visitor or target group. And a
persona of whom nothing is known: no questions, pains or gains, and a description of fewer than twenty
words. A persona on no journey is left alone. With `names` you add names of your own that say nothing.

## Why it matters

Content for everybody speaks to nobody. A persona earns its place by leaving people out, so that a writer
sees one person and knows what to say to her.

## How to fix

Choose one type of customer that you know. Give it a name that tells it apart, describe one such person, and
write down what she asks, dreads and hopes for.

## Where it comes from

Practice. The models start from types of customers that differ; a persona for all of them is none.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.persona import FEWEST_WORDS
from klantreis.model.project import Project
from klantreis.model.vocabulary import fold
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een persona kan iedereen zijn.

## Wat deze regel vindt

Een persona met een naam die niemand buitensluit, zoals iedereen, klant, bezoeker of doelgroep. En een
persona over wie niets bekend is: geen vragen, pijnpunten of wensen, en een beschrijving van minder dan
twintig woorden. Een persona zonder klantreis blijft buiten beschouwing. Met `names` voeg je zelf namen toe
die niets zeggen.

## Waarom dat telt

Content voor iedereen spreekt niemand aan. Een persona is pas iets waard als er ook mensen buiten vallen.
Dan ziet een schrijver één mens voor zich en weet wat er te zeggen valt.

## Wat je eraan doet

Kies één type klant dat je kent. Geef het een naam die het onderscheidt, beschrijf één zo iemand, en schrijf
op wat die persoon vraagt, vreest en hoopt.

## Waar dit op rust

Praktijk. De modellen gaan uit van typen klanten die verschillen. Een persona voor allemaal is er geen.
"""

_NAMES = frozenset(
    fold(word)
    for word in (
        "iedereen", "alle klanten", "de klant", "klant", "klanten", "onze klant", "onze klanten",
        "doelgroep", "de doelgroep", "onze doelgroep", "consument", "consumenten", "de consument",
        "gebruiker", "gebruikers", "bezoeker", "bezoekers", "de bezoeker", "lezer", "lezers", "publiek",
        "mensen", "particulier", "particulieren", "bedrijf", "bedrijven", "algemeen", "persona",
        "everyone", "everybody", "anyone", "anybody", "all customers", "customer", "customers",
        "the customer", "our customer", "our customers", "target group", "target audience", "audience",
        "our audience", "consumer", "consumers", "user", "users", "visitor", "visitors", "reader",
        "readers", "people", "public", "general public", "business", "businesses", "company", "companies",
        "general",
    )
)  # fmt: skip

_EMPTY = """\
---
id: ⟦verhuurder⟧
name: Verhuurder met een paar woningen
segment: b2c
---

Verhuurt woningen.
"""


@rule(
    code="KR061",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "name": Words(
            nl="de naam '{name}' sluit niemand buiten; kies één type klant en geef het een eigen naam",
            en="the name '{name}' leaves nobody out; "
            "choose one type of customer and give it a name of its own",
        ),
        "blank": Words(
            nl="over persona '{persona}' is niets bekend: geen vragen, pijnpunten of wensen, "
            "en een beschrijving van minder dan {fewest} woorden; vul dit aan",
            en="nothing is known of persona '{persona}': no questions, pains or gains, "
            "and a description of fewer than {fewest} words; fill this in",
        ),
    },
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "names",
            [],
            Words(nl="Namen die ook niemand buitensluiten", en="More names that leave nobody out"),
        ),
    ),
    examples=Examples(
        good=changed("personas/huurder.md", "name: Huurder die binnen de stad verhuist", "name: Huurder"),
        bad={"personas/verhuurder.md": _EMPTY}
        | changed("journeys/verhuizen.yaml", "personas: [huurder]", "personas: [huurder, verhuurder]"),
    ),
)
def generic_persona(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each persona that is named after everybody, or of whom nothing is known."""
    names = _NAMES | {fold(str(name)) for name in options["names"]}
    for persona in project.personas:
        if not project.walk.travelled.get(persona.id):
            continue  # Nobody waits for a persona on no journey, and that is reported already.
        is_named = fold(persona.name) in names
        if not is_named and (not persona.is_blank or persona.place.path in project.spoilt.half_read):
            continue
        path, span = persona.at("name") if is_named else persona.place
        yield Problem(
            path=path,
            span=span,
            variant="name" if is_named else "blank",
            values={"name": persona.name, "persona": persona.id, "fewest": FEWEST_WORDS},
            subject=Subject(persona=persona.id),
        )
