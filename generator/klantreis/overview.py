"""What a report says of a project as a whole, whatever the findings that it shows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from klantreis.model.project import Project
from klantreis.model.slot import Slot
from klantreis.text.message import FEWEST_WORDS


@dataclass(frozen=True, slots=True)
class Overview:
    """The slots of a project and how many items it has, of which some cannot be read.

    `outside` counts the items that are not judged because of their language, by that language; `?` where
    nobody can tell which it is.
    """

    slots: tuple[Slot, ...] = ()
    items: int = 0
    unreadable: int = 0
    outside: Mapping[str, int] = field(default_factory=dict)


def overview_of(project: Project) -> Overview:
    """Return what there is to say of a project as a whole."""
    return Overview(project.slots, len(project.items), len(project.spoilt.items), _outside(project))


def _outside(project: Project) -> Mapping[str, int]:
    messages = [item.message for item in project.items if item.message is not None and item.has_text]
    return dict(Counter(m.language or "?" for m in messages if m.push is None and m.words >= FEWEST_WORDS))
