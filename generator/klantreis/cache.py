"""The room that keeps what was read: an item whose file is the same as last time is not read again.

Everything lies in the user's own cache folder, never in the project, where a change from somebody else
could put it; and it is read as plain values, so that it could run nothing if it did.
"""

import fnmatch
import hashlib
import io
import os
import pickle
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import platformdirs

from klantreis import __version__
from klantreis.disk import Texts
from klantreis.model.blob import blob_name
from klantreis.read.item import Read
from klantreis.read.item_record import ItemSpec
from klantreis.snapshot import snapshot

PLACE = "KLANTREIS_CACHE_DIR"
"""The variable of the environment that names another folder."""
SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change of a file shows in its times, however coarse the clock of the disk is."""
FORGOTTEN: Final = 90 * 24 * 3600
"""Seconds after which the items of a project that nobody checks are thrown away."""

_OURS: Final = re.compile(r"items-[0-9a-f]{40}")
"""What the folder of a project is called; what else stands beside it is not ours to throw away."""
_LIBRARIES: Final = ("ahocorasick_rs", "frontmatter", "pyromark", "yaml")
"""What reading an item asks of others; they need not stand in the same folder."""
_SEAL: Final = 20
"""The number of bytes before a value that is kept, by which its damage shows."""

Stamp = tuple[int, int, int, int]
"""Times of change of content and of entry, size and number of a file: the same means the same content.

