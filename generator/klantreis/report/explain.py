"""Why a slot, question, pain or gain is in the state it is in, and what would make it published."""

import datetime
from collections.abc import Iterator, Sequence

from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.slot import Placement, Slot, SlotId, Wish
from klantreis.model.vocabulary import STATUSES
from klantreis.report.catalogue import STATES, said
from klantreis.report.paint import Paint
from klantreis.report.table import Column, as_text
from klantreis.report.visible import visible

_KEYS = {"question": "answers", "pain": "eases", "gain": "gives"}


class Explanation:
    """The explanation of one place in one project, in one language."""

    def __init__(self, project: Project, language: str, paint: Paint) -> None:
        self.project, self.language, self.paint = project, language, paint
        self.today: datetime.date = project.today

    def _said(self, key: str, **values: object) -> str:
        shown = {name: visible(value) if isinstance(value, str) else value for name, value in values.items()}
        return said(key, self.language, **shown)

    def slot(self, slot: Slot) -> str:
        """Return why a slot is as it is."""
        here = self.considered(slot)
        lines = [self._head(str(slot.id), slot.state), *self._asked(slot), "", *self._items(here)]
        return "\n".join((*lines, *self._out(self.ways(slot))))

    def wish(self, wish: Wish) -> str:
        """Return why a question, pain or gain is as it is."""
        text = visible(wish.words.said(self.language))
        lines = [self._head(str(wish), wish.state), f"  {self._said(wish.kind)}: {text}"]
        lines.append("  " + self._said("asked-at", place=f"{wish.place.path}:{wish.place.span.line}"))
        if wish.served_in:
            lines.append("  " + self._said("first-served", stage=wish.served_in))
        here = self.considered(wish)
        return "\n".join((*lines, "", *self._items(here), *self._out(self.ways(wish))))

    def considered(self, place: Slot | Wish) -> tuple[Placement, ...]:
        """Return the placements that were looked at for a slot, question, pain or gain."""
        if isinstance(place, Wish):
            return self._servants(place)
        return tuple(self.project.placements.get(place.id, ()))

    def ways(self, place: Slot | Wish) -> list[str]:
        """Return what would get a slot, question, pain or gain published."""
        here = self.considered(place)
        if isinstance(place, Wish):
            return list(dict.fromkeys(self._wish_ways(place, here)))
        return list(dict.fromkeys(self._slot_ways(place, here)))

    def _head(self, id: str, state: str) -> str:
        word = self.paint.state(state, STATES[state].said(self.language))
        return f"{self.paint.bold(visible(id))}: {word}"

    def _asked(self, slot: Slot) -> Iterator[str]:
        facts = [self._said("asked-at", place=f"{slot.place.path}:{slot.place.span.line}")]
        facts.append(self._said(f"need-{slot.need}"))
        if slot.channel:
            term = self.project.channels.find(slot.channel)
            facts.append(self._said("on-channel", channel=term.name(self.language) if term else slot.channel))
        if slot.minimum > 1:
            facts.append(self._said("minimum", number=slot.minimum))
        yield "  " + ", ".join(map(visible, facts))
        if slot.state == "exempt":
            yield "  " + visible(self._exemption(slot.id))

    def _exemption(self, id: SlotId) -> str:
        stage = self.project.journey_by_id[id.journey].stage(id.stage)
        touchpoint = next((t for t in stage.touchpoints if t.id == id.touchpoint), None)
        exempt = touchpoint.exempt if touchpoint and touchpoint.exempt else stage.exempt
        if exempt is None:
            return ""
        parts = [self._said("exempt", reason=exempt.reason)]
        if exempt.owner:
            parts.append(self._said("exempt-by", owner=exempt.owner))
        if exempt.until:
            parts.append(self._said("exempt-until", day=exempt.until))
        return ", ".join(parts)

    def _items(self, here: Sequence[Placement]) -> Iterator[str]:
        if not here:
            yield self._said("nothing-here")
            return
        headings = [Column(self._said(key)) for key in ("item", "status", "counts", "because")]
        rows = [self._row(placement) for placement in here]
        yield self.paint.bold(self._said("considered"))
        yield from ("  " + line for line in as_text(headings, rows, self.paint).splitlines())

    def _row(self, placement: Placement) -> list[str]:
        item = self.project.item_by_path[placement.path]
        status = STATUSES[item.status_on(self.today)].name(self.language)
        if not item.is_fresh_on(self.today):
            return [item.id, status, self._said("counts-no"), self._unfresh(item)]
        if placement.borrowed:
            return [item.id, status, self._said("counts-half"), self._borrowed(item, placement)]
        return [item.id, status, self._said("counts-full"), self._said("why-fresh")]

    def _unfresh(self, item: Item) -> str:
        status = item.status_on(self.today)
        if status == "expired":
            past = item.expires is not None and item.expires < self.today
            return self._said("why-expired", day=item.expires) if past else self._said("why-expired-status")
        if status == "planned" and item.publish and item.publish > self.today:
            return self._said("why-later", day=item.publish)
        return self._said("why-overdue" if status == "published" else "why-status", day=item.review_by)

    def _borrowed(self, item: Item, placement: Placement) -> str:
        if self._is_also(item, placement.slot.persona):
            return self._said("why-also", persona=placement.slot.persona)
        return self._said("why-phase", word=self._phase_word(item, placement.slot))

    def _is_also(self, item: Item, persona: str) -> bool:
        return persona not in {self.project.walk.persona(word) for word in item.personas}

    def _phase_word(self, item: Item, slot: SlotId) -> str:
        journey = self.project.journey_by_id[slot.journey]
        stage = journey.stage(slot.stage)
        words = (word for word in item.stages if stage in self.project.walk.resolve(journey, word).stages)
        return next(words, ", ".join(item.stages))

    def _slot_ways(self, slot: Slot, here: Sequence[Placement]) -> Iterator[str]:
        if slot.state in ("published", "exempt"):
            return
        if slot.state == "thin":
            yield self._said("way-more", number=slot.minimum - slot.published)
        yield from (way for placement in here for way in self._item_way(placement))
        yield from self._mending(slot.id)
        if slot.state in ("gap", "thin"):
            yield self._said("way-write") + "\n" + self._front_matter(slot.id, slot.channel)

    def _item_way(self, placement: Placement) -> Iterator[str]:
        item = self.project.item_by_path[placement.path]
        status = item.status_on(self.today)
        if status == "expired":
            yield self._said("way-renew", item=item.id)
        elif status == "planned" and item.status == "published":
            yield self._said("way-wait", item=item.id, day=item.publish)
        elif status != "published":
            yield self._said("way-publish", item=item.id)
        elif item.is_overdue_on(self.today):
            yield self._said("way-review", item=item.id)
        elif placement.borrowed:
            yield self._owned(item, placement.slot)

    def _owned(self, item: Item, slot: SlotId) -> str:
        if self._is_also(item, slot.persona):
            return self._said("way-own", item=item.id, persona=slot.persona)
        return self._said("way-exact", item=item.id, stage=slot.stage, word=self._phase_word(item, slot))

    def _mending(self, slot: SlotId) -> Iterator[str]:
        for item in self.project.items:
            if any(end.may_serve(slot) for end in self.project.placed[item.path].open_ends):
                yield self._said("way-mend", path=item.path)

    def _front_matter(self, slot: SlotId, channel: str | None) -> str:
        lines = [f"stage: {slot.stage}", f"persona: [{slot.persona}]", f"channel: {channel or '…'}"]
        if len(self.project.walk.travelled.get(slot.persona, ())) > 1:
            lines.append(f"journey: {slot.journey}")
        if slot.touchpoint:
            lines.append(f"touchpoint: {slot.touchpoint}")
        return "\n".join("      " + visible(line) for line in lines)

    def _servants(self, wish: Wish) -> tuple[Placement, ...]:
        found: dict[str, Placement] = {}
        for item in self.project.items:
            if wish.id not in getattr(item, _KEYS[wish.kind]):
                continue
            for placement in self.project.places_of(item):
                if (placement.slot.journey, placement.slot.persona) == (wish.journey, wish.persona):
                    better = item.path not in found or (found[item.path].borrowed and not placement.borrowed)
                    found |= {item.path: placement} if better else {}
        return tuple(found.values())

    def _wish_ways(self, wish: Wish, here: Sequence[Placement]) -> Iterator[str]:
        if wish.state == "published":
            return
        yield from (way for placement in here for way in self._item_way(placement))
        if not here:
            yield self._said("way-key", field=_KEYS[wish.kind], id=wish.id)

    def _out(self, ways: list[str]) -> Iterator[str]:
        yield ""
        if not ways:
            yield self._said("way-nothing")
        else:
            yield self.paint.bold(self._said("way"))
            yield from (f"  - {way}" for way in ways)
        yield ""
