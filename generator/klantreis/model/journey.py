"""Journeys and the models they extend: ordered stages with guidance for each."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from klantreis.model.place import Place
from klantreis.model.span import Span
from klantreis.model.touchpoint import Exemption, Touchpoint
from klantreis.model.vocabulary import LADDER, fold
from klantreis.model.words import Words

_LOYAL = frozenset(("growth", "advocacy"))


@dataclass(frozen=True, slots=True)
class Guidance:
    """A facet that a stage asks for or shuns, with a sentence of advice to the writer."""

    facet: str
    advice: Words | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a journey: both circles, the message, and what it bears.

    `role` is the organisation's own name for its part of the stage, where its process has one.
    `push_allowance` runs from 0 to 100; `ceilings` holds the strongest call to action (with
    `refer` or `review` beside it where the stage welcomes both); `reading_level` is the hardest that a
    text may read here, null where nobody said.
    """

    id: str
    place: Place
    name: Words
    phases: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    thinks: Words | None = None
    asks: Words | None = None
    wants: Words | None = None
    does: Words | None = None
    role: Words | None = None
    emphasise: tuple[Guidance, ...] = ()
    avoid: tuple[Guidance, ...] = ()
    push_allowance: int = 100
    ceilings: tuple[str, ...] = ("buy",)
    formats: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    triggers: tuple[Words, ...] = ()
    duration: Words | None = None
    value_felt: bool = False
    entry: bool = False
    exit: bool = False
    next: tuple[str, ...] = ()
    returns_to: tuple[str, ...] = ()
    parallel_with: tuple[str, ...] = ()
    label: str | None = None
    touchpoints: tuple[Touchpoint, ...] = ()
    exempt: Exemption | None = None
    reading_level: str | None = None

    @property
    def ceiling(self) -> str:
        """The strongest ask on the ladder that the stage bears.

        A stage that names only `review` or `refer`, beside the ladder, talks to people who know the
        organisation: it bears every ask short of a sale.
        """
        rungs = [LADDER.index(ask) for ask in self.ceilings if ask in LADDER]
        return LADDER[max(rungs)] if rungs else "contact"

    def touchpoints_for(self, persona: str) -> tuple[Touchpoint, ...]:
        """Return the touchpoints that `persona` meets in this stage, in order."""
        return tuple(t for t in self.touchpoints if t.is_for(persona))


@dataclass(frozen=True)
class Journey:
    """A model, or a model applied by one organisation to some personas.

    `lineage` names what it extends, nearest first, ending with a built-in model; `marks` holds where
    each value stands, by key.
    """

    id: str
    place: Place
    name: Words
    stages: tuple[Stage, ...]
    personas: tuple[tuple[str, Place], ...] = ()
    extends: str | None = None
    extends_place: Place | None = None
    lineage: tuple[str, ...] = ()
    owner: str | None = None
    review_by: datetime.date | None = None
    cycle: str | None = None
    source: Words | None = None
    adds: Words | None = None
    demands: tuple[Mapping[str, str], ...] = ()
    rules: Mapping[str, object] = field(default_factory=dict)
    marks: Mapping[str, Span] = field(default_factory=dict, repr=False)

    def at(self, key: str) -> Place:
        """Return where the value of `key` stands, or the journey's id when it is not written."""
        return Place(self.place.path, self.marks.get(key, self.place.span))

    @cached_property
    def persona_ids(self) -> tuple[str, ...]:
        """The personas that travel this journey, in the order of the file."""
        return tuple(persona for persona, _ in self.personas)

    @cached_property
    def _by_id(self) -> Mapping[str, Stage]:
        return {stage.id: stage for stage in self.stages}

    @cached_property
    def _by_name(self) -> Mapping[str, Stage]:
        names: dict[str, Stage] = {}
        for stage in self.stages:
            for word in (stage.id, stage.name.nl, stage.name.en, *stage.aliases):
                names.setdefault(fold(word), stage)
        return names

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {stage.id: position for position, stage in enumerate(self.stages)}

    def stage(self, id: str) -> Stage:
        """Return the stage with this id; raises KeyError when the journey has none."""
        return self._by_id[id]

    @property
    def stage_ids(self) -> Iterable[str]:
        """The ids of the stages, in order."""
        return self._by_id.keys()

    def has_stage(self, id: str) -> bool:
        """Say whether a stage has exactly this id."""
        return id in self._by_id

    def named(self, word: str) -> Stage | None:
        """Return the stage whose id, name or alias is `word`, in either language."""
        return self._by_id.get(word) or self._by_name.get(fold(word))

    def in_phase(self, phase: str) -> tuple[Stage, ...]:
        """Return the stages that map to `phase`, in order."""
        return tuple(stage for stage in self.stages if phase in stage.phases)

    def ends_at(self, stage: Stage) -> bool:
        """Say whether people leave the journey at `stage`: an exit, or the last one."""
        return stage.exit or self.stages[-1].id == stage.id

    def starts_again_after(self, stage: Stage) -> bool:
        """Say whether `stage` may lead people back to where the journey starts again."""
        return self.ends_at(stage) or self.cycle in stage.next or not _LOYAL.isdisjoint(stage.phases)

    def position(self, stage: str) -> int:
        """Return the place of a stage in the order, from 0."""
        return self._order[stage]

    def run_together(self, one: str, other: str) -> bool:
        """Say whether two stages may run at the same time, whichever of them says so."""
        return other in self.stage(one).parallel_with or one in self.stage(other).parallel_with

    @cached_property
    def _touchpoint_stage(self) -> Mapping[str, str]:
        return {touchpoint.id: stage.id for stage in self.stages for touchpoint in stage.touchpoints}

    def stage_of_touchpoint(self, touchpoint: str) -> str | None:
        """Return the id of the stage that holds `touchpoint`, or nothing."""
        return self._touchpoint_stage.get(touchpoint)

    @cached_property
    def bare_stages(self) -> tuple[Stage, ...]:
        """The stages without touchpoints, where most stages have them and nobody said why these do not."""
        bare = tuple(stage for stage in self.stages if not stage.touchpoints)
        is_worked_out = len(bare) * 2 < len(self.stages)
        return tuple(stage for stage in bare if stage.exempt is None) if is_worked_out else ()


def touchpoints_of(journeys: Iterable[Journey]) -> tuple[tuple[Journey, Stage, Touchpoint], ...]:
    """Return every touchpoint with its journey and stage; one that several journeys inherit stands once."""
    found: dict[Place, tuple[Journey, Stage, Touchpoint]] = {}
    for journey in journeys:
        for stage in journey.stages:
            for touchpoint in stage.touchpoints:
                found.setdefault(touchpoint.place, (journey, stage, touchpoint))
    return tuple(found.values())
