"""The project: everything that was read, with the indexes that rules and pages ask."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from klantreis.model.brand import Brand
from klantreis.model.calendar import Calendar, calendar_of
from klantreis.model.channel import TRAITS, UNKNOWN, Traits
from klantreis.model.crosswalk import Crosswalk
from klantreis.model.doubt import Doubt, doubt_about
from klantreis.model.emphasis import StageKeys, judged, judged_in
from klantreis.model.fingerprint import fingerprints_of, ids_at
from klantreis.model.flow import Flow
from klantreis.model.gap import Gaps, gaps_of
from klantreis.model.home import Home
from klantreis.model.item import Item, Suppression
from klantreis.model.journey import Journey, Stage, touchpoints_of
from klantreis.model.ledger import Books, Seated, Servants, books_of, seated, servants_of, slots_of, wishes_of
from klantreis.model.message import Message
from klantreis.model.misfit import Faults, Rooms, channel_faults, format_faults, rooms_of
from klantreis.model.moment import Moment
from klantreis.model.persona import Persona
from klantreis.model.placed import Placed
from klantreis.model.placement import placed_by_path
from klantreis.model.slot import Placement, Slot, SlotId, Wish
from klantreis.model.spoilt import Spoilt, spoilt_by
from klantreis.model.threshold import Threshold
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.trouble import Trouble
from klantreis.model.vocabulary import CHANNELS, FORMATS, Vocabulary
from klantreis.model.way import Atlas, Way, Ways


@dataclass(frozen=True)
class Project:
    """All items, personas and journeys of one organisation on one day. Nothing in it changes.

    `texts` are the files as they were read (path → text), `blobs` what git would call those of the items,
    `files` the paths in the content folders that are no items, `content` those folders, `config_path` the
    configuration's own path (for findings about it), `unused` the exceptions that excused nothing and
    `stale` the entries of the baseline that accept nothing (both known only after a check).
    """

    today: datetime.date
    language: str = "nl"
    brand: Brand = Brand()
    items: tuple[Item, ...] = ()
    personas: tuple[Persona, ...] = ()
    journeys: tuple[Journey, ...] = ()
    models: tuple[Journey, ...] = ()
    channels: Vocabulary = CHANNELS
    formats: Vocabulary = FORMATS
    channel_traits: Mapping[str, Traits] = field(default_factory=lambda: TRAITS)
    files: frozenset[str] = frozenset()
    content: tuple[str, ...] = ("content",)
    read_troubles: tuple[Trouble, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    threshold: float | None = None
    thresholds: tuple[Threshold, ...] = ()
    config_path: str = "klantreis.toml"
    unused: tuple[Suppression, ...] = ()
    stale: tuple[Trouble, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    blobs: Mapping[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def persona_by_id(self) -> Mapping[str, Persona]:
        """The personas by id."""
        return {persona.id: persona for persona in reversed(self.personas)}

    @cached_property
    def journey_by_id(self) -> Mapping[str, Journey]:
        """The journeys by id."""
        return {journey.id: journey for journey in reversed(self.journeys)}

    @cached_property
    def item_by_path(self) -> Mapping[str, Item]:
        """The items by path."""
        return {item.path: item for item in self.items}

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """The items by id and by the ids they had before; the first file in path order wins."""
        names = {alias: item for item in reversed(self.items) for alias in item.aliases}
        return names | {item.id: item for item in reversed(self.items)}

    @cached_property
    def walk(self) -> Crosswalk:
        """The crosswalk between the models, for finding stages by any word."""
        missing = frozenset(str(t.values["word"]) for t in self.read_troubles if t.rule == "unknown-persona")
        return Crosswalk(self.journeys, self.models, self.persona_by_id, missing)

    @cached_property
    def placed(self) -> Mapping[str, Placed]:
        """Where each item stands, by path."""
        return placed_by_path(self.items, self.walk)

    @cached_property
    def placements(self) -> Mapping[SlotId, Sequence[Placement]]:
        """What stands in each slot."""
        here: dict[SlotId, list[Placement]] = defaultdict(list)
        for item in self.items:
            for placement in self.places_of(item):
                here[placement.slot].append(placement)
        return dict(here)

    def places_of(self, item: Item) -> tuple[Placement, ...]:
        """Return the placements of one item."""
        seats = self.placed[item.path].seats
        return tuple([Placement(item.id, item.path, slot, borrowed) for slot, borrowed, _ in seats])

    def stages_of(self, item: Item) -> tuple[tuple[Journey, Stage], ...]:
        """Return the stages, with their journeys, that an item is written for; borrowed ones aside.

        An item that only borrows its stages (a phase with several) is looked at in each of them.
        """
        return self.placed[item.path].stages

    def traits(self, channel: str | None) -> Traits:
        """Return what a channel is like, with what the configuration says of it."""
        return self.channel_traits.get(channel or "", UNKNOWN)

    @cached_property
    def current_items(self) -> tuple[Item, ...]:
        """The items whose tags still matter: they can be read, and have not expired."""
        return tuple(i for i in self.items if i.is_readable and i.status_on(self.today) != "expired")

    @cached_property
    def current_groups(self) -> Mapping[Placed, Sequence[Item]]:
        """The current items, those that stand in the same place together."""
        return self._together(self.current_items)

    def _together(self, items: Iterable[Item]) -> Mapping[Placed, Sequence[Item]]:
        found: dict[Placed, list[Item]] = defaultdict(list)
        for item in items:
            found[self.placed[item.path]].append(item)
        return found

    @cached_property
    def published_items(self) -> tuple[Item, ...]:
        """The items that readers can meet today."""
        return tuple(item for item in self.items if item.is_published_on(self.today))

    @cached_property
    def judged(self) -> tuple[tuple[Item, Message], ...]:
        """The items with a text that is long enough, and in a known language, to miss something in."""
        return tuple(judged(self.items, self.today))

    def judged_in(self, wanted: StageKeys) -> Iterator[tuple[Item, Message, Journey, Stage]]:
        """Return those that stand in `wanted` stages alone, with the first of these.

        An item that also stands elsewhere has two things to do, and need not do the one to the full.
        """
        return judged_in(self._judged_groups if wanted else {}, wanted)

    @cached_property
    def _judged_groups(self) -> Mapping[Placed, Sequence[tuple[Item, Message]]]:
        found: dict[Placed, list[tuple[Item, Message]]] = defaultdict(list)
        for pair in self.judged:
            found[self.placed[pair[0].path]].append(pair)
        return found

    @cached_property
    def moments(self) -> Mapping[str, tuple[Moment, ...]]:
        """The moments that each current item is written for, by path; borrowed ones aside."""
        return {item.path: self.placed[item.path].moments for item in self.current_items}

    @cached_property
    def touchpoints(self) -> tuple[tuple[Journey, Stage, Touchpoint], ...]:
        """Every touchpoint with its journey and stage; one that several journeys inherit stands here once."""
        return touchpoints_of(self.journeys)

    @cached_property
    def calendar(self) -> Calendar:
        """What each persona gets on which day; borrowed and expired items aside."""
        return calendar_of(self.current_items, self.placed)

    @cached_property
    def rooms(self) -> Rooms:
        """The formats and channels that each stage welcomes, by journey and stage."""
        return rooms_of(self.journeys, self.models)

    @cached_property
    def channel_faults(self) -> Faults:
        """What is wrong with the channels of items, by path; one fault for each wrong channel."""
        return channel_faults(self.current_groups, self.rooms, self.persona_by_id)

    @cached_property
    def format_faults(self) -> Faults:
        """What is wrong with the formats of items, by path, but for a clash with a wrong channel."""
        return format_faults(self.current_groups, self.rooms, self.channel_faults)

    @cached_property
    def fingerprints(self) -> Mapping[str, str]:
        """The fingerprints of personas by id, and of touchpoints by slot id and by their own id."""
        return fingerprints_of(self.personas, self.journeys)

    def stamps_for(self, item: Item) -> Mapping[str, str]:
        """Return what `item` is written for, with the fingerprints: what a review of it rests on."""
        return {id: self.fingerprints[id] for id in ids_at(self.moments.get(item.path, ()))}

    @cached_property
    def _books(self) -> Books:
        return books_of(self.items, self.today)

    @cached_property
    def seated(self) -> Seated:
        """The items in each slot."""
        return seated(self._groups)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot in the order of journeys, personas, stages and touchpoints."""
        return slots_of(self.journeys, self.persona_by_id, self.seated, self._books)

    @cached_property
    def slot_by_id(self) -> Mapping[str, Slot]:
        """The slots by their id as text."""
        return {str(slot.id): slot for slot in self.slots}

    def items_at(self, slot: Slot) -> tuple[Item, ...]:
        """Return the items in a slot, best first."""
        by_id = {p.item: p.path for p in self.placements.get(slot.id, ())}
        return tuple(self.item_by_path[by_id[id]] for id in slot.items)

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """Every question, pain and gain, per journey and persona."""
        return wishes_of(self.journeys, self.persona_by_id, self.walk, self._servants, self._books)

    @cached_property
    def _servants(self) -> Servants:
        return servants_of(self._groups)

    @cached_property
    def _groups(self) -> Mapping[Placed, Sequence[Item]]:
        """The items that stand in the same place."""
        return self._together(self.items)

    @cached_property
    def ways(self) -> Mapping[str, Ways]:
        """What leads on from each item, by path."""
        atlas = Atlas(self.item_by_path, self.item_by_id, self.files, self.content, self.home)
        return {item.path: atlas.ways_of(item) for item in self.items}

    def ways_from(self, item: Item) -> tuple[Way, ...]:
        """Return the links of one item to others."""
        return self.ways[item.path].ways

    @cached_property
    def flow(self) -> Flow:
        """How the items lead to one another."""
        return Flow(self.item_by_path, self.ways, self.placed, self.today, self.home)

    @cached_property
    def home(self) -> Home:
        """The organisation's own site."""
        return Home(self.brand)

    @cached_property
    def doubt(self) -> Doubt:
        """What items with a fault of their own may be there for, once they are mended."""
        strange = (*self.troubles.get("unknown-question", ()), *self.troubles.get("unknown-pain", ()))
        paths = self.item_by_path
        misnamed = [(t, paths[t.path], self.placed[t.path]) for t in strange if t.path in paths]
        return doubt_about(self._groups, misnamed, self.spoilt.headless, self.today)

    @cached_property
    def gaps(self) -> Gaps:
        """What no published item serves, at the highest level; faults reported elsewhere left out."""
        spoken_for = frozenset(slot.id for slot in self.slots if self._is_spoken_for(slot))
        return gaps_of(self.slots, self.wishes, spoken_for, self.doubt.may_meet)

    def _is_spoken_for(self, slot: Slot) -> bool:
        lapsed = slot.exempt is not None and not slot.exempt.holds_on(self.today)
        return lapsed or self.doubt.may_serve(slot.id)

    @cached_property
    def troubles(self) -> Mapping[str, tuple[Trouble, ...]]:
        """All that could not be swallowed in reading, placing and linking, by rule."""
        by_rule: dict[str, list[Trouble]] = defaultdict(list)
        for trouble in self._all_troubles():
            by_rule[trouble.rule].append(trouble)
        return {rule: tuple(troubles) for rule, troubles in by_rule.items()}

    def _all_troubles(self) -> Iterator[Trouble]:
        yield from self.read_troubles
        for item in self.items:
            yield from self.placed[item.path].troubles
            yield from self.ways[item.path].troubles

    @cached_property
    def spoilt(self) -> Spoilt:
        """What could not be read whole: what seems missing there may well be written."""
        return spoilt_by(self.read_troubles, self.items, self.journeys, self.personas)
