"""Coverage: three cumulative figures over the required slots, in total and by any key."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from klantreis.model.slot import Slot, Wish

REACHES = ("planned", "drafted", "published")


@dataclass(frozen=True, slots=True)
class Figures:
    """How many required places there are, and how many of them are planned, drafted and published.

    The figures are cumulative: what is published and fresh is also drafted and planned.
    """

    required: int = 0
    planned: int = 0
    drafted: int = 0
    published: int = 0

    def share(self, figure: str) -> float:
        """Return one figure as a share from 0 to 1; of nothing required, all is covered."""
        count: int = getattr(self, figure)
        return count / self.required if self.required else 1.0


def figures(slots: Iterable[Slot]) -> Figures:
    """Return the figures over the required ones among `slots`."""
    return _figures(slot.reached for slot in slots if slot.is_required)


def _figures(reached: Iterable[str]) -> Figures:
    levels = [REACHES.index(reach) + 1 if reach in REACHES else 0 for reach in reached]
    return Figures(len(levels), *(sum(level >= least for level in levels) for least in (1, 2, 3)))


def by(slots: Iterable[Slot], key: Callable[[Slot], str | None]) -> Mapping[str | None, Figures]:
    """Return the figures for each value of `key`, in the order of first appearance."""
    groups: dict[str | None, list[Slot]] = defaultdict(list)
    for slot in slots:
        groups[key(slot)].append(slot)
    return {name: figures(group) for name, group in groups.items()}


_WISH_REACH = {"published": "published", "drafted": "drafted", "stale": "drafted", "planned": "planned"}


def wish_figures(wishes: Iterable[Wish]) -> Figures:
    """Return the figures over questions, pains or gains."""
    return _figures(_WISH_REACH.get(wish.state, "") for wish in wishes)
