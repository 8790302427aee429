"""Readers leave their details and get nothing for it.

## What it finds

An item with a `gate` behind which nothing can be found: no `next`, no link to another item, a file or a page,
and no invitation to get in touch, try, order or come along in the front matter. Where the text is long and
nothing is downloaded, the text itself may be what the reader gets, and there is nothing to find. That goes
for webinars, newsletters, films and the like as well. When the text does invite the reader to something, it
is a hint.

## Why it matters

An address is a price. Whoever pays it and gets nothing will not leave one again.

## How to fix

Link to the file or the page that the reader gets, or put the id of the item behind the gate under `next`. Is
there nothing yet? Then take `gate` away.

## Where it comes from

Practice. A lead magnet is an exchange: details for something of value, in the customer value journey and
outside it."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.cycle_project import CYCLE

MANUAL_NL = """
Lezers laten hun gegevens achter en krijgen er niets voor.

## Wat deze regel vindt

Een item met een `gate` waarachter niets te vinden is: geen `next`, geen link naar een ander item, een bestand
of een pagina, en in de front matter geen oproep om contact op te nemen, te proberen, te bestellen of mee te
doen. Is de tekst lang en valt er niets te downloaden, dan kan de tekst zelf zijn wat de lezer krijgt, en
zwijgt de regel. Dat geldt ook voor webinars, nieuwsbrieven, films en dergelijke. Nodigt de tekst de lezer
wel ergens toe uit, dan is het een tip.

## Waarom dat telt

Een mailadres is een prijs. Wie die betaalt en niets krijgt, laat niet nog eens een adres achter.

## Wat je eraan doet

Link naar het bestand of de pagina die de lezer krijgt, of zet de id van het item achter de gate bij `next`.
Is er nog niets? Haal `gate` dan weg.

## Waar dit op rust

Praktijk. Een weggever is een ruil: gegevens voor iets van waarde, in de customer value journey en daarbuiten.
"""

_LINK = "[de avond waarop we naar je trap kijken](trappenwebinar.md)"


def _bare(gate: str) -> dict[str, str]:
    text = CYCLE["content/inpaklijst.md"].replace("next: [trappenwebinar]\n", "")
    text = text.replace(_LINK, "een avond over trappen").replace("gate: email", gate)
    return {**CYCLE, "content/inpaklijst.md": text}


@rule(
    code="KR085",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="de lezer geeft hier '{gate}' en krijgt er niets voor; link naar wat erachter ligt, of haal "
        "gate weg",
        en="the reader gives '{gate}' here and gets nothing for it; link to what lies behind it, or take "
        "gate away",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(good=CYCLE, bad=_bare("gate: ⟦email⟧")),
)
def empty_gate(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each gate behind which nothing can be found."""
    for path, is_certain in project.flow.hollow_gates.items():
        item = project.item_by_path[path]
        journey, stage = next(iter(project.stages_of(item)), (None, None))
        yield Problem(
            path=path,
            span=item.span("gate"),
            values={"gate": item.gate or ""},
            subject=Subject(
                item=item.id,
                journey=journey.id if journey else None,
                stage=stage.id if stage else None,
                channel=item.channel,
            ),
            severity=Severity.WARNING if is_certain else Severity.INFO,
        )
