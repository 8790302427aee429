"""A channel: the moments on it, who uses it, and what is published there."""

from dataclasses import dataclass

from klantreis.site import address
from klantreis.site.line import ItemLine, item_lines
from klantreis.site.link import Link
from klantreis.site.matrix import summed_state
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register


@dataclass(frozen=True, slots=True)
class ChannelTouchpoint:
    """A touchpoint on a channel, with the journey and stage that it stands in."""

    touchpoint: Link
    journey: Link
    stage: Link
    state: str
    sale: bool


@dataclass(frozen=True, slots=True)
class ChannelView:
    """What a channel's page shows."""

    name: str
    personas: tuple[Link, ...]
    touchpoints: tuple[ChannelTouchpoint, ...]
    items: tuple[ItemLine, ...]
    strangers: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel in the list of all."""

    channel: Link
    touchpoints: int
    items: int
    personas: tuple[Link, ...]
    state: str


def channel_pages(register: Register) -> tuple[Page, ...]:
    """Return the list of channels and a page for each that is used."""
    lines = tuple(_line(register, channel) for channel in register.channels)
    index = Page(address.CHANNELS, register.say("channels.title"), "channels.jinja", lines, WIDE)
    return (index, *(_page(register, channel) for channel in register.channels))


def _line(register: Register, channel: str) -> ChannelLine:
    slots = [slot for slot in register.project.slots if slot.channel == channel]
    return ChannelLine(
        channel=register.channel(channel),
        touchpoints=sum(t.channel == channel for _, _, t in register.touchpoints.values()),
        items=len(register.items_by_channel.get(channel, ())),
        personas=_personas(register, channel),
        state=summed_state(slots),
    )


def _personas(register: Register, channel: str) -> tuple[Link, ...]:
    return tuple(register.persona(p.id) for p in register.project.personas if channel in p.channels)


def _page(register: Register, channel: str) -> Page:
    items = register.items_by_channel.get(channel, ())
    name = register.term(register.project.channels, channel)
    users = {persona.id for persona in register.project.personas if channel in persona.channels}
    strangers = [item for item in items if item.personas and not users & set(item.personas)]
    view = ChannelView(
        name=name,
        personas=_personas(register, channel),
        touchpoints=_touchpoints(register, channel),
        items=item_lines(register, items),
        strangers=item_lines(register, strangers),
    )
    title = name[:1].upper() + name[1:]
    return Page(address.channel(channel), title, "channel.jinja", view)


def _touchpoints(register: Register, channel: str) -> tuple[ChannelTouchpoint, ...]:
    return tuple(
        ChannelTouchpoint(
            touchpoint=register.touchpoint(journey.id, touchpoint.id),
            journey=register.journey(journey.id),
            stage=register.stage(journey.id, stage.id),
            state=summed_state(register.slots_by_touchpoint.get((journey.id, stage.id, touchpoint.id), ())),
            sale=touchpoint.sale,
        )
        for journey, stage, touchpoint in register.touchpoints.values()
        if touchpoint.channel == channel
    )
