"""Many published items compete in one place.

## What it finds

A touchpoint, or a stage without touchpoints, where a persona meets more fresh, published items than `most`
allows. By default five or more are too many. Borrowed items do not count, nor do items whose touchpoint
cannot be told.

## Why it matters

Texts that do the same job take readers from each other, and a search engine cannot tell which one to show.
The time they cost is missing somewhere else.

## How to fix

Merge what overlaps. Do the texts differ after all? Give each its own touchpoint. Raise `most` where many are
meant, such as in a knowledge base.

## Where it comes from

House opinion. That similar pages compete is common knowledge in search marketing; the number five is a rule
of thumb.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE, changed

MANUAL_NL = """
Veel gepubliceerde items concurreren op één plek.

## Wat deze regel vindt

Een contactmoment, of een fase zonder contactmomenten, waar een persona meer actuele, gepubliceerde items
tegenkomt dan `most` toestaat. Standaard zijn vijf of meer er te veel. Geleende items tellen niet mee, en ook
niet items waarvan het contactmoment niet te bepalen is.

## Waarom dat telt

Teksten die hetzelfde doen, halen lezers bij elkaar weg, en een zoekmachine weet niet welke ze moet tonen. De
tijd die ze kosten, ontbreekt ergens anders.

## Wat je eraan doet

Voeg samen wat overlapt. Doen de teksten toch iets anders? Geef ze dan elk een eigen contactmoment. Verhoog
`most` waar er veel horen te staan, zoals in een kennisbank.

## Waar dit op rust

Eigen keuze. Dat pagina's die op elkaar lijken met elkaar concurreren, is bekend in de zoekmarketing. Het
getal vijf is een vuistregel.
"""


def _copies(many: int) -> dict[str, str]:
    mail = BASE["content/inpakmail.md"]
    return {f"content/inpakmail-{number}.md": mail for number in range(1, many + 1)}


@rule(
    code="KR036",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="persona '{persona}' vindt {where} {published} gepubliceerde items naast elkaar; voeg samen "
        "wat overlapt "
        "of geef ze elk een eigen moment",
        en="persona '{persona}' finds {published} published items side by side {where}; merge what "
        "overlaps or give "
        "each a moment of its own",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "most",
            4,
            Words(
                nl="Hoeveel gepubliceerde items op één plek mogen staan",
                en="How many published items may stand in one place",
            ),
        ),
    ),
    examples=Examples(
        good=_copies(3),
        bad=_copies(4) | changed("journeys/verhuizen.yaml", "- id: inpakmail", "- id: ⟦inpakmail⟧"),
    ),
)
def crowded_slot(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each slot that holds more published items than the option allows."""
    for slot in project.slots:
        if slot.published <= options["most"] or slot.is_leftover:
            continue
        stage, touchpoint = slot.id.stage, slot.id.touchpoint
        at_stage = Words(nl=f"in fase '{stage}'", en=f"in stage '{stage}'")
        at_touchpoint = Words(nl=f"bij contactmoment '{touchpoint}'", en=f"at touchpoint '{touchpoint}'")
        yield Problem(
            path=slot.place.path,
            span=slot.place.span,
            values={
                "persona": slot.id.persona,
                "where": at_touchpoint if touchpoint else at_stage,
                "published": slot.published,
            },
            subject=Subject.of_slot(slot),
        )
