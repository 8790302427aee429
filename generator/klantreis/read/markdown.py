"""Markdown, read once: links, headings, anchors and the plain text with its places in the file."""

from itertools import islice
from typing import Any, Final

import pyromark

from klantreis.read.page import LONGEST, Page
from klantreis.read.passage import PARAGRAPH, TABLE, Document
from klantreis.read.plain import shadow
from klantreis.read.position import Lines
from klantreis.read.shortcode import mask

# Tables are read as paragraphs with pipes: the parser fills up short rows, so that a hostile
# table of n columns and n rows costs n² cells.
_PARSER: Final = pyromark.Markdown(options=pyromark.Options.ENABLE_HEADING_ATTRIBUTES)
_MOST: Final = 60_000
"""How much structure is read, in steps of the parser; what comes after is plain text"""
_MOST_OF_LONG: Final = 16_000
"""The same of a text that is too long"""
_PARSED: Final = 400_000
"""How many characters are parsed at most; the rest is plain text as well"""
_EMPHASIS: Final = ("Strong", "Emphasis")
_UNMARKED: Final = ("Paragraph", *_EMPHASIS, "HtmlBlock")
"""What needs no notice when it ends"""
_LINK_KINDS: Final = {"Autolink": "autolink", "Email": "autolink"}


def read_markdown(text: str, start: int = 0, lines: Lines | None = None) -> Document:
    """Return what the Markdown in `text` from offset `start` on says; spans are those of all of `text`."""
    ascii_text, shortcodes = mask(shadow(text), start)
    page = Page(text, ascii_text, shortcodes, lines or Lines(text))
    parts, raw_at = page.parts, page.raw_at
    event: Any  # a dictionary with one key, or a word
    parsed = ascii_text[start : start + _PARSED]
    events = _PARSER.events_with_range(parsed)
    has_rows = "|" in ascii_text
    for event, place in islice(events, _MOST if len(text) <= LONGEST else _MOST_OF_LONG):
        if "Text" in event:
            if not page.silent:
                parts.append(event["Text"])
                raw_at.append(place["start"] + start)
        elif event == "SoftBreak":
            if has_rows and ascii_text.startswith("|", place["end"] + start):
                page.cut(TABLE)  # the next row
            elif not page.silent:
                parts.append(" ")
                raw_at.append(place["start"] + start)
        elif "Start" in event:
            tag = event["Start"]
            if tag == "Paragraph":
                is_row = has_rows and ascii_text.startswith("|", place["start"] + start)
                page.cut(TABLE if is_row else PARAGRAPH)
            elif tag == "Item":
                page.enter_list(1)
            elif tag not in _EMPHASIS:
                _enter(page, tag, place["start"] + start, place["end"] + start)
        elif "End" in event:
            tag = event["End"]
            if tag == "Item":
                page.enter_list(-1)
            elif tag not in _UNMARKED:
                _leave(page, tag, place["start"] + start, place["end"] + start)
        else:
            _take(page, event, place["start"] + start, place["end"] + start)
    rest = next((place["start"] for _, place in events), len(parsed)) + start
    if rest < len(ascii_text):
        page.add_rest(rest)
    return page.document()


def _take(page: Page, event: Any, start: int, end: int) -> None:
    if event in ("HardBreak", "Rule"):
        page.cut()
    elif "InlineHtml" in event:
        page.take_html(event["InlineHtml"], start)
    elif "Code" in event:
        code = event["Code"]
        page.add_code(code, start + (end - start - len(code)) // 2)


def _enter(page: Page, tag: Any, start: int, end: int) -> None:
    if "List" in tag:
        return
    if tag == "HtmlBlock":
        page.take_html_block(start, end)
    elif "Link" in tag:
        link = tag["Link"]
        target, kind = link["dest_url"], link["link_type"]
        target = f"mailto:{target}" if kind == "Email" else target
        page.open_link(target, _LINK_KINDS.get(kind, "link"), start, end)
    elif "Image" in tag:
        page.open_link(tag["Image"]["dest_url"], "image", start, end)
    elif "Heading" in tag:
        page.open_heading(tag["Heading"]["id"])
    elif "BlockQuote" in tag:
        page.enter_quote(1)
    elif "CodeBlock" in tag:
        page.open_code()


def _leave(page: Page, tag: Any, start: int, end: int) -> None:
    if tag in ("Link", "Image"):
        page.close_link(end)
    elif tag == "CodeBlock":
        page.close_code()
    elif "Heading" in tag:
        page.close_heading(int(tag["Heading"][1]), start, end)
    elif "BlockQuote" in tag:
        page.enter_quote(-1)
