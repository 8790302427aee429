"""Two languages: the interface in each, and the organisation's own texts in the language that they have."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.site.conftest import build_folder, served
from tests.site.markup import broken_links
from tests.site.sample import item, pages_of

from klantreis.build import Order
from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.words import Speech

PERSONA = "personas/huurder.md"
QUESTION = re.compile(r"ask: (.+)")


def bilingual() -> dict[str, str]:
    """Return the base project with its first question in both languages."""
    asked = "ask: {nl: Waar begin ik?, en: Where do I start?}"
    return dict(BASE) | {PERSONA: QUESTION.sub(asked, BASE[PERSONA], count=1)}


def test_a_question_in_two_languages_is_asked_in_that_of_the_page() -> None:
    for place in (address.persona("huurder"), address.QUESTIONS, address.walk("huurder", "verhuizen")):
        path = address.source(place)
        dutch, english = (pages_of(bilingual(), language=word)[path] for word in ("nl", "en"))
        assert "Waar begin ik?" in dutch and "Where do I start?" not in dutch, path
        assert "Where do I start?" in english and "Waar begin ik?" not in english, path


def test_a_question_in_one_language_says_which() -> None:
    found = QUESTION.search(BASE[PERSONA])
    assert found is not None
    question = found[1].strip("'\"")
    path = address.source(address.QUESTIONS)
    assert f'lang="nl">{question}</a>' in pages_of(language="en")[path]
    assert "lang=" not in pages_of(language="nl")[path]


def test_the_title_of_an_item_says_its_language_where_it_is_another() -> None:
    texts = dict(BASE) | item("kisten", "Text.", title="Boxes", lang="en")
    path = address.source(address.ITEMS)
    assert 'lang="en">Boxes</a>' in pages_of(texts)[path]
    assert 'lang="en">Boxes</a>' not in pages_of(texts, language="en")[path]


def test_a_language_is_no_markup() -> None:
    assert Speech("nl").foreign('en" onclick="x') == ""
    assert Speech("nl").foreign("nl-BE") == ""
    assert Speech("en").foreign("nl-BE") == "nl-BE"


def project(folder: Path, languages: str = 'languages = ["nl", "en"]') -> Path:
    """Write a project whose site is in two languages."""
    texts = dict(BASE)
    texts["klantreis.toml"] += f'\n[site]\nurl = "https://reis.example/kaart"\n{languages}\n'
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    return folder


def html_in(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html"}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in Dutch with an English one below it."""
    return build_folder(project(tmp_path_factory.mktemp("tweetalig")), Order())


def test_every_page_is_there_in_both_languages(two: Path) -> None:
    every = html_in(two)
    english = {path.removeprefix("en/") for path in every if path.startswith("en/")}
    assert english == {path for path in every if not path.startswith("en/")}
    assert not (two / "en" / "404.html").exists()
    assert '<html lang="nl"' in (two / "index.html").read_text("utf-8")
    assert '<html lang="en"' in (two / "en" / "index.html").read_text("utf-8")


def test_every_page_leads_to_itself_in_the_other_language(two: Path) -> None:
    for path in html_in(two):
        other = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
        found = re.search(r'kr-languages".*?href="([^"]+)"', (two / path).read_text("utf-8"))
        assert found is not None, path
        assert (two / path).parent.joinpath(found[1]).resolve() == (two / other).resolve(), path


def test_no_link_between_the_two_is_broken(two: Path) -> None:
    assert not list(broken_links(two))


def test_a_language_knows_where_it_is_published(two: Path) -> None:
    for name, url in (("mkdocs.yml", "kaart/"), ("mkdocs-en.yml", "kaart/en/")):
        made = yaml.safe_load((two.parent / "build" / name).read_text("utf-8"))
        assert made["site_url"] == f"https://reis.example/{url}"
        assert [one["lang"] for one in made["extra"]["alternate"]] == ["nl", "en"]


def test_a_language_that_is_asked_for_is_built_alone(tmp_path: Path) -> None:
    pages = build_folder(project(tmp_path), Order(pages_only=True, language="en"))
    assert pages == tmp_path / "build" / "pages"
    text = (pages / "index.md").read_text("utf-8")
    assert "Write this first" in text and "kr-languages" not in text
    assert not (tmp_path / "build" / "pages-en").exists()


def test_the_first_language_stands_at_the_root(tmp_path: Path) -> None:
    pages = build_folder(project(tmp_path, 'languages = ["en", "nl"]'), Order(pages_only=True))
    assert "Write this first" in (pages / "index.md").read_text("utf-8")
    assert "Schrijf dit eerst" in (tmp_path / "build" / "pages-nl" / "index.md").read_text("utf-8")


@pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="zensical is not installed")
def test_zensical_builds_both_languages_too(two: Path, tmp_path: Path) -> None:
    assert html_in(build_folder(project(tmp_path), Order(builder="zensical"))) == html_in(two)


@pytest.fixture(scope="module")
def place(two: Path) -> Iterator[str]:
    with served(two) as place:
        yield place


@pytest.mark.browser
@pytest.mark.parametrize("link", [".kr-languages a", ".md-select__link[hreflang=en]"])
def test_the_switch_stays_on_the_page_and_keeps_its_filters(browser: Any, place: str, link: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    troubles: list[str] = []
    page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(f"{place}index.html")
    page.locator(".md-tabs__link", has_text="Content").first.click()
    page.wait_for_selector("#items")
    page.wait_for_selector(".kr-filters:not([hidden])")
    page.fill("input[name=words]", "inpak")
    page.wait_for_url("**words=inpak*")
    page.locator(link).dispatch_event("click")
    page.wait_for_url("**/en/items/**")
    assert page.url == f"{place}en/items/index.html?words=inpak"
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(link.replace("=en", "=nl")).dispatch_event("click")
    page.wait_for_url(f"{place}items/index.html?words=inpak")
    assert not troubles
    page.close()
