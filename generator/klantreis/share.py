"""Reading many items: in shares, over several processes, and only those that changed."""

import gc
import os
import pickle
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from klantreis.cache import Kept, Known, cache_for, packed, unpacked
from klantreis.disk import Texts
from klantreis.read.item import Read
from klantreis.read.item_record import ItemSpec
from klantreis.read.project import read_items

SHARE = 32
"""How many items a process reads at a time, or up to twice as many: few enough to be sent off before
they have left its caches."""
WORTH_SHARING = 400
"""The number of items from which reading them in several processes pays."""


class Task(NamedTuple):
    """The items of one share that have to be read, and what is known of the share."""

    name: str
    paths: Sequence[str]
    missing: Sequence[str]
    known: Known


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read the items of a project, over `jobs` processes at most.

    `home` is the folder of the project that keeps what was read, null for none.
    """

    home: Path | None = None
    jobs: int | None = None

    def __call__(self, paths: Sequence[str], texts: Mapping[str, str], spec: ItemSpec) -> list[Read]:
        """Return the items at `paths`, in that order."""
        cache = cache_for(self.home, spec) if self.home else None
        found: dict[str, Read] = {}
        tasks = []
        shares = _shares(paths)
        for name, share in shares.items():
            known = cache.known(name, share, texts) if cache else Known()
            found |= known.reads
            missing = [path for path in share if path not in found]
            if missing or known.is_stale:
                tasks.append(Task(name, share, missing, known))
        keeps = cache if isinstance(texts, Texts) and not texts.unsaved else None
        for task, fresh in zip(tasks, self._read(tasks, texts, spec), strict=True):
            found |= zip(task.missing, unpacked(fresh), strict=True)
            if keeps:
                keeps.keep(task.name, tuple(_kept(task, fresh, found)))
        if keeps and tasks:
            keeps.forget("share", shares)
        return [found[path] for path in paths]

    def _read(self, tasks: Sequence[Task], texts: Mapping[str, str], spec: ItemSpec) -> Iterable[bytes]:
        jobs = self.jobs or os.cpu_count() or 1
        wanted = [task.missing for task in tasks]
        if jobs == 1 or sum(map(len, wanted)) < WORTH_SHARING or not isinstance(texts, Texts):
            return (_fresh(missing, texts, spec) for missing in wanted)
        return _read_apart(jobs, wanted, texts, spec)


def _shares(paths: Sequence[str]) -> dict[str, list[str]]:
    """Return the paths by the name of their share, which stays the same when other files come and go."""
    count = 1 << max((len(paths) // SHARE).bit_length() - 1, 0)
    shares: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        number = zlib.crc32(path.encode("utf-8", "surrogateescape")) % count
        shares[f"share-{count}-{number}"].append(path)
    return shares


def _kept(task: Task, fresh: bytes, found: Mapping[str, Read]) -> Kept:
    """Return a share as it is now: the items that were known, and those read anew."""
    whole = fresh if task.missing == task.paths else packed([found[path] for path in task.paths])
    return Kept(
        paths=tuple(task.paths),
        stamps=tuple(task.known.stamps[path] for path in task.paths),
        packed=whole,
    )


def _fresh(paths: Sequence[str], texts: Mapping[str, str], spec: ItemSpec) -> bytes:
    """Return the items at `paths`, read and packed."""
    return packed(read_items(paths, texts, spec))


def _read_apart(jobs: int, wanted: Sequence[Sequence[str]], texts: Texts, spec: ItemSpec) -> Iterator[bytes]:
    from concurrent.futures import ProcessPoolExecutor  # only large projects wait for its import

    written = pickle.dumps(spec)
    parts = (Texts(texts.root, paths, texts.unsaved) for paths in wanted)
    with ProcessPoolExecutor(jobs, initializer=gc.disable) as pool:
        yield from pool.map(_fresh_share, wanted, parts, repeat(written))


def _fresh_share(paths: Sequence[str], texts: Texts, written: bytes) -> bytes:
    return _fresh(paths, texts, _spec(written))


@lru_cache(maxsize=1)
def _spec(written: bytes) -> ItemSpec:
    """Return the same value for all shares that a process reads: to make it takes longer than to read one."""
    spec: ItemSpec = pickle.loads(written)
    return spec
