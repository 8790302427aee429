"""Flow: how items lead to one another, who is reached, who leads nowhere and who only leads round."""

import datetime
import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from klantreis.model.circle import closed_circles
from klantreis.model.home import Home
from klantreis.model.item import Item
from klantreis.model.message import Link
from klantreis.model.placed import Placed, Stand
from klantreis.model.span import START, Span
from klantreis.model.vocabulary import fold
from klantreis.model.way import Way, Ways

HANDS_OVER: Final = frozenset(("contact", "quote", "buy", "try", "attend", "review", "refer"))
"""The asks that hand the reader over to people or a shop, so that no further text is needed."""

LARGEST_LOOP: Final = 8
"""More items that lead to one another are a section of a site, with a menu to leave it by."""
WIDEST_LOOP: Final = 2
"""In how many stages the items of a loop stand at most."""

_NO_GATE: Final = frozenset(("none", "no", "false", "geen", "nee"))
_GIVES_ITSELF: Final = frozenset(
    "webinar event newsletter trial demo video podcast tool invitation survey".split()
)
"""Formats that bring what was promised without a link: a place, a letter in the post, a film on the page."""
FULL_TEXT: Final = 1200
"""A gated text of so many characters may itself be what the reader gets."""


class Loop(NamedTuple):
    """Items (paths) that lead to one another and nowhere else, and the way that closes the circle."""

    paths: tuple[str, ...]
    source: str
    way: Way


def is_gated(item: Item) -> bool:
    """Say whether the reader gives something before getting the item."""
    return item.gate is not None and fold(item.gate) not in _NO_GATE


def asks_of(item: Item) -> frozenset[str]:
    """Return what an item asks of the reader, in its front matter and in its text."""
    said = {ask.ask for ask in item.message.asks} if item.message else set()
    return frozenset(said | {item.cta or ""}) - {""}


def title_place(item: Item) -> Span:
    """Return where the title of an item stands, or its stage where it has none."""
    return next((item.marks[key] for key in ("title", "stage.0", "stage") if key in item.marks), START)


def onward_place(item: Item) -> Span:
    """Return where a missing way on is asked for: `next`, or else the title."""
    return item.marks["next"] if "next" in item.marks else title_place(item)


