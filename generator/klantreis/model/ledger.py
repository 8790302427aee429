"""The books of a project: the state of every slot, question, pain and gain."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from klantreis.model.crosswalk import Crosswalk
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.persona import Persona
from klantreis.model.place import Place
from klantreis.model.placed import Placed, Seat
from klantreis.model.slot import Slot, SlotId, Wish
from klantreis.model.touchpoint import Exemption, Touchpoint
from klantreis.model.words import Words

Seated = Mapping[SlotId, Sequence[tuple[Item, bool]]]
"""The items in each slot, and whether each of them is borrowed there."""

Servants = Mapping[tuple[str, str, str, str], Sequence[tuple[Seat, Sequence[Item]]]]
"""By kind, id, journey and persona the items that name a wish, with the seat that they share."""

KINDS = (("question", "answers"), ("pain", "eases"), ("gain", "gives"))
"""The kinds of wishes, each with the key by which an item says that it serves one."""

_REACH = {"idea": "idea", "planned": "planned", "draft": "drafted", "review": "drafted"}
_RANK = {"": 0, "idea": 1, "planned": 2, "drafted": 3, "published": 4}


def reach(item: Item, day: datetime.date) -> str:
    """Return how far an item has come on `day`: published only when fresh, nothing when expired."""
    status = item.status_on(day)
    if status == "published":
        return "drafted" if item.is_overdue_on(day) else "published"
    return _REACH.get(status, "")


class Books(NamedTuple):
    """How far each item has come on a day (`reach`), by path, and its place among them all, best first."""

    day: datetime.date
    reached: Mapping[str, str]
    ranks: Mapping[str, int]


def books_of(items: Iterable[Item], day: datetime.date) -> Books:
    """Return the books of `items` on `day`."""
    reached = {item.path: (item, reach(item, day)) for item in items}
    ranked = sorted(reached.items(), key=lambda pair: (-_RANK[pair[1][1]], pair[1][0].id, pair[0]))
    return Books(
        day,
        {path: far for path, (_, far) in reached.items()},
        {path: rank for rank, (path, _) in enumerate(ranked)},
    )


def is_stale(item: Item, day: datetime.date) -> bool:
    """Say whether readers meet something here that should be looked at again, or is gone."""
    status = item.status_on(day)
    return status == "expired" or (status == "published" and item.is_overdue_on(day))


def seated(groups: Mapping[Placed, Sequence[Item]]) -> Seated:
    """Return the items in each slot; `groups` holds those that stand in the same place together."""
    found: dict[SlotId, list[tuple[Item, bool]]] = defaultdict(list)
    for placed, items in groups.items():
        for slot, borrowed, _ in placed.seats:
            found[slot] += [(item, borrowed) for item in items]
    return found


def servants_of(groups: Mapping[Placed, Sequence[Item]]) -> Servants:
    """Return who serves what; `groups` holds the items that stand in the same place together."""
    found: dict[tuple[str, str, str, str], list[tuple[Seat, Sequence[Item]]]] = defaultdict(list)
    for placed, items in groups.items():
        naming: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for kind, key in KINDS:
            for item in items:
                for id in getattr(item, key):
                    naming[kind, id].append(item)
        for seat in placed.seats:
            for (kind, id), serving in naming.items():
                found[kind, id, seat.slot.journey, seat.slot.persona].append((seat, serving))
    return found


def slots_of(
    journeys: Iterable[Journey],
    personas: Mapping[str, Persona],
    seated: Seated,
    books: Books,
) -> tuple[Slot, ...]:
    """Return every slot of every journey in order, with its state on the day of the books."""
    return tuple(
        slot
        for journey in journeys
        for persona in journey.persona_ids
        if persona in personas
        for stage in journey.stages
        for slot in _stage_slots(journey, persona, stage, seated, books)
    )


def _stage_slots(
    journey: Journey,
    persona: str,
    stage: Stage,
    seated: Seated,
    books: Books,
) -> Iterator[Slot]:
    touchpoints = stage.touchpoints_for(persona)
    for touchpoint in touchpoints:
        id = SlotId(journey.id, persona, stage.id, touchpoint.id)
        excused = replace(touchpoint, exempt=touchpoint.exempt or stage.exempt)
        yield _slot(id, excused, seated.get(id, ()), books)
    rest = SlotId(journey.id, persona, stage.id)
    if stage.touchpoints and not touchpoints and rest not in seated:
        return
    if not touchpoints or rest in seated:
        # Beside touchpoints the null slot only shows what could not be told apart: nothing waits there.
        bare = Touchpoint(
            "", stage.place, stage.name, need="could" if touchpoints else "must", exempt=stage.exempt
        )
        yield _slot(rest, bare, seated.get(rest, ()), books)


def _slot(
    id: SlotId,
    touchpoint: Touchpoint,
    here: Sequence[tuple[Item, bool]],
    books: Books,
) -> Slot:
    full = [item for item, is_borrowed in here if not is_borrowed]
    borrowed = [item for item, is_borrowed in here if is_borrowed]
    reaches = [books.reached[item.path] for item in full]
    furthest, fresh = max(reaches, key=_RANK.__getitem__, default=""), reaches.count("published")
    return Slot(
        id=id,
        need=touchpoint.need,
        state=_state(full, borrowed, furthest, fresh, touchpoint.minimum, touchpoint.exempt, books.day),
        reached=furthest,
        items=tuple(item.id for item in _best_first(full, borrowed, books)),
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


def _best_first(full: list[Item], borrowed: list[Item], books: Books) -> list[Item]:
    def rank(item: Item) -> int:
        return books.ranks[item.path]

    return sorted(full, key=rank) + sorted(borrowed, key=rank)


def wishes_of(
    journeys: Iterable[Journey],
    personas: Mapping[str, Persona],
    walk: Crosswalk,
    servants: Servants,
    books: Books,
) -> tuple[Wish, ...]:
    """Return every question, pain and gain per journey and persona, with what serves it."""
    return tuple(
        _wish(kind, id, words, place, journey, persona, stages, servants, books)
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
    servants: Servants,
    books: Books,
) -> Wish:
    serving = servants.get((kind, id, journey.id, persona.id), ())
    fresh = {
        seat.slot.stage
        for seat, items in serving
        if any(books.reached[item.path] == "published" for item in items)
    }
    earliest = min(map(journey.position, fresh), default=None)
    full = [item for seat, items in serving if not seat.borrowed for item in items]
    borrowed = [item for seat, items in serving if seat.borrowed for item in items]
    reaches = [books.reached[item.path] for item in full]
    furthest = max(reaches, key=_RANK.__getitem__, default="")
    return Wish(
        kind=kind,
        id=id,
        journey=journey.id,
        persona=persona.id,
        stage=stages[0].id if stages else None,
        words=words,
        place=place,
        state=_state(full, borrowed, furthest, reaches.count("published"), 1, None, books.day),
        served_in=None if earliest is None else journey.stages[earliest].id,
        items=tuple(dict.fromkeys(item.id for item in _best_first(full, borrowed, books))),
        last_stage=stages[-1].id if stages else None,
    )
