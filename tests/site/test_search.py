"""Searching as a reader does: with the word that comes to mind, in whatever form the page has it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.conftest import build_folder, served
from tests.site.sample import EVIL, item, pages_of

from klantreis.build import Order
from klantreis.rules.base_project import BASE
from klantreis.site.search.form import forms
from klantreis.site.search.page import MOST_FORMS, with_forms

PAIRS = """
paneel panelen, huis huizen, bedrijf bedrijven, offerte offertes, vloer vloeren, prijs prijzen, brief brieven,
bak bakken, fiets fietsen, winkel winkels, kind kinderen, stad steden, dag dagen, mogelijkheid mogelijkheden,
idee ideeën, categorie categorieën, kaart kaarten, boom bomen, zaak zaken, tip tips, eis eisen, groot grote,
lief lieve, lening leningen, hotel hotels, motor motoren, film films, reis reizen, kraan kranen, dief dieven
"""
COMPOUNDS = """
paneel zonnepanelen, panelen zonnepaneel, zonnepaneel zonnepanelen, fiets bakfietsen, fietsen bakfiets,
kosten reiskosten, dag werkdagen, bedrijven verhuisbedrijf, verzekering autoverzekeringen, huizen koophuis
"""
VERBS = """
kopen gekocht, verkopen verkocht, huren gehuurd, bezorgen bezorgt, kiezen gekozen, verhuizen verhuist
"""
ENGLISH = """
panel panels, company companies, house houses, move moving, child children, buy bought, plan planning
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [tuple(pair.split()) for pair in text.split(",")]  # type: ignore[misc]


def finds(asked: str, written: str, language: str = "nl") -> bool:
    """Say whether the search for a word, which it takes for a beginning, finds what is written."""
    return any(form.startswith(asked) for form in (written, *forms(written, language)))


@pytest.mark.parametrize(("one", "other"), pairs(PAIRS + "," + VERBS))
def test_either_form_finds_the_other(one: str, other: str) -> None:
    assert finds(one, other)
    assert finds(other, one) or (one, other) in pairs(VERBS)


@pytest.mark.parametrize(("asked", "written"), pairs(COMPOUNDS))
def test_a_word_finds_the_compounds_that_end_in_it(asked: str, written: str) -> None:
    assert finds(asked, written)


@pytest.mark.parametrize(("asked", "written"), pairs(ENGLISH))
def test_english_words_have_forms_too(asked: str, written: str) -> None:
    assert finds(asked, written, "en")


@pytest.mark.parametrize(
    ("asked", "written"),
    pairs("ring verzekering, huizen verhuizen, uur huur, huren uren, deel voordeel, de het, zin gezin"),
)
def test_a_word_that_only_looks_alike_is_not_found(asked: str, written: str) -> None:
    assert not finds(asked, written)


def test_accents_need_not_be_typed() -> None:
    assert finds("financiele", "financiële") and finds("cafe", "café")


@given(st.text(), st.sampled_from(["nl", "en", "fr"]))
def test_any_word_has_forms(word: str, language: str) -> None:
    assert all(form == form.lower() for form in forms(word, language))


def test_what_the_search_does_not_read_gets_no_forms() -> None:
    page = '# Titel { #top }\n\n<dl data-search-exclude="true"><dd>huizen</dd></dl>\n<p>bedrijven</p>'
    made = with_forms(page, "nl")
    assert "huis" not in made
    assert made.startswith('# Titel { #top }\n\n<p class="kr-forms" hidden><sub>')
    assert "bedrijf" in made


def test_a_page_without_other_forms_stays_as_it_is() -> None:
    assert with_forms("# De { #top }\n\n<p>het</p>", "nl") == "# De { #top }\n\n<p>het</p>"


def test_the_forms_of_a_long_page_have_an_end() -> None:
    words = " ".join(f"bedrijf{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600))
    assert len(with_forms(f"# {words} {{ #top }}\n", "nl").partition("<sub>")[2].split()) <= MOST_FORMS + 2


def test_terms_of_a_writer_are_text() -> None:
    texts = dict(BASE) | item("kwaad", "Tekst.", search_terms=f"['{EVIL}', gezinsfiets]")
    page = pages_of(texts)["items/kwaad.md"]
    assert "gezinsfiets" in page and "<script" not in page


def test_a_page_that_is_in_another_language_has_the_forms_of_that() -> None:
    texts = dict(BASE) | item("firm", "Two companies moved.", title="Two companies", lang="en")
    assert " company " in pages_of(texts)["items/firm.md"]


# in a browser

ITEMS = {
    "zon": ("Zonnepanelen op een plat dak", "Zo liggen ze stevig."),
    "wonen": ("Waar je op let", "Bij oude huizen kijk je eerst naar de vloer."),
    "werk": ("Voor wie onderneemt", "Wij doen dit voor bedrijven in de regio."),
    "geld": ("Wat het kost", "Vergelijk drie offertes."),
    "gezin": ("Met zijn vieren", "Past alles erin?"),
}
ASKED = {
    "paneel": "zon", "zonnepaneel": "zon", "panelen": "zon", "huis": "wonen", "bedrijf": "werk",
    "offerte": "geld", "gezinsfiets": "gezin",
}  # fmt: skip


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zoeken")
    texts = dict(BASE)
    for id, (title, body) in ITEMS.items():
        texts |= item(id, body, title=title, search_terms="[gezinsfietsen]" if id == "gezin" else "[]")
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    return build_folder(folder, Order(is_offline=True))


@pytest.fixture(scope="module")
def homes(searched: Path) -> Iterator[tuple[str, str]]:
    """The same site from a server and from its folder."""
    with served(searched) as address:
        yield address, searched.as_uri() + "/"


@pytest.mark.browser
@pytest.mark.parametrize("number", [0, 1], ids=["server", "folder"])
def test_a_reader_finds_the_page_by_any_form_of_its_words(
    browser: Any, homes: tuple[str, str], number: int
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for word, id in ASKED.items():
        page.goto(f"{homes[number]}index.html")
        page.locator(".md-search__input").first.click()
        page.keyboard.type(word)
        result = page.locator(f".md-search-result__link[href*='items/{id}.html']").first
        result.wait_for(timeout=20000)
        assert result.locator("h1, h2").first.inner_text() == ITEMS[id][0], word
        assert "zonnepanelens" not in page.locator(".md-search-result").inner_text()
        result.click()
        page.wait_for_url("**/items/**")
        assert page.locator("h1").inner_text() == ITEMS[id][0]
        assert not page.locator(".kr-forms").is_visible()
    page.close()
