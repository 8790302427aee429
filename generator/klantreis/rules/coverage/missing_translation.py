"""A published item has no published counterpart in one of the languages that the project wants.

## What it finds

For each of the `languages` you set: a published item that neither is in that language nor has a published
version in it. Versions find each other by `translation_of`, in either direction; an item without `lang` is in
the project's language. As long as `languages` is empty this rule says nothing.

## Why it matters

Readers who choose a language expect to find the same things there. A page that exists in one language only
throws them back to the other, often at the moment that matters.

## How to fix

Translate the item and write the id of the original under `translation_of` in the translation. Is a text meant
for one language only? Make an exception for it in its front matter, with the reason.

## Where it comes from

House opinion. Which texts deserve a translation is your own choice, so this is a hint that is off until you
name languages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Option, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
Een gepubliceerd item mist een gepubliceerde versie in een van de gewenste talen.

## Wat deze regel vindt

Voor elk van de talen die je onder `languages` zet: een gepubliceerd item dat niet in die taal is en er ook
geen gepubliceerde versie in heeft. Versies vinden elkaar via `translation_of`, in beide richtingen. Een
item zonder `lang` is in de taal van het project. Zolang `languages` leeg is, zegt deze regel niets.

## Waarom dat telt

Wie een taal kiest, verwacht daar hetzelfde te vinden. Een pagina die maar in één taal bestaat, stuurt de
lezer terug naar de andere, vaak net op het moment dat het erop aankomt.

## Wat je eraan doet

Vertaal het item en zet in de vertaling onder `translation_of` de id van het origineel. Is een tekst maar voor
één taal bedoeld? Maak er in de front matter een uitzondering voor, met de reden.

## Waar dit op rust

Eigen keuze. Welke teksten een vertaling verdienen, bepaal je zelf. Daarom is dit een tip, die pas
verschijnt als je talen noemt.
"""

_CONFIG = BASE["klantreis.toml"] + '\n[rules]\nmissing-translation = {languages = ["en"]}\n'
_ENGLISH = """\
---
title: {title}
stage: {stage}
persona: [huurder]
channel: {channel}
cta: {cta}
lang: en
translation_of: {id}
{next}---

This is the English version of the text with the same name.
"""


def _english(id: str, title: str, stage: str, channel: str, cta: str, next: str) -> dict[str, str]:
    following = f"next: [{next}]\n" if next else ""
    text = _ENGLISH.format(title=title, stage=stage, channel=channel, cta=cta, id=id, next=following)
    return {f"content/en/{id}.md": text}


_ALL_BUT_ONE = {
    **_english("hoeveel-dozen", "How many boxes?", "attention", "blog", "read", "en/zelf-of-verhuizer"),
    **_english("zelf-of-verhuizer", "Alone or not?", "consideration", "website", "contact", "en/inpakmail"),
    **_english("inpakmail", "Your packing list", "consideration", "email", "read", "en/verhuisvoorstel"),
    **_english("verhuisvoorstel", "What does it cost?", "action", "website", "quote", "en/eerste-week"),
    **_english("eerste-week", "The first week", "always", "chat", "contact", "reviewmail"),
}


@rule(
    code="KR039",
    severity=Severity.INFO,
    basis="house opinion",
    messages=Words(
        nl="van dit item is geen gepubliceerde versie in taal '{language}'; vertaal het en zet daar "
        "'translation_of: {item}' in",
        en="this item has no published version in language '{language}'; translate it and write "
        "'translation_of: {item}' there",
    ),
    manual_nl=MANUAL_NL,
    options=(
        Option(
            "languages",
            [],
            Words(
                nl="De talen waarin elk gepubliceerd item moet bestaan, zoals nl en en",
                en="The languages in which every published item must exist, such as nl and en",
            ),
        ),
    ),
    examples=Examples(
        good={
            "klantreis.toml": _CONFIG,
            **_ALL_BUT_ONE,
            **_english("reviewmail", "How did it go?", "advocate", "email", "review", ""),
        },
        bad={
            "klantreis.toml": _CONFIG,
            **_ALL_BUT_ONE,
            "content/reviewmail.md": BASE["content/reviewmail.md"].replace(
                "title: Hoe ging je verhuizing?", "title: ⟦Hoe ging je verhuizing?⟧"
            ),
        },
    ),
)
def missing_translation(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem for each text and each wanted language in which it does not exist."""
    if not options["languages"]:
        return
    for original, versions in _families(project).items():
        published = [item for item in versions if item.is_published_on(project.today)]
        if not published:
            continue
        there = {_short(item.lang or project.language) for item in published}
        shown = next((item for item in published if item.path == original), published[0])
        for language in dict.fromkeys(options["languages"]):
            if _short(language) not in there:
                yield _problem(shown, project.item_by_path[original], language)


def _problem(item: Item, original: Item, language: str) -> Problem:
    return Problem(
        path=item.path,
        span=item.span("title"),
        values={"language": language, "item": original.id},
        subject=Subject(item=item.id, detail=language),
    )


def _families(project: Project) -> dict[str, Sequence[Item]]:
    """Return the items that are versions of one text, by the path of the original."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in project.items:
        found[_original(item, project).path].append(item)
    return dict(found)


def _original(item: Item, project: Project) -> Item:
    """Return what `item` is in the end a translation of; of a circle, the first by path."""
    seen = {item.path: item}
    while (further := project.item_by_id.get(item.translation_of or "")) is not None:
        if further.path in seen:
            return seen[min(seen)]
        seen[further.path] = item = further
    return item


def _short(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
