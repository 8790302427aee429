"""From the tree to HTML that holds nothing of the writer's but text."""

import html
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from klantreis.model.item import Item
from klantreis.model.slug import slug
from klantreis.read.html import Comment, Tag
from klantreis.read.html import pieces as html_pieces
from klantreis.site import address
from klantreis.site.body.goal import Goal, Goals
from klantreis.site.body.mark import Mark, Marker
from klantreis.site.body.source import Source
from klantreis.site.body.tree import Node, tree_of, walk
from klantreis.site.heading import heading
from klantreis.site.words import Speech

_FIRST: Final = 2
"""How many blocks the search reads of a text that it does not read whole."""


@dataclass(frozen=True, slots=True)
class Body:
    """An item's text, ready for its page; which findings are marked in it; which files it shows."""

    text: str
    marked: frozenset[int]
    files: frozenset[str]


@dataclass(slots=True)
class _Page:
    """What the functions below share while they write one text."""

    marker: Marker
    goals: Goals
    root: str
    say: Speech
    anchors: Mapping[int, str]
    levels: Mapping[int, int]
    is_short: bool
    files: set[str] = field(default_factory=set)

    @property
    def source(self) -> Source:
        return self.marker.source


def body_of(
    source: Source, marks: Sequence[Mark], goals: Goals, root: str, say: Speech, *, is_short: bool = False
) -> Body:
    """Return the text of the item that `goals` knows for a page whose links start with `root`.

    It is a row of HTML blocks with plain Markdown headings between them, so that the builder can
    list the headings; a first heading that repeats the title is left out. With `is_short` the
    search finds the headings and the first words, and not the rest.
    """
    item = goals.item
    nodes = list(tree_of(source))
    if nodes and nodes[0].name == "Heading" and _same(nodes[0].text, item.title):
        nodes = nodes[1:]
    headings = [node for node in walk(nodes) if node.name == "Heading"]
    page = _Page(
        marker=Marker(source, marks, say), goals=goals, root=root, say=say, is_short=is_short,
        anchors=_anchors(headings, item, source),
        levels=_levels(headings),
    )  # fmt: skip
    blocks = _blocks(nodes, page)
    return Body("\n\n".join(blocks), frozenset(page.marker.shown), frozenset(page.files))


def _anchors(headings: Sequence[Node], item: Item, source: Source) -> dict[int, str]:
    """Return the id of each heading by its offset: the one that links name, made unique on this page."""
    known = {heading.span.line: heading.anchor for heading in item.headings}
    anchors: dict[int, str] = {}
    used: set[str] = set()
    for node in headings:
        line = bisect_right(source.line_starts, node.start)
        base = anchor = address.body_anchor(known.get(line) or slug(node.text))
        while anchor in used:
            anchor = f"{base}-{len(used)}"
        used.add(anchor)
        anchors[node.start] = anchor
    return anchors


def _levels(headings: Sequence[Node]) -> dict[int, int]:
    """Return the level of each heading by its offset: below the page's title, and none skipped on the way."""
    worded = [node for node in headings if node.text.strip()]
    deeper = int(any(node.value["level"] == "H1" for node in worded))
    levels: dict[int, int] = {}
    level = 1
    for node in worded:
        level = min(max(int(node.value["level"][1]) + deeper, 2), level + 1, 6)
        levels[node.start] = level
    return levels


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _blocks(nodes: Sequence[Node], page: _Page) -> list[str]:
    blocks: list[str] = []
    run: list[str] = []
    for number, node in enumerate(nodes):
        written = _write(node, page)
        if node.name == "Heading" and _is_plain(node, written):
            blocks += [_text_block(run, page, not blocks), _top_heading(node, page)]
            run = []
            continue
        run.append(written)
        if page.is_short and number + 1 == _FIRST:
            blocks.append(_text_block(run, page, True))
            run = []
    return [block for block in (*blocks, _text_block(run, page, not blocks)) if block]


