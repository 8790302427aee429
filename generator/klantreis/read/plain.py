"""ASCII shadow of a text: one character for one, so that offsets in the shadow are offsets in the text.

The CommonMark parser counts in UTF-8 bytes and the phrase matcher is fastest on bytes. In the shadow
bytes, characters and offsets of the text as written are the same numbers, and accents are gone, so
that a phrase is found however it is spelled.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

_ASCII: Final = bytes(range(128))
_MANY: Final = 40
_PUNCTUATION: Final = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "€": "$", "£": "$", "…": ".", "ß": "s", "ø": "o", "Ø": "O", "ł": "l", "æ": "a", "œ": "o",
    "．": ".", "！": "!", "？": "?", "。": ".",
}  # fmt: skip


def shadow(text: str) -> str:
    """Return `text` in ASCII, character for character: `Één café – €5` → `Een cafe ; $5`."""
    if text.isascii():
        return text
    rare = set(text.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8", "replace"))
    if len(rare) > _MANY:
        text = text.translate({ord(character): _stand_in(character) for character in rare})
    else:
        text = _replaced(text, rare)
    return text if text.isascii() else text.encode("ascii", "replace").decode("ascii")


def _replaced(text: str, rare: Iterable[str]) -> str:
    for character in rare:
        text = text.replace(character, _stand_in(character))
    return text


def _stand_in(character: str) -> str:
    """Return the one ASCII character that stands for `character` and never starts Markdown of its own."""
    known = _PUNCTUATION.get(character)
    if known:
        return known
    base = unicodedata.normalize("NFKD", character)[0]
    if base.isascii() and base.isalnum():
        return base
    if character.isspace():
        return " "
    return "x" if character.isalpha() else ";"
