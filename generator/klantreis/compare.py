"""The difference of two results: slots won and lost, findings new and gone, what wants another look.

Pure and symmetric: with the two sides changed about, won is lost, new is gone and opened is dropped.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from klantreis.inventory import Inventory
from klantreis.picture import Picture, Seen, Standing
from klantreis.rename import Renames, renames_between

VERDICTS = ("won", "lost", "opened", "dropped", "changed")
KINDS = ("persona", "touchpoint")
MIRRORED = {"won": "lost", "lost": "won", "opened": "dropped", "dropped": "opened", "changed": "changed"}
"""What each verdict on a slot is when the two sides change places."""


class SlotChange(NamedTuple):
    """What became of one slot; null stands for a slot that is not there.

    `won` has fresh content now and had none, `lost` the other way round; `opened` is a new slot
    without, `dropped` an empty one that is gone; `changed` is any other change of state or need.
    """

    id: str
    verdict: str
    before: Standing | None
    after: Standing | None


class Share(NamedTuple):
    """How many required slots there are, and how many of them have fresh, published content."""

    required: int = 0
    published: int = 0

    @property
    def part(self) -> float:
        """The share from 0 to 1; of nothing required, all is covered."""
        return self.published / self.required if self.required else 1.0


class Shift(NamedTuple):
    """A share before and after; nothing where the journey or persona is not there."""

    before: Share | None
    after: Share | None


class Redefinition(NamedTuple):
    """A persona or touchpoint that is `added`, `removed` or `changed`."""

    kind: str
    id: str
    verdict: str


class Review(NamedTuple):
    """An item that was written for something that is different now."""

    item: str
    path: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """All that lies between two results.

    `coverage` is the total, `journeys` and `personas` hold those whose coverage changed. `accepted` are
    findings that came to be excused, `returned` those that are so no longer. `moved` gives the new id
    of each item whose file moved.
    """

    slots: tuple[SlotChange, ...]
    coverage: Shift
    journeys: Mapping[str, Shift]
    personas: Mapping[str, Shift]
    new: tuple[Seen, ...]
    gone: tuple[Seen, ...]
    accepted: tuple[Seen, ...]
    returned: tuple[Seen, ...]
    unchanged: int
    redefined: tuple[Redefinition, ...]
    reviews: tuple[Review, ...]
    moved: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to tell; a file that moved is nothing."""
        lists = (self.slots, self.new, self.gone, self.accepted, self.returned, self.redefined, self.reviews)
        return not any(lists) and not self.journeys and not self.personas

    def with_verdict(self, verdict: str) -> tuple[SlotChange, ...]:
        """Return the slots with one verdict."""
        return tuple(slot for slot in self.slots if slot.verdict == verdict)


def compare(before: Picture, after: Picture) -> Change:
    """Return what lies between two pictures."""
    renames = renames_between(before.content, after.content)
    sorted_out = _sorted_out(before.findings, after.findings, renames)
    return Change(
        slots=tuple(_slots(before.slots, after.slots)),
        coverage=Shift(share(before.slots.values()), share(after.slots.values())),
        journeys=_shifts(before, after, lambda slot: slot.journey),
        personas=_shifts(before, after, lambda slot: slot.persona),
        **sorted_out._asdict(),
        redefined=tuple(_redefined(before.content, after.content)),
        reviews=tuple(_reviews(before.content, after.content)),
        moved=renames.items,
    )


