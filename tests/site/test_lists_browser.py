"""Lists and matrices in a real browser: what is asked stands in the address, and comes back from it."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.site.test_browser import Visit, shown

pytestmark = pytest.mark.browser

ITEMS = "items/index.html"
MATRIX = "coverage/matrix.html"


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Visit]:
    made = Visit(browser, address, viewport={"width": 1280, "height": 900}, accept_downloads=True)
    made.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    yield made
    made.judge("at the end")
    made.context.close()


def choose(visit: Visit, name: str, *values: str) -> None:
    for value in values:
        visit.page.locator(f"input[name={name}][value='{value}']").set_checked(True, force=True)


def open_pick(visit: Visit, name: str) -> Any:
    pick = visit.page.locator(f".kr-pick:has(input[name={name}])")
    pick.locator("summary").click()
    return pick


def settled(visit: Visit, place: str) -> None:
    visit.open(place)
    visit.page.wait_for_selector(".kr-count:not(:empty)")


def titles(visit: Visit) -> list[str]:
    found: list[str] = visit.page.eval_on_selector_all(
        "#items tbody tr:not([hidden])", "rows => rows.map(row => row.querySelector('a').textContent.trim())"
    )
    return found


def held(visit: Visit, name: str) -> set[str]:
    found: list[str] = visit.page.eval_on_selector_all(
        "#items tbody tr:not([hidden])", f"rows => rows.map(row => row.dataset.{name})"
    )
    return set(found)


def test_a_filter_takes_several_values_and_the_address_says_which(visit: Visit) -> None:
    settled(visit, ITEMS)
    every = shown(visit, "items")
    open_pick(visit, "channel")
    choose(visit, "channel", "blog", "website")
    assert held(visit, "channel") == {"blog", "website"}
    assert visit.page.url.endswith("?channel=blog,website")
    assert visit.page.locator(".kr-chips li").count() == 2
    visit.page.locator(".kr-chips button").first.click()
    assert held(visit, "channel") == {"website"}
    assert visit.page.evaluate("document.activeElement.closest('.kr-chips') !== null")
    visit.page.locator(".kr-filters button[type=reset]").click()
    assert shown(visit, "items") == every and "?" not in visit.page.url


def test_an_address_that_was_sent_shows_the_same(visit: Visit) -> None:
    place = f"{ITEMS}?channel=blog,website&words=bak&sort=-item"
    settled(visit, place)
    first = titles(visit)
    assert len(first) > 1 and held(visit, "channel") <= {"blog", "website"}
    assert first == sorted(first, key=str.casefold, reverse=True)
    settled(visit, place.replace(",", "%2C"))
    assert titles(visit) == first
    assert visit.page.input_value("input[name=words]") == "bak"


def test_back_and_forward_go_through_what_was_chosen(visit: Visit) -> None:
    settled(visit, ITEMS)
    every = shown(visit, "items")
    open_pick(visit, "channel")
    choose(visit, "channel", "blog")
    one = shown(visit, "items")
    choose(visit, "channel", "website")
    two = shown(visit, "items")
    assert one < two < every
    visit.page.go_back()
    visit.page.wait_for_function("!location.search.includes('website')")
    assert shown(visit, "items") == one
    visit.page.go_back()
    visit.page.wait_for_function("!location.search")
    assert shown(visit, "items") == every
    assert not visit.page.locator("input[value=blog]").is_checked()
    visit.page.go_forward()
    visit.page.wait_for_function("location.search.includes('blog')")
    assert shown(visit, "items") == one


def test_words_that_are_typed_are_one_step_back(visit: Visit) -> None:
    settled(visit, ITEMS)
    every = shown(visit, "items")
    visit.page.locator("input[name=words]").press_sequentially("accu")
    assert 0 < shown(visit, "items") < every
    visit.page.go_back()
    visit.page.wait_for_function("!location.search")
    assert shown(visit, "items") == every


def test_the_numbers_of_a_filter_follow_the_other_filters(visit: Visit) -> None:
    settled(visit, f"{ITEMS}?persona=hr-adviseur")
    for label in visit.page.locator("label:has(input[name=channel])").all()[:4]:
        number = int(label.locator("small").text_content())
        value = label.locator("input").get_attribute("value")
        settled(visit, f"{ITEMS}?persona=hr-adviseur&channel={value}")
        assert shown(visit, "items") == number, value


def test_a_heading_sorts_up_down_and_back(visit: Visit) -> None:
    settled(visit, ITEMS)
    own = titles(visit)
    heading = visit.page.locator("#items th").first
    heading.locator("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    up = titles(visit)
    assert up == visit.page.evaluate(
        "words => words.slice().sort(new Intl.Collator('nl', {numeric: true, sensitivity: 'base'}).compare)",
        own,
    )
    heading.locator("button").press("Enter")
    assert heading.get_attribute("aria-sort") == "descending" and visit.page.url.endswith("?sort=-item")
    assert set(titles(visit)) == set(up) and titles(visit)[0] != up[0]
    heading.locator("button").press("Enter")
    assert heading.get_attribute("aria-sort") is None and titles(visit) == own
    visit.page.locator("#items th", has_text="status").locator("button").click()
    ranks = visit.page.eval_on_selector_all(
        "#items tbody tr", "rows => rows.map(row => +row.cells[1].dataset.sort)"
    )
    assert ranks == sorted(ranks)


def test_a_filter_is_used_by_keyboard_alone(visit: Visit) -> None:
    settled(visit, ITEMS)
    page = visit.page
    summary = page.locator(".kr-pick:has(input[name=stage]) summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("orien")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function("location.search === '?stage=orientation'")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.localName") == "summary"
    assert page.locator(".kr-pick[open]").count() == 0
    assert page.locator(".kr-count").text_content().startswith(f"{shown(visit, 'items')} van ")


def test_nothing_found_is_said(visit: Visit) -> None:
    settled(visit, f"{ITEMS}?words=bestaatniet")
    assert shown(visit, "items") == 0
    assert visit.page.locator(".kr-count").text_content() == "Geen enkele regel past hierbij."


def saved(visit: Visit) -> tuple[bytes, str]:
    with visit.page.expect_download() as waiting:
        visit.page.locator("[data-kr-save]").click()
    path = waiting.value.path()
    assert path is not None
    return Path(path).read_bytes(), waiting.value.suggested_filename


def test_what_is_shown_is_saved_for_a_spreadsheet(visit: Visit) -> None:
    settled(visit, f"{ITEMS}?persona=hr-adviseur&sort=item")
    data, name = saved(visit)
    assert name == "klantreis-items.csv" and data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert lines[0] == ["item", "status", "fase", "persona", "kanaal", "vorm", "eigenaar", "nakijken voor"]
    assert len(lines) - 1 == shown(visit, "items")
    assert [line[0] for line in lines[1:]] == titles(visit)


def test_no_cell_of_a_saved_file_is_a_formula(visit: Visit) -> None:
    settled(visit, ITEMS)
    visit.page.evaluate("""() => {
      const cells = document.querySelector("#items tbody tr").cells;
      const texts = ["=1+1", "+31", "-2", "@som", 'zeg "ja"; nee'];
      texts.forEach((text, number) => { cells[number].textContent = text; });
    }""")
    lines = list(csv.reader(io.StringIO(saved(visit)[0].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert lines[1][:5] == ["'=1+1", "'+31", "'-2", "'@som", 'zeg "ja"; nee']


def test_what_is_shown_is_copied_as_text_and_as_a_table(visit: Visit) -> None:
    settled(visit, f"{ITEMS}?persona=hr-adviseur")
    visit.page.locator("[data-kr-copy]").click()
    visit.page.wait_for_selector("[data-kr-said]:not(:empty)")
    number = shown(visit, "items")
    assert visit.page.locator("[data-kr-said]").text_content() == f"Gekopieerd: {number} regels."
    lines = visit.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == number + 1 and lines[0].split("\t")[0] == "item"


def test_without_a_clipboard_the_text_stands_ready(visit: Visit) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false;"
    )
    settled(visit, f"{ITEMS}?persona=hr-adviseur")
    visit.page.locator("[data-kr-copy]").click()
    text = visit.page.locator(".kr-offer textarea").input_value()
    assert len(text.splitlines()) == shown(visit, "items") + 1
    assert visit.page.evaluate("document.activeElement.localName") == "textarea"


FIGURES = """tables => tables.map(table => Array.from(table.querySelectorAll("tbody tr"), row => [
  row.cells[0].innerText,
  ...Array.from(row.querySelectorAll("td"), cell => cell.className + cell.innerText.trim())
]))"""


def test_the_browser_draws_the_same_matrix_as_the_generator(visit: Visit, site: Path) -> None:
    settled(visit, MATRIX)
    now = visit.page.eval_on_selector_all(".kr-matrix", FIGURES)
    visit.page.evaluate(
        "text => { const drawn = new DOMParser().parseFromString(text, 'text/html');"
        " document.querySelector('.kr-matrix').replaceWith(drawn.querySelector('.kr-matrix')); }",
        (site / MATRIX).read_text("utf-8"),
    )
    assert visit.page.eval_on_selector_all(".kr-matrix", FIGURES) == now


@pytest.mark.parametrize("journey", ["bakfiets-voor-het-gezin", "bezorgen-zonder-bus"])
@pytest.mark.parametrize(("rows", "columns", "number"), [("persona", "stage", 0), ("channel", "stage", 1)])
def test_slots_are_summed_as_the_generator_sums_them(
    visit: Visit, journey: str, rows: str, columns: str, number: int
) -> None:
    visit.open(f"coverage/{journey}.html")
    wanted = visit.page.eval_on_selector_all(".kr-matrix", FIGURES)[number]
    settled(visit, f"{MATRIX}?rows={rows}&columns={columns}&journey={journey}")
    (made,) = visit.page.eval_on_selector_all(".kr-matrix", FIGURES)
    known = {row[0]: row[1:] for row in made}
    assert [known[row[0]] for row in wanted] == [row[1:] for row in wanted]


PAIRS = [
    ("format", "owner"),
    ("status", "language"),
    ("touchpoint", "status"),
    ("owner", "persona"),
    ("touchpoint", "persona"),
    ("channel", "stage"),
]


@pytest.mark.parametrize(("rows", "columns"), PAIRS)
def test_every_cell_opens_the_list_of_what_it_counts(visit: Visit, rows: str, columns: str) -> None:
    settled(visit, f"{MATRIX}?rows={rows}&columns={columns}")
    cells = visit.page.eval_on_selector_all(
        ".kr-cell a", "links => links.map(a => [a.href, a.querySelector('.kr-figure')?.textContent || ''])"
    )
    assert cells
    for href, figure in [*cells[:2], *[cell for cell in cells if "/" in cell[1]][-2:]]:
        visit.page.goto(href)
        visit.page.wait_for_selector(".kr-count:not(:empty)")
        table = "items" if "items/" in href else "slots"
        counted = int(figure.rpartition("/")[2] or 0)
        if table == "items":
            assert shown(visit, table) == counted, href
        else:
            assert shown(visit, table) >= counted > 0 or not figure, href


def test_the_choice_of_a_matrix_stands_in_the_address_and_goes_back(visit: Visit) -> None:
    settled(visit, MATRIX)
    page = visit.page
    first = page.locator(".kr-matrix caption").text_content()
    page.select_option("select[name=rows]", "owner")
    assert "rows=owner&columns=phase" in page.url
    page.select_option("select[name=columns]", "owner")  # the rows make way
    assert page.input_value("select[name=rows]") != "owner"
    page.select_option("select[name=rows]", "format")
    page.locator("[data-kr-swap]").click()
    assert "rows=owner&columns=format" in page.url
    page.check("input[name=holes]")
    assert "holes=yes" in page.url
    page.reload()
    page.wait_for_selector(".kr-count:not(:empty)")
    assert page.is_checked("input[name=holes]") and page.input_value("select[name=columns]") == "format"
    for _ in range(5):
        page.go_back()
        page.wait_for_timeout(100)
    page.wait_for_function("!location.search")
    assert page.locator(".kr-matrix caption").text_content() == first


def test_holes_only_leaves_nothing_that_is_whole(visit: Visit) -> None:
    settled(visit, f"{MATRIX}?rows=touchpoint&columns=persona")
    every = visit.page.locator(".kr-matrix tbody tr").count()
    visit.page.check("input[name=holes]")
    rows = visit.page.locator(".kr-matrix tbody tr:visible")
    assert 0 < rows.count() < every
    for row in rows.all():
        assert row.locator(".kr-cell:not(.kr-whole) a").count() > 0
    settled(visit, "coverage/index.html?holes=yes")
    tables = visit.page.locator(".kr-matrix")
    notes = visit.page.locator(".kr-no-holes")
    assert 0 < notes.count() == tables.count() - visit.page.locator(".kr-matrix:visible").count()
    visit.page.uncheck("input[name=holes]")
    assert notes.count() == 0 and visit.page.locator(".kr-matrix:visible").count() == tables.count()


def test_back_from_a_list_is_the_matrix_that_was_chosen(visit: Visit) -> None:
    visit.open("coverage/index.html")
    page = visit.page
    page.locator(".kr-kin a", has_text="Matrix").click()
    page.wait_for_selector(".kr-chooser:not([hidden])")
    page.select_option("select[name=rows]", "format")
    page.locator(".kr-cell a").first.click()
    page.wait_for_selector("#items")
    page.wait_for_selector(".kr-count:not(:empty)")
    assert "format=" in page.url
    page.go_back()
    page.wait_for_selector(".kr-chooser:not([hidden])")
    page.wait_for_function("document.querySelector('select[name=rows]').value === 'format'")
    assert "per vorm en" in page.locator(".kr-matrix caption").text_content()


def test_from_a_folder_lists_and_matrix_work_without_a_server(browser: Any, site: Path) -> None:
    visit = Visit(browser, site.as_uri() + "/", viewport={"width": 390, "height": 800})
    settled(visit, f"{ITEMS}?channel=blog")
    assert held(visit, "channel") == {"blog"}
    visit.page.select_option("select[name=sort]", "-item")
    assert "sort=-item" in visit.page.url
    settled(visit, f"{MATRIX}?rows=format&columns=owner")
    visit.page.locator(".kr-c-published a").first.click()
    visit.page.wait_for_selector("#items")
    visit.judge("folder")
    visit.context.close()


@pytest.mark.parametrize(("width", "first"), [(1280, 300), (390, 60)])
def test_a_long_list_shows_its_first_rows_and_then_all(
    visit: Visit, site: Path, width: int, first: int
) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = (site / ITEMS).read_text("utf-8")
    head, rows, tail = re.split(r"(?<=<tbody>)(.*)(?=</tbody>)", page, maxsplit=1, flags=re.DOTALL)
    visit.page.route(f"**/{ITEMS}", lambda route: route.fulfill(body=head + rows * 6 + tail))
    settled(visit, ITEMS)
    every = visit.page.locator("#items tbody tr").count()
    assert every > first and visit.page.locator("#items tbody tr:visible").count() == first
    assert visit.page.locator(".kr-count").text_content() == f"{every} van {every} regels"
    assert saved(visit)[0].count(b"\r\n") == every + 1
    visit.page.locator(".kr-more").click()
    assert visit.page.locator("#items tbody tr:visible").count() == every
    assert not visit.page.locator(".kr-more").is_visible()
    assert visit.page.evaluate("document.activeElement.closest('tr') !== null")
