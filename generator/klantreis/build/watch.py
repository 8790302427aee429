"""Serving: the builder shows the pages, and a loop rewrites them when a source changes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from klantreis.build.runner import builder_environment, judge_builder
from klantreis.build.site import Order, build
from klantreis.check import Result
from klantreis.config import Config
from klantreis.errors import OperatorError

PAUSE = 0.5
"""Seconds between two looks at the sources."""
_FOREIGN = ("node_modules", "__pycache__")


class Loaded(NamedTuple):
    """A project as it stands on disk now."""

    result: Result
    texts: Mapping[str, str]
    config: Config


def serve(
    load: Callable[[], Loaded], root: Path, order: Order, where: str, tell: Callable[[str], None]
) -> int:
    """Show the site at `where` (`host:port`) and follow changes until it is interrupted.

    The builder's own server watches the pages; this loop watches the sources and rewrites the pages
    that change. `tell` is called with a line for each change and each mistake on the way. Returns
    the exit code of the builder's server.
    """
    judge_builder(order.builder)
    loaded = load()
    built = build(loaded.result, loaded.texts, loaded.config, root, replace(order, pages_only=True))
    tell(f"{built.total} pages; http://{where}/")
    command = [
        sys.executable,
        "-m",
        order.builder,
        "serve",
        "-f",
        str(root / "build" / "mkdocs.yml"),
        "-a",
        where,
    ]
    server = subprocess.Popen(command, cwd=root, env=builder_environment(loaded.result))
    try:
        follow(lambda: server.poll() is None, load, root, order, tell)
        return server.returncode
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait(timeout=10)


def follow(
    is_wanted: Callable[[], bool],
    load: Callable[[], Loaded],
    root: Path,
    order: Order,
    tell: Callable[[str], None],
    pause: float = PAUSE,
) -> None:
    """Rewrite the pages whenever a source changes, as long as `is_wanted` says so."""
    seen = _snapshot(root)
    while is_wanted():
        time.sleep(pause)
        now = _snapshot(root)
        if now != seen:
            seen = now
            _rewrite(load, root, order, tell)


def _rewrite(load: Callable[[], Loaded], root: Path, order: Order, tell: Callable[[str], None]) -> None:
    """Rewrite the pages after a change; a mistake in the middle of an edit is told, and no end."""
    try:
        loaded = load()
        built = build(loaded.result, loaded.texts, loaded.config, root, replace(order, pages_only=True))
    except (OperatorError, OSError) as error:
        tell(str(error))
        return
    tell(f"{built.written} pages written, {built.removed} removed")


def _snapshot(root: Path) -> dict[str, tuple[int, int]]:
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