def _text_block(run: Sequence[str], page: _Page, is_first: bool) -> str:
    inside = "".join(run).strip()
    if not inside:
        return ""
    # A section, for the builder's search loses count of an excluded element with its like inside.
    if page.is_short and not is_first:
        return f'<section class="kr-text" data-search-exclude="true">\n{inside}\n</section>'
    return f'<div class="kr-text">\n{inside}\n</div>'


def _is_plain(node: Node, written: str) -> bool:
    """Say whether a heading holds words and nothing else, marks included."""
    return written.count("<") == 2 and bool(node.text.strip())


def _top_heading(node: Node, page: _Page) -> str:
    return heading(page.levels[node.start], node.text, page.anchors[node.start])


def _write(node: Node, page: _Page) -> str:
    return _FORMS.get(node.name, _inside)(node, page)


def _inside(node: Node, page: _Page) -> str:
    return "".join(_write(child, page) for child in node.children)


def _text(node: Node, page: _Page) -> str:
    numbers = page.marker.numbers(node.start)
    is_typed = node.end - node.start == len(node.value)
    return numbers + page.marker.words(node.start, node.end, None if is_typed else node.value)


def _code(node: Node, page: _Page) -> str:
    ticks, odd = divmod(node.end - node.start - len(node.value), 2)
    if odd or not ticks:
        return f"<code>{page.marker.words(node.start, node.end, node.value)}</code>"
    return f"<code>{page.marker.words(node.start + ticks, node.end - ticks)}</code>"


def _tagged(tag: str) -> Callable[[Node, _Page], str]:
    def write(node: Node, page: _Page) -> str:
        return f"<{tag}>{_inside(node, page)}</{tag}>"

    return write


def _block(tag: str) -> Callable[[Node, _Page], str]:
    """Write a block; the numbers of the findings that end in it come before its end."""

    def write(node: Node, page: _Page) -> str:
        return f"<{tag}>{_inside(node, page)}{page.marker.numbers(node.end)}</{tag}>\n"

    return write


def _heading(node: Node, page: _Page) -> str:
    inside = _inside(node, page) + page.marker.numbers(node.end)
    level = page.levels.get(node.start)
    if level is None:  # a heading of a picture, or of nothing
        return f"<p>{inside}</p>\n" if inside else ""
    return f'<h{level} id="{page.anchors[node.start]}">{inside}</h{level}>\n'


def _list(node: Node, page: _Page) -> str:
    if node.value is None:
        return f"<ul>\n{_inside(node, page)}</ul>\n"
    start = "" if node.value == 1 else f' start="{int(node.value)}"'
    return f"<ol{start}>\n{_inside(node, page)}</ol>\n"


def _task(node: Node, page: _Page) -> str:
    sign, key = ("☑", "body.done") if node.value else ("☐", "body.todo")
    return f'<span aria-hidden="true">{sign}</span><span class="kr-hidden">{page.say(key)}</span> '


def _table(node: Node, page: _Page) -> str:
    head, *rows = node.children
    first = " ".join(f'<th scope="col">{_cell(cell, page)}</th>' for cell in head.children)
    rest = "".join(
        f"<tr>{' '.join(f'<td>{_cell(cell, page)}</td>' for cell in row.children)}</tr>\n" for row in rows
    )
    label = html.escape(page.say("body.table"))
    return (
        f'<div class="kr-scroll" role="region" tabindex="0" aria-label="{label}"><table class="kr-plain">'
        f"<thead><tr>{first}</tr></thead>\n<tbody>{rest}</tbody></table></div>\n"
    )


def _cell(node: Node, page: _Page) -> str:
    return _inside(node, page) + page.marker.numbers(node.end)


def _note(node: Node, page: _Page) -> str:
    anchor, name = address.anchor("t-fn", node.value), html.escape(node.value)
    return f'<div class="kr-note" id="{anchor}"><sup>{name}</sup> {_inside(node, page)}</div>\n'


def _note_number(node: Node, page: _Page) -> str:
    return f'<sup><a href="#{address.anchor("t-fn", node.value)}">{html.escape(node.value)}</a></sup>'


