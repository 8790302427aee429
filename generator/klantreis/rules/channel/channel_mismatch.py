"""An item names a touchpoint that lives on another channel than the item.

## What it finds

An item whose `touchpoint` has a channel in the journey, while the item's own `channel` is a different one.
A page on the website, the blog or the like may serve a touchpoint on a search engine, because that is how
people find it.

## Why it matters

The reader waits at the touchpoint on one channel while the text is on another. One of the two is a slip,
and until it is put right the overview says that the moment is covered.

## How to fix

Make the two the same: change the channel of the item, name another touchpoint, or give the touchpoint its
real channel in the journey.

## Where it comes from

Practice. A touchpoint record names its channel, because the same moment asks for other content elsewhere.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item noemt een contactmoment dat op een ander kanaal zit dan het item.

## Wat deze regel vindt

Een item waarvan het `touchpoint` in de klantreis een kanaal heeft, terwijl het item zelf een ander
`channel` noemt. Een pagina op de website, het blog of iets dergelijks mag wel bij een contactmoment in de
zoekmachine horen, want zo vinden mensen die pagina.

## Waarom dat telt

De lezer staat bij dat contactmoment op het ene kanaal, terwijl de tekst op het andere staat. Een van de
twee is een vergissing. Tot die hersteld is, lijkt het alsof het moment gevuld is.

## Wat je eraan doet

Maak ze gelijk: verander het kanaal van het item, noem een ander contactmoment, of geef het contactmoment in
de klantreis zijn echte kanaal.

## Waar dit op rust

Praktijk. Bij een contactmoment hoort een kanaal, omdat hetzelfde moment ergens anders om andere content
vraagt.
"""


@rule(
    code="KR048",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="contactmoment '{touchpoint}' zit op kanaal '{home}' en dit item op '{channel}'; "
        "verander het kanaal of het contactmoment",
        en="touchpoint '{touchpoint}' is on channel '{home}' and this item on '{channel}'; "
        "change the channel or the touchpoint",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/inpakmail.md", "channel: email", "channel: email\ntouchpoint: inpakmail"),
        bad=changed("content/inpakmail.md", "channel: email", "channel: ⟦chat⟧\ntouchpoint: inpakmail"),
    ),
)
def channel_mismatch(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the channel of each item whose touchpoint is elsewhere."""
    for path, fault in project.channel_faults.items():
        if fault.kind != "touchpoint":
            continue
        item = project.item_by_path[path]
        journey, stage, _, persona = fault.moment
        yield Problem(
            path=path,
            span=item.span("channel"),
            values={
                "touchpoint": item.touchpoint or "",
                "home": ", ".join(fault.fitting),
                "channel": item.channel or "",
            },
            subject=Subject(
                item=item.id,
                journey=journey.id,
                persona=persona,
                stage=stage.id,
                touchpoint=item.touchpoint,
                channel=item.channel,
            ),
        )
