"""The pages as texts: complete, the same every time, and nothing public that should not be."""

import dataclasses
import json
import re

import pytest
import yaml
from tests.site.sample import EVIL, HOSTILE_ITEM, edition_of, item, pages_of

from klantreis.config import Site
from klantreis.coverage import figures
from klantreis.report.catalogue import percent
from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.builder import builder_configuration, default_configuration
from klantreis.site.gap import ranked_gaps
from klantreis.site.pages import pages
from klantreis.site.register import Register
from klantreis.site.words import Speech

MARKER = "geheime-zebra"
BLOCK = re.compile(r"^<(\w+)", re.MULTILINE)


def test_two_times_the_same_input_gives_the_same_bytes() -> None:
    assert pages_of() == pages_of()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_badges_say_the_coverage_that_the_site_shows(language: str) -> None:
    made = pages_of(language=language, is_public=True)
    share = percent(figures(edition_of(is_public=True).project.slots).share("published"))
    assert json.loads(made[address.BADGE_DATA])["message"] == share
    assert f">{share}</text>" in made[address.BADGE]


def test_the_order_in_which_files_come_changes_nothing() -> None:
    assert pages_of(dict(reversed(BASE.items()))) == pages_of()


def test_every_page_has_front_matter_that_yaml_reads_and_one_title() -> None:
    for path, text in pages_of().items():
        if path.endswith(".md"):
            front = yaml.safe_load(text.split("---\n")[1])
            assert front["title"], path
            bare = re.sub(r"<pre.*?</pre>", "", text, flags=re.DOTALL)
            assert len(re.findall(r"^# ", bare, re.MULTILINE)) == 1, path


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_page_is_there_in_both_languages(language: str) -> None:
    made = pages_of(language=language)
    for place in (
        address.OVERVIEW,
        address.COVERAGE,
        address.SLOTS,
        address.JOURNEYS,
        address.TOUCHPOINTS,
        address.PERSONAS,
        address.CHANNELS,
        address.ITEMS,
        address.STAGES,
        address.QUESTIONS,
        address.INFLUENCERS,
        address.OWNERS,
        address.CAMPAIGNS,
        address.VALUE,
        address.CALENDAR,
        address.DATES,
        address.year(2027),
        address.GAPS,
        address.FINDINGS,
        address.RULES,
        address.MODELS,
        address.journey("verhuizen"),
        address.flow("verhuizen"),
        address.touchpoint("verhuizen", "inpakmail"),
        address.persona("huurder"),
        address.walk("huurder", "verhuizen"),
        address.channel("email"),
        address.item("inpakmail"),
        address.rule("product-push"),
        address.model("five-a"),
    ):
        assert address.source(place) in made, place


def test_a_touchpoint_tells_its_whole_record() -> None:
    made = edition_of()
    touchpoint = Register(made).touchpoints["verhuizen", "inpakmail"][2]
    page = pages(made)["touchpoints/verhuizen/inpakmail.md"]
    for words in (touchpoint.name, touchpoint.action, touchpoint.context):
        assert words is not None and words.nl in page
    for said in (
        "Hier verkopen we niet.",
        "2 dagen",
        "Manieren naast elkaar",
        "Prijs en voorstel",
        "Wat Huurder",
    ):
        assert said in page, said


def test_an_empty_touchpoint_shows_the_hole_and_heads_the_gaps() -> None:
    texts = {path: text for path, text in BASE.items() if path != "content/inpakmail.md"}
    made = pages_of(texts)
    assert "kr-hole" in made["touchpoints/verhuizen/inpakmail.md"]
    first = ranked_gaps(edition_of(texts).project)[0]
    assert str(first.place.id) == "verhuizen/huurder/consideration/inpakmail"
    assert "inpakmail.html" in made["gaps/index.md"].partition("<tbody>")[2].partition("</tr>")[0]


def test_a_project_without_content_shows_every_required_slot_as_a_gap() -> None:
    texts = {path: text for path, text in BASE.items() if not path.startswith("content/")}
    project = edition_of(texts).project
    required = [slot for slot in project.slots if slot.is_required]
    assert len([gap for gap in ranked_gaps(project) if gap.kind == "slot"]) == len(required) > 0
    assert "0%" in pages_of(texts)["index.md"]


