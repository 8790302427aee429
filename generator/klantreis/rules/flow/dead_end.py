"""An item leads the reader nowhere.

## What it finds

A published item, or one that is being written, in a stage that is not the end of the journey, with no next
step: no `next`, no link to other content, no button, no e-mail address or phone number to tap, and no call
to get in touch, ask for a quote, buy, try, come along, review or recommend, in the front matter or in the
text. A link to the whole address of your own site counts: its host is that of `url` under `[site]`, or has a
name of your brand in it.

## Why it matters

Whoever has read a text to the end wants to know more, or to do something. Without a next step they leave, and
come back by chance if at all.

## How to fix

End with one clear step that suits the stage: a link to the text that follows, or an invitation. Write the
id of that text under `next`, so that the journey can be followed.

## Where it comes from

Practice. A journey is a series of steps; the five A's record for each touchpoint what comes before it and
what comes after."""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.flow import onward_place
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item brengt de lezer nergens heen.

## Wat deze regel vindt

Een item dat gepubliceerd is of waaraan gewerkt wordt, in een fase die niet het eind van de reis is, zonder
volgende stap. Er is geen `next`, geen link naar andere content, geen knop en geen mailadres of
telefoonnummer om aan te tikken. Ook staat er in de front matter of in de tekst geen oproep om contact op te
nemen, een offerte te vragen, te kopen, te proberen, mee te doen, een review te schrijven of iemand te
tippen. Een link naar het hele adres van je eigen site telt mee: de host is die van `url` onder `[site]`, of
er staat een naam van je merk in.

## Waarom dat telt

Wie een tekst uit heeft, wil meer weten of iets doen. Zonder volgende stap gaat de lezer weg, en komt
hooguit bij toeval terug.

## Wat je eraan doet

Eindig met één duidelijke stap die bij de fase past: een link naar de tekst die erop volgt, of een
uitnodiging. Zet de id van die tekst onder `next`, dan is de reis te volgen.

## Waar dit op rust

Praktijk. Een reis bestaat uit stappen. De vijf A's leggen van elk contactmoment vast wat eraan voorafgaat
en wat erop volgt.
"""

_LINK = " Lees verder over\n[zelf sjouwen of hulp vragen](zelf-of-verhuizer.md)."


def _boxes(closing: str, title: str) -> dict[str, str]:
    text = changed("content/hoeveel-dozen.md", _LINK, closing)["content/hoeveel-dozen.md"]
    return {
        "content/hoeveel-dozen.md": text.replace("next: [zelf-of-verhuizer]\n", "").replace(
            "title: Hoeveel verhuisdozen heb je nodig?", f"title: {title}"
        )
    }


@rule(
    code="KR041",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="na deze tekst kan de lezer nergens heen; eindig met een link of een uitnodiging die bij fase "
        "'{stage}' past",
        en="after this text the reader has nowhere to go; end with a link or an invitation that suits "
        "stage '{stage}'",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=_boxes(_LINK, "Hoeveel verhuisdozen heb je nodig?"),
        bad=_boxes("", "⟦Hoeveel verhuisdozen heb je nodig?⟧"),
    ),
)
def dead_end(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each item that leads nowhere, though its journey goes on."""
    flow = project.flow
    for item in flow.live.values():
        if flow.leads_on(item) or flow.is_at_end(item) or item.path in flow.hollow_gates:
            continue
        for journey, stage in project.stages_of(item)[:1]:
            yield Problem(
                path=item.path,
                span=onward_place(item),
                values={"stage": stage.id},
                subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            )
