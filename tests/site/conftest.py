"""A site that is built once, and a browser where there is one."""

import contextlib
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.site.hostile import HOSTILE
from tests.site.sample import HOSTILE_ITEM

from klantreis.build import Order, build
from klantreis.check import activate, check
from klantreis.disk import find_config, list_files
from klantreis.models import built_in
from klantreis.read.project import read_project
from klantreis.rule import all_rules

ROOT = Path(__file__).parents[2]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d4944415478da63fcffffff7f0009fb03fd2ad7e6310000000049454e44ae426082"
)
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def build_folder(root: Path, order: Order) -> Path:
    """Build the project in `root` on the example's day and return where its site is."""
    import datetime

    found = find_config(root)
    listing = list_files(found.root, found.config)
    project = read_project(
        listing.texts, found.config, datetime.date(2026, 11, 1), built_in(),
        files=listing.files, troubles=listing.troubles,
    )  # fmt: skip
    result = check(project, activate(all_rules(), found.config), found.config)
    built = build(result, listing.texts, found.config, found.root, order)
    return built.site or built.pages


def copied_example(folder: Path) -> Path:
    """Return a copy of the worked example in a folder with a space in its name, hostile items beside it."""
    for name in ("content", "personas", "journeys"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("klantreis.toml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    hostile = HOSTILE_ITEM.replace("stage: attention", "stage: orientation").replace("huurder", "jong-gezin")
    (folder / "content" / "vijandig.md").write_text(hostile, "utf-8", newline="")
    for path, text in HOSTILE.items():
        place = folder / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="")
    (folder / "content" / "een map & meer" / "foto & zo.png").write_bytes(PIXEL)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example and the hostile items, built for a web server."""
    return build_folder(copied_example(tmp_path_factory.mktemp("een project")), Order())


@pytest.fixture(scope="session")
def loose_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built for use from a folder, as somebody unpacks the zip of it."""
    folder = copied_example(tmp_path_factory.mktemp("los & vast"))
    build_folder(folder, Order(is_offline=True))
    place = tmp_path_factory.mktemp("uit & gepakt")
    shutil.unpack_archive(folder / "build" / "site.zip", place)
    return place / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, below a path of its own."""
    with served(site) as place:
        yield place


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site below a path of its own, and yield where."""
    above = site.parent / "served"
    above.mkdir()
    shutil.copytree(site, above / "onder" / "pad")
    handler = functools.partial(_Quiet, directory=str(above))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/onder/pad/"
        server.shutdown()
        thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; without one the tests that need it are skipped, unless they are required."""
    path = next((found for name in CHROMIUMS if (found := shutil.which(name))), None)
    if path is None:
        message = "no Chromium found: browser tests need chromium or google-chrome on the PATH"
        if os.environ.get("KLANTREIS_BROWSER_TESTS") == "required":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Without its sandbox, since containers do not allow it one; the pages are our own.
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()
