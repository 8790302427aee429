"""One way to break a whole project for each rule, and where the rule must say so."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.whole.project import MODELS, whole

Texts = dict[str, str]

GONE = "\0"
"""The text of a file that a break takes away."""


class Place(NamedTuple):
    """A whole project and its stages by the part that they play."""

    texts: Texts
    model: str
    language: str
    first: str
    second: str
    third: str
    deciding: str
    using: str
    last: str

    @property
    def is_dutch(self) -> bool:
        return self.language == "nl"


def place_of(model: str, language: str) -> Place:
    journey = MODELS[model]
    ids = [stage.id for stage in journey.stages]
    deciding, using = (next(s.id for s in journey.stages if p in s.phases) for p in ("decision", "use"))
    return Place(whole(model, language), model, language, *ids[:3], deciding, using, ids[-1])


class Break(NamedTuple):
    """A change of some files, with `⟦⟧` on the line where the rule must speak; empty where it cannot be made.

    `beside` are rules whose hints the change brings along of itself: ten mails crowd a channel.
    """

    rule: str
    change: Callable[[Place], Texts]
    models: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rule} ({self.change.__name__})"


BREAKS: list[Break] = []


def breaking(
    rule: str, *models: str, beside: tuple[str, ...] = ()
) -> Callable[[Callable[[Place], Texts]], Callable[[Place], Texts]]:
    """Note that the decorated change breaks one rule, in these models or in all."""

    def note(change: Callable[[Place], Texts]) -> Callable[[Place], Texts]:
        BREAKS.append(Break(rule, change, models, beside))
        return change

    return note


def item(stage: str) -> str:
    return f"content/{stage}.md"


def swap(texts: Mapping[str, str], path: str, *changes: tuple[str, str]) -> Texts:
    """Return one file with each old text, which stands there once, replaced by the new one."""
    text = texts[path]
    for old, new in changes:
        assert text.count(old) == 1, (path, old, text.count(old))
        text = text.replace(old, new)
    return {path: text}


def body(texts: Mapping[str, str], stage: str, change: Callable[[str], str]) -> Texts:
    """Return an item with its text changed."""
    head, text = texts[item(stage)].rsplit("---\n\n", 1)
    return {item(stage): f"{head}---\n\n{change(text)}"}


def add(texts: Mapping[str, str], stage: str, sentence: str) -> Texts:
    """Return an item with a sentence, and perhaps a mark, before its text."""
    return body(texts, stage, lambda text: f"{sentence}\n\n{text}")


def said(p: Place, dutch: str, english: str) -> str:
    return dutch if p.is_dutch else english


def key(p: Place, stage: str, name: str, value: str) -> str:
    """Return the text of an item with another value for a key, marked."""
    text = re.sub(rf"\n{name}: .*", f"\n⟦⟧{name}: {value}", p.texts[item(stage)])
    assert "⟦⟧" in text, (stage, name)
    return text
