"""Markdown, read once: links, headings, anchors and the plain text with its places in the file."""

from typing import Any, Final

import pyromark

from klantreis.read.page import Page
from klantreis.read.passage import Document
from klantreis.read.plain import shadow
from klantreis.read.shortcode import mask

# Tables are read as paragraphs with pipes: the parser fills up short rows, so that a hostile
# table of n columns and n rows costs n² cells.
_PARSER: Final = pyromark.Markdown(options=pyromark.Options.ENABLE_HEADING_ATTRIBUTES)
_LINK_KINDS: Final = {"Autolink": "autolink", "Email": "autolink"}


def read_markdown(text: str, start: int = 0) -> Document:
    """Return what the Markdown in `text` from offset `start` on says; spans are those of all of `text`."""
    ascii_text, shortcodes = mask(shadow(text), start)
    page = Page(text, ascii_text, shortcodes)
    body = ascii_text[start:] if start else ascii_text
    for event, place in _PARSER.events_with_range(body):
        if isinstance(event, str):
            _take_mark(page, event, place["start"] + start)
            continue
        for name, value in event.items():
            if name == "Text":
                page.add(str(value), place["start"] + start)
            else:
                _take(page, name, value, place["start"] + start, place["end"] + start)
    return page.document()


def _take_mark(page: Page, event: str, at: int) -> None:
    if event == "SoftBreak":
        page.line_break(at)
    elif event in ("HardBreak", "Rule"):
        page.cut()


def _take(page: Page, name: str, value: Any, start: int, end: int) -> None:
    if name == "Start":
        _enter(page, value, start, end)
    elif name == "End":
        _leave(page, value, start, end)
    elif name == "InlineHtml":
        page.take_html(value, start)
    elif name == "Code":
        page.add_code(value, start + (end - start - len(value)) // 2)


def _enter(page: Page, tag: Any, start: int, end: int) -> None:
    if isinstance(tag, str):
        if tag == "Paragraph":
            page.open_paragraph(start)
        elif tag == "Item":
            page.enter_list(1)
        elif tag == "HtmlBlock":
            page.take_html_block(start, end)
        return
    for name, value in tag.items():
        if name == "Link":
            target = value["dest_url"]
            kind = value["link_type"]
            page.open_link(f"mailto:{target}" if kind == "Email" else target, _LINK_KINDS.get(kind, "link"), start, end)
        elif name == "Image":
            page.open_link(value["dest_url"], "image", start, end)
        elif name == "Heading":
            page.open_heading(value["id"])
        elif name == "BlockQuote":
            page.enter_quote(1)
        elif name == "CodeBlock":
            page.open_code()


def _leave(page: Page, tag: Any, start: int, end: int) -> None:
    if isinstance(tag, str):
        if tag in ("Link", "Image"):
            page.close_link(end)
        elif tag == "Item":
            page.enter_list(-1)
        elif tag == "CodeBlock":
            page.close_code()
        return
    for name, value in tag.items():
        if name == "Heading":
            page.close_heading(int(value[1]), start, end)
        elif name == "BlockQuote":
            page.enter_quote(-1)