Windows keeps no time of change of an entry: there a change goes unseen when somebody puts the time back
and the size is the same.
"""


class Kept(NamedTuple):
    """What the cache holds of one share of the items, by row: path and stamp, and the items packed."""

    paths: tuple[str, ...]
    stamps: tuple[Stamp | None, ...]
    packed: bytes


@dataclass(frozen=True, slots=True)
class Cache:
    """The items of one project as they were read last, for one version of the tool and its settings."""

    folder: Path
    identity: bytes

    def known(self, name: str, paths: Sequence[str], texts: Mapping[str, str]) -> "Known":
        """Return which of `paths` are still as they were when the share `name` was kept."""
        stamps = {path: stamp_of(texts, path) for path in paths}
        kept = self._kept(name)
        reads = _items(kept) if kept else []
        if kept is None or not reads:
            return Known(stamps)
        same = {
            path: read
            for path, stamp, read in zip(kept.paths, kept.stamps, reads, strict=True)
            if path in stamps
            if (stamp is not None and stamp == stamps[path]) or read.blob == blob_name(texts[path])
        }
        return Known(
            stamps,
            same,
            is_stale=len(same) != len(kept.paths)
            or tuple(stamps[path] for path in kept.paths) != kept.stamps,
        )

    def _kept(self, name: str) -> Kept | None:
        row = self.recall(name)
        return Kept(*row) if isinstance(row, tuple) and len(row) == len(Kept._fields) else None

    def holds(self, name: str) -> bool:
        """Say whether something was kept under a name."""
        return (self.folder / name).is_file()

    def recall(self, name: str) -> Any:
        """Return the value that was kept under a name, null where there is none that can be used."""
        path = self.folder / name
        try:
            written = path.read_bytes()
        except OSError:
            return None
        seal, data = written[:_SEAL], written[_SEAL:]
        if seal == self._seal(data):
            return _value(data)
        with suppress(OSError):
            path.unlink()
        return None

    def keep(self, name: str, value: object) -> None:
        """Write a value; where nothing can be written, nothing is kept."""
        data = packed(value)
        with suppress(OSError):
            # Others on the same machine have no business with texts that are not published yet.
            self.folder.mkdir(0o700, parents=True, exist_ok=True)
            _write(self.folder / name, self._seal(data) + data)

    def _seal(self, data: bytes) -> bytes:
        """Return what stands before `data`, by which damage and another version show."""
        return _name(self.identity + data)

    def forget(self, kind: str, but: Collection[str] = (), most: int = 0) -> None:
        """Remove what is called `kind`-something, some and the newest aside, and projects nobody checks."""
        with suppress(OSError):
            here = [entry for entry in os.scandir(self.folder) if entry.name.startswith(f"{kind}-")]
            strays = sorted((e for e in here if e.name not in but), key=lambda e: -e.stat().st_mtime_ns)
            for entry in strays[most:]:
                os.unlink(entry)
            for project in filter(_OURS.fullmatch, os.listdir(self.folder.parent)):
                if time.time() - (self.folder.parent / project).stat().st_mtime > FORGOTTEN:
                    shutil.rmtree(self.folder.parent / project, ignore_errors=True)


class Known(NamedTuple):
    """What still holds of a share: the stamps of its files, and the items that are unchanged, by path."""

    stamps: Mapping[str, Stamp | None] = MappingProxyType({})
    reads: Mapping[str, Read] = MappingProxyType({})
    is_stale: bool = False
    """Whether it is better kept anew: items went, or files have other times and the same content."""


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, whoever else is writing it."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def cache_for(root: Path, spec: ItemSpec, environment: Mapping[str, str] | None = None) -> Cache | None:
    """Return the cache of the project in `root`, as this version of the tool reads it with these settings.

    There is none for a user who has no home.
    """
    place = _place(os.environ if environment is None else environment)
    if place is None:
        return None
    project = _name(f"{root.resolve()}\0{spec.config.path}".encode("utf-8", "surrogateescape")).hex()
    return Cache(place / f"items-{project}", _identity(spec))


def _place(environment: Mapping[str, str]) -> Path | None:
    """Return the folder of all caches; null rather than one in the project, where `~` means nothing."""
    named = environment.get(PLACE)
    try:
        if named:
            return Path(named).expanduser()
        place = platformdirs.user_cache_path("klantreis", appauthor=False)
    except RuntimeError:
        return None
    return place if place.is_absolute() else None


def _identity(spec: ItemSpec) -> bytes:
    """Return what reading depends on beside a file: this code and its data, its libraries, the settings."""
    about = repr((__version__, sys.version_info, _libraries(), _code(), spec.settings))
    return _name(about.encode("utf-8", "surrogateescape"))


def _code() -> Sequence[object]:
    """Return what tells our code from another: where it was installed its list of contents, else its times.

    Installed once more it is the same, so that a machine which is new each time can be given a cache.
    """
    package = Path(__file__).parent
    lists = sorted(package.parent.glob("klantreis-*.dist-info/RECORD"))
    return [path.read_bytes() for path in lists] or sorted(snapshot(package).items())


def _libraries() -> list[list[str]]:
    """Return, for each folder of a library that reads, what it holds, by name and version."""
    specs = filter(None, map(find_spec, _LIBRARIES))
    folders = sorted({Path(spec.origin).parent.parent for spec in specs if spec.origin})
    return [sorted(fnmatch.filter(os.listdir(folder), "*-info")) for folder in folders]


def _name(data: bytes) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()


def stamp_of(texts: Mapping[str, str], path: str) -> Stamp | None:
    """Return the stamp of a file; nothing where it tells too little, as of a text that is not on disk."""
    if not isinstance(texts, Texts) or path in texts.unsaved:
        return None
    try:
        stat = os.stat(f"{texts.root}/{path}")
    except OSError:
        return None
    if time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns) < SETTLED:
        return None
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def packed(value: object) -> bytes:
    """Return values as they go from one process to another, and into the cache."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Any:
    """Return what `packed` packed; raises an error of any kind when it is damaged or holds anything else."""
    return _Plain(io.BytesIO(data)).load()


def _items(kept: Kept) -> list[Read]:
    """Return the items of a share, none where they are damaged."""
    reads = _value(kept.packed)
    is_whole = isinstance(reads, list) and len(reads) == len(kept.paths)
    return reads if is_whole and all(type(read) is Read for read in reads) else []


def _value(data: bytes) -> Any:
    """Return what is packed in `data`; null where it is damaged or not ours, so that it is made anew."""
    try:
        return unpacked(data)
    except Exception:  # damaged bytes may raise anything at all
        return None


_ROOMS: Final = frozenset(
    f"klantreis.{room}" for room in ("read.item", "picture", "inventory", "finding", "overview", "wording")
)
_OUTSIDE: Final = {("datetime", "date"), ("array", "array"), ("array", "_array_reconstructor")}


class _Plain(pickle.Unpickler):
    """Makes values of ours, and nothing that does anything.

    Who can seal a file and write it here may have a run say what is not so, but not do anything.
    """

    def find_class(self, module: str, name: str) -> Any:
        """Return the class of a value, or refuse."""
        if (module, name) in _OUTSIDE:
            return super().find_class(module, name)
        if module.startswith("klantreis.model.") or module in _ROOMS:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:  # and nothing that it imports
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")
