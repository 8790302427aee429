"""Whether a text gives the reader a step or a person, in whatever words: for rules that miss either.

Both readings are generous. What they take for a step or a person may be none, but a text in which they
find nothing has none. In a language without the lists anything may be one.
"""

import re
from functools import cache

from klantreis.text.lexicon import data, languages

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)(?:\+|0)\d(?:[ ./()-]*\d){7,12}(?!\d)")
_AFTER = (
    r"(?:^|[.!?:;,(\"'‘’“”–—*\[>]\s*|\n[\s>*_#-]*(?:\d+[.)])?\s*"
    r"|\b(?:of|en|dan|gerust|or|and|then|please|just)\s+)"
)


def gives_a_step(text: str, language: str | None) -> bool:
    """Say whether `text` gives an address or a number, or invites to something in its latter half."""
    steps = _words("invitations", _AFTER, language)
    return steps is None or bool(_ADDRESS.search(text) or steps.search(text, _latter_half(text)))


def gives_a_person(text: str, language: str | None) -> bool:
    """Say whether `text` gives an address or a number, or speaks of somebody who can be asked."""
    people = _words("contacts", r"\b", language)
    return people is None or bool(_ADDRESS.search(text) or people.search(text))


def _latter_half(text: str) -> int:
    """Return where the paragraph starts in which the middle of `text` stands."""
    return max(text.rfind("\n\n", 0, len(text) // 2), 0)


@cache
def _words(key: str, before: str, language: str | None) -> re.Pattern[str] | None:
    words = data(language).get(key) if language in languages() and language is not None else None
    if not words:
        return None
    return re.compile(rf"{before}(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
