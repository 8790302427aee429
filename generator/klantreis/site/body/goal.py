"""Where the links and images of an item's own text lead on the site."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.site import address

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_WELCOME = ("http", "https", "mailto", "tel")
_TEMPLATE = ("{{", "{%", "${", "<")
_SAFE = "/:?#[]@!$&()*+,;=~%-._'"
# A page or script among the downloads would run as one of ours.
_ACTIVE = (".html", ".htm", ".xhtml", ".js", ".mjs", ".xml")


@dataclass(frozen=True, slots=True)
class Goal:
    """What a link leads to: `page`, `file` (address on the site), `outside` (URL) or `nowhere`."""

    kind: str
    address: str = ""


NOWHERE = Goal("nowhere")


@dataclass(frozen=True, slots=True)
class Goals:
    """What the links of one item lead to; `items` are the paths that its targets resolve to."""

    item: Item
    project: Project
    items: Mapping[str, str]
    page_of: Callable[[str], str | None]

    def of(self, target: str, written: str = "") -> Goal:
        """Return where `target` leads; `written` is the link's source, which may hold template code."""
        if not target or any(mark in target or mark in written for mark in _TEMPLATE[:3]):
            return NOWHERE
        scheme = _SCHEME.match(target)
        if scheme or target.startswith("//"):
            return _outside(target, scheme[1].lower() if scheme else "https")
        path, _, anchor = target.partition("#")
        if not path:
            return self._page(self.item.path, anchor)
        if target in self.items:
            return self._page(self.items[target], anchor)
        return self._file(unquote(path.partition("?")[0]))

    def _page(self, path: str, anchor: str) -> Goal:
        page = self.page_of(path)
        if page is None:
            return NOWHERE
        headings = {heading.anchor for heading in self.project.item_by_path[path].headings}
        known = unquote(anchor) in headings
        return Goal("page", f"{page}#{address.body_anchor(unquote(anchor))}" if known else page)

    def _file(self, path: str) -> Goal:
        for place in self._places(path):
            if place in self.project.files and not place.lower().endswith(_ACTIVE):
                return Goal("file", place)
        return NOWHERE

    def _places(self, path: str) -> list[str]:
        if path.startswith("/"):
            return [posixpath.normpath(f"{root}{path}") for root in self.project.content]
        return [posixpath.normpath(posixpath.join(posixpath.dirname(self.item.path), path))]


def goals_of(item: Item, project: Project, page_of: Callable[[str], str | None]) -> Goals:
    """Return where the links of `item` lead; `page_of` gives the address of the item at a path."""
    by_span = {way.span: way.to for way in project.ways_from(item)}
    found = {link.target: by_span[link.span] for link in item.links if link.span in by_span}
    return Goals(item, project, found, page_of)


def _outside(target: str, scheme: str) -> Goal:
    if scheme not in _WELCOME:
        return NOWHERE
    return Goal("outside", quote(target.strip(), safe=_SAFE))
