"""Measure how soon a slow phone shows the matrix of the overview: in Chromium, six times as slow."""

import functools
import http.server
import os
import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SLOWER = 6
"""How many times slower than this machine a phone is held to be."""
LIMIT = 1.0
LOADS = 9
PHONE = {"width": 390, "height": 844}
# From a task of the highest priority after the frame that draws the whole matrix: a plain timeout would
# wait for the theme's scripts, and the frame itself begins before anything is drawn.
WATCH = """
new MutationObserver((_, watch) => {
  const room = document.querySelector(".kr-matrix")?.closest("section");
  if (!room?.nextElementSibling) return;
  watch.disconnect();
  const drawn = () => { window.krShown = performance.now(); };
  requestAnimationFrame(() => scheduler.postTask(drawn, {priority: "user-blocking"}));
}).observe(document, {childList: true, subtree: true});
"""


class NoBrowser(Exception):
    """There is nothing here to look at a page with; the text says what is missing."""


def seconds_to_matrix(site: Path, loads: int = LOADS) -> list[float]:
    """Return for each of `loads` visits the seconds until the overview of the built `site` shows its matrix.

    Each visit begins with nothing kept. Raises NoBrowser when there is no Chromium or no Playwright.
    """
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        raise NoBrowser("no Chromium found")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise NoBrowser("no Playwright found") from None
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Nothing but the page: no look-ups of the browser itself, and no sandbox where it cannot be had.
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    flags += ["--no-sandbox"] if is_root else []
    with _served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        try:
            return [_visit(browser, home) for _ in range(loads)]
        finally:
            browser.close()


def _visit(browser, home: str) -> float:
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
    try:
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(WATCH)
        page.goto(home)
        page.wait_for_function("window.krShown")
        return page.evaluate("window.krShown") / 1000
    finally:
        context.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def line(site: Path) -> str:
    """Return the line to print about the overview of the built `site`."""
    name = f"overview shows its matrix, CPU {SLOWER}× slower"
    try:
        seconds = seconds_to_matrix(site)
    except NoBrowser as reason:
        return f"{name:34} not measured: {reason}"
    middle, most = statistics.median(seconds), max(seconds)
    return f"{name} {middle:.2f} s (limit {LIMIT:.0f}), median of {len(seconds)} visits, at most {most:.2f}"
