"""Asks in so many words: commands and buttons, not words that only speak of ordering or calling.

The message of a text is generous: whoever needs to know that a text asks nothing must not overlook an
ask. Who blames a text for its ask looks at the passage once more, here.
"""

import re
from collections.abc import Iterator
from typing import Final

from klantreis.model.brand import Brand
from klantreis.model.message import Ask, Message
from klantreis.model.vocabulary import is_stronger
from klantreis.text.prose import finder, saying

_HIDDEN: Final = re.compile(r"\]\([^)\n]*\)|</?[a-zA-Z][^>\n]*>")
"""Destinations of links, and tags, which nobody reads"""
_BREAK: Final = re.compile(r"[.!?:;,()\[\]{}\"“”„«»–—|*_>]+|\s-\s")


def outright_asks(message: Message, text: str, brand: Brand) -> Iterator[Ask]:
    """Yield what a text asks in so many words, strongest first, at the first passage that does so.

    What the organisation itself lists as an ask is one. In a language without such words every ask counts.
    """
    text = text.removeprefix("\ufeff")
    for ask in message.asks:
        own = _own(ask.ask, message.language or "", brand)
        passages = sorted((p.at, p.closing) for p in message.evidence if p.ask == ask.ask)
        for at, closing in ((ask.at, ask.closing), *passages):
            passage = text[slice(*at)]
            if is_outright(passage, ask.ask, message.language) or any(map(saying(passage).count, own)):
                yield Ask(ask.ask, at, ask.lines, closing)
                break


def _own(ask: str, language: str, brand: Brand) -> list[str]:
    """Return what the organisation says when it asks this."""
    words = (each for each in brand.words_in(language) if each.kind == f"ask-{ask}")
    return [saying(phrase.strip("*")) for each in words for phrase in each.phrases]


def may_be_too_strong(message: Message, ceiling: str) -> bool:
    """Say whether a text may ask something beyond `ceiling`: if not, nobody need look at it."""
    return any(is_stronger(ask.ask, ceiling) for ask in message.asks)


def too_strong(message: Message, text: str, brand: Brand, ceiling: str) -> tuple[Ask, ...]:
    """Return what a text asks in so many words beyond `ceiling`, strongest first; modest pointers aside."""
    asks = (ask for ask in outright_asks(message, text, brand) if is_stronger(ask.ask, ceiling))
    return tuple(ask for ask in asks if not ask.closing or is_stronger(ask.ask, "contact"))


def is_outright(passage: str, ask: str, language: str | None) -> bool:
    """Say whether a clause of `passage` begins with a command to do what `ask` stands for."""
    command = finder(f"outright-{ask}", language)
    return command is None or any(command.match(clause, 1) for clause in _clauses(passage, language))


def _clauses(passage: str, language: str | None) -> Iterator[str]:
    """Yield the clauses of a passage as they are spoken, and what follows words that lead a clause in."""
    leads = finder("clause-leads", language)
    for part in _BREAK.split(_HIDDEN.sub(" . ", passage)):
        words = saying(part)
        yield words
        for lead in leads.finditer(words) if leads is not None else ():
            yield words[lead.end() :]
