"""Foreign text made harmless and measurable: no escapes, no overrides, known widths."""

import json
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

TAB = 4
ELLIPSIS = "…"

_ZERO_WIDTH = ("Mn", "Me")
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"  # inside words and emoji of honest text


class Cell(NamedTuple):
    """What one character of a text looks like on a terminal, and how many columns it takes."""

    text: str
    width: int


def visible(text: str) -> str:
    """Return `text` on one line without anything that a terminal would obey.

    Control characters, direction overrides and bytes that are no UTF-8 become `\\x1b` and the
    like; tabs and line ends become a space.
    """
    if text.isprintable():
        return text
    return "".join(" " if char in "\t\r\n" else cell(char).text for char in text)


def quoted(text: str) -> str:
    """Return `text` as a string of TOML, which a terminal can show and a configuration can hold."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in written)


@lru_cache(maxsize=1024)
def cell(char: str) -> Cell:
    """Return how one character is shown; a tab takes one column here."""
    if char == "\t":
        return Cell(" ", 1)
    category = unicodedata.category(char)
    if category in _HIDDEN and char not in _JOINERS:
        shown = _escaped(char)
        return Cell(shown, len(shown))
    if category in _ZERO_WIDTH or char in _JOINERS:
        return Cell(char, 0)
    return Cell(char, 2 if unicodedata.east_asian_width(char) in "WF" else 1)


def _escaped(char: str) -> str:
    number = ord(char)
    if 0xDC80 <= number <= 0xDCFF:  # a byte that is no UTF-8, as `surrogateescape` reads it
        return f"\\x{number - 0xDC00:02x}"
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def cells(line: str) -> Iterator[Cell]:
    """Yield a cell for each character of a line, with tabs up to the next multiple of four."""
    column = 0
    for char in line:
        shown = Cell(" " * (TAB - column % TAB), TAB - column % TAB) if char == "\t" else cell(char)
        column += shown.width
        yield shown


def width(text: str) -> int:
    """Return how many columns `text` takes on a terminal."""
    return len(text) if text.isascii() else sum(cell(char).width for char in text)


def padded(text: str, columns: int, right: bool = False) -> str:
    """Return `text` filled with spaces to `columns`; `right` puts it at the right edge."""
    space = " " * max(columns - width(text), 0)
    return space + text if right else text + space


def shortened(text: str, columns: int) -> str:
    """Return `text` in at most `columns` columns, with an ellipsis where it was cut."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for char in text:
        used += cell(char).width
        if used > columns:
            break
        kept.append(char)
    return "".join(kept).rstrip() + ELLIPSIS
