"""How an item sits where it stands: its channel and its format against touchpoint, stage and persona.

What an organisation lists itself, at a touchpoint or in a stage of its own journey, decides. What a
stage has from a model is advice, so there only a clear misfit counts. One wrong word gives one fault.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from klantreis.model.channel import can_carry, is_used
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.moment import Moment
from klantreis.model.persona import Persona
from klantreis.model.placed import Placed
from klantreis.model.touchpoint import Touchpoint

BEFORE = frozenset(("awareness", "consideration"))
SELLING = frozenset(("awareness", "consideration", "decision"))

UNFIT_FORMATS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(("quote", "contract", "invoice", "offer"), BEFORE | {"advocacy"}),
        **dict.fromkeys(("product-page", "price-list"), frozenset(("awareness", "advocacy"))),
        "manual": SELLING | {"advocacy"},
        "referral": SELLING,
        "ad": frozenset(("use", "advocacy")),
    }
)
"""The phases in which a format is clearly out of place, whatever the model; most formats fit anywhere."""

_CARRIES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "product-page": frozenset(("own-product", "product-detail")),
        "price-list": frozenset(("price",)),
        "quote": frozenset(("price", "offer")),
        "offer": frozenset(("offer",)),
        "demo": frozenset(("own-product",)),
        "trial": frozenset(("own-product",)),
    }
)
"""What a format is about by its nature; a stage that shuns it has no place for the format."""

UNFIT_CHANNELS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "portal": BEFORE,
        **dict.fromkeys(("sms", "visit"), frozenset(("awareness",))),
        **dict.fromkeys(
            ("radio", "television", "outdoor"), frozenset(("decision", "use", "growth", "advocacy"))
        ),
        **dict.fromkeys(("search-ad", "display-ad", "social-ad"), frozenset(("use", "advocacy"))),
    }
)
"""The phases in which a channel clearly reaches the wrong people, whatever the model.

A portal is for customers, a broadcast or bought place for people who are none yet.
"""

PAGES: Final = frozenset(("website", "blog", "webshop", "video", "podcast", "review-site"))
"""Channels that a search engine leads to: a touchpoint on `search` is met by a page on one of them."""


class Welcome(NamedTuple):
    """Which words of one kind a stage lists, whether the organisation did so itself, and which jar."""

    listed: tuple[str, ...]
    is_own: bool
    unfit: frozenset[str]

    def has_room_for(self, word: str, strict: bool = False) -> bool:
        """Say whether `word` fits the stage; `strict` takes the list of a model by the letter as well."""
        if word in self.listed:
            return True
        if self.listed and (self.is_own or strict):
            return False
        return word not in self.unfit


class Hospitality(NamedTuple):
    """The formats and the channels that a stage welcomes."""

    formats: Welcome
    channels: Welcome


class Fault(NamedTuple):
    """Why a channel or a format is wrong for an item, the moment that shows it, and what would do.

    `kind` says what it clashes with: `touchpoint`, `stage`, `persona` or `channel`.
    """

    kind: str
    moment: Moment
    fitting: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()


def hospitality(journey: Journey, stage: Stage, models: Iterable[Journey]) -> Hospitality:
    """Return what `stage` welcomes; a list that differs from the one of the model is the journey's own."""
    origins = [m.stage(stage.id) for m in models if m.id in journey.lineage and m.has_stage(stage.id)]
    shunned = {guidance.facet for guidance in stage.avoid}
    carriers = {format for format, facets in _CARRIES.items() if facets & shunned and _sells(format, stage)}
    return Hospitality(
        Welcome(
            stage.formats,
            all(stage.formats != origin.formats for origin in origins),
            _unfit(UNFIT_FORMATS, stage) | carriers,
        ),
        Welcome(
            stage.channels,
            all(stage.channels != origin.channels for origin in origins),
            _unfit(UNFIT_CHANNELS, stage),
        ),
    )


def _sells(format: str, stage: Stage) -> bool:
    """Say whether a format is out of place where its subject is shunned: customers may look up a price."""
    return format == "offer" or SELLING.issuperset(stage.phases)


def _unfit(phases_of: Mapping[str, frozenset[str]], stage: Stage) -> frozenset[str]:
    here = set(stage.phases)
    return frozenset(word for word, phases in phases_of.items() if here and here <= phases)


Rooms = Mapping[tuple[str, str], Hospitality]
"""What every stage welcomes, by journey and stage."""

Groups = Mapping[Placed, Sequence[Item]]
"""The items that stand in the same place; these have the same tags, and so the same faults."""

