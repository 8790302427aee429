"""The content of a journey leans on one channel.

## What it finds

A journey with at least eight published items (`minimum`), of which more than sixty per cent (`share`) are
on one channel. Translations are not counted.

## Why it matters

Every channel has people who never come there and moments for which it is too slow or too loud. A journey
that leans on one of them misses both.

## How to fix

Look at the stages in which this channel is weak, and put the same message on a channel that fits there. If
the lean is a choice, raise `share` or turn the rule off for this journey.

## Where it comes from

House opinion. That a mix of means works better is common ground; where the lean begins is a rule of thumb.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
De content van een klantreis leunt op één kanaal.

## Wat deze regel vindt

Een klantreis met minstens acht gepubliceerde items (`minimum`), waarvan meer dan zestig procent (`share`)
op één kanaal staat. Vertalingen tellen niet mee.

## Waarom dat telt

Bij elk kanaal horen mensen die er nooit komen, en momenten waarvoor het te traag of te druk is. Wie op één
kanaal leunt, mist ze allebei.

## Wat je eraan doet

Bekijk in welke fasen dit kanaal zwak is en breng de boodschap daar op een kanaal dat er past. Is het een
bewuste keuze? Verhoog dan `share`, of zet de regel uit voor deze klantreis.

## Waar dit op rust

Eigen keuze. Dat een mix beter werkt, is algemeen bekend. Waar leunen begint, is een vuistregel.
"""

_PAGE = """\
---
title: {title}
stage: consideration
persona: [huurder]
channel: {channel}
touchpoint: keuzepagina
next: [inpakmail]
---

Meet de trap, de lift en de grootste kast op. Dan weet je of het past.
"""


def _pages(*channels: str) -> dict[str, str]:
    return {
        f"content/meten-{number}.md": _PAGE.format(
            title=f"Past het door de deur? Deel {number}", channel=channel
        )
        for number, channel in enumerate(channels, 1)
    }


@rule(
    code="KR051",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="{count} van de {total} items in klantreis '{journey}' staan op kanaal '{channel}'; "
        "gebruik ook andere kanalen",
        en="{count} of the {total} items in journey '{journey}' are on channel '{channel}'; "
        "use other channels too",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "share",
            0.6,
            Words(
                nl="Welk deel van de items op één kanaal mag staan (0 tot 1)",
                en="Which part of the items may be on one channel (0 to 1)",
            ),
        ),
        Option(
            "minimum",
            8,
            Words(
                nl="Vanaf hoeveel items een klantreis beoordeeld wordt",
                en="From how many items a journey is judged",
            ),
        ),
    ),
    examples=Examples(
        good=_pages("website", "website"),
        bad=_pages(*["website"] * 6)
        | changed("journeys/verhuizen.yaml", "id: verhuizen\n", "id: ⟦verhuizen⟧\n"),
    ),
)
def channel_imbalance(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each journey of which most items are on the same channel."""
    mixes = _mixes(project)
    for journey in project.journeys:
        mix = mixes.get(journey.id, Counter())
        total = mix.total()
        if not total or total < options["minimum"]:
            continue
        channel, count = mix.most_common(1)[0]
        if count > options["share"] * total:
            yield Problem(
                path=journey.place.path,
                span=journey.place.span,
                values={"journey": journey.id, "channel": channel, "count": count, "total": total},
                subject=Subject(journey=journey.id, channel=channel),
            )


def _mixes(project: Project) -> Mapping[str, Counter[str]]:
    """Return how many published items each journey has, by channel."""
    mixes: dict[str, Counter[str]] = defaultdict(Counter)
    for item in project.published_items:
        if item.channel is None or item.translation_of or item.path in project.channel_faults:
            continue
        for journey in {moment.journey.id for moment in project.moments.get(item.path, ())}:
            mixes[journey][item.channel] += 1
    return mixes
