"""Items: from a Markdown file to an item."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from klantreis.model.blob import blob_name
from klantreis.model.item import STARTED, Item
from klantreis.model.span import START, Span
from klantreis.model.trouble import Trouble
from klantreis.read.encoding import judge_bytes
from klantreis.read.flaw import Flaw
from klantreis.read.front_matter import Head, split
from klantreis.read.item_record import REQUIRED, ItemSpec, item_keys
from klantreis.read.markdown import read_markdown
from klantreis.read.node import COMPOSE, Composed, Node
from klantreis.read.notes import Notes
from klantreis.read.passage import Document
from klantreis.read.shape import kind_of
from klantreis.read.suppression import in_body, in_front_matter
from klantreis.text.message import read_message

LONG = 40
"""Front matter of others that is at least this long, and holds a space, is page copy."""


class Read(NamedTuple):
    """An item, what could not be swallowed in reading it, and the name of the text that it was read from."""

    item: Item
    troubles: tuple[Trouble, ...]
    blob: bytes


def read_item(path: str, text: str, spec: ItemSpec) -> Read:
    """Return the item in `text`; whatever the text, there is an item, and troubles say the rest."""
    id, blob = _id(path, spec.config.content), blob_name(text)
    text = text.removeprefix("\ufeff")
    notes = Notes(path, text, about={"item": id})
    is_text = judge_bytes(text, notes)
    head = split(text)
    node, is_readable = _front_matter(head, text, notes)
    is_readable = is_readable and is_text
    values = (spec.record_for(node).read(node, "", notes) or {}) if node is not None else {}
    tags = spec.config.tags_for(path)
    _judge_presence(head, node, values, tags, text, is_readable, notes)
    item = _item(path, text, head, node, _tagged(values, tags), is_readable, notes, spec)
    return Read(item, tuple(notes.troubles), blob)


def _id(path: str, roots: tuple[str, ...]) -> str:
    stem = posixpath.splitext(path)[0]
    root = next((r for r in roots if stem.startswith(r + "/")), "")
    return stem[len(root) :].lstrip("/")


def _front_matter(head: Head, text: str, notes: Notes) -> tuple[Node | None, bool]:
    """Return the front matter's root (where there is one) and whether all of it could be read."""
    for rule, start, end, variant, values in head.flaws:
        notes.trouble(rule, notes.at(start, end), variant, **values)
    if head.kind is None:
        return None, True
    notes.base = head.start
    composed = COMPOSE[head.kind](text[head.start : head.end])
    is_whole = not any(variant == "" for _, _, _, variant, _ in head.flaws)
    if composed.flaw is not None:
        if is_whole and not notes.troubles:
            _note_flaw(composed.flaw, notes)
        is_whole = False
    return _mapping(composed, notes, is_whole)


def _note_flaw(flaw: Flaw, notes: Notes) -> None:
    at = notes.base + flaw.at
    notes.trouble("unreadable-front-matter", notes.at(at, at), flaw.kind, None, **flaw.values)


def _mapping(composed: Composed, notes: Notes, is_whole: bool) -> tuple[Node | None, bool]:
    if composed.root is None or isinstance(composed.root, yaml.MappingNode):
        return composed.root, is_whole
    if is_whole:
        found = kind_of(composed.root)
        span = notes.span(composed.root)
        notes.trouble("unreadable-front-matter", span, "kind", found=found)
    return None, False


def _judge_presence(
    head: Head,
    node: Node | None,
    values: Mapping[str, Any],
    tags: Mapping[str, Any],
    text: str,
    is_readable: bool,
    notes: Notes,
) -> None:
    told = {str(t.values.get("key", t.rule.removeprefix("unknown-"))) for t in notes.troubles}
    missing = [key for key in REQUIRED if not values.get(key) and key not in tags and key not in told]
    if not text.strip():
        notes.trouble("empty-item", START)
    elif not is_readable:
        return
    elif head.kind is None and missing:
        notes.trouble("missing-front-matter", START)
    elif missing:
        notes.trouble("missing-field", notes.at(0, min(3, len(text))), keys=", ".join(missing))