def _slots(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> Iterator[SlotChange]:
    for id in dict.fromkeys((*after, *before)):
        pair = before.get(id), after.get(id)
        if pair[0] != pair[1]:
            yield SlotChange(id, _verdict(*pair), *pair)


def _verdict(before: Standing | None, after: Standing | None) -> str:
    had, has = before is not None and before.is_covered, after is not None and after.is_covered
    if had != has:
        return "won" if has else "lost"
    if had or (before is not None and after is not None):
        return "changed"
    return "opened" if before is None else "dropped"


def share(slots: Iterable[Standing]) -> Share:
    """Return the share of the required slots with fresh, published content."""
    required = [slot for slot in slots if slot.is_required]
    return Share(len(required), sum(slot.is_covered for slot in required))


def _shifts(before: Picture, after: Picture, key: Callable[[Standing], str]) -> Mapping[str, Shift]:
    old, new = (_shares(side.slots.values(), key) for side in (before, after))
    pairs = {name: Shift(old.get(name), new.get(name)) for name in dict.fromkeys((*new, *old))}
    return {name: shift for name, shift in pairs.items() if shift.before != shift.after}


def _shares(slots: Iterable[Standing], key: Callable[[Standing], str]) -> Mapping[str, Share]:
    groups: dict[str, list[Standing]] = defaultdict(list)
    for slot in slots:
        groups[key(slot)].append(slot)
    return {name: share(group) for name, group in groups.items()}


class _SortedOut(NamedTuple):
    new: tuple[Seen, ...]
    gone: tuple[Seen, ...]
    accepted: tuple[Seen, ...]
    returned: tuple[Seen, ...]
    unchanged: int


def _sorted_out(before: Sequence[Seen], after: Sequence[Seen], renames: Renames) -> _SortedOut:
    """Match the findings of both sides by fingerprint and severity, whatever their place or number."""
    pairs, old, new = _matched(before, after, lambda a: a.known_as(renames), lambda b: b.known_as())
    return _SortedOut(
        new=tuple(seen for seen in new if not seen.is_excused),
        gone=tuple(seen for seen in old if not seen.is_excused),
        accepted=tuple(b for a, b in pairs if b.is_excused and not a.is_excused),
        returned=tuple(b for a, b in pairs if a.is_excused and not b.is_excused),
        unchanged=sum(not a.is_excused and not b.is_excused for a, b in pairs),
    )


def _matched(
    before: Sequence[Seen],
    after: Sequence[Seen],
    old_key: Callable[[Seen], tuple[str, ...]],
    new_key: Callable[[Seen], tuple[str, ...]],
) -> tuple[list[tuple[Seen, Seen]], list[Seen], list[Seen]]:
    """Return the pairs with the same key, and what is left on either side."""
    waiting: dict[tuple[str, ...], list[Seen]] = defaultdict(list)
    for seen in before:
        waiting[old_key(seen)].append(seen)
    pairs, new = [], []
    for seen in after:
        here = waiting.get(new_key(seen))
        if here:
            pairs.append((here.pop(0), seen))
        else:
            new.append(seen)
    left = Counter(id(seen) for seen_here in waiting.values() for seen in seen_here)
    return pairs, [seen for seen in before if left[id(seen)]], new


def _redefined(before: Inventory | None, after: Inventory | None) -> Iterator[Redefinition]:
    """Yield the personas and touchpoints that differ; without both versions nobody can tell."""
    if before is None or after is None:
        return
    old, new = before.stamps, after.stamps
    for kind, id in sorted(dict.fromkeys((*new, *old)), key=lambda key: KINDS.index(key[0])):
        stamps = old.get((kind, id)), new.get((kind, id))
        if stamps[0] != stamps[1]:
            verdict = "changed" if all(stamps) else "removed" if stamps[0] else "added"
            yield Redefinition(kind, id, verdict)


def _reviews(before: Inventory | None, after: Inventory | None) -> Iterator[Review]:
    """Yield the items that were written for what is different now, unless they were reviewed against it."""
    if before is None or after is None:
        return
    old, new = before.fingerprints, after.fingerprints
    changed = {id for id, stamp in new.items() if old.get(id, stamp) != stamp}
    for item in after.items if changed else ():
        seen = dict(item.reviewed)
        because = tuple(
            id for id in item.written_for if id in changed and seen.get(id, "").lower() != new[id]
        )
        if because:
            yield Review(item.id, item.path, because)
