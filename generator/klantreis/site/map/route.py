"""A journey as the map sees it: its stops, the ways between them, and which of them run side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from klantreis.model.journey import Journey

KINDS = ("on", "skip", "beside", "back", "cycle")
"""To the next stage; past one; at the same time; back where the journey allows it; and round again."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage as the map shows it: what it is called, how far it is, and where it leads.

    `figure` says how many of its places are filled, `role` what the organisation calls its own part of
    the stage (`role_line` the same among other words); `notes` are small lines below the name, and
    `about` is all of it for who cannot see the map.
    """

    number: int
    name: str
    to: str
    state: str
    figure: str
    about: str
    role: str = ""
    role_line: str = ""
    notes: tuple[str, ...] = ()
    entry: str = ""
    exit: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one stop to another, both counted from 0, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Route:
    """The whole journey: stops in order, columns of stops that run side by side, and the ways."""

    stops: tuple[Stop, ...]
    columns: tuple[tuple[int, ...], ...]
    ways: tuple[Way, ...]
    restart: int | None = None
    again: str = ""
    """What stands where the journey starts again."""

    @property
    def figure(self) -> str:
        """What to draw: two circles, one, or a road.

        Two circles where the organisation has names of its own for what it does beside the customer;
        one where the journey says that it starts again.
        """
        if any(stop.role for stop in self.stops):
            return "circles"
        return "road" if self.restart is None else "circle"

    @property
    def column_of(self) -> dict[int, int]:
        """The column of each stop."""
        return {stop: number for number, column in enumerate(self.columns) for stop in column}

    @property
    def is_closed(self) -> bool:
        """Whether the last stage leads on to the first."""
        last, first = self.columns[-1], self.columns[0]
        return any(way.start in last and way.end in first and way.kind == "cycle" for way in self.ways)


def route(journey: Journey, stops: tuple[Stop, ...], again: str = "") -> Route:
    """Return the route of `journey`, whose stages are `stops`, in the same order."""
    columns = _columns(journey)
    restart = journey.cycle
    return Route(
        stops=stops,
        columns=columns,
        ways=tuple(dict.fromkeys(_ways(journey, columns))),
        restart=journey.position(restart) if restart and journey.has_stage(restart) else None,
        again=again,
    )


def _columns(journey: Journey) -> tuple[tuple[int, ...], ...]:
    """Return the stages in columns: those in a row that may all run at the same time share one."""
    columns: list[tuple[int, ...]] = []
    ids = [stage.id for stage in journey.stages]
    for number, id in enumerate(ids):
        if columns and all(journey.run_together(ids[other], id) for other in columns[-1]):
            columns[-1] = (*columns[-1], number)
        else:
            columns.append((number,))
    return tuple(columns)


def _ways(journey: Journey, columns: tuple[tuple[int, ...], ...]) -> Iterator[Way]:
    column = {stop: number for number, group in enumerate(columns) for stop in group}
    for start, stage in enumerate(journey.stages):
        for end in _known(journey, stage.next):
            ahead = column[end] - column[start]
            if ahead:
                yield Way(start, end, "on" if ahead == 1 else "skip" if ahead > 1 else "cycle")
        for end in _known(journey, stage.returns_to):
            if column[end] < column[start] and journey.stages[end].id not in stage.next:
                yield Way(start, end, "back")
        for end in _known(journey, stage.parallel_with):
            if column[end] != column[start]:
                yield Way(min(start, end), max(start, end), "beside")


def _known(journey: Journey, ids: tuple[str, ...]) -> Iterator[int]:
    return (journey.position(id) for id in ids if journey.has_stage(id))
