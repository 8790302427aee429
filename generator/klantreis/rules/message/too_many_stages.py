"""An item is tagged for more stages than one text can serve.

## What it finds

More than two stages under `stage` (`most` sets another number). The finding stands at the first one too
many. Two stages are fine: some texts help people to move from the one to the next.

## Why it matters

In every stage people know, fear and ask something else. A text for all of them is for none of them, and in
the coverage it hides places where nothing was really written.

## How to fix

Choose the stage in which the reader meets this text, or at most two that touch. Write a text of its own for
the others, or leave them open, so that the gap shows.

## Where it comes from

House opinion. All five models give each stage a message of its own; that two still go together is our
choice.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item hoort bij meer fasen dan één tekst aankan.

## Wat deze regel vindt

Meer dan twee fasen bij `stage` (met `most` kies je een ander aantal). De bevinding staat bij de eerste die
te veel is. Twee fasen mogen: sommige teksten helpen iemand van de ene fase naar de volgende.

## Waarom dat telt

In elke fase weten, vrezen en vragen mensen iets anders. Een tekst voor allemaal is voor niemand. En in de
dekking verbergt hij plekken waarvoor niemand echt iets schreef.

## Wat je eraan doet

Kies de fase waarin de lezer deze tekst tegenkomt, of hoogstens twee die aan elkaar grenzen. Schrijf voor de
andere fasen een eigen tekst, of laat ze open, dan zie je het gat.

## Waar dit op rust

Eigen keuze. Alle vijf de modellen geven elke fase een eigen boodschap. Dat er twee samen mogen, vinden wij.
"""


@rule(
    code="KR108",
    severity=Severity.WARNING,
    basis="house opinion",
    local=True,
    messages=Words(
        nl="dit item hoort bij {count} fasen; kies er hoogstens {most}, en geef de andere een eigen tekst",
        en="this item is tagged for {count} stages; choose at most {most}, and give the others a text of "
        "their own",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "most",
            2,
            Words(nl="Voor hoeveel fasen één item mag zijn", en="For how many stages one item may be"),
        ),
    ),
    examples=Examples(
        good=changed("content/hoeveel-dozen.md", "stage: attention", "stage: [attention, consideration]"),
        bad=changed(
            "content/hoeveel-dozen.md", "stage: attention", "stage: [attention, consideration, ⟦always⟧]"
        ),
    ),
)
def too_many_stages(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the first stage too many of each item."""
    most = options["most"]
    for item in project.current_items:
        if len(item.stages) > most:
            yield Problem(
                path=item.path,
                span=item.span(f"stage.{most}"),
                values={"count": len(item.stages), "most": most},
                subject=Subject(item=item.id, channel=item.channel),
            )
