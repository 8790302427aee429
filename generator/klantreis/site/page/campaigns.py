"""The campaigns: what belongs together in time, over stages and channels."""

import datetime
from dataclasses import dataclass

from klantreis.model.item import Item
from klantreis.site import address
from klantreis.site.line import ItemLine, item_line
from klantreis.site.link import Link
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register, grouped


@dataclass(frozen=True, slots=True)
class CampaignItem:
    """An item of a campaign, with its day."""

    line: ItemLine
    date: str
    personas: tuple[Link, ...]
    stages: tuple[Link, ...]
    channel: Link


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign: its items, by date."""

    name: str
    anchor: str
    lead: str
    items: tuple[CampaignItem, ...]


def campaigns_page(register: Register) -> Page:
    """Return the page with every campaign."""
    groups = grouped((item for item in register.project.items if item.campaign), lambda i: i.campaign or "")
    names = sorted(groups, key=lambda name: (name.casefold(), name))
    campaigns = tuple(_campaign(register, name, groups[name]) for name in names)
    return Page(address.CAMPAIGNS, register.say("campaigns.title"), "campaigns.jinja", campaigns, WIDE)


def _campaign(register: Register, name: str, items: tuple[Item, ...]) -> Campaign:
    say = register.say
    ordered = sorted(items, key=lambda item: (item.publish or datetime.date.max, item.path))
    days = [item.publish for item in ordered if item.publish is not None]
    lead = say.count("count.items", len(items))
    if days:
        start, end = (say.date(day.isoformat()) for day in (days[0], days[-1]))
        lead = say("campaign.span", items=lead, start=start, end=end)
    anchor = address.campaign(name).partition("#")[2]
    return Campaign(name, anchor, lead, tuple(_line(register, item) for item in ordered))


def _line(register: Register, item: Item) -> CampaignItem:
    stages = dict.fromkeys(register.stage(j.id, s.id) for j, s in register.project.stages_of(item))
    return CampaignItem(
        line=item_line(register, item),
        date=register.say.date(item.publish.isoformat()) if item.publish else "",
        personas=tuple(register.persona(id) for id in item.personas),
        stages=tuple(stages),
        channel=register.channel(item.channel) if item.channel else Link(""),
    )
