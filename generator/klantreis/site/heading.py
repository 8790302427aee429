"""Headings in Markdown that no text can turn into markup."""

import html


def encoded(text: str) -> str:
    """Return `text` with every sign that Markdown or HTML could read written as a number."""
    flat = " ".join(text.split())
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in flat if c.isprintable())


def heading(level: int, text: str, anchor: str) -> str:
    """Return a Markdown heading of `level` with a fixed anchor; the builder lists it."""
    return f"{'#' * level} {encoded(text)} {{ #{anchor} }}"


def escaped_title(text: str) -> str:
    """Return a page's title for its front matter: builders put it into their templates as it is."""
    return html.escape(" ".join(text.split()))
