"""The page as far as it has been read: blocks of plain text, links and headings as they come."""

import html
from collections.abc import Mapping
from itertools import accumulate, islice
from typing import Final, NamedTuple

import pyromark

from klantreis.model.message import Bounds, Headings, Link
from klantreis.read.html import Tag, Words, pieces
from klantreis.read.passage import BUTTON, HEADING, LIST, PARAGRAPH, QUOTE, TABLE, Anchor, Document
from klantreis.read.plain import shadow
from klantreis.read.position import Lines
from klantreis.read.shortcode import Shortcode

_KINDS: Final = {**{f"h{level}": HEADING for level in range(1, 7)}, "li": LIST, "td": TABLE, "th": TABLE}
_BREAKING: Final = frozenset(
    "br hr p div section article header footer main aside ul ol tr table tbody thead dl dt dd figure "
    "figcaption form label fieldset details summary nav center iframe video".split()
)
_SILENT: Final = frozenset("script style pre code svg template textarea".split())
LONGEST: Final = 200_000
"""A text for people has no more characters; of a longer one less structure is read"""
_MOST_HTML: Final = 30_000
"""How many tags and texts between tags are read"""
_MOST_HTML_OF_LONG: Final = 5_000
"""The same of a text that is too long"""
_BUTTON_WORDS: Final = ("button", "btn", "cta")
_QUOTING: Final = ("testimonial", "quote", "review")
_ASKING: Final = (
    *_BUTTON_WORDS,
    "contact", "form", "signup", "sign-up", "subscribe", "newsletter", "nieuwsbrief", "demo", "pricing",
    "offerte", "trial", "download", "banner",
)  # fmt: skip


class _Open(NamedTuple):
    """A link or heading whose text is still being read."""

    target: str
    kind: str
    start: int
    part: int


