"""The site in a real browser: quiet, self-contained, usable by keyboard and on a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

KINDS = (
    "index.html",
    "coverage/index.html",
    "coverage/bakfiets-voor-het-gezin.html",
    "coverage/matrix.html",
    "coverage/slots.html",
    "journeys/index.html",
    "journeys/bakfiets-voor-het-gezin.html",
    "flow/bakfiets-voor-het-gezin.html",
    "touchpoints/index.html",
    "touchpoints/bezorgen-zonder-bus/laadmiddag.html",
    "personas/index.html",
    "personas/hr-adviseur.html",
    "walks/oppasgrootouder/oppasbakfiets.html",
    "channels/index.html",
    "channels/email.html",
    "items/index.html",
    "items/zakelijk/parkeren-voor-de-deur.html",
    "items/vijandig.html",
    "stages/index.html",
    "questions/index.html",
    "influencers/index.html",
    "owners/index.html",
    "owners/femke.html",
    "campaigns/index.html",
    "coverage/value.html",
    "calendar/index.html",
    "calendar/list.html",
    "calendar/2026.html",
    "changes/index.html",
    "gaps/index.html",
    "findings/index.html",
    "rules/index.html",
    "rules/product-push.html",
    "models/index.html",
    "models/ideal-journey.html",
)
"""One page of every kind."""


class Visit:
    """A browser window that writes down what a visitor should never meet."""

    def __init__(self, browser: Any, home: str, **options: Any) -> None:
        self.home = home
        self.troubles: list[str] = []
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("dialog", lambda dialog: (self.troubles.append("dialog"), dialog.dismiss()))

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"{message.type}: {message.text} {message.location}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "about:")) and self.home[:5] != "file:":
            self.troubles.append(f"request: {request.url}")
        if self.home[:5] == "file:" and request.url.startswith("http"):
            self.troubles.append(f"request: {request.url}")

    def open(self, place: str) -> None:
        self.page.goto(self.home + place)
        self.page.wait_for_selector("h1")

    def judge(self, place: str) -> None:
        assert self.page.evaluate("typeof window.pwned") == "undefined", place
        assert not self.troubles, (place, self.troubles)


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Visit]:
    made = Visit(browser, address, viewport={"width": 1280, "height": 900})
    yield made
    made.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_every_kind_of_page_is_quiet_and_fits_the_screen(
    browser: Any, address: str, scheme: str, width: int
) -> None:
    visit = Visit(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for place in KINDS:
        visit.open(place)
        too_wide = visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert too_wide <= 0, (place, too_wide)
        visit.judge(place)
    visit.context.close()


def test_from_a_folder_everything_works_search_included(browser: Any, loose_site: Path) -> None:
    visit = Visit(browser, loose_site.as_uri() + "/", viewport={"width": 1280, "height": 900})
    for place in KINDS:
        visit.open(place)
        visit.judge(place)
    visit.open("items/index.html?persona=hr-adviseur")
    visit.page.wait_for_selector(".kr-count:not(:empty)")
    assert 0 < shown(visit, "items") < visit.page.locator("#items tbody tr").count()
    assert active_tabs(visit) == ["Content"]
    search(visit, "laadmiddag")
    found = visit.page.locator(".md-search-result__link").first
    found.click()
    visit.page.wait_for_selector("h1")
    assert visit.page.url.startswith(visit.home)
    visit.judge("search")
    visit.context.close()


def test_a_site_for_the_web_can_be_read_and_filtered_from_a_folder_too(browser: Any, site: Path) -> None:
    visit = Visit(browser, site.as_uri() + "/", viewport={"width": 1280, "height": 900})
    for place in KINDS:
        visit.open(place)
    visit.open("items/index.html?persona=hr-adviseur")
    visit.page.wait_for_selector(".kr-count:not(:empty)")
    assert 0 < shown(visit, "items") < visit.page.locator("#items tbody tr").count()
    # The search alone needs `--offline`: a browser lets no page read a file beside it.
    assert all("search_index.json" in trouble or "net::ERR_FAILED" in trouble for trouble in visit.troubles)
    visit.context.close()


def active_tabs(visit: Visit) -> list[str]:
    texts = visit.page.locator(".md-tabs__item--active").all_inner_texts()
    return [text.strip() for text in texts]


def test_the_tab_of_a_page_outside_the_navigation_is_marked_below_any_path(visit: Visit) -> None:
    visit.open("items/zakelijk/parkeren-voor-de-deur.html")
    assert active_tabs(visit) == ["Content"]


def test_every_kind_of_page_is_walked(site: Path) -> None:
    walked = {kind_of(place) for place in KINDS}
    there = {kind_of(page.relative_to(site).as_posix()) for page in site.rglob("*.html")}
    assert there - walked == {"404.html"}


def kind_of(place: str) -> str:
    """Return the folder of a page, and whether it is the first page there."""
    folder, _, name = place.partition("/")
    return f"{folder}/{name if name == 'index.html' else '*'}" if name else folder


def search(visit: Visit, words: str) -> None:
    visit.page.locator(".md-search__input").first.click()
    visit.page.keyboard.type(words)
    visit.page.wait_for_selector(".md-search-result__link", timeout=20000)


def test_links_can_be_followed_from_page_to_page(visit: Visit) -> None:
    visit.open("index.html")
    page = visit.page
    for label in (
        "Dekking",
        "Klantreizen",
        "Contactmomenten",
        "Gaten",
        "Bevindingen",
        "Regels",
        "Modellen",
        "Content",
    ):
        page.locator(".md-tabs__link", has_text=label).first.click()
        page.wait_for_function("label => document.querySelector('h1').textContent.includes(label)", arg=label)
        visit.judge(label)
    page.locator("#items a", has_text="Voorstel voor het bestuur").first.click()
    page.wait_for_selector(".kr-tags")
    page.go_back()
    page.wait_for_selector("#items")
    visit.judge("back")


def shown(visit: Visit, table: str) -> int:
    rows: int = visit.page.locator(f"#{table} tbody tr:not([hidden])").count()
    return rows


def test_filters_show_fewer_rows_say_so_and_stand_in_the_address(visit: Visit) -> None:
    visit.open("items/index.html")
    every = shown(visit, "items")
    visit.page.locator(".kr-pick", has_text="persona").locator("summary").click()
    visit.page.check("input[name=persona][value=hr-adviseur]")
    some = shown(visit, "items")
    assert 0 < some < every
    assert visit.page.locator(".kr-count").text_content() == f"{some} van {every} regels"
    assert "persona=hr-adviseur" in visit.page.url
    visit.page.fill("input[name=words]", "BIJTELLING")
    assert 0 < shown(visit, "items") < some
    visit.page.reload()
    visit.page.wait_for_selector(".kr-count:not(:empty)")
    assert 0 < shown(visit, "items") < some
    visit.page.click(".kr-filters button[type=reset]")
    visit.page.wait_for_function(
        "n => document.querySelectorAll('#items tbody tr:not([hidden])').length === n", arg=every
    )
    assert "?" not in visit.page.url
    visit.judge("filters")


def test_a_cell_of_the_matrix_opens_the_list_that_it_counts(visit: Visit) -> None:
    visit.open("coverage/bakfiets-voor-het-gezin.html")
    visit.page.locator(".kr-matrix .kr-cell a").first.click()
    visit.page.wait_for_selector("#slots")
    visit.page.wait_for_selector(".kr-count:not(:empty)")
    assert 0 < shown(visit, "slots") < visit.page.locator("#slots tbody tr").count()
    visit.judge("cell")


def test_a_hostile_title_is_found_and_shown_as_text(visit: Visit) -> None:
    visit.open("index.html")
    search(visit, "vijandig window pwned")
    visit.page.wait_for_timeout(300)
    visit.judge("search")


def test_without_scripts_every_row_is_there(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}findings/index.html")
    assert page.locator("#findings tbody tr").first.is_visible()
    assert not page.locator(".kr-filters").is_visible()
    context.close()


def test_the_keyboard_reaches_the_content_and_shows_where_it_is(visit: Visit) -> None:
    visit.open("journeys/bakfiets-voor-het-gezin.html")
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('kr-scroll')"):
            break
    assert page.evaluate("document.activeElement.classList.contains('kr-scroll')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for _ in range(20):  # a busy machine may lose the first of them
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        if page.evaluate("document.activeElement.scrollLeft"):
            break
    assert page.evaluate("document.activeElement.scrollLeft")


def test_a_mark_leads_to_its_finding_and_back(visit: Visit) -> None:
    visit.open("items/zakelijk/parkeren-voor-de-deur.html")
    number = visit.page.locator(".kr-ref").first
    # Instant navigation has made the address absolute.
    finding = "#" + number.get_attribute("href").partition("#")[2]
    number.click()
    assert visit.page.evaluate("location.hash") == finding
    visit.page.locator(f"{finding} a[href*='#kr-m-']").click()
    assert visit.page.evaluate("location.hash").startswith("#kr-m-")
    visit.judge("mark")


def test_a_mark_says_what_was_found_under_the_mouse_by_keyboard_and_when_tapped(
    browser: Any, address: str
) -> None:
    visit = Visit(browser, address, viewport={"width": 390, "height": 844}, has_touch=True)
    visit.open("items/zakelijk/parkeren-voor-de-deur.html")
    page, bubble = visit.page, visit.page.locator(".kr-bubble")
    mark = page.locator(".kr-text .kr-mark").first
    message = page.locator(f"#kr-f-{mark.get_attribute('data-kr-findings')} .kr-remark-text").inner_text()
    mark.hover()
    assert message in bubble.inner_text()
    page.keyboard.press("Escape")
    assert bubble.count() == 0
    page.locator(".kr-ref").first.focus()
    assert message in bubble.inner_text()
    box = bubble.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.locator("h1").tap()
    assert bubble.count() == 0
    mark.tap()
    assert message in bubble.inner_text()
    visit.judge("bubble")
    visit.context.close()
