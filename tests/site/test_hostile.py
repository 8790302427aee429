"""Items that go wrong in every way, in a browser: each shows right and breaks nothing around it."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.site.hostile import HOSTILE, LONG_TITLE, RTL_TITLE
from tests.site.test_browser import Visit

pytestmark = pytest.mark.browser

TITLES = {
    "items/rauw.html": "Rauwe HTML",
    "items/koppen.html": "Top",
    "items/lang.html": LONG_TITLE,
    "items/rechts/naar-links.html": RTL_TITLE,
    "items/dubbel/zelfde.html": "Zelfde naam",
    "items/dubbel/ook/zelfde.html": "Zelfde naam",
    "items/leeg.html": "Leeg",
}
STRANGE = "R&D: 50% 'meer' \"goed\" #1"


@pytest.fixture(params=[1440, 390])
def visit(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Visit]:
    made = Visit(browser, address, viewport={"width": request.param, "height": 900})
    yield made
    made.context.close()


@pytest.mark.parametrize("place", TITLES)
def test_a_hostile_item_shows_its_title_and_what_comes_after_it(visit: Visit, place: str) -> None:
    visit.open(place)
    assert shown_title(visit) == TITLES[place]
    assert visit.page.locator("article .kr-ways h2").count() == 2
    assert visit.page.locator("footer, .md-footer").count()
    too_wide = visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert too_wide <= 0
    visit.judge(place)


def shown_title(visit: Visit) -> str:
    return str(visit.page.locator("h1").inner_text())


def test_the_list_leads_to_every_hostile_item(visit: Visit) -> None:
    visit.open("items/index.html")
    titles = visit.page.locator("#items tbody tr").evaluate_all(
        "rows => rows.map(row => row.querySelector('a').textContent)"
    )
    assert {LONG_TITLE, RTL_TITLE, STRANGE, "Rauwe HTML"} <= set(titles)
    assert titles.count("Zelfde naam") == 2
    visit.page.locator("#items a", has_text="R&D").first.click()
    visit.page.wait_for_selector(".kr-tags")
    assert shown_title(visit) == STRANGE
    assert visit.page.locator(".kr-text img").evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )
    visit.judge("strange name")


def test_raw_markup_of_a_writer_is_words_and_has_no_effect(visit: Visit) -> None:
    visit.open("items/rauw.html")
    text = visit.page.locator(".kr-text").first
    assert 'style="position:fixed;inset:0;background:red"' in text.inner_text()
    assert not text.locator("style, form, input, iframe, textarea, details, svg, table").count()
    assert visit.page.locator("h1").count() == 1


def test_a_picture_that_is_not_there_says_so(visit: Visit) -> None:
    visit.open("items/dubbel/zelfde.html")
    assert visit.page.locator(".kr-broken").inner_text() == "afbeelding ontbreekt: weg"


def test_headings_with_names_of_ours_take_no_ids_of_ours(visit: Visit) -> None:
    visit.open("items/koppen.html")
    ids = visit.page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    assert {"top", "t-kr-m-1", "t-__search"} <= set(ids)


def test_text_from_right_to_left_starts_on_the_right(visit: Visit) -> None:
    visit.open("items/rechts/naar-links.html")
    assert visit.page.locator(".kr-text p").first.evaluate(
        """p => { const range = document.createRange();
                  range.setStart(p.firstChild, 0); range.setEnd(p.firstChild, 1);
                  const first = range.getBoundingClientRect(), all = p.getBoundingClientRect();
                  return first.right > all.right - 30; }"""
    )


def test_every_hostile_file_has_a_page(site: Any) -> None:
    assert len(list((site / "items").rglob("*.html"))) > len(HOSTILE)
