"""How what an item says stands to the stages that it is written for: the strictest of them decides."""

from collections.abc import Sequence

from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.vocabulary import LADDER

Stages = Sequence[tuple[Journey, Stage]]


def lowest_ceiling(stages: Stages) -> tuple[Journey, Stage]:
    """Return the stage, with its journey, that bears the least of calls to action."""
    return min(stages, key=lambda pair: LADDER.index(pair[1].ceiling))


def overstrained(item: Item, stages: Stages) -> tuple[Journey, Stage] | None:
    """Return the stage with the lowest push allowance, with its journey, when the item's push exceeds it."""
    if item.message is None or not item.message.push or not item.has_text or not stages:
        return None
    journey, stage = min(stages, key=lambda pair: pair[1].push_allowance)
    return (journey, stage) if item.message.push > stage.push_allowance else None
