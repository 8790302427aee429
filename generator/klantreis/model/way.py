"""Where links lead: from item to item, to a file, outside, or nowhere."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from klantreis.model.home import Home
from klantreis.model.item import Item
from klantreis.model.message import Heading, Link
from klantreis.model.nearest import Known, nearest
from klantreis.model.span import Span
from klantreis.model.trouble import Trouble
from klantreis.model.vocabulary import fold

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_TEMPLATE = re.compile(r"\{\{|\{%|<|\$\{")
PAGES = (".md", ".markdown")


class Way(NamedTuple):
    """A link from one item to another: the path of the item it leads to, and where it stands."""

    to: str
    item: Item
    at: Link | str
    """The link in the text, or the key of the value under `next`"""

    @property
    def span(self) -> Span:
        """Where it stands; worked out when asked for, since few of many links are reported."""
        return self.item.span(self.at) if isinstance(self.at, str) else self.at.span


class Ways(NamedTuple):
    """All that leads on from one item, and what leads nowhere.

    `goals` are the paths of the items that it leads to, `places` the links or keys that do so.
    """

    item: Item
    goals: tuple[str, ...]
    places: tuple[Link | str, ...]
    troubles: tuple[Trouble, ...]

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways on, in the order of the file."""
        return tuple([Way(to, self.item, at) for to, at in zip(self.goals, self.places, strict=True)])


