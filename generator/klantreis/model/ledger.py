"""The books of a project: the state of every slot, question, pain and gain."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from klantreis.model.crosswalk import Crosswalk
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.persona import Persona
from klantreis.model.place import Place
from klantreis.model.slot import Placement, Slot, SlotId, Wish
from klantreis.model.touchpoint import Exemption, Touchpoint
from klantreis.model.words import Words

_REACH = {"idea": "idea", "planned": "planned", "draft": "drafted", "review": "drafted"}
_RANK = {"": 0, "idea": 1, "planned": 2, "drafted": 3, "published": 4}


def reach(item: Item, day: datetime.date) -> str:
    """Return how far an item has come on `day`: published only when fresh, nothing when expired."""
    status = item.status_on(day)
    if status == "published":
        return "drafted" if item.is_overdue_on(day) else "published"
    return _REACH.get(status, "")


def is_stale(item: Item, day: datetime.date) -> bool:
    """Say whether readers meet something here that should be looked at again, or is gone."""
    status = item.status_on(day)
    return status == "expired" or (status == "published" and item.is_overdue_on(day))


def slots_of(
    journeys: Iterable[Journey],
    personas: Mapping[str, Persona],
    placements: Mapping[SlotId, Sequence[Placement]],
    items: Mapping[str, Item],
    reached: Mapping[str, str],
    day: datetime.date,
) -> tuple[Slot, ...]:
    """Return every slot of every journey in order, with its state on `day`.

    `items` are by path, and `reached` says of each path how far that item has come (`reach`).
    """
    return tuple(
        slot
        for journey in journeys
        for persona in journey.persona_ids
        if persona in personas
        for stage in journey.stages
        for slot in _stage_slots(journey, persona, stage, placements, items, reached, day)
    )


def _stage_slots(
    journey: Journey,
    persona: str,
    stage: Stage,
    placements: Mapping[SlotId, Sequence[Placement]],
    items: Mapping[str, Item],
    reached: Mapping[str, str],
    day: datetime.date,
) -> Iterator[Slot]:
    touchpoints = stage.touchpoints_for(persona)
    for touchpoint in touchpoints:
        id = SlotId(journey.id, persona, stage.id, touchpoint.id)
        excused = replace(touchpoint, exempt=touchpoint.exempt or stage.exempt)
        yield _slot(id, excused, placements.get(id, ()), items, reached, day)
    rest = SlotId(journey.id, persona, stage.id)
    if stage.touchpoints and not touchpoints and rest not in placements:
        return
    if not touchpoints or rest in placements:
        # Beside touchpoints the null slot only shows what could not be told apart: nothing waits there.
        bare = Touchpoint(
            "", stage.place, stage.name, need="could" if touchpoints else "must", exempt=stage.exempt
        )
        yield _slot(rest, bare, placements.get(rest, ()), items, reached, day)


def _slot(
    id: SlotId,
    touchpoint: Touchpoint,
    here: Sequence[Placement],
    items: Mapping[str, Item],
    reached: Mapping[str, str],
    day: datetime.date,
) -> Slot:
    full = [items[p.path] for p in here if not p.borrowed]
    borrowed = [items[p.path] for p in here if p.borrowed]
    reaches = [reached[item.path] for item in full]
    furthest, fresh = max(reaches, key=_RANK.__getitem__, default=""), reaches.count("published")
    return Slot(
        id=id,
        need=touchpoint.need,
        state=_state(full, borrowed, furthest, fresh, touchpoint.minimum, touchpoint.exempt, day),
        reached=furthest,
        items=tuple(item.id for item in _best_first(full, borrowed, reached)),
        place=touchpoint.place,
        channel=touchpoint.channel,
        minimum=touchpoint.minimum,
        published=fresh,
        exempt=touchpoint.exempt,
    )


def _state(
    full: list[Item],
    borrowed: list[Item],
    reached: str,
    fresh: int,
    minimum: int,
    exempt: Exemption | None,
    day: datetime.date,
) -> str:
    if fresh:
        return "published" if fresh >= minimum else "thin"
    if exempt is not None and exempt.holds_on(day):
        return "exempt"
    if any(item.is_fresh_on(day) for item in borrowed):
        return "borrowed"
    if any(is_stale(item, day) for item in (*full, *borrowed)):
        return "stale"
    return reached or "gap"


def _best_first(full: list[Item], borrowed: list[Item], reached: Mapping[str, str]) -> list[Item]:
    def rank(item: Item) -> tuple[int, str, str]:
        return (-_RANK[reached[item.path]], item.id, item.path)

    return sorted(full, key=rank) + sorted(borrowed, key=rank)


def wishes_of(
    journeys: Iterable[Journey],
    personas: Mapping[str, Persona],
    walk: Crosswalk,
    servants: Mapping[tuple[str, str, str, str], Sequence[tuple[Item, Placement]]],
    reached: Mapping[str, str],
    day: datetime.date,
) -> tuple[Wish, ...]:
    """Return every question, pain and gain per journey and persona, with what serves it on `day`.

    `servants` gives for kind, id, journey and persona the items that name the wish and where each
    stands, `reached` for each path how far that item has come.
    """
    return tuple(
        _wish(kind, id, words, place, journey, persona, stages, servants, reached, day)
        for journey in journeys
        for persona_id in journey.persona_ids
        if (persona := personas.get(persona_id)) is not None
        for kind, id, words, place, stages in _asked(persona, journey, walk)
    )


def _asked(
    persona: Persona, journey: Journey, walk: Crosswalk
) -> Iterator[tuple[str, str, Words, Place, tuple[Stage, ...]]]:
    for mindset in persona.mindsets:
        word = mindset.stage if walk.phases_of(mindset.stage) else (walk.near_stage(mindset.stage) or "")
        stages = walk.resolve(journey, word).stages
        if not stages:
            continue
        for question in mindset.questions:
            yield "question", question.id, question.ask, question.place, stages
        for pain in mindset.pains:
            yield "pain", pain.id, pain.pain, pain.place, stages
        for gain in mindset.gains:
            yield "gain", gain.id, gain.gain, gain.place, stages
    for influencer in persona.influencers:
        for question in influencer.questions:
            yield "question", question.id, question.ask, question.place, ()


def _wish(
    kind: str,
    id: str,
    words: Words,
    place: Place,
    journey: Journey,
    persona: Persona,
    stages: tuple[Stage, ...],
    servants: Mapping[tuple[str, str, str, str], Sequence[tuple[Item, Placement]]],
    reached: Mapping[str, str],
    day: datetime.date,
) -> Wish:
    serving = servants.get((kind, id, journey.id, persona.id), ())
    fresh = {p.slot.stage for item, p in serving if reached[item.path] == "published"}
    earliest = min(map(journey.position, fresh), default=None)
    full = [item for item, p in serving if not p.borrowed]
    borrowed = [item for item, p in serving if p.borrowed]
    reaches = [reached[item.path] for item in full]
    furthest = max(reaches, key=_RANK.__getitem__, default="")
    return Wish(
        kind=kind,
        id=id,
        journey=journey.id,
        persona=persona.id,
        stage=stages[0].id if stages else None,
        words=words,
        place=place,
        state=_state(full, borrowed, furthest, reaches.count("published"), 1, None, day),
        served_in=None if earliest is None else journey.stages[earliest].id,
        items=tuple(dict.fromkeys(item.id for item in _best_first(full, borrowed, reached))),
        last_stage=stages[-1].id if stages else None,
    )