class Page:
    """Collects what the parser's events say; offsets are those of the whole file."""

    __slots__ = (
        "_ascii", "_blocks", "_definitions", "_headings", "_html_link", "_ids", "_inside", "_kind",
        "_lines", "_linked", "_links", "_list", "_open", "_pieces", "_quote", "_raw", "_shortcodes", "_since",
        "parts", "raw_at", "silent",
    )  # fmt: skip

    def __init__(self, raw: str, ascii_text: str, shortcodes: Mapping[int, Shortcode], lines: Lines) -> None:
        self._raw, self._ascii, self._shortcodes = raw, ascii_text, shortcodes
        self._lines = lines.starts
        # Blocks stand between two line ends each, so that no phrase runs from one into the next.
        self.parts: list[str] = ["\n\n"]
        self.raw_at: list[int] = [0]
        self._blocks: list[tuple[int, int, int]] = []
        self._links: list[Link] = []
        self._linked: list[tuple[int, int, Link]] = []
        self._headings: list[tuple[int, str, str, Bounds]] = []
        self._ids: set[str] = set()
        self._open: list[_Open] = []
        self._html_link: _Open | None = None
        self._definitions: dict[str, str] | None = None
        self._since = 1
        self._pieces = _MOST_HTML if len(raw) <= LONGEST else _MOST_HTML_OF_LONG
        self._list = self._quote = self._inside = 0
        self._kind = PARAGRAPH
        self.silent = ""

    def add(self, text: str, at: int) -> None:
        """Add `text`, which stands at offset `at`."""
        if not self.silent:
            self.parts.append(text)
            self.raw_at.append(at)

    def cut(self, kind: int = PARAGRAPH) -> None:
        """End the block at hand; the next is of this kind."""
        parts = self.parts
        count = len(parts)
        if count > self._since:
            self._blocks.append((self._kind | self._inside, self._since, count))
            self.raw_at.append(self.raw_at[-1] + len(parts[-1]))
            parts.append("\n\n")
            self._since = count + 1
        self._kind = kind

    def add_rest(self, start: int) -> None:
        """Take all from `start` on as plain text: so much structure is no text for people."""
        self.silent = ""
        self.cut()
        self.add(self._ascii[start:].replace("\n", " "), start)

    def enter_list(self, steps: int) -> None:
        """Go into (1) or out of (-1) a list item."""
        if len(self.parts) > self._since or self._kind != PARAGRAPH:
            self.cut()
        self._list += steps
        self._inside = self._inside | LIST if self._list else self._inside & ~LIST

    def enter_quote(self, steps: int) -> None:
        """Go into (1) or out of (-1) a quotation."""
        self.cut()
        self._quote = max(self._quote + steps, 0)
        self._inside = self._inside | QUOTE if self._quote else self._inside & ~QUOTE

    def open_code(self) -> None:
        """Enter a code block, whose text is no copy."""
        self.cut()
        self.silent = "code block"

    def close_code(self) -> None:
        """Leave a code block."""
        self.silent = ""

    def add_code(self, text: str, at: int) -> None:
        """Add code inside a sentence: its letters count, its words do not."""
        self.add(text if self._kind == HEADING else "x" * len(text), at)

    def open_heading(self, own: str | None) -> None:
        """Start a heading; `own` is the id that it names."""
        self.cut(HEADING)
        self._open.append(_Open(own or "", "heading", 0, len(self.parts)))

    def close_heading(self, level: int, start: int, end: int) -> None:
        """End the heading that stands from `start` up to `end`."""
        opened = self._open.pop()
        source = self._ascii[start:end]
        end -= len(source) - len(source.rstrip())
        self._headings.append((level, self._written(opened.part).strip(), opened.target, (start, end)))
        self.cut()

    def open_link(self, target: str, kind: str, start: int, end: int) -> None:
        """Start a link or image with this destination, written from `start` up to `end`."""
        self._open.append(_Open(self._destination(target, start, end), kind, start, len(self.parts)))

    def close_link(self, end: int) -> None:
        """End the link or image that was opened last; `{.button}` after it makes it a button."""
        opened = self._open.pop()
        if self._ascii.startswith("{", end):
            attributes = self._ascii[end : end + 60].partition("}")[0]
            if _says(attributes, _BUTTON_WORDS):
                opened = opened._replace(kind="button")
        self._link(opened, end)

    def _link(self, opened: _Open, end: int) -> None:
        text = self._written(opened.part).strip()
        is_image = opened.kind == "image"
        link = Link(opened.target, text, (opened.start, end), self._lines, is_image, opened.kind)
        self._links.append(link)
        if is_image:
            self._drop(opened.part)
        else:
            self._linked.append((opened.part, len(self.parts), link))

    def _drop(self, part: int) -> None:
        """Forget the text since `part`: the words that describe a picture are no copy."""
        if part >= self._since:
            del self.parts[part:], self.raw_at[part:]

    def _written(self, part: int) -> str:
        """Return the text since `part` as the writer spelled it."""
        if self._raw is self._ascii:
            return "".join(self.parts[part:]).replace("\n", " ")
        ascii_text, raw = self._ascii, self._raw
        return "".join(
            raw[at : at + len(text)] if ascii_text.startswith(text, at) else text
            for text, at in zip(self.parts[part:], self.raw_at[part:], strict=True)
        ).replace("\n", " ")

    def _destination(self, target: str, start: int, end: int) -> str:
        """Return a destination as the writer spelled it, with its accents and template variables."""
        if self._raw is self._ascii or not target:
            return target
        at = self._ascii.rfind(target, start, min(end, start + 5000))
        if at >= 0:
            return self._raw[at : at + len(target)]
        return self._defined().get(target, target)

    def _defined(self) -> dict[str, str]:
        """Return the destinations of reference definitions by their ASCII form."""
        if self._definitions is None:
            self._definitions = {}
            for definition in pyromark.reference_definitions(self._ascii).values():
                first, last = definition["span"]["start"], definition["span"]["end"]
                at = self._ascii.find(definition["dest"], first, last)
                if at >= 0:
                    self._definitions[definition["dest"]] = self._raw[at : at + len(definition["dest"])]
        return self._definitions

    def take_html(self, source: str, start: int) -> None:
        """Take HTML that stands at offset `start`."""
        for piece in islice(pieces(source, start), max(self._pieces, 0)):
            self._pieces -= 1
            if isinstance(piece, Words):
                self._html_text(piece)
            elif isinstance(piece, Tag):
                self._tag(piece)
            elif piece.start in self._shortcodes:
                self._shortcode(self._shortcodes[piece.start])

    def take_html_block(self, start: int, end: int) -> None:
        """Take a block of HTML."""
        self.cut()
        self.take_html(self._ascii[start:end], start)
        self.cut()

    def _html_text(self, words: Words) -> None:
        text = words.text
        if text.isspace():
            if len(self.parts) > self._since:
                self.add(" ", words.start)
            return
        if "&" in text:
            text = html.unescape(text)
        self.add(text.replace("\n", " ") if "\n" in text else text, words.start)

    def _shortcode(self, code: Shortcode) -> None:
        if any(word in code.name for word in _QUOTING):
            self.enter_quote(-1 if code.closes else 1)
        elif not code.closes and any(word in code.name for word in _ASKING):
            self.cut(BUTTON)
            opened = _Open(code.target, "shortcode", code.start, len(self.parts))
            if code.text:
                self.add(code.text, max(self._raw.find(code.text, code.start, code.end), code.start))
            self._link(opened, code.end)
            self.cut()

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if self.silent:
            if tag.closes and name == self.silent:
                self.silent = ""
        elif name in _SILENT:
            if not tag.closes and not tag.source.endswith("/>"):
                self.silent = name
        elif name in ("a", "button"):
            self._html_anchor(tag)
        elif name == "img":
            self._picture(tag)
        elif name == "blockquote":
            self.enter_quote(-1 if tag.closes else 1)
        elif name in _BREAKING or name in _KINDS:
            following = self._kind if name == "br" else PARAGRAPH
            self.cut(PARAGRAPH if tag.closes else _KINDS.get(name, following))
        if not tag.closes and (" id=" in tag.source or " name=" in tag.source):
            self._remember_anchor(tag)

    def _remember_anchor(self, tag: Tag) -> None:
        attributes = tag.attributes()
        own = attributes.get("id")
        if own:
            self._ids.add(own)
        if tag.name == "a" and attributes.get("name"):
            self._ids.add(attributes["name"])

    def _html_anchor(self, tag: Tag) -> None:
        opened, self._html_link = self._html_link, None
        end = tag.start + len(tag.source)
        if opened is not None:
            self._link(opened, end if tag.closes else tag.start)
        if tag.closes:
            return
        attributes = tag.attributes()
        style = attributes.get("class") or attributes.get("classname", "")
        is_button = tag.name == "button" or _says(style, _BUTTON_WORDS)
        if is_button or "href" in attributes:
            target = self._destination(attributes.get("href") or attributes.get("to", ""), tag.start, end)
            kind = "button" if is_button else "html"
            self._html_link = _Open(target, kind, tag.start, len(self.parts))

    def _picture(self, tag: Tag) -> None:
        attributes = tag.attributes()
        end = tag.start + len(tag.source)
        if attributes.get("src"):
            target = self._destination(attributes["src"], tag.start, end)
            at = (tag.start, end)
            self._links.append(Link(target, attributes.get("alt", ""), at, self._lines, True, "html"))

    def document(self) -> Document:
        """Return the page, now that it is read."""
        if self._html_link is not None:
            # An unclosed <a> would make a link of all that follows.
            opened = self._html_link
            at = (opened.start, opened.start)
            self._links.append(Link(opened.target, "", at, self._lines, False, "html"))
        self.cut()
        plain_at = [0, *accumulate(map(len, self.parts))]
        return Document(
            self._raw,
            shadow("".join(self.parts)),
            tuple([(kind, plain_at[first], plain_at[last]) for kind, first, last in self._blocks]),
            tuple(self._links),
            Headings(tuple(self._headings), self._lines),
            frozenset(self._ids),
            tuple([Anchor(plain_at[first], plain_at[last], link) for first, last, link in self._linked]),
            self._lines,
            plain_at[:-1],
            self.raw_at,
        )


def _says(text: str, words: tuple[str, ...]) -> bool:
    lower = text.lower()
    return any(word in lower for word in words)