def _tagged(values: Mapping[str, Any], tags: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    single = {
        key: words if key in ("stage", "persona", "also") else words[0]
        for key, words in tags.items()
        if words
    }
    return single | {key: value for key, value in values.items() if value not in ((), None)}


def _item(
    path: str,
    text: str,
    head: Head,
    node: Node | None,
    values: dict[str, Any],
    is_readable: bool,
    notes: Notes,
    spec: ItemSpec,
) -> Item:
    id = values.get("id") or notes.about["item"]
    notes.about["item"] = id
    document = read_markdown(text, head.body, notes.lines)
    copy = tuple(_copy(node, notes)) if node is not None else ()
    lang = values.get("lang")
    title = _title_at(node, values.get("title"), notes) if node is not None else None
    message = read_message(document, lang or spec.config.language, spec.brand, copy, title)
    status = values.get("status") or "published"
    is_empty = not text[head.body :].strip() and not copy
    if is_empty and status in STARTED and is_readable and text.strip():
        notes.trouble("empty-item", notes.at(len(text.rstrip()), len(text.rstrip())))
    suppressions = (
        *(
            in_front_matter(node, values.get("ignore", ()), notes)
            if node is not None and "ignore" in values
            else ()
        ),
        *in_body(path, text, head.body, notes),
    )
    return Item(
        id=id,
        path=path,
        title=values.get("title") or document.headings.title or posixpath.basename(id),
        stages=tuple(dict.fromkeys(values.get("stage", ()))),
        personas=tuple(dict.fromkeys(values.get("persona", ()))),
        reviewed_against=values.get("reviewed_against") or {},
        suppressions=suppressions,
        links=document.links,
        headings=document.headings,
        ids=document.ids,
        message=message,
        marks=notes.marks,
        is_readable=is_readable,
        is_empty=is_empty,
        body_line=notes.at(head.body, head.body).line,
        length=len(document.plain.strip()),
        opening=_opening(document),
        **{key: values[key] for key in _PLAIN if key in values},
    )


_PLAIN = (
    "also", "channel", "journey", "touchpoint", "format", "intent", "cta", "answers", "eases", "gives",
    "next", "gate", "status", "publish", "review_by", "expires", "owner", "approver", "lang",
    "translation_of",
    "proposition", "offer", "campaign", "message_type", "subject", "confidential", "aliases", "search_terms",
)  # fmt: skip


def _opening(document: Document) -> Span:
    """Return where the first block of the text stands, such as its first paragraph."""
    for _, start, end in document.blocks[:1]:
        return document.span(start, end) if end > start else START
    return START


def _title_at(node: Node, title: str | None, notes: Notes) -> tuple[int, int] | None:
    """Return the offsets of the title, which speaks to the reader as the text does."""
    for _, value in node.value:
        if title and isinstance(value, yaml.ScalarNode) and value.value == title:
            return notes.base + value.start_mark.index, notes.base + value.end_mark.index
    return None


def _copy(node: Node, notes: Notes) -> Iterator[tuple[int, int]]:
    """Yield the offsets of page copy that stands in keys which are not ours: hero, features, FAQ."""
    ours = item_keys()
    for name, value in node.value:
        if not (isinstance(name, yaml.ScalarNode) and name.value in ours):
            yield from _long_texts(value, notes.base)


def _long_texts(root: Node, base: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    waiting, seen = [root], {id(root)}
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            if len(node.value) >= LONG and " " in node.value:
                found.append((base + node.start_mark.index, base + node.end_mark.index))
            continue
        children = [
            part for child in node.value for part in (child if isinstance(child, tuple) else (child,))
        ]
        waiting += [child for child in children if id(child) not in seen]
        seen.update(map(id, children))
    return sorted(found)
