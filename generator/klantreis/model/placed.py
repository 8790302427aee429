"""Where an item stands, once it is placed: the slots that it serves, and those that it may serve."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from klantreis.model.journey import Journey, Stage
from klantreis.model.moment import Moment
from klantreis.model.slot import SlotId
from klantreis.model.strain import lowest_ceiling
from klantreis.model.trouble import Trouble


class OpenEnd(NamedTuple):
    """What an item that could not be placed may serve; null means anything.

    A slot that it may serve is not reported as empty: the item's own finding comes first.
    """

    personas: frozenset[str] | None
    stages: frozenset[tuple[str, str]] | None
    touchpoints: frozenset[str] | None = None

    def may_serve(self, slot: SlotId) -> bool:
        """Say whether the item, once mended, could be the one that this slot waits for."""
        return (
            (self.personas is None or slot.persona in self.personas)
            and (self.stages is None or (slot.journey, slot.stage) in self.stages)
            and (self.touchpoints is None or slot.touchpoint in self.touchpoints)
        )


class Stand(NamedTuple):
    """Where an item stands in a journey, for one persona."""

    journey: str
    persona: str
    stage: str


class Seat(NamedTuple):
    """One slot that items serve, as values too; borrowed when it counts as half."""

    slot: SlotId
    borrowed: bool
    moment: Moment


@dataclass(frozen=True, eq=False)
class Placed:
    """Where items with the same tags stand, and what they may serve once they are mended.

    `named` are the personas that they are written for, `readers` also those that may borrow them.
    `troubles` say what is wrong with the tags, which is said of each item by itself. Ten thousand
    items have some hundreds of tags between them, so what follows from those is worked out once.
    """

    seats: tuple[Seat, ...]
    troubles: tuple[Trouble, ...] = ()
    open_ends: tuple[OpenEnd, ...] = ()
    named: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()

    @cached_property
    def stages(self) -> tuple[tuple[Journey, Stage], ...]:
        """The stages, with their journeys, that the items are written for; borrowed ones aside.

        Items that only borrow their stages (a phase with several) are looked at in each of them.
        """
        found: dict[tuple[str, str], tuple[Journey, Stage]] = {}
        for seat in [seat for seat in self.seats if not seat.borrowed] or self.seats:
            found.setdefault((seat.slot.journey, seat.slot.stage), (seat.moment.journey, seat.moment.stage))
        return tuple(found.values())

    @cached_property
    def lowest_ceiling(self) -> tuple[Journey, Stage, str] | None:
        """The stage, with its journey, that bears the least of calls to action, and what it bears at most."""
        if not self.stages:
            return None
        journey, stage = lowest_ceiling(self.stages)
        return journey, stage, stage.ceiling

    @cached_property
    def least_allowance(self) -> int:
        """How much push all of the stages bear."""
        return min((stage.push_allowance for _, stage in self.stages), default=100)

    @cached_property
    def is_at_end(self) -> bool:
        """Say whether the items stand where people leave one of their journeys."""
        return any(journey.ends_at(stage) for journey, stage in self.stages)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The moments that the items are written for; borrowed ones aside, where there are others."""
        seats = [seat for seat in self.seats if seat.moment.persona in self.named]
        return tuple(seat.moment for seat in [s for s in seats if not s.borrowed] or seats)

    @cached_property
    def quiet_moment(self) -> Moment | None:
        """The first moment at which selling is not welcome."""
        return next((m for m in self.moments if m.touchpoint is not None and not m.touchpoint.sale), None)

    @cached_property
    def stands(self) -> tuple[Stand, ...]:
        """Where the items stand, borrowed places included."""
        slots = (seat.slot for seat in self.seats)
        return tuple(dict.fromkeys(Stand(slot.journey, slot.persona, slot.stage) for slot in slots))