Faults = Mapping[str, Fault]
"""What is wrong with items, by path."""


def rooms_of(journeys: Iterable[Journey], models: Sequence[Journey]) -> Rooms:
    """Return what each stage of `journeys` welcomes."""
    return {(j.id, s.id): hospitality(j, s, models) for j in journeys for s in j.stages}


def channel_faults(groups: Groups, rooms: Rooms, personas: Mapping[str, Persona]) -> Faults:
    """Return what is wrong with the channels of items; one fault for each wrong channel."""
    return _faults(groups, lambda item, moments: channel_fault(item, moments, rooms, personas))


def format_faults(groups: Groups, rooms: Rooms, channels: Faults) -> Faults:
    """Return what is wrong with the formats of items; one that clashes with a wrong channel is not wrong."""
    found = _faults(groups, lambda item, moments: format_fault(item, moments, rooms))
    return {
        path: fault for path, fault in found.items() if not (fault.kind == "channel" and path in channels)
    }


def _faults(groups: Groups, judge: Callable[[Item, Sequence[Moment]], Fault | None]) -> Faults:
    found: dict[str, Fault] = {}
    for placed, items in groups.items():
        fault = judge(items[0], placed.moments)
        found |= {item.path: fault for item in items} if fault is not None else {}
    return found


def channel_fault(
    item: Item, moments: Sequence[Moment], rooms: Rooms, personas: Mapping[str, Persona], strict: bool = False
) -> Fault | None:
    """Return what is wrong with the channel of `item`, the most certain thing first, or nothing."""
    if item.channel is None or not moments:
        return None
    return (
        _at_another_channel(item, item.channel, moments)
        or _in_wrong_stage(item.channel, moments, rooms, personas, strict)
        or _unused(item.channel, moments, personas)
    )


def _at_another_channel(item: Item, channel: str, moments: Sequence[Moment]) -> Fault | None:
    named = [m for m in moments if m.touchpoint is not None and m.touchpoint.id == item.touchpoint]
    if not named or any(_lives_on(m.touchpoint, channel) for m in named):
        return None
    touchpoint = named[0].touchpoint
    fitting = (touchpoint.channel,) if touchpoint is not None and touchpoint.channel else ()
    return Fault("touchpoint", named[0], fitting)


def _lives_on(touchpoint: Touchpoint | None, channel: str) -> bool:
    if touchpoint is None or touchpoint.channel in (None, channel):
        return True
    return touchpoint.channel == "search" and channel in PAGES


def _in_wrong_stage(
    channel: str, moments: Sequence[Moment], rooms: Rooms, personas: Mapping[str, Persona], strict: bool
) -> Fault | None:
    for moment in moments:
        touchpoints = moment.stage.touchpoints_for(moment.persona)
        if any(t.channel == channel for t in touchpoints):
            return None
        if rooms[moment.journey.id, moment.stage.id].channels.has_room_for(channel, strict):
            return None
    first = moments[0]
    known = personas[first.persona].channels
    welcome = first.stage.channels
    return Fault("stage", first, tuple(c for c in welcome if c in known) or welcome)


def _unused(channel: str, moments: Sequence[Moment], personas: Mapping[str, Persona]) -> Fault | None:
    met = dict.fromkeys(moment.persona for moment in moments)
    strangers = [p for id in met if (p := personas[id]).channels and not is_used(channel, p.channels)]
    if not strangers:
        return None
    first = next(moment for moment in moments if moment.persona == strangers[0].id)
    return Fault("persona", first, strangers[0].channels, tuple(p.id for p in strangers))


def format_fault(item: Item, moments: Sequence[Moment], rooms: Rooms, strict: bool = False) -> Fault | None:
    """Return what is wrong with the format of `item`, the most certain thing first, or nothing."""
    if item.format is None or not moments:
        return None
    if item.channel is not None and not can_carry(item.channel, item.format):
        return Fault("channel", moments[0])
    faults = [_format_misfit(item.format, moment, rooms, strict) for moment in moments]
    return faults[0] if None not in faults else None


def _format_misfit(format: str, moment: Moment, rooms: Rooms, strict: bool) -> Fault | None:
    touchpoint = moment.touchpoint
    if touchpoint is not None and touchpoint.formats:
        return None if format in touchpoint.formats else Fault("touchpoint", moment, touchpoint.formats)
    if touchpoint is None and any(format in t.formats for t in moment.stage.touchpoints_for(moment.persona)):
        return None
    if rooms[moment.journey.id, moment.stage.id].formats.has_room_for(format, strict):
        return None
    return Fault("stage", moment, moment.stage.formats)
