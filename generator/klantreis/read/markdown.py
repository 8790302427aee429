"""Markdown, read once: links, headings, anchors and the plain text with its places in the file."""

from collections.abc import Mapping
from typing import Any, Final

import pyromark

from klantreis.model.message import Heading, Link
from klantreis.read.html import Tag, pieces, tag_of
from klantreis.read.passage import (
    BUTTON,
    CODE,
    HEADING,
    LIST,
    PARAGRAPH,
    QUOTE,
    TABLE,
    Anchor,
    Block,
    Document,
)
from klantreis.read.plain import shadow
from klantreis.read.position import Lines
from klantreis.read.shortcode import Shortcode, mask
from klantreis.read.slug import Slugs

# Tables are read as paragraphs with pipes: the parser fills up short rows, so that a hostile
# table of n columns and n rows costs n² cells.
_PARSER: Final = pyromark.Markdown(options=pyromark.Options.ENABLE_HEADING_ATTRIBUTES)
_KIND_OF_TAG: Final = {
    "h1": HEADING, "h2": HEADING, "h3": HEADING, "h4": HEADING, "h5": HEADING, "h6": HEADING,
    "li": LIST, "td": TABLE, "th": TABLE, "button": BUTTON,
}  # fmt: skip
_BREAKING: Final = frozenset(
    "br hr p div section article header footer main aside ul ol tr table tbody thead dl dt dd figure "
    "figcaption form label fieldset details summary nav center iframe video".split()
)
_SILENT: Final = frozenset("script style pre code svg template textarea".split())
_BUTTON_WORDS: Final = ("button", "btn", "cta")
_ASKING: Final = (
    *_BUTTON_WORDS,
    "contact", "form", "signup", "sign-up", "subscribe", "newsletter", "nieuwsbrief", "demo", "pricing",
    "offerte", "trial", "download", "banner",
)  # fmt: skip


def read_markdown(text: str, start: int = 0) -> Document:
    """Return what the Markdown in `text` from offset `start` on says; spans are those of all of `text`."""
    ascii_text = shadow(text)
    masked, shortcodes = mask(ascii_text, start)
    page = _Page(text, masked, start, shortcodes)
    for event, place in _PARSER.events_with_range(masked[start:] if start else masked):
        if "Text" in event:
            page.add_text(event["Text"], place["start"] + start)  # type: ignore[index]
        else:
            page.take(event, place["start"] + start, place["end"] + start)
    return page.document()


class _Page:
    """The page as far as it has been read."""

    __slots__ = (
        "anchors", "ascii", "blocks", "button", "depth", "heading", "headings", "item", "kind", "lines",
        "link", "linked", "links", "plain_at", "parts", "quote", "raw", "raw_at", "shortcodes", "size",
        "silent", "slugs", "since",
    )  # fmt: skip

    def __init__(self, raw: str, ascii_text: str, start: int, shortcodes: Mapping[int, Shortcode]) -> None:
        self.raw, self.ascii, self.shortcodes = raw, ascii_text, shortcodes
        self.lines = Lines(ascii_text)