@dataclass(frozen=True)
class Flow:
    """All items with their ways and stages; everything is by path."""

    items: Mapping[str, Item]
    ways: Mapping[str, Ways]
    placed: Mapping[str, Placed]
    today: datetime.date
    home: Home

    @cached_property
    def live(self) -> Mapping[str, Item]:
        """The items that readers meet, or will once they are finished."""
        return {
            path: item
            for path, item in self.items.items()
            if item.has_text and item.status_on(self.today) != "expired"
        }

    @cached_property
    def live_at(self) -> Mapping[Stand, Sequence[Item]]:
        """The live items that stand somewhere, borrowed ones included."""
        found: dict[Stand, list[Item]] = defaultdict(list)
        for path, item in self.live.items():
            for stand in self.placed[path].stands:
                found[stand].append(item)
        return dict(found)

    @cached_property
    def steps(self) -> Mapping[tuple[Placed, Placed], Sequence[Way]]:
        """The ways on from live items, one to each other item, by where both of them stand.

        There are many links and few pairs of places, so a rule about places looks at those.
        """
        found: dict[tuple[Placed, Placed], list[Way]] = defaultdict(list)
        shared = self._shared_ids
        for path, item in self.live.items():
            here, ways = self.placed[path], self.ways[path]
            places = dict(zip(reversed(ways.goals), reversed(ways.places), strict=True))
            for to in dict.fromkeys(ways.goals):
                if to not in shared or not isinstance(places[to], str):
                    found[here, self.placed[to]].append(Way(to, item, places[to]))
        return found

    @cached_property
    def _shared_ids(self) -> frozenset[str]:
        """The items whose id is another's as well: which of them an id means, nobody knows."""
        ids = Counter(item.id for item in self.items.values())
        return frozenset(path for path, item in self.items.items() if ids[item.id] > 1)

    def is_at_end(self, item: Item) -> bool:
        """Say whether the item stands where people leave one of its journeys."""
        return self.placed[item.path].is_at_end

    def leads_on(self, item: Item) -> bool:
        """Say whether a reader of the item has somewhere to go."""
        itself = {item.id, *item.aliases, posixpath.basename(item.path)}
        return bool(self.ways[item.path].goals) or not itself.issuperset(item.next) or self.leads_out(item)

    def leads_out(self, item: Item) -> bool:
        """Say whether a reader of the item can leave for something that is no item.

        A broken `next` or link is meant to lead on, and is reported as such.
        """
        if self.is_broken(item) or not HANDS_OVER.isdisjoint(asks_of(item)):
            return True
        steps = [link for link in item.links if _is_step(link, self.home)]
        return any(link not in self.ways[item.path].places for link in steps)

    def is_broken(self, item: Item) -> bool:
        """Say whether a link of the item leads to nothing."""
        return any(trouble.rule == "broken-link" for trouble in self.ways[item.path].troubles)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The items that another item leads to, or would once its broken link is mended."""
        goals = {to for ways in self.ways.values() for to in ways.goals}
        return frozenset(goals | set(self._meant_for()))

    def _meant_for(self) -> Iterator[str]:
        by_id = {item.id: path for path, item in self.items.items()}
        for ways in self.ways.values():
            for trouble in ways.troubles:
                near = str(trouble.values.get("near", ""))
                yield by_id.get(near) or posixpath.normpath(f"{posixpath.dirname(trouble.path)}/{near}")
        for item in self.items.values():
            if item.translation_of:
                yield by_id.get(item.translation_of, "")

    def is_stuck(self, stand: Stand) -> bool:
        """Say whether an item stands there that leads on to nothing for the same persona and journey.

        It has a fault of its own: the item that it should lead to is not reported as well.
        """
        return any(
            not self._leads_along(item, stand) and (item.path in self._looping or self._is_lost(item))
            for item in self.live_at.get(stand, ())
        )

    @cached_property
    def _looping(self) -> frozenset[str]:
        return frozenset(path for loop in self.loops for path in loop.paths)

    def _is_lost(self, item: Item) -> bool:
        return self.is_broken(item) or not (self.is_at_end(item) or self.leads_out(item))

    def _leads_along(self, item: Item, stand: Stand) -> bool:
        return not self.is_broken(item) and any(
            (goal.journey, goal.persona) == (stand.journey, stand.persona)
            for to in self.ways[item.path].goals
            if to not in self._looping or item.path not in self._looping
            for goal in self.placed[to].stands
        )

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The small sets of items that only lead to one another, none of them where people leave."""
        onward = {path: self.ways[path].goals for path in self.live}
        free = {path for path, item in self.items.items() if path not in onward or not onward[path]}
        free |= {path for path in self.live if not self.placed[path].seats or self.placed[path].is_at_end}
        circles = closed_circles(onward, free, lambda path: self.leads_out(self.items[path]))
        return tuple(sorted(self._loop(circle) for circle in circles if self._is_small(circle)))

    def _is_small(self, circle: frozenset[str]) -> bool:
        if len(circle) > LARGEST_LOOP:
            return False
        stages = {(j.id, s.id) for path in circle for j, s in self.placed[path].stages}
        journeys = [journey for journey, _ in stages]
        return all(journeys.count(journey) <= WIDEST_LOOP for journey in journeys)

    def _loop(self, circle: frozenset[str]) -> Loop:
        """Return the circle from where readers come in, with the last way back to that item."""
        outside = {path for path in circle if not circle.issuperset(self._sources[path])}
        last = max(circle, key=self._rank)
        first = min(outside or self.ways[last].goals, key=self._rank)
        backs = (path for path in circle if first in self.ways[path].goals)
        source = max(backs, key=self._rank)
        way = next(way for way in self.ways[source].ways if way.to == first)
        return Loop(tuple(sorted(circle, key=self._rank)), source, way)

    @cached_property
    def _sources(self) -> Mapping[str, Sequence[str]]:
        """The items that lead to each item."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, ways in self.ways.items():
            for to in ways.goals:
                found[to].append(path)
        return found

    def _rank(self, path: str) -> tuple[int, str, str]:
        """Return the place in the order of the journey; folders count last, for they say nothing of it."""
        position = min((journey.position(stage.id) for journey, stage in self.placed[path].stages), default=0)
        return position, self.items[path].title, path

    @cached_property
    def hollow_gates(self) -> Mapping[str, bool]:
        """The gated items behind which nothing can be found, by path; true where no doubt is left.

        In doubt are those whose text invites the reader to something else.
        """
        return {
            path: not self.leads_out(item)
            for path, item in self.live.items()
            if is_gated(item) and self._is_hollow(item)
        }

    @cached_property
    def behind_gates(self) -> frozenset[str]:
        """The items that a gated item leads to: their readers have paid."""
        gated = (path for path, item in self.live.items() if is_gated(item))
        return frozenset(to for path in gated for to in self.ways[path].goals)

    def _is_hollow(self, item: Item) -> bool:
        if item.next or self.ways[item.path].goals or self.is_broken(item) or item.cta in HANDS_OVER:
            return False
        is_linked = any(not (link.image or _is_anchor(link)) for link in item.links)
        if is_linked or item.format in _GIVES_ITSELF:
            return False
        return item.cta == "download" or item.length < FULL_TEXT


def _is_anchor(link: Link) -> bool:
    return not link.target or link.target.startswith("#")


def _is_step(link: Link, home: Home) -> bool:
    """Say whether a link that leads to no item still is a next step.

    An address of the published site, such as `/contact/` or the whole of it, cannot be judged from the
    files; a plain link to another site is a source, not a step.
    """
    if link.image or _is_anchor(link):
        return False
    if link.kind in ("button", "shortcode") or link.target.startswith(("mailto:", "tel:", "sms:")):
        return True
    return not home.leads_away(link.target)
