"""What is noticed while one file is read."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import yaml

from klantreis.model.mark import Marks
from klantreis.model.place import Place
from klantreis.model.span import Span
from klantreis.model.trouble import Trouble, Value
from klantreis.read.node import Node
from klantreis.read.position import Lines

T = TypeVar("T")


class Notes:
    """The troubles of one file, where its values stand, and the words that were no ids.

    Lives as long as the reading of the file; `base` is the offset of the parsed text in the file.
    """

    def __init__(self, path: str, text: str, base: int = 0, about: Mapping[str, str] | None = None) -> None:
        self.path, self.text, self.base = path, text, base
        self.lines = Lines(text)
        self.about = dict(about or {})
        self.troubles: list[Trouble] = []
        self._marked: dict[str, Node] = {}

    @property
    def marks(self) -> Marks:
        """Where the values that were marked stand."""
        base = self.base
        bounds = {
            key: (base + node.start_mark.index, base + node.end_mark.index)
            if isinstance(node, yaml.ScalarNode) and not node.style
            else self._bounds(node)
            for key, node in self._marked.items()
        }
        return Marks(bounds, self.lines.starts)

    def span(self, node: Node) -> Span:
        """Return where a node stands in the file, without its quotes and the white space after it.

        A fix that replaces the span therefore leaves the quotes that JSON and TOML need.
        """
        return self.lines.span(*self._bounds(node))

    def _bounds(self, node: Node) -> tuple[int, int]:
        start, end = self.base + node.start_mark.index, self.base + node.end_mark.index
        if end - start > 1 and self.text[start] in "\"'" and self.text[end - 1] == self.text[start]:
            start, end = start + 1, end - 1
        if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        return start, max(end, start)

    def place(self, node: Node) -> Place:
        """Return the place of a node."""
        return Place(self.path, self.span(node))

    def mark(self, key: str, node: Node) -> None:
        """Remember where the value of `key` stands."""
        self._marked[key] = node

    def raw(self, node: Node) -> str:
        """Return a node as it is written in the file."""
        return self.text[self.base + node.start_mark.index : self.base + node.end_mark.index]

    def trouble(
        self, rule: str, span: Span, variant: str = "", repair: str | None = None, **values: Value
    ) -> None:
        """Note something that one rule reports."""
        self.troubles.append(Trouble(rule, self.path, span, variant, values, repair, about=self.about))

    def tentative(self, read: Callable[[], T]) -> T | None:
        """Return what `read` reads; when that leaves a trouble, it is as if nothing was tried."""
        troubles, marked = len(self.troubles), len(self._marked)
        value = read()
        if len(self.troubles) == troubles:
            return value
        del self.troubles[troubles:]
        for key in list(self._marked)[marked:]:
            del self._marked[key]
        return None

    def at(self, start: int, end: int) -> Span:
        """Return the span between two offsets of the file."""
        return self.lines.span(start, end)
