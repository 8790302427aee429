"""Nobody is named as the owner of an item, while the other items do have one.

## What it finds

An item without `owner`, in a project where at least half of the items name one (`share`). Where owners are
not the custom, the rule keeps silent. Expired items and mere ideas need no owner.

## Why it matters

When a price changes or a review date passes, somebody has to act. An item of nobody is the one that stays
wrong longest.

## How to fix

Name under `owner` who looks after this text. That is not always the one who wrote it.

## Where it comes from

House opinion. Naming an owner for each text is common in content management, but not everybody works that
way. The share is a choice of ours, so it is an option.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import STARTED
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Bij een item staat geen eigenaar, terwijl de andere items er wel een hebben.

## Wat deze regel vindt

Een item zonder `owner`, in een project waar minstens de helft van de items er een noemt (`share`). Waar
eigenaren niet gebruikelijk zijn, zwijgt de regel. Verlopen items en losse ideeën hebben geen eigenaar nodig.

## Waarom dat telt

Als een prijs verandert of een nakijkdatum voorbijgaat, moet iemand aan de slag. Een item van niemand blijft
het langst fout staan.

## Wat je eraan doet

Zet onder `owner` wie deze tekst bijhoudt. Dat is niet altijd degene die hem schreef.

## Waar dit op rust

Eigen keuze. Een eigenaar per tekst is gebruikelijk in contentbeheer, maar niet iedereen werkt zo. Het aandeel
hebben we zelf gekozen, dus dat is in te stellen.
"""


@rule(
    code="KR066",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="dit item heeft geen eigenaar; zet onder 'owner' wie het bijhoudt",
        en="this item has no owner; name who looks after it under 'owner'",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "share",
            0.5,
            Words(
                nl="het deel van de items dat een eigenaar moet noemen voordat de regel iets zegt",
                en="the share of the items that must name an owner before the rule says anything",
            ),
        ),
    ),
    examples=Examples(
        good={
            path: text.replace("owner: noor\n", "")
            for path, text in BASE.items()
            if path.startswith("content/")
        },
        bad={"content/inpakmail.md": "⟦⟧" + BASE["content/inpakmail.md"].replace("owner: noor\n", "")},
    ),
)
def missing_owner(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the start of each item without an owner, where owners are the custom."""
    items = [item for item in project.current_items if item.status in (*STARTED, "planned")]
    lacking = [item for item in items if item.owner is None and item.path not in project.spoilt.headless]
    if len(items) - len(lacking) < options["share"] * len(items):
        return
    for item in lacking:
        yield Problem(
            path=item.path,
            span=item.span("owner"),
            subject=Subject(item=item.id, channel=item.channel),
        )
