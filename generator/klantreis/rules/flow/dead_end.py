"""An item leads the reader nowhere.

## What it finds

A published item, or one that is being written, in a stage that is not the end of the journey, with no next
step: no `next`, no link to other content, no button, no e-mail address or phone number to tap, and no call
to get in touch, ask for a quote, buy, try, come along, review or recommend, in the front matter or in the
text.

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
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.message import Link
from klantreis.model.project import Project
from klantreis.model.span import START, Span
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
tippen.

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

HANDS_OVER = frozenset(("contact", "quote", "buy", "try", "attend", "review", "refer"))
"""The asks that hand the reader over to people or a shop, so that no further text is needed."""

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
    for item in project.items:
        if not item.has_text or item.status_on(project.today) == "expired" or _leads_on(item, project):
            continue
        stages = project.stages_of(item)
        if not stages or any(_is_end(journey, stage) for journey, stage in stages):
            continue
        journey, stage = stages[0]
        yield Problem(
            path=item.path,
            span=_place(item),
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )


def _leads_on(item: Item, project: Project) -> bool:
    # A broken `next` or link is meant to lead on, and is reported as such.
    if item.next or project.ways_from(item) or _is_broken(item, project):
        return True
    if item.cta in HANDS_OVER or (item.message and any(ask.ask in HANDS_OVER for ask in item.message.asks)):
        return True
    return any(_is_step(link) for link in item.links)


def _is_broken(item: Item, project: Project) -> bool:
    return any(trouble.rule == "broken-link" for trouble in project.ways[item.path].troubles)


def _is_step(link: Link) -> bool:
    """Say whether a link that leads to no item still is a next step.

    An address of the published site, such as `/contact/`, cannot be judged from the files; a plain
    link to another site is a source, not a step.
    """
    if link.image or not link.target or link.target.startswith("#"):
        return False
    if link.kind in ("button", "shortcode") or link.target.startswith(("mailto:", "tel:", "sms:")):
        return True
    return not link.target.startswith(("http:", "https:", "//"))


def _is_end(journey: Journey, stage: Stage) -> bool:
    return stage.exit or journey.stages[-1].id == stage.id


def _place(item: Item) -> Span:
    return next(
        (item.marks[key] for key in ("next", "title", "stage.0", "stage") if key in item.marks), START
    )
