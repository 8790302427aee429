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
from tests.site.sample import HOSTILE_ITEM

from klantreis.build import Order, build
from klantreis.check import activate, check
from klantreis.disk import find_config, list_files
from klantreis.models import built_in
from klantreis.read.project import read_project
from klantreis.rule import all_rules

ROOT = Path(__file__).parents[2]
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
    strange = folder / "content" / "een map & meer"
    strange.mkdir()
    for name in ("a b#c%d'e.md", "ÉÉN.md"):
        body = (
            hostile.replace("id: vijandig\n", "")
            + "\n![foto](foto%20%26%20zo.png) [weer](../vijandig.md#open)\n"
        )
        (strange / name).write_text(body, "utf-8", newline="")
    (strange / "foto & zo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture(scope="session")
def project_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("een project")
    return copied_example(folder)


@pytest.fixture(scope="session")
def site(project_folder: Path) -> Path:
    """The example and the hostile items, built for the web and for use from a folder."""
    return build_folder(project_folder, Order(is_offline=True))


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
