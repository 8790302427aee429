"""Recording what an item was reviewed against: edits that write fingerprints into its front matter."""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from klantreis.finding import Edit
from klantreis.model.item import Item
from klantreis.model.span import Span
from klantreis.read.front_matter import split
from klantreis.read.position import Lines

OURS = "reviewed_against"

_PLAIN = re.compile(r"(?!(?:true|false|null|yes|no|on|off|y|n)\Z)[^\W\d][\w./-]*\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:e\d+)?\Z")


def review_edits(
    item: Item, text: str, stamps: Mapping[str, str], named: Callable[[str], str], key: str = OURS
) -> tuple[Edit, ...]:
    """Return the edits after which `item` says that it was reviewed against `stamps`, and nothing else.

    `named` gives the id that a word in the file stands for, `key` is this site's word for ours. What
    is right already stays as it is written.
    """
    return tuple(Edit(item.path, span, new) for span, new in _edits(item, text, stamps, named, key))


def _edits(
    item: Item, text: str, stamps: Mapping[str, str], named: Callable[[str], str], key: str
) -> Iterator[tuple[Span, str]]:
    writing = _Writing(text.removeprefix("\ufeff"))
    if OURS not in item.marks:
        yield writing.new(key, stamps)
        return
    words = {named(word): word for word in item.reviewed_against}
    new = {id: stamp for id, stamp in stamps.items() if id not in words}
    gone = [word for word in item.reviewed_against if words[named(word)] != word or named(word) not in stamps]
    if (new or gone) and writing.is_flow(item):
        yield writing.whole(item, {words.get(id, id): stamp for id, stamp in stamps.items()})
        return
    for id, stamp in stamps.items():
        if id in words and item.reviewed_against[words[id]] != stamp:
            yield item.marks[f"{OURS}.{words[id]}"], stamp
    places = {word: item.marks[f"{OURS}.{word}"] for word in item.reviewed_against}
    for word in gone:
        yield Span(places[word].line, 1, places[word].end_line + 1, 1), ""
    if new:
        yield writing.more(max(places.values()), new)


class _Writing:
    """How the front matter of one file is written, and so how something is added to it."""

    def __init__(self, text: str) -> None:
        self.text, self.head, self.lines = text, split(text), Lines(text)
        ends = re.search(r"\r\n|\n|\r", text)
        self.end = ends[0] if ends else "\n"

    def new(self, key: str, stamps: Mapping[str, str]) -> tuple[Span, str]:
        """Return where the first fingerprints go, and what is written there."""
        if self.head.kind == "toml":  # above all tables
            return self._at(self.head.start), f"{key} = {self._flow(stamps)}{self.end}"
        if self.head.kind == "json":
            after = self.head.start + 1
            comma = "" if self.text[after : self.head.end].strip() == "}" else ","
            return self._at(after), f'{self.end}  "{key}": {self._flow(stamps)}{comma}'
        block = "".join((f"{key}:", self.end, *self._pairs(stamps, "  ")))
        if self.head.kind is None:
            return self._at(self.head.start), f"---{self.end}{block}---{self.end}"
        return self._at(self.head.end), block

    def is_flow(self, item: Item) -> bool:
        """Say whether the fingerprints stand between braces, or nothing stands there at all."""
        written = self.text[self._start(item) :]
        return written.startswith("{") or not item.reviewed_against

    def whole(self, item: Item, stamps: Mapping[str, str]) -> tuple[Span, str]:
        """Return the edit that writes all that stands between the braces anew."""
        start, spans = self._start(item), [item.marks[f"{OURS}.{word}"] for word in item.reviewed_against]
        if not self.text.startswith("{", start):
            return self._at(start), " " + self._flow(stamps)
        last = max((self.lines.offset(span.end_line, span.end_column) for span in spans), default=start)
        end = self.text.find("}", last, max(self.head.end, last)) + 1
        return self.lines.span(start, max(end, last)), self._flow(stamps)

    def more(self, last: Span, stamps: Mapping[str, str]) -> tuple[Span, str]:
        """Return the edit that adds lines below the last of those that are there."""
        line = self.text[self.lines.offset(last.line, 1) :]
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        return Span(last.end_line + 1, 1, last.end_line + 1, 1), "".join(self._pairs(stamps, indent))

    def _start(self, item: Item) -> int:
        span = item.marks[OURS]
        return self.lines.offset(span.line, span.column)

    def _at(self, offset: int) -> Span:
        return self.lines.span(offset, offset)

    def _pairs(self, stamps: Mapping[str, str], indent: str) -> Iterator[str]:
        sign = " =" if self.head.kind == "toml" else ":"
        yield from (f"{indent}{self._key(k)}{sign} {self._stamp(v)}{self.end}" for k, v in stamps.items())

    def _flow(self, stamps: Mapping[str, str]) -> str:
        sign = " =" if self.head.kind == "toml" else ":"
        return "{" + ", ".join(f"{self._key(k)}{sign} {self._stamp(v)}" for k, v in stamps.items()) + "}"

    def _key(self, word: str) -> str:
        is_plain = self.head.kind in ("yaml", None) and _PLAIN.match(word)
        return word if is_plain else json.dumps(word, ensure_ascii=False)

    def _stamp(self, stamp: str) -> str:
        is_plain = self.head.kind in ("yaml", None) and not _NUMBER.match(stamp)
        return stamp if is_plain else f'"{stamp}"'
