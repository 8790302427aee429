"""Which phase of the journey a text seems to be written for, with the reasons."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any, Final, NamedTuple

import yaml

from klantreis.model.message import Message

_REASONS: Final = 3
_USUAL_LENGTH: Final = 300


class Suggestion(NamedTuple):
    """A phase, how likely it is (0 to 1), and what speaks for it most: facets, `ask:…`, push, length."""

    phase: str
    score: float
    reasons: tuple[str, ...]


class StageModel(NamedTuple):
    """The weights of stage.yaml."""

    exponent: float
    base_words: int
    phases: Mapping[str, Mapping[str, float]]


def suggest_stage(message: Message) -> tuple[Suggestion, ...]:
    """Return the phases, the likeliest first; nothing for a text that gets no verdict."""
    if message.push is None:
        return ()
    model = _model()
    features = _features(message, model)
    added = {
        phase: {name: weight * features.get(name, 0.0) for name, weight in weights.items()}
        for phase, weights in model.phases.items()
    }
    raised = {phase: exp(sum(parts.values())) for phase, parts in added.items()}
    whole = sum(raised.values())
    ranked = sorted(raised, key=lambda phase: -raised[phase])
    return tuple(
        Suggestion(phase, round(raised[phase] / whole, 3), _reasons(added[phase])) for phase in ranked
    )


def _features(message: Message, model: StageModel) -> dict[str, float]:
    length = ((message.words + model.base_words) / 100) ** model.exponent
    features = {facet: strength.points / length for facet, strength in message.facets.items()}
    features |= {f"ask:{asked.ask}": 1.0 for asked in message.asks}
    return features | {
        "start": 1.0,
        "push": (message.push or 0) / 20,
        "length": log(max(message.words, 1) / _USUAL_LENGTH),
        "you": message.you / length,
    }


def _reasons(parts: Mapping[str, float]) -> tuple[str, ...]:
    speaking = [name for name, part in parts.items() if part > 0 and name not in ("start", "length")]
    return tuple(sorted(speaking, key=lambda name: -parts[name])[:_REASONS])


@cache
def _model() -> StageModel:
    source = files("klantreis.text").joinpath("stage.yaml").read_text("utf-8")
    data: Mapping[str, Any] = yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    phases = {
        phase: {name: float(weight) for name, weight in weights.items()}
        for phase, weights in data["phases"].items()
    }
    return StageModel(float(data["exponent"]), int(data["base_words"]), phases)
