"""The outline of an item: all that the rest of a project goes by, whatever its wording."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Final, NamedTuple

from klantreis.model.emphasis import FEWEST_WORDS
from klantreis.model.flow import FULL_TEXT, Flow
from klantreis.model.item import Item
from klantreis.model.span import START, Span

_OWN: Final = frozenset(
    ("marks", "message", "suppressions", "links", "headings", "body_line", "length", "opening")
)
"""What others never see of an item, or only in part: its places, its exceptions and its text."""

_shared = attrgetter(*(field.name for field in fields(Item) if field.name not in _OWN))


class Speech(NamedTuple):
    """What others see of the text: whether it can be judged, and whether it is enough for its readers."""

    language: str | None
    is_judged: bool
    words: int
    """Up to the number from which a text can miss something"""
    leads_out: bool
    """Whether readers have somewhere to go that is no item"""
    is_full: bool
    """Long enough to be what a reader gets behind a gate"""


class Outline(NamedTuple):
    """The tags of an item, the keys that it writes, where its links lead, its headings and its speech."""

    tags: tuple[object, ...]
    keys: tuple[str, ...]
    links: tuple[tuple[str, str, bool, str], ...]
    headings: tuple[tuple[int, str, str], ...]
    speech: Speech | None


def outline(item: Item, flow: Flow) -> Outline:
    """Return what others see of `item`, of which `flow` has the ways."""
    return Outline(
        tags=_shared(item),
        keys=tuple(item.marks),
        links=tuple([(link.target, link.text, link.image, link.kind) for link in item.links]),
        headings=tuple([(heading.level, heading.text, heading.anchor) for heading in item.headings]),
        speech=_speech(item, flow),
    )


def _speech(item: Item, flow: Flow) -> Speech | None:
    message = item.message
    if message is None:
        return None
    return Speech(
        message.language,
        message.push is not None,
        min(message.words, FEWEST_WORDS),
        flow.leads_out(item),
        item.length >= FULL_TEXT,
    )


def moves(before: Item, after: Item) -> Mapping[Span, Span]:
    """Return where each place that a tag, a link or a heading had in one version is in the other.

    Both have the same outline. A place that stands for two things, which are now apart, is left out.
    """
    pairs = {(START, START), *zip(_places(before), _places(after), strict=True)}
    goals = Counter(old for old, _ in pairs)
    return {old: new for old, new in pairs if goals[old] == 1}


def _places(item: Item) -> Iterator[Span]:
    yield from item.marks.values()
    yield from (link.span for link in item.links)
    yield from (heading.span for heading in item.headings)