def test_a_project_of_nothing_at_all_still_makes_pages() -> None:
    made = pages_of({})
    assert "index.md" in made and "models/five-a.md" in made


def test_two_items_with_one_id_get_a_page_each() -> None:
    texts = item("dubbel", "een") | {"content/map/dubbel.md": item("dubbel", "twee")["content/dubbel.md"]}
    made = pages_of(BASE | texts)
    assert sum(path.startswith("items/dubbel") for path in made) == 2


def test_a_public_edition_knows_nothing_of_what_is_not_published() -> None:
    hidden = {}
    for number, tags in enumerate(
        (
            {"status": "draft"},
            {"status": "idea"},
            {"status": "planned"},
            {"status": "review"},
            {"confidential": "true"},
            {"publish": "2030-01-01"},
            {"expires": "2020-01-01"},
        )
    ):
        hidden |= item(
            f"{MARKER}-{number}", MARKER, title=MARKER, next=f"[{MARKER}-x]", answers="[weg]", **tags
        )
    hidden |= item("open", f"[lees](../content/{MARKER}-0.md)", next=f"[{MARKER}-0]")
    whole = json.dumps(pages_of(BASE | hidden))
    public = pages_of(BASE | hidden, is_public=True)
    assert MARKER in whole
    own = public.pop("items/open.md")
    assert f'href="../items/{MARKER}' not in own
    assert MARKER not in json.dumps(public)


def test_excluded_paths_are_left_out() -> None:
    from klantreis.config import PathPattern

    made = pages_of(settings=Site(exclude=(PathPattern("content/inpak*"),)))
    assert "items/inpakmail.md" not in made


def test_foreign_text_is_text_on_every_page() -> None:
    texts = dict(BASE) | {"content/vijandig.md": HOSTILE_ITEM}
    texts["personas/huurder.md"] = texts["personas/huurder.md"].replace("name: Huurder", f"name: '{EVIL}'")
    texts["journeys/verhuizen.yaml"] = (
        texts["journeys/verhuizen.yaml"]
        .replace("Verhuizen binnen de stad", f"'{EVIL}'")
        .replace("Mail met de inpaklijst", f"'{EVIL}'")
        .replace("Pakt de eerste tien dozen.", f"'{EVIL}'")
    )
    made = pages_of(texts)
    assert sum("window.pwned" in text for text in made.values()) > 10
    for path, text in made.items():
        if path.endswith(".md"):
            assert "<script" not in text, path
            assert (
                "onerror=window" not in re.sub(r"&[#\w]+;", "", text).replace("&lt;", "")
                or "<img src=x" not in text
            )
            assert 'href="javascript' not in text.lower(), path


def test_a_finding_on_an_items_page_leads_to_its_passage_and_back() -> None:
    page = pages_of(dict(BASE) | item("los", "Lees [dit stuk](weg.md) eerst."))["items/los.md"]
    (number,) = re.findall(r'href="#kr-m-(\d+)"', page)
    assert page.count(f'id="kr-m-{number}"') == page.count(f'href="#kr-f-{number}"') == 1
    assert f'id="kr-f-{number}"' in page


def test_only_what_an_item_shows_is_copied() -> None:
    files = frozenset({"content/foto.png", "content/los.png", "content/pagina.html"})
    texts = item("een", "![bak](foto.png) [p](pagina.html)")
    from klantreis.site.pages import sheets

    shown = frozenset().union(*(sheet.files for sheet in sheets(edition_of(texts, files=files))))
    assert shown == {"content/foto.png"}


def test_the_overview_shows_the_figures_first_then_the_matrix_then_what_to_write() -> None:
    overview = pages_of()["index.md"]
    places = [overview.index(part) for part in ('class="kr-meters"', 'class="kr-matrix', "{ #first }")]
    assert places == sorted(places)


def test_the_stamp_is_on_the_overview_alone() -> None:
    one, other = edition_of(), edition_of()
    later = dataclasses.replace(other, stamp=dataclasses.replace(other.stamp, commit="fff9999"))
    before, after = pages(one), pages(later)
    assert [path for path in before if before[path] != after[path]] == ["index.md"]


