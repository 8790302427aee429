"""Whether a text hints at something, in whatever words: for rules that find it missing.

These readings are generous. What they take for a step or a person may be none, but a text in which they
find nothing has none. In a language without hints anything may be one.
"""

import re
from functools import cache
from typing import Final

from klantreis.text.lexicon import data, languages

_MAIL: Final = re.compile(r"[\w.+-]@[\w-]{1,64}\.\w")
_NUMBER: Final = re.compile(r"(?<!\d)(?:\+|0)\d(?:[ ./()-]{0,3}\d){7,12}(?!\d)")
_CLAUSE: Final = (
    r"(?:^|[.!?:;,(\"'‘’“”–—*\[>]\s{0,4}|\n[ \t]{0,8}(?:\n|[-*+>#]|\d{1,3}[.)])[\s>*_#+-]{0,8}"
    r"|\b(?:of|en|dan|gerust|or|and|then|please|just)\s{1,4})"
)
"""What a clause begins after; commands stand at its start."""


def gives_a_step(text: str, language: str | None) -> bool:
    """Say whether `text` gives an address or a number, or invites to something in its latter half."""
    steps = _words("step", language)
    return steps is None or _has_address(text) or bool(steps.search(text.lower(), _latter_half(text)))


def gives_a_person(text: str, language: str | None) -> bool:
    """Say whether `text` gives an address or a number, or speaks of somebody who can be asked."""
    return _has_address(text) or hints_at("person", text, language)


def hints_at(what: str, text: str, language: str | None) -> bool:
    """Say whether `text` has any of the words that a lexicon lists as hints at `what`."""
    words = _words(what, language)
    return words is None or bool(words.search(text.lower()))


def _has_address(text: str) -> bool:
    return bool(("@" in text and _MAIL.search(text)) or _NUMBER.search(text))


def _latter_half(text: str) -> int:
    """Return where the paragraph starts in which the middle of `text` stands."""
    return max(text.rfind("\n\n", 0, len(text) // 2), 0)


@cache
def _words(what: str, language: str | None) -> re.Pattern[str] | None:
    hints = data(language).get("hints", {}) if language is not None and language in languages() else {}
    if not hints.get(what):
        return None
    # The text comes in small letters: to look for both kinds takes four times as long.
    listed = "|".join(_pattern(entry.lower()) for entry in hints[what])
    return re.compile(rf"{_CLAUSE if what == 'step' else ''}\b(?:{listed})\b")


def _pattern(entry: str) -> str:
    return re.escape(entry).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("'", "['’]")
