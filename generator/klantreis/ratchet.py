"""The ratchet: how many required slots may be without fresh content, a number that only goes down.

It counts slots rather than percents, so a new journey cannot hide what an old one loses.
"""

import datetime
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from klantreis.errors import OperatorError
from klantreis.model.slot import Slot

PATH = "klantreis-ratchet.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Allowed:
    """A slot that somebody allowed to be without content, and why."""

    slot: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class Ratchet:
    """The slots without content at the best moment so far, and what was allowed since."""

    uncovered: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()


def uncovered(slots: Sequence[Slot]) -> tuple[str, ...]:
    """Return the ids of the required slots without fresh, published content."""
    return tuple(str(slot.id) for slot in slots if slot.is_required and slot.reached != "published")


def lost(ratchet: Ratchet, now: Sequence[str]) -> tuple[str, ...]:
    """Return the slots that make it too many, or nothing as long as there are no more than before."""
    known = set(ratchet.uncovered)
    return tuple(id for id in now if id not in known) if len(now) > len(ratchet.uncovered) else ()


def turned(ratchet: Ratchet, now: Sequence[str]) -> Ratchet:
    """Return the ratchet as it stands from now on: never with more slots than before."""
    if len(now) >= len(ratchet.uncovered):
        return ratchet
    return Ratchet(tuple(now), tuple(entry for entry in ratchet.allowed if entry.slot in now))


def allowing(ratchet: Ratchet, slots: Sequence[str], reason: str, day: datetime.date) -> Ratchet:
    """Return the ratchet in which these slots may be without content."""
    new = tuple(id for id in slots if id not in ratchet.uncovered)
    entries = tuple(Allowed(id, reason, day.isoformat()) for id in new)
    return replace(ratchet, uncovered=(*ratchet.uncovered, *new), allowed=(*ratchet.allowed, *entries))


def read_ratchet(text: str, path: str) -> Ratchet:
    """Return the ratchet in `text`; raises OperatorError when it is none."""
    try:
        held = json.loads(text)
        if held["version"] != VERSION:
            raise OperatorError(
                f"{path} is of version {held['version']}; this klantreis reads version {VERSION}"
            )
        return Ratchet(tuple(held["uncovered"]), tuple(Allowed(**entry) for entry in held["allowed"]))
    except (ValueError, KeyError, TypeError):
        raise OperatorError(
            f"{path} is no ratchet; take it away, and `check --ratchet` starts anew"
        ) from None


def write_ratchet(ratchet: Ratchet) -> str:
    """Return the text of a ratchet: one slot a line, so that changes read well."""
    lines = {
        "uncovered": [json.dumps(id, ensure_ascii=False) for id in sorted(ratchet.uncovered)],
        "allowed": [json.dumps(asdict(entry), ensure_ascii=False) for entry in ratchet.allowed],
    }
    lists = ",\n".join(f'"{key}": [{_list(values)}]' for key, values in lines.items())
    return f'{{"version": {VERSION},\n{lists}}}\n'


def _list(lines: Sequence[str]) -> str:
    return "".join(f"\n  {line}{',' if number < len(lines) else ''}" for number, line in enumerate(lines, 1))
