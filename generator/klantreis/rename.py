"""Which items and files of one project are those of another under a new name."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from klantreis.inventory import Holding, Inventory

Groups = Mapping[Hashable, Sequence[Holding]]


@dataclass(frozen=True, slots=True)
class Renames:
    """The new id of each item that moved, and the new path of each file that did."""

    items: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)


def renames_between(before: Inventory | None, after: Inventory | None) -> Renames:
    """Return what moved: by the same id, by an alias, by the same text, by a title that only one has."""
    if before is None or after is None:
        return Renames()
    items = _moved_items(before, after)
    by_id = {item.id: item.path for item in after.items}
    paths = {item.path: by_id[items.get(item.id, item.id)] for item in before.items
             if items.get(item.id, item.id) in by_id}  # fmt: skip
    paths |= {path: after.places[key] for key, path in before.places.items() if key in after.places}
    return Renames(items, {old: new for old, new in paths.items() if old != new})


def _moved_items(before: Inventory, after: Inventory) -> dict[str, str]:
    old_ids, new_ids = {item.id for item in before.items}, {item.id for item in after.items}
    old = [item for item in before.items if item.id not in new_ids]
    new = [item for item in after.items if item.id not in old_ids]
    moved: dict[str, str] = {}
    if not old or not new:
        return moved
    aliased = {(i.id, alias) for i in (*old, *new) for alias in i.aliases}
    pairs = [(o, n) for o in old for n in new if {(n.id, o.id), (o.id, n.id)} & aliased] if aliased else []
    moved |= {o.id: n.id for o, n in pairs}
    for keys, only_one in (((_text(before), _text(after)), False), ((_title, _title), True)):
        rest = [item for item in old if item.id not in moved]
        free = [item for item in new if item.id not in set(moved.values())]
        moved |= _paired(_by(rest, keys[0]), _by(free, keys[1]), only_one=only_one)
    return moved


def _text(side: Inventory) -> Callable[[Holding], Hashable]:
    return lambda item: side.blobs.get(item.path)


def _title(item: Holding) -> Hashable:
    return item.title or None


def _paired(old: Groups, new: Groups, *, only_one: bool) -> dict[str, str]:
    """Pair the items with the same key; with `only_one` a key that several share pairs none."""
    found: dict[str, str] = {}
    for key, items in old.items():
        others = new.get(key, ())
        if key is not None and not (only_one and (len(items) > 1 or len(others) > 1)):
            found |= {item.id: other.id for item, other in zip(items, others, strict=False)}
    return found


def _by(items: Iterable[Holding], key: Callable[[Holding], Hashable]) -> Groups:
    groups: dict[Hashable, list[Holding]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
