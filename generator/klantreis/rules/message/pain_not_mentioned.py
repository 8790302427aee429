"""An item says that it eases a pain and never mentions it.

## What it finds

A pain under `eases` of which no word comes back in the text: not of the pain itself, nor of the ways to
prevent and turn it, nor of its id. Short everyday words do not count, and of longer ones the beginning is
enough. A text in another language than the personas is left alone.

## Why it matters

Somebody with this worry looks for it. A text that does not name it is not found by them, while the coverage
says that they have been served.

## How to fix

Name the pain in the words of the persona, near the beginning, and say what the reader can do about it. Or
take the pain out of `eases`, so that the gap shows.

## Where it comes from

Practice. The ideal customer journey lists pains for each persona and stage, and asks of content that it
helps to prevent or turn them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.persona import Pain
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.read.plain import shadow
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed
from klantreis.text.lexicon import data, languages
from klantreis.text.normal import flat
from klantreis.text.prose import saying

MANUAL_NL = """
Een item zegt een pijnpunt te verzachten, en noemt het nergens.

## Wat deze regel vindt

Een pijnpunt bij `eases` waarvan geen woord terugkomt in de tekst: niet van het pijnpunt zelf, niet van hoe
je het voorkomt of keert, en niet van het id. Korte, alledaagse woorden tellen niet mee, en van langere is
het begin genoeg. Een tekst in een andere taal dan de persona's blijft buiten beschouwing.

## Waarom dat telt

Wie deze zorg heeft, zoekt ernaar. Een tekst die hem niet noemt, wordt door diegene niet gevonden, terwijl
de dekking zegt dat hij bediend is.

## Wat je eraan doet

Noem het pijnpunt in de woorden van de persona, dicht bij het begin, en zeg wat de lezer eraan kan doen. Of
haal het weg bij `eases`, dan zie je het gat.

## Waar dit op rust

Praktijk. De ideale klantreis zet per persona en fase de pijnpunten op een rij, en vraagt van content dat
die ze helpt voorkomen of keren.
"""

_STEM: Final = 5
_WORD: Final = re.compile(r"[a-z]{4,}")


@rule(
    code="KR107",
    severity=Severity.INFO,
    basis="practice",
    local=True,
    messages=Words(
        nl="deze tekst noemt pijnpunt '{pain}' nergens: {said}; noem het, of haal het weg bij 'eases'",
        en="this text never mentions pain '{pain}': {said}; name it, or take it out of 'eases'",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/hoeveel-dozen.md": BASE["content/hoeveel-dozen.md"]},
        bad=changed(
            "content/hoeveel-dozen.md",
            "eases: [te-laat-begonnen]",
            "eases: [te-laat-begonnen, ⟦geen-zin-in-formulieren⟧]",
        ),
    ),
)
def pain_not_mentioned(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each pain that an item says it eases and never mentions."""
    pains = {persona.id: _pains(project, persona.id) for persona in project.personas}
    eased: dict[tuple[tuple[str, ...], tuple[str, ...]], Mapping[str, _Eased]] = {}
    for item, message in project.judged:
        if not item.eases or message.language != project.language:
            continue
        readers = project.placed[item.path].readers
        if (readers, item.eases) not in eased:
            eased[readers, item.eases] = _eased([pains[id] for id in readers], item.eases, project.language)
        here = eased[readers, item.eases]
        for word in _unspoken(here, item, project) if here else ():
            yield Problem(
                path=item.path,
                span=item.span(f"eases.{item.eases.index(word)}"),
                values={"pain": word, "said": _quoted(here[word].pain)},
                subject=Subject(item=item.id, channel=item.channel, detail=word),
            )


class _Eased(NamedTuple):
    """A pain under `eases`, and the beginnings of the words in which it can be recognised."""

    pain: Pain
    stems: list[str]
    """The one that was found last stands first: what one text says of a pain, the next says too."""

    def is_in(self, text: str) -> bool:
        """Say whether one of the beginnings stands in `text`."""
        for number, stem in enumerate(self.stems):
            if stem in text:
                self.stems.insert(0, self.stems.pop(number))
                return True
        return False


def _pains(project: Project, persona: str) -> Mapping[str, Pain]:
    mindsets = project.persona_by_id[persona].mindsets
    return {pain.id: pain for mindset in mindsets for pain in mindset.pains}


def _eased(pains: Iterable[Mapping[str, Pain]], words: Iterable[str], language: str) -> Mapping[str, _Eased]:
    """Return what the words under `eases` mean to the readers, as far as these have such a pain."""
    found = {word: [known[word] for known in pains if word in known] for word in words}
    return {
        word: _Eased(here[0], list(dict.fromkeys(stem for pain in here for stem in _stems(pain, language))))
        for word, here in found.items()
        if here
    }


def _unspoken(eased: Mapping[str, _Eased], item: Item, project: Project) -> list[str]:
    """Return the words under `eases` whose pain is named nowhere in the text."""
    text = project.texts.get(item.path, "")
    end = text.find("\n---", 3) if text.startswith("---") else -1
    body = text[end:] if end > 0 else text.split("\n", item.body_line - 1)[-1]
    # Most texts name their pain as it is spelled, so that they need not be made plain.
    left = [word for word, pain in eased.items() if not pain.is_in(body)]
    plain = flat(shadow(f"{item.title} {item.subject or ''} {body}")).decode("ascii") if left else ""
    return [word for word in left if not eased[word].is_in(plain)]


def _stems(pain: Pain, language: str) -> Iterator[str]:
    """Return the beginnings of the words in which a pain can be recognised."""
    known = saying(f"{pain.pain.said(language)} {pain.id}")
    ways = saying(" ".join(text.said(language) for text in (pain.prevent, pain.turn) if text is not None))
    words = (*_WORD.findall(known), *(word for word in _WORD.findall(ways) if len(word) >= _STEM))
    common = _common(language)
    yield from (word[:_STEM] for word in words if word not in common)


def _common(language: str) -> frozenset[str]:
    return frozenset(data(language)["stopwords"]) if language in languages() else frozenset()


def _quoted(pain: Pain) -> Words:
    return Words(*(f"“{text.strip().rstrip('.')}”" for text in pain.pain))
