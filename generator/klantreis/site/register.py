"""The indexes that all pages of one edition consult, each made once."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from klantreis.agenda import Date, Pressure, agenda, monday_of, pressures, undated
from klantreis.finding import Finding
from klantreis.model.calendar import PUSH
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.persona import Mindset
from klantreis.model.project import Project
from klantreis.model.slot import Placement, Slot, Wish
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.vocabulary import Vocabulary
from klantreis.site import address
from klantreis.site.edition import Edition
from klantreis.site.gap import Gap, ranked_gaps
from klantreis.site.link import Link
from klantreis.site.stream import Current, streams
from klantreis.site.words import Speech

Value = TypeVar("Value")
Key = TypeVar("Key")


def grouped(values: Iterable[Value], key: Callable[[Value], Key]) -> Mapping[Key, tuple[Value, ...]]:
    """Return `values` by `key`, each group in its own order."""
    groups: dict[Key, list[Value]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return {name: tuple(group) for name, group in groups.items()}


@dataclass(frozen=True)
class Register:
    """What stands where, what is said of it, and what everything is called and addressed."""

    edition: Edition

    @cached_property
    def project(self) -> Project:
        """The project that this edition shows."""
        return self.edition.project

    @cached_property
    def say(self) -> Speech:
        """The interface's words in this edition's language."""
        return Speech(self.edition.language)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that nobody excused, worst first."""
        shown = (finding for finding in self.edition.findings if finding.suppressed is None)
        return tuple(sorted(shown, key=lambda finding: (-finding.severity, *finding.order)))

    @cached_property
    def excused(self) -> tuple[Finding, ...]:
        """The findings that have leave to be there."""
        return tuple(finding for finding in self.edition.findings if finding.suppressed is not None)

    @cached_property
    def findings_by_path(self) -> Mapping[str, tuple[Finding, ...]]:
        """The open findings in each file, in the order of its lines."""
        return grouped(sorted(self.findings, key=lambda finding: finding.order), lambda f: f.path)

    @cached_property
    def findings_by_touchpoint(self) -> Mapping[tuple[str | None, str | None], tuple[Finding, ...]]:
        """The open findings about a touchpoint of a journey, those in items included."""
        return grouped(
            (f for f in self.findings if f.subject.touchpoint),
            lambda f: (f.subject.journey, f.subject.touchpoint),
        )

    @cached_property
    def findings_by_persona(self) -> Mapping[str | None, tuple[Finding, ...]]:
        """The open findings about a persona."""
        return grouped(self.findings, lambda finding: finding.subject.persona)

    @cached_property
    def findings_by_rule(self) -> Mapping[str, tuple[Finding, ...]]:
        """The open findings of each rule."""
        return grouped(self.findings, lambda finding: finding.rule)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What to write, most important first."""
        return ranked_gaps(self.project)

    @cached_property
    def slots_by_journey(self) -> Mapping[str, tuple[Slot, ...]]:
        """The slots of each journey."""
        return grouped(self.project.slots, lambda slot: slot.id.journey)

    @cached_property
    def slots_by_stage(self) -> Mapping[tuple[str, str], tuple[Slot, ...]]:
        """The slots of each stage of each journey."""
        return grouped(self.project.slots, lambda slot: (slot.id.journey, slot.id.stage))

    @cached_property
    def slots_by_touchpoint(self) -> Mapping[tuple[str, str, str | None], tuple[Slot, ...]]:
        """The slots by journey, stage and touchpoint."""
        return grouped(self.project.slots, lambda s: (s.id.journey, s.id.stage, s.id.touchpoint))

    @cached_property
    def wishes_by_stage(self) -> Mapping[tuple[str, str | None], tuple[Wish, ...]]:
        """The questions, pains and gains of each stage of each journey."""
        return grouped(self.project.wishes, lambda wish: (wish.journey, wish.stage))

    @cached_property
    def wishes_by_persona(self) -> Mapping[tuple[str, str], tuple[Wish, ...]]:
        """The questions, pains and gains of each persona in each journey."""
        return grouped(self.project.wishes, lambda wish: (wish.journey, wish.persona))

    @cached_property
    def slots_by_step(self) -> Mapping[tuple[str, str, str], tuple[Slot, ...]]:
        """The slots by journey, persona and stage: what somebody meets in one step."""
        return grouped(self.project.slots, lambda s: (s.id.journey, s.id.persona, s.id.stage))

    @cached_property
    def wishes_by_step(self) -> Mapping[tuple[str, str, str | None], tuple[Wish, ...]]:
        """The questions, pains and gains by journey, persona and stage."""
        return grouped(self.project.wishes, lambda wish: (wish.journey, wish.persona, wish.stage))

    @cached_property
    def minds_by_step(self) -> Mapping[tuple[str, str, str], tuple[Mindset, ...]]:
        """What goes on in a persona's mind, by journey, persona and stage."""
        found = (
            ((journey.id, id, stage.id), mindset)
            for journey in self.project.journeys
            for id in journey.persona_ids
            if id in self.project.persona_by_id
            for mindset in self.project.persona_by_id[id].mindsets
            for stage in self.project.walk.resolve(journey, mindset.stage).stages
        )
        pairs = grouped(found, lambda pair: pair[0])
        return {step: tuple(mindset for _, mindset in group) for step, group in pairs.items()}

    def feeling(self, journey: str, persona: str, stage: str) -> int | None:
        """Return how a persona feels in a stage, -2 to +2, where she says so."""
        minds = self.minds_by_step.get((journey, persona, stage), ())
        return next((mind.feeling for mind in minds if mind.feeling is not None), None)

    @cached_property
    def items_by_channel(self) -> Mapping[str | None, tuple[Item, ...]]:
        """The items on each channel."""
        return grouped(self.project.items, lambda item: item.channel)

    @cached_property
    def leading_here(self) -> Mapping[str, tuple[Item, ...]]:
        """The items that lead on to each path."""
        pairs = [(way.to, item) for item in self.project.items for way in self.project.ways_from(item)]
        found = grouped(dict.fromkeys((to, item.path) for to, item in pairs), lambda pair: pair[0])
        by_path = self.project.item_by_path
        return {to: tuple(by_path[path] for _, path in group) for to, group in found.items()}

    @cached_property
    def streams(self) -> Mapping[str, tuple[Current, ...]]:
        """What leads on to what, by journey."""
        return streams(self.project, self.findings)

    @cached_property
    def agenda(self) -> tuple[Date, ...]:
        """Every date of the project, earliest first."""
        return agenda(self.project)

    @cached_property
    def dates_by_day(self) -> Mapping[datetime.date, tuple[Date, ...]]:
        """The dates on each day."""
        return grouped(self.agenda, lambda date: date.day)

    @cached_property
    def undated(self) -> tuple[Item, ...]:
        """The items that somebody is working on without a day to publish them."""
        return undated(self.project)

    @cached_property
    def pressures(self) -> tuple[Pressure, ...]:
        """How busy it is for each persona, over the channels of the rule about it."""
        return pressures(self.project, self.options("too-frequent").get("channels", PUSH))

    @cached_property
    def busy_weeks(self) -> Mapping[str, frozenset[datetime.date]]:
        """The weeks (Mondays) in which a persona gets a message that is one too many."""
        found = (
            (finding.subject.persona or "", monday_of(item.publish))
            for finding in self.findings_by_rule.get("too-frequent", ())
            if (item := self.project.item_by_path.get(finding.path)) is not None and item.publish is not None
        )
        return {
            id: frozenset(day for _, day in group) for id, group in grouped(found, lambda f: f[0]).items()
        }

    def options(self, name: str) -> Mapping[str, Any]:
        """Return the options of a rule as this project sets them; empty for a rule that is not known."""
        rule = next((rule for rule in self.edition.rules if rule.name == name), None)
        if rule is None:
            return {}
        settings = self.edition.rule_settings
        own = settings.get(rule.name, settings.get(rule.code))
        known = {option.name: option.default for option in rule.options}
        return known | ({k: v for k, v in own.items() if k in known} if isinstance(own, Mapping) else {})

    @cached_property
    def borrowed(self) -> frozenset[Placement]:
        """The placements that count as half."""
        return frozenset(p for group in self.project.placements.values() for p in group if p.borrowed)

    @cached_property
    def touchpoints(self) -> Mapping[tuple[str, str], tuple[Journey, Stage, Touchpoint]]:
        """Every touchpoint of every journey, by the ids of both."""
        return {
            (journey.id, touchpoint.id): (journey, stage, touchpoint)
            for journey in self.project.journeys
            for stage in journey.stages
            for touchpoint in stage.touchpoints
        }

    @cached_property
    def channels(self) -> tuple[str, ...]:
        """The channels in use, in the order of the vocabulary."""
        used = {item.channel for item in self.project.items}
        used |= {t.channel for _, _, t in self.touchpoints.values()}
        used |= {channel for persona in self.project.personas for channel in persona.channels}
        return tuple(id for id in self.project.channels.ids if id in used)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The address of each item's page by its path; two items with one id get two pages."""
        taken: dict[str, str] = {}
        for item in self.project.items:
            place = address.item(item.id)
            if place in taken:
                place = address.item(f"{item.id}-{address.fingerprint(item.path)}")
            taken[place] = item.path
        return {path: place for place, path in taken.items()}

    def item(self, item: Item) -> Link:
        """Return the link to an item."""
        lang = self.say.foreign(item.lang or self.project.language)
        return Link(item.title or item.id, self.pages[item.path], lang)

    def items(self, ids: Sequence[str]) -> tuple[Link, ...]:
        """Return the links to the items with these ids."""
        return tuple(self.item(self.project.item_by_id[id]) for id in ids if id in self.project.item_by_id)

    def journey(self, id: str) -> Link:
        """Return the link to a journey."""
        found = self.project.journey_by_id.get(id)
        return Link(found.name.said(self.say.language), address.journey(id)) if found else Link(id)

    def stage(self, journey: str, id: str | None) -> Link:
        """Return the link to a stage on the page of its journey."""
        found = self.project.journey_by_id.get(journey)
        if found is None or id is None or not found.has_stage(id):
            return Link(id or self.say("stage.none"))
        return Link(found.stage(id).name.said(self.say.language), address.stage(journey, id))

    def touchpoint(self, journey: str, id: str | None) -> Link:
        """Return the link to a touchpoint; a stage's own slot has no page."""
        if id is None or (journey, id) not in self.touchpoints:
            return Link(id or self.say("touchpoint.none"))
        _, _, found = self.touchpoints[journey, id]
        return Link(found.name.said(self.say.language), address.touchpoint(journey, id))

    def persona(self, id: str) -> Link:
        """Return the link to a persona."""
        found = self.project.persona_by_id.get(id)
        return Link(found.name, address.persona(id)) if found else Link(id)

    def walk(self, persona: str, journey: str) -> Link:
        """Return the link to the walk of a persona through a journey, named after the persona."""
        found = self.project.persona_by_id.get(persona)
        return Link(found.name, address.walk(persona, journey)) if found else Link(persona)

    def channel(self, id: str | None) -> Link:
        """Return the link to a channel."""
        if id is None:
            return Link(self.say("none"))
        return Link(
            self.term(self.project.channels, id), address.channel(id) if id in self.channels else None
        )

    def owner(self, name: str) -> Link:
        """Return the link to an owner."""
        return Link(name, address.owner(name))

    def rule(self, name: str) -> Link:
        """Return the link to a rule's manual."""
        known = any(rule.name == name for rule in self.edition.rules)
        return Link(name, address.rule(name) if known else None)

    def term(self, vocabulary: Vocabulary, id: str) -> str:
        """Return the name of a word of a closed list, or the word itself when it is not in it."""
        return vocabulary[id].name(self.say.language) if id in vocabulary.ids else id
