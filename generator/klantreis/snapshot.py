"""What stands in a folder now, to be compared with what stands there later."""

import os
from collections.abc import Iterator
from pathlib import Path

_FOREIGN = ("node_modules", "__pycache__")


def snapshot(root: Path) -> dict[str, tuple[int, int]]:
    """Return time and size of every source below `root`; what is built and hidden is left out."""
    left_out = {str(root / name) for name in ("build", "site")}
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in _sources(str(root), left_out)}


def _sources(folder: str, left_out: set[str]) -> Iterator[tuple[str, os.stat_result]]:
    for entry in _entries(folder):
        if entry.name.startswith(".") or entry.name in _FOREIGN or entry.path in left_out:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _sources(entry.path, left_out)
            else:
                yield entry.path, entry.stat()
        except OSError:  # gone since the folder was listed: an editor's temporary file
            continue


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