def _link(node: Node, page: _Page) -> str:
    if page.marker.links:
        return _inside(node, page)
    target = node.value["dest_url"]
    target = f"mailto:{target}" if node.value["link_type"] == "Email" else target
    opened, closed = _around(page.goals.of(target, page.source.written(node.start, node.end)), page)
    page.marker.links += 1
    inside = _inside(node, page)
    page.marker.links -= 1
    return f"{opened}{inside}{closed}"


def _around(goal: Goal, page: _Page) -> tuple[str, str]:
    if goal.kind == "page":
        return f'<a href="{page.root}{html.escape(goal.address)}">', "</a>"
    if goal.kind == "file":
        page.files.add(goal.address)
        return f'<a href="{page.root}{html.escape(address.file(goal.address))}" download>', "</a>"
    if goal.kind == "outside":
        return f'<a class="kr-outside" href="{html.escape(goal.address)}" rel="noopener noreferrer">', "</a>"
    return f'<span class="kr-broken" title="{html.escape(page.say("body.broken"))}">', "</span>"


def _image(node: Node, page: _Page) -> str:
    goal = page.goals.of(node.value["dest_url"], page.source.written(node.start, node.end))
    alt = node.text.strip()
    if goal.kind == "file":
        page.files.add(goal.address)
        place = page.root + html.escape(address.file(goal.address))
        return f'<img src="{place}" alt="{html.escape(alt)}" loading="lazy">'
    # A picture elsewhere is linked and not shown: the site asks nothing of other servers.
    is_outside = goal.kind == "outside"
    key = "body.image_outside" if is_outside else "body.image_missing"
    label = html.escape(page.say(key, alt=alt or page.say("body.no_alt")))
    if is_outside and not page.marker.links:
        return (
            f'<a class="kr-outside" href="{html.escape(goal.address)}" rel="noopener noreferrer">{label}</a>'
        )
    return f'<span class="kr-broken">{label}</span>'


def _html(node: Node, page: _Page) -> str:
    return _shown(node.value, node.start, page)


def _html_block(node: Node, page: _Page) -> str:
    if not node.children:
        return ""
    inside = _shown("".join(child.value for child in node.children), node.children[0].start, page)
    inside += page.marker.numbers(node.end)
    return f'<div class="kr-raw-block">{inside}</div>\n' if inside.strip() else ""


def _shown(written: str, start: int, page: _Page) -> str:
    """Show the writer's own HTML and template calls as what they are here: text."""
    is_typed = page.source.masked.startswith(written, start)
    parts: list[str] = []
    for piece in html_pieces(written, start):
        if isinstance(piece, Comment):
            call = page.source.calls.get(piece.start)
            parts += [_raw(page.source.written(call.start, call.end))] if call else []
        elif isinstance(piece, Tag):
            parts.append("<br>" if piece.name == "br" else _raw(piece.source))
        else:
            end = piece.start + len(piece.text)
            parts.append(page.marker.words(piece.start, end, None if is_typed else piece.text))
    return "".join(parts)


def _raw(written: str) -> str:
    return f'<code class="kr-raw">{html.escape(written, quote=False)}</code>'


_FORMS: Final[Mapping[str, Callable[[Node, _Page], str]]] = {
    "Text": _text, "Code": _code,
    "SoftBreak": lambda node, page: "\n", "HardBreak": lambda node, page: "<br>\n",
    "Rule": lambda node, page: "<hr>\n", "Paragraph": _block("p"), "Item": _block("li"),
    "BlockQuote": _block("blockquote"), "Emphasis": _tagged("em"), "Strong": _tagged("strong"),
    "Strikethrough": _tagged("s"), "Heading": _heading, "List": _list, "TaskListMarker": _task,
    "Table": _table, "CodeBlock": lambda node, page: f"<pre><code>{_inside(node, page)}</code></pre>\n",
    "FootnoteDefinition": _note, "FootnoteReference": _note_number, "Link": _link, "Image": _image,
    "InlineHtml": _html, "HtmlBlock": _html_block,
}  # fmt: skip
