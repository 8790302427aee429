"""The crosswalk between the models: any word for a stage, and the stages it stands for in a journey."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from klantreis.model.journey import Journey, Stage
from klantreis.model.nearest import nearest
from klantreis.model.persona import Persona
from klantreis.model.vocabulary import PHASES, fold


class Resolved(NamedTuple):
    """The stages that a word stands for in one journey; exact when it names a single one."""

    stages: tuple[Stage, ...]
    is_exact: bool


@dataclass(frozen=True)
class Crosswalk:
    """Finds stages by any model's words, and personas by id or name.

    `missing` are the personas that a journey names and nobody described: said once, at the journey.
    """

    journeys: tuple[Journey, ...]
    models: tuple[Journey, ...]
    personas: Mapping[str, Persona]
    missing: frozenset[str] = frozenset()

    @cached_property
    def _cache(self) -> dict[tuple[str, str], Resolved]:
        return {}

    @cached_property
    def _phases(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def travelled(self) -> Mapping[str, tuple[Journey, ...]]:
        """The journeys of each persona."""
        return {p: tuple(j for j in self.journeys if p in j.persona_ids) for p in self.personas}

    @cached_property
    def _persona_by_fold(self) -> Mapping[str, str]:
        names = {fold(p.name): p.id for p in self.personas.values()}
        return names | {fold(p.id): p.id for p in self.personas.values()}

    def persona(self, word: str) -> str | None:
        """Return the id of the persona with this id or name; case and accents do not matter."""
        return word if word in self.personas else self._persona_by_fold.get(fold(word))

    def near_persona(self, word: str) -> str | None:
        """Return the id of the persona that `word` is probably a slip of."""
        near = nearest(word, self._persona_by_fold)
        return self._persona_by_fold[near] if near else None

    def resolve(self, journey: Journey, word: str) -> Resolved:
        """Return the stages of `journey` that `word` stands for.

        A stage id comes first, then a name or alias in either language, then a phase, then a
        stage of another journey or model through its phases.
        """
        key = (journey.id, word)
        if key not in self._cache:
            self._cache[key] = self._resolve(journey, word)
        return self._cache[key]

    def _resolve(self, journey: Journey, word: str) -> Resolved:
        stage = journey.named(word)
        if stage is not None:
            return Resolved((stage,), True)
        stages = tuple(s for s in journey.stages if set(s.phases) & set(self.phases_of(word)))
        return Resolved(stages, len(stages) == 1)

    def phases_of(self, word: str) -> tuple[str, ...]:
        """Return the phases that `word` stands for: itself, or those of the stages it names."""
        if word not in self._phases:
            self._phases[word] = self._phases_of(word)
        return self._phases[word]

    def _phases_of(self, word: str) -> tuple[str, ...]:
        phase = PHASES.find(word)
        if phase is not None:
            return (phase.id,)
        named = (journey.named(word) for journey in (*self.models, *self.journeys))
        return tuple(dict.fromkeys(phase for stage in named if stage for phase in stage.phases))

    @cached_property
    def stage_ids(self) -> frozenset[str]:
        """The ids of all stages of all journeys and models, and the phases."""
        return frozenset(PHASES.ids).union(*(j.stage_ids for j in (*self.journeys, *self.models)))

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every word that names a stage here: the journeys' own first, then phases, then models."""
        words = [s.id for j in self.journeys for s in j.stages]
        words += [w for j in self.journeys for s in j.stages for w in (s.name.nl, s.name.en, *s.aliases)]
        words += PHASES.spellings
        words += [w for m in self.models for s in m.stages for w in (s.id, s.name.nl, s.name.en, *s.aliases)]
        return tuple(dict.fromkeys(words))

    def near_stage(self, word: str) -> str | None:
        """Return the stage that `word` is probably a slip of.

        It is the stage's id, or its name where journeys use that for different stages.
        """
        near = nearest(word, self.spellings)
        if near is None or near in PHASES.ids:
            return near
        for journeys in (self.journeys, self.models):
            ids = {stage.id for journey in journeys if (stage := journey.named(near))}
            if ids:
                return ids.pop() if len(ids) == 1 else near
        phase = PHASES.find(near)
        return phase.id if phase else near
