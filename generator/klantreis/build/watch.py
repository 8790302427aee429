"""Serving: the builder shows the pages, and a loop rewrites them when a source changes."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from klantreis.build.runner import builder_environment, judge_builder
from klantreis.build.site import Order, build
from klantreis.check import Result
from klantreis.config import Config
from klantreis.errors import OperatorError
from klantreis.site.tongue import languages_of
from klantreis.snapshot import snapshot

PAUSE = 0.5
"""Seconds between two looks at the sources."""


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
    # One language: the builder serves one, and a change shall show soon.
    config = loaded.config
    first = languages_of(config.site, config.language)[0]
    order = replace(order, pages_only=True, language=order.language or first)
    built = build(loaded.result, loaded.texts, config, root, order)
    tell(f"{built.total} pages; http://{where}/")
    server = subprocess.Popen(
        server_command(order.builder, root, where), cwd=root, env=builder_environment(loaded.result)
    )
    try:
        follow(lambda: server.poll() is None, load, root, order, tell)
        return server.returncode
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait(timeout=10)


def server_command(builder: str, root: Path, where: str) -> list[str]:
    """Return the command of the builder's own server."""
    # Only the pages that changed: the whole of a large site takes these builders most of a minute.
    changed = ["--dirty"] if builder in ("mkdocs", "properdocs") else []
    return [sys.executable, "-m", builder, "serve", *changed, "-f", str(_settings(root)), "-a", where]


def _settings(root: Path) -> Path:
    return root / "build" / "mkdocs.yml"


def follow(
    is_wanted: Callable[[], bool],
    load: Callable[[], Loaded],
    root: Path,
    order: Order,
    tell: Callable[[str], None],
    pause: float = PAUSE,
) -> None:
    """Rewrite the pages whenever a source changes, as long as `is_wanted` says so."""
    seen = snapshot(root)
    while is_wanted():
        time.sleep(pause)
        now = snapshot(root)
        if now != seen:
            seen = now
            _rewrite(load, root, order, tell)


def _rewrite(load: Callable[[], Loaded], root: Path, order: Order, tell: Callable[[str], None]) -> None:
    """Rewrite the pages after a change; a mistake in the middle of an edit is told, and no end."""
    settings = _settings(root).read_bytes() if _settings(root).is_file() else b""
    try:
        loaded = load()
        built = build(loaded.result, loaded.texts, loaded.config, root, replace(order, pages_only=True))
        if _settings(root).read_bytes() != settings:
            _touch(built.pages)
    except (OperatorError, OSError) as error:
        tell(str(error))
        return
    tell(f"{built.written} pages written, {built.removed} removed")


def _touch(pages: Path) -> None:
    """Make every page look new, for the builder's settings show on all of them."""
    for path in pages.rglob("*.md"):
        path.touch()
