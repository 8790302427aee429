"""Measure the site: what its pages cost beside building them, its size, when a change and the matrix show."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generate import write
from overview import line as overview_line

HERE = Path(__file__).resolve().parent
EXAMPLE = ("content", "personas", "journeys", "klantreis.toml", "mkdocs.yml")
EXAMPLES_ITEM = "kiezen/vanaf-welke-leeftijd"
PATIENCE = 300
"""Seconds to wait for a page before it is a failure."""
EVERY = 0.1
WORD = "zeldzaamwoord"
"""What an item says after a change and before it nowhere."""


@dataclass(frozen=True)
class Figures:
    """What the site of one project costs: seconds of processor time, and bytes."""

    check: float
    pages: float
    builder: float
    index: int
    largest: int
    largest_page: str

    @property
    def share(self) -> float:
        """The part of the builder's time that writing the pages takes, reading and checking left out."""
        return max(self.pages - self.check, 0) / self.builder


def figures(folder: Path, environment: Mapping[str, str], today: str) -> Figures:
    """Build the site of the project in `folder` and return what it cost and holds."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    check = _cpu(("klantreis", "check", "--exit-zero", "--today", today), folder, environment)
    pages = _cpu(("klantreis", "build", "--pages-only", "--today", today), folder, environment)
    builder = _cpu(("mkdocs", "build", "--quiet", "-f", "build/mkdocs.yml"), folder, environment)
    site = folder / "build" / "site"
    largest = max(site.rglob("*.html"), key=lambda page: page.stat().st_size)
    return Figures(check, pages, builder, (site / "search" / "search_index.json").stat().st_size,
                   largest.stat().st_size, largest.relative_to(site).as_posix())  # fmt: skip


def _cpu(module: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Return the processor time of a command, children included, or the time it took where none is told."""
    command = (sys.executable, "-m", *module)
    before, started = os.times(), time.perf_counter()
    subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL
    )
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used or time.perf_counter() - started


def seconds_to_show(folder: Path, environment: Mapping[str, str], item: str, page: str) -> float:
    """Return the seconds from saving a change in `item` until `klantreis serve` shows it on `page`."""
    path = folder / item
    text = path.read_bytes()
    try:
        with _served(folder, environment) as home:
            _wait_for(f"{home}{page}", b"<h1")
            time.sleep(2)  # the builder starts to watch after it first answers
            started = time.perf_counter()
            path.write_bytes(text + f"\n\n{WORD}\n".encode())
            _wait_for(f"{home}{page}", WORD.encode())
            return time.perf_counter() - started
    finally:
        path.write_bytes(text)


@contextmanager
def _served(folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command = (sys.executable, "-m", "klantreis", "serve", "--address", where)
    server = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment},
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        yield f"http://{where}/"
    finally:
        # As Ctrl+C does, so that the builder's server goes with it.
        server.send_signal(2)
        server.wait(timeout=20)


def _wait_for(url: str, words: bytes) -> None:
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if words in answer.read():
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(EVERY)
    raise TimeoutError(f"{url} does not show {words!r} within {PATIENCE} seconds")


def lines(items: int, made: Figures, shown: Sequence[tuple[str, float, float]]) -> Iterator[str]:
    """Yield the lines to print; `shown` has names, the seconds until a change shows and their limits."""
    yield f"the site of {items:,} items, in CPU seconds:"
    yield f"{'reading and checking':34} {made.check:8.2f}"
    yield f"{'writing the pages':34} {made.pages - made.check:8.2f} {made.share:7.1%} of the next (limit 20%)"
    yield f"{'mkdocs build of these pages':34} {made.builder:8.2f}"
    yield f"{'search index':34} {made.index / 1e6:8.2f} MB (limit 5)"
    yield f"{'largest page':34} {made.largest / 1e6:8.2f} MB (limit 5): {made.largest_page}"
    for name, seconds, limit in shown:
        yield f"{f'serve shows a change, {name}':34} {seconds:8.2f} s (limit {limit:.0f})"


def site_table(
    above: Path, items: int, seed: int, environment: Mapping[str, str], today: str
) -> Iterator[str]:
    """Yield the lines about the site of a project with so many items, and about serving the example."""
    folder, example = above / f"site-{items}", above / "example"
    print(f"building the site of {items:,} items, and serving it and the example", file=sys.stderr)
    write(folder, items, seed)
    _copy_example(example)
    made = figures(folder, environment, today)
    overview = overview_line(folder / "build" / "site")
    first = min((folder / "content").rglob("*.md")).relative_to(folder / "content").with_suffix("")
    shown = [
        (name, seconds_to_show(place, environment, f"content/{item}.md", f"items/{item}.html"), limit)
        for name, place, item, limit in (
            ("example", example, EXAMPLES_ITEM, 3.0),
            (f"{items:,} items", folder, first.as_posix(), 12.0),
        )
    ]
    yield from lines(items, made, shown)
    yield overview


def _copy_example(folder: Path) -> None:
    for name in EXAMPLE:
        place, goal = HERE.parent / name, folder / name
        goal.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            shutil.copytree(place, goal, dirs_exist_ok=True)
        else:
            shutil.copy(place, goal)
