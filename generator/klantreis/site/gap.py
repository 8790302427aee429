"""What to write first: the gaps of a project in order of importance."""

from collections.abc import Iterator
from dataclasses import dataclass

from klantreis.model.project import Project
from klantreis.model.slot import Slot, Wish

MISSING = ("gap", "idea", "planned", "drafted")
"""The states in which a reader finds nothing."""

_NEED = {"must": 100.0, "should": 60.0, "could": 25.0}
_KIND = {"question": 55.0, "pain": 45.0, "gain": 20.0}
_PROGRESS = {"gap": 1.0, "idea": 0.95, "planned": 0.8, "drafted": 0.5}


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to write. `kind` is slot, question, pain or gain; `score` runs from 0 to 100."""

    kind: str
    score: float
    place: Slot | Wish
    journey: str
    persona: str
    stage: str | None

    @property
    def state(self) -> str:
        """How far the writing has come."""
        return self.place.state


def ranked_gaps(project: Project) -> tuple[Gap, ...]:
    """Return every gap, most important first.

    The weights are house opinion: a required touchpoint goes before a question, a question before
    a pain and a gain; the heavier the persona the higher, and what is already being written sinks.
    """
    heaviest = max((persona.weight for persona in project.personas), default=1.0) or 1.0
    share = {persona.id: persona.weight / heaviest for persona in project.personas}
    found = list(_gaps(project, share))
    order = {id(gap): number for number, gap in enumerate(found)}
    return tuple(sorted(found, key=lambda gap: (-gap.score, order[id(gap)])))


def _gaps(project: Project, share: dict[str, float]) -> Iterator[Gap]:
    for slot in project.slots:
        if slot.state in MISSING and not slot.is_leftover and not project.doubt.may_serve(slot.id):
            score = _score(_NEED[slot.need], share.get(slot.id.persona, 0), slot.state)
            yield Gap("slot", score, slot, slot.id.journey, slot.id.persona, slot.id.stage)
    for wish in project.wishes:
        if wish.state in MISSING and not wish.is_served and not project.doubt.may_meet(wish):
            score = _score(_KIND[wish.kind], share.get(wish.persona, 0), wish.state)
            yield Gap(wish.kind, score, wish, wish.journey, wish.persona, wish.stage)


def _score(weight: float, share: float, state: str) -> float:
    return round(weight * (0.5 + 0.5 * share) * _PROGRESS[state], 1)