@dataclass(frozen=True)
class Atlas:
    """What links can lead to: items by path and by id, and the other files of the content folders."""

    by_path: Mapping[str, Item]
    by_id: Mapping[str, Item]
    files: frozenset[str]
    roots: tuple[str, ...]
    home: Home = field(default_factory=Home)

    @cached_property
    def _by_stem(self) -> Mapping[str, str]:
        """The files by their names alone: a slip is in the name, and a file that moved keeps its name."""
        return {_stem(path): path for path in sorted((*self.by_path, *self.files), reverse=True)}

    @cached_property
    def _stems(self) -> Known:
        return Known(self._by_stem)

    @cached_property
    def _ids(self) -> Known:
        return Known(self.by_id)

    def ways_of(self, item: Item) -> Ways:
        """Return the items that `item` leads on to by its `next` and its links."""
        goals: list[str] = []
        places: list[Link | str] = []
        troubles: list[Trouble] = []
        for place, found in self._found(item):
            if isinstance(found, Trouble):
                troubles.append(found)
            elif found is not None and found is not item:
                goals.append(found.path)
                places.append(place)
        return Ways(item, tuple(goals), tuple(places), tuple(troubles))

    def _found(self, item: Item) -> Iterator[tuple[Link | str, Item | Trouble | None]]:
        for index, word in enumerate(item.next):
            key = f"next.{index}"
            yield key, self.by_id.get(word) or self._next(item, key, word)
        if item.translation_of and item.translation_of not in self.by_id:
            yield "", self._no_item(item, item.span("translation_of"), item.translation_of)
        above = self._above(item.path)
        for link in item.links:
            # Most links are plain and relative; the others are looked at more closely.
            up = 0
            while link.target.startswith("../", up):
                up += 3
            goal = self.by_path.get(f"{above[up]}{link.target[up:]}") if up in above else None
            yield link, goal or self._link(item, link.target, link)

    def _above(self, path: str) -> Mapping[int, str]:
        """Return the folder of a path and those above it, by the length of the `../` that leads there."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            names = folder.split("/")
            heads = ("/".join(names[:count]) + "/" for count in range(len(names), 0, -1))
            self._folders[folder] = {up * 3: head for up, head in enumerate(heads)}
        return self._folders[folder]

    @cached_property
    def _folders(self) -> dict[str, Mapping[int, str]]:
        return {}

    def _next(self, item: Item, key: str, word: str) -> Item | Trouble | None:
        if word.lower().endswith(PAGES) or _SCHEME.match(word):
            return self._link(item, word, key)
        return self._item_at(item, word) or self._no_item(item, item.span(key), word)

    def _no_item(self, item: Item, span: Span, word: str) -> Trouble:
        near = nearest(word, self._ids)
        return Trouble(
            "broken-link", item.path, span, "item-near" if near else "item",
            {"word": word, "near": near or ""}, near, about={"item": item.id},
        )  # fmt: skip

    def _link(self, item: Item, target: str, at: Link | str) -> Item | Trouble | None:
        if not target or _TEMPLATE.search(target):
            return None
        if _SCHEME.match(target):
            own = self.home.path_of(target)
            return self._item_at(item, unquote(re.split("[?#]", own)[0])) if own is not None else None
        path, _, anchor = target.partition("#")
        path = unquote(path.partition("?")[0])
        goal = item if not path else self._item_at(item, path)
        if goal is None:
            return self._no_file(item, path, target, Way("", item, at).span)
        if anchor and goal.is_readable and not _has_anchor(goal, unquote(anchor)):
            span = Way(goal.path, item, at).span
            return self._broken(item, span, "anchor", target, anchor=anchor, item=goal.id)
        return goal if path else None

    def _item_at(self, item: Item, path: str) -> Item | None:
        for place in self._places(item, path):
            if place in self.by_path:
                return self.by_path[place]
            bare = place.removesuffix("/").removesuffix(".html")
            for candidate in (*(bare + end for end in PAGES), f"{bare}/index.md", f"{bare}/_index.md"):
                if candidate in self.by_path:
                    return self.by_path[candidate]
        return None

    def _places(self, item: Item, path: str) -> tuple[str, ...]:
        if path.startswith("/"):
            return tuple(posixpath.normpath(f"{root}{path}") for root in self.roots)
        return (posixpath.normpath(f"{item.path.rpartition('/')[0] or '.'}/{path}"),)

    def _no_file(self, item: Item, path: str, target: str, span: Span) -> Trouble | None:
        places = self._places(item, path)
        is_page = path.lower().endswith(PAGES)
        if not path.startswith("/") and not self._is_inside(places[0]):
            return self._broken(item, span, "outside", target)
        if any(place in self.files for place in places):
            return None
        # An address of the published site (/diensten/, ../prijzen, x.html) cannot be judged from the files.
        is_address = path.startswith("/") or "." not in posixpath.basename(path) or path.endswith(".html")
        if is_address and not is_page:
            return None
        return self._missing(item, target, places[0], span)

    def _is_inside(self, place: str) -> bool:
        return any(
            (root == "." and not place.startswith("..")) or place == root or place.startswith(root + "/")
            for root in self.roots
        )

    def _missing(self, item: Item, target: str, place: str, span: Span) -> Trouble:
        near = nearest(_stem(place), self._stems)
        if near is None:
            return self._broken(item, span, "", target)
        relative = posixpath.relpath(self._by_stem[near], posixpath.dirname(item.path) or ".")
        return self._broken(item, span, "near", target, near=relative)

    def _broken(self, item: Item, span: Span, variant: str, target: str, /, **values: str) -> Trouble:
        return Trouble(
            "broken-link", item.path, span, variant, {"word": target} | values, about={"item": item.id}
        )


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _has_anchor(item: Item, anchor: str) -> bool:
    """Say whether an anchor stands in an item; how it is spelled differs from one site builder to another."""
    if anchor == "top" or anchor.startswith((":~:", "/", "!")):
        return True
    return _letters(anchor) in _letters_of(item.ids, item.headings)


@lru_cache(maxsize=64)
def _letters_of(ids: frozenset[str], headings: Sequence[Heading]) -> frozenset[str]:
    """Return the letters of all anchors of an item; many links may ask for them."""
    return frozenset(map(_letters, (*ids, *(heading.anchor for heading in headings))))


def _letters(anchor: str) -> str:
    return "".join(char for char in fold(anchor) if char.isalnum())
