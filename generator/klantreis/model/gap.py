"""Gaps: the slots, questions, pains and gains that no published item serves, at the highest level."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from klantreis.model.slot import Slot, SlotId, Wish

NEEDS = ("must", "should", "could")


class EmptyJourney(NamedTuple):
    """A persona that finds nothing in a whole journey.

    `need` is the highest of what is missing, `first_stage` where the journey first has that need.
    """

    journey: str
    persona: str
    need: str
    first_stage: str


class EmptyStage(NamedTuple):
    """A stage in which these personas find nothing; `for_all` when no other persona finds anything.

    `started` is the id of an item that is on its way there, if there is one.
    """

    journey: str
    stage: str
    personas: tuple[str, ...]
    need: str
    started: str | None
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing: whole journeys of a persona, else whole stages, else single slots; and wishes.

    What stands in a larger gap is not repeated as a smaller one. `spoken_for` are the slots of which
    another finding tells.
    """

    journeys: tuple[EmptyJourney, ...]
    stages: tuple[EmptyStage, ...]
    slots: tuple[Slot, ...]
    wishes: tuple[Wish, ...]
    spoken_for: Set[SlotId] = frozenset()

    def tell_of(self, journey: str, persona: str, stages: Set[str]) -> bool:
        """Say whether something is found already about what a persona lacks in these stages."""
        if any((gap.journey, gap.persona) == (journey, persona) for gap in self.journeys):
            return True
        empty = (gap for gap in self.stages if gap.journey == journey and gap.stage in stages)
        if any(persona in gap.personas for gap in empty):
            return True
        here = (id.stage for id in self.spoken_for if (id.journey, id.persona) == (journey, persona))
        return any(stage in stages for stage in here)


def gaps_of(
    slots: Sequence[Slot],
    wishes: Iterable[Wish],
    spoken_for: Set[SlotId],
    may_be_met: Callable[[Wish], bool],
) -> Gaps:
    """Return the gaps among `slots` (in their own order) and `wishes`.

    A slot that is spoken for, or a wish that may be met, has a fault elsewhere that is reported there.
    """
    empty: list[EmptyJourney] = []
    stages: list[EmptyStage] = []
    single: list[Slot] = []
    for (journey, persona), own in groupby(slots, key=lambda slot: (slot.id.journey, slot.id.persona)):
        here = tuple(own)
        most = _most_needed(here, spoken_for)
        if most is not None:
            empty.append(EmptyJourney(journey, persona, most.need, most.id.stage))
            continue
        for stage, standing in groupby(here, key=lambda slot: slot.id.stage):
            there = tuple(standing)
            most = _most_needed(there, spoken_for)
            if most is not None:
                started = next((slot.items[0] for slot in there if slot.reached), None)
                stages.append(EmptyStage(journey, stage, (persona,), most.need, started))
            else:
                single += [slot for slot in there if _is_open(slot) and slot.id not in spoken_for]
    nobody = {(gap.journey, gap.persona) for gap in empty}
    return Gaps(
        tuple(empty),
        tuple(_together(stages, _travellers(slots, nobody))),
        tuple(single),
        tuple(w for w in _first_of_each(wishes, nobody) if not may_be_met(w)),
        spoken_for,
    )


def _is_open(slot: Slot) -> bool:
    return not slot.is_served and not slot.is_leftover and slot.state != "exempt"


def _most_needed(slots: Sequence[Slot], spoken_for: Set[SlotId]) -> Slot | None:
    """Return the first slot with the highest need, when nothing here is served and something is needed."""
    if any(slot.is_served for slot in slots):
        return None
    needed = [slot for slot in slots if _is_open(slot) and slot.need != "could"]
    if not needed or any(slot.id in spoken_for for slot in needed):
        return None
    return min(needed, key=lambda slot: NEEDS.index(slot.need))


def _travellers(slots: Iterable[Slot], nobody: set[tuple[str, str]]) -> Mapping[tuple[str, str], set[str]]:
    """Return for each journey and stage the personas that need something there and are somewhere served."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for slot in slots:
        needs = not slot.is_leftover and slot.need != "could" and slot.state != "exempt"
        if needs and (slot.id.journey, slot.id.persona) not in nobody:
            found[slot.id.journey, slot.id.stage].add(slot.id.persona)
    return found


def _together(
    stages: Iterable[EmptyStage], travellers: Mapping[tuple[str, str], set[str]]
) -> Iterable[EmptyStage]:
    """Make one gap of a stage that is empty for every persona that needs it."""
    by_stage: dict[tuple[str, str], list[EmptyStage]] = defaultdict(list)
    for gap in stages:
        by_stage[gap.journey, gap.stage].append(gap)
    for (journey, stage), gaps in by_stage.items():
        personas = tuple(persona for gap in gaps for persona in gap.personas)
        if len(personas) < 2 or travellers[journey, stage] - set(personas):
            yield from gaps
        else:
            need = min((gap.need for gap in gaps), key=NEEDS.index)
            started = next((gap.started for gap in gaps if gap.started), None)
            yield EmptyStage(journey, stage, personas, need, started, for_all=True)


def _first_of_each(wishes: Iterable[Wish], nobody: set[tuple[str, str]]) -> Iterable[Wish]:
    """Return the unserved wishes, each once however many journeys the persona travels."""
    seen = set()
    for wish in wishes:
        if wish.is_served or (wish.journey, wish.persona) in nobody or (wish.kind, wish.place) in seen:
            continue
        seen.add((wish.kind, wish.place))
        yield wish