def test_a_change_of_one_item_changes_only_the_pages_that_show_it() -> None:
    before = pages_of()
    texts = dict(BASE)
    texts["content/inpakmail.md"] += "\nNog een zin erbij.\n"
    after = pages_of(texts)
    assert [path for path in before if before[path] != after[path]] == ["items/inpakmail.md"]


def test_the_default_configuration_and_the_examples_own_are_one() -> None:
    from pathlib import Path

    own = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")
    name = re.compile("^site_name: .*$", re.MULTILINE)
    assert name.sub("", own) == name.sub("", default_configuration())


def test_the_builders_configuration_keeps_what_the_project_set() -> None:
    base = (
        "site_name: Oud\nplugins: [search]\ntheme: material\n"
        "markdown_extensions:\n  - x: {a: !!python/name:m.f ''}\n"
    )
    made = builder_configuration(
        base, Speech("en"), "A & <b>", url="https://x.nl/", logo=None, is_offline=True
    )
    assert "!!python/name:m.f" in made
    read = yaml.load(made.replace("!!python/name:m.f", ""), Loader=yaml.SafeLoader)
    assert read["site_name"] == "A &amp; &lt;b&gt;"
    assert read["theme"] == {"name": "material", "language": "en"}
    search, offline = read["plugins"]
    assert search["search"]["pipeline"] == ["stopWordFilter"] and offline == "offline"
    assert read["extra"]["polyfills"] == ["assets/iframe-worker.js"]
    assert read["nav"][0] == {"Overview": "index.md"}


def test_the_register_finds_everything_by_name() -> None:
    register = Register(edition_of())
    assert register.touchpoint("verhuizen", "inpakmail").to == "touchpoints/verhuizen/inpakmail.html"
    assert register.stage("verhuizen", "weg").to is None
    assert register.persona("weg").to is None


def test_a_configured_name_and_colour_reach_the_pages() -> None:
    made = pages_of(settings=Site(name="Onze reizen", colour="#0a5"))
    assert "Onze reizen" in made["index.md"]
    assert "--kr-accent-light: #00" in made["assets/accent.css"]


def test_a_project_that_asks_for_nothing_boasts_of_nothing() -> None:
    alone = {"content/een.md": "---\ntitle: Een\n---\n\nWat is er te lezen?\n"}
    made = pages_of(alone)
    assert "100%" not in made["index.md"] + made["coverage/index.md"]
    assert "Er wordt nog niets gevraagd" in made["index.md"]
    assert "Er wordt nog niets gevraagd" in made["gaps/index.md"]


def test_a_question_with_many_answers_names_some_and_leads_to_the_rest() -> None:
    texts = dict(BASE)
    for number in range(9):
        texts |= item(f"stuk-{number}", "Tekst.", answers="[hoeveel-dozen]")
    made = pages_of(texts)["personas/huurder.md"]
    line = next(
        line for line in made.splitlines() if "Hoeveel verhuisdozen" in line and "kr-wish-text" in line
    )
    answer = made[made.index(line) :].split("</li>")[0]
    assert answer.count("/stuk-") <= 6
    assert "items/index.html?persona=huurder&amp;" in answer


def test_a_long_list_keeps_all_of_its_items_and_folds_the_rest() -> None:
    texts = dict(BASE)
    for number in range(40):
        texts |= item(f"stuk-{number}", "Tekst.", owner="sanne", answers="[hoeveel-dozen]")
    made = pages_of(texts)
    for place in (address.channel("blog"), address.owner("sanne")):
        page = made[address.source(place)]
        first, rest = page.split('<details class="kr-rest"', 1)
        shown = first[first.index('id="content"') if 'id="content"' in first else 0 :]
        assert shown.count("<li>") >= 20 and f"Nog {rest.split('</details>')[0].count('<li>')} tonen" in rest
        assert all(f"/stuk-{number}.html" in page for number in range(40))
    for place in (address.SLOTS, address.QUESTIONS):
        rows = [row for row in made[address.source(place)].splitlines() if row.startswith("<tr data")]
        assert max(row.count("/stuk-") for row in rows) <= 6 and any("en nog" in row for row in rows)


def test_a_view_that_a_model_names_leads_to_its_page() -> None:
    page = pages_of()[address.source(address.model("five-a"))]
    assert f'href="../{address.TOUCHPOINTS}"' in page and "te zien onder Contactmomenten" in page
