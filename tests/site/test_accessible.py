"""Every kind of page before axe-core, which finds what can be found of WCAG by machine."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.site.test_browser import KINDS, Visit

pytestmark = pytest.mark.browser

HOSTILE_PAGES = ("items/koppen.html", "items/lang.html", "items/rauw.html", "items/rechts/naar-links.html")


@pytest.fixture(scope="module")
def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Any, address: str, axe: str, scheme: str, width: int
) -> None:
    visit = Visit(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = [line for place in (*KINDS, *HOSTILE_PAGES) for line in violations(visit, place, axe)]
    visit.context.close()
    assert not found, "\n".join(found)


def violations(visit: Visit, place: str, axe: str) -> Iterator[str]:
    """Yield a line for each rule that the page at `place` breaks, with the first element that does."""
    visit.open(place)
    visit.page.evaluate(axe)
    told = visit.page.evaluate("axe.run({resultTypes: ['violations']})")
    assert told["passes"], place
    for violation in told["violations"]:
        node = violation["nodes"][0]
        yield f"{place}: {violation['id']}: {node['html'][:120]} {node['failureSummary']}"


def test_axe_is_no_part_of_the_site(site: Path) -> None:
    assert not [path for path in site.rglob("*.js") if "Deque Systems" in path.read_text("utf-8")]
