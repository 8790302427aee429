"""What is missing can be begun at once: at the host, or with a text to copy."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from tests.site.sample import CONFIG, EVIL, edition_of, pages_of, result_of

from klantreis.config import Site
from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.register import Register
from klantreis.site.start import Start, new_file, start_of

HOLE = {path: text for path, text in BASE.items() if path != "content/inpakmail.md"}
GITHUB = "https://github.com/org/repo/new/main"
GITLAB = "https://gitlab.com/groep/werk/-/new/main"
PLACE = "verhuizen/huurder/consideration/inpakmail"


def register(url: str | None = None, **options: object) -> Register:
    return Register(edition_of(HOLE, settings=Site(new_url=url), **options))  # type: ignore[arg-type]


def slot_start(url: str | None = None) -> Start:
    made = register(url)
    (slot,) = [slot for slot in made.project.slots if str(slot.id) == PLACE]
    start = start_of(made, slot)
    assert start is not None
    return start


def front(text: str) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return loaded


def test_the_item_that_is_begun_closes_the_gap() -> None:
    start = slot_start()
    texts = HOLE | {start.path: start.text.replace("draft", "published") + "Tekst.\n"}
    (slot,) = [slot for slot in result_of(texts).project.slots if str(slot.id) == PLACE]
    assert slot.state == "published"
    assert not [f for f in result_of(texts).findings if f.path == start.path and f.family == "reading"]


@pytest.mark.parametrize("kind", ["question", "pain", "gain"])
def test_so_does_the_one_for_a_question_a_pain_or_a_gain(kind: str) -> None:
    texts = {path: text for path, text in BASE.items() if not path.startswith("content/")}
    made = Register(edition_of(texts))
    wish = next(wish for wish in made.project.wishes if wish.kind == kind)
    start = start_of(made, wish)
    assert start is not None
    texts |= {start.path: start.text.replace("draft", "published") + "Tekst.\n"}
    found = [w for w in result_of(texts).project.wishes if str(w) == str(wish)]
    assert [w.state for w in found] == ["published"]


def test_github_gets_the_name_and_the_text() -> None:
    start = slot_start(GITHUB)
    parts = urlsplit(start.host or "")
    asked = parse_qs(parts.query)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == GITHUB
    assert asked == {"filename": ["content/inpakmail.md"], "value": [start.text]}
    assert front(asked["value"][0])["touchpoint"] == "inpakmail"
    assert start.to == start.host


def test_gitlab_gets_the_name_and_the_page_shows_the_text() -> None:
    start = slot_start(GITLAB)
    assert start.host == f"{GITLAB}?file_name=content%2Finpakmail.md"
    assert start.to is None
    page = pages_of(HOLE, settings=Site(new_url=GITLAB))["touchpoints/verhuizen/inpakmail.md"]
    assert "file_name=content%2Finpakmail.md" in page and "<pre" in page


@pytest.mark.parametrize(
    ("base", "made", "is_filled"),
    [
        ("https://x.nl/_new/main?a=b", "https://x.nl/_new/main?a=b&filename=a%20b.md&value=1%26%0A", True),
        ("https://x.nl/?f={path}&t={text}", "https://x.nl/?f=a%20b.md&t=1%26%0A", True),
        ("https://x.nl/?f={path}", "https://x.nl/?f=a%20b.md", False),
        ("javascript:alert(1)", None, False),
        ("https://[x", None, False),
        (None, None, False),
    ],
)  # fmt: skip
def test_a_host_is_asked_in_its_own_way(base: str | None, made: str | None, is_filled: bool) -> None:
    assert new_file(base, "a b.md", "1&\n") == (made, is_filled)


def test_without_a_host_there_is_a_text_to_copy() -> None:
    made = pages_of(HOLE)
    page = made["touchpoints/verhuizen/inpakmail.md"]
    block = re.search(r"<pre[^>]*><code>(.*?)</code>", page, re.DOTALL)
    assert block is not None and front(f"{block[1]}\n")["stage"] == "consideration"
    rows = made["gaps/index.md"].partition("<tbody>")[2]
    assert 'class="kr-write" href="../touchpoints/verhuizen/inpakmail.html#persona-huurder"' in rows


def test_gaps_slots_matrices_and_the_overview_lead_to_the_host() -> None:
    made = pages_of(HOLE, settings=Site(new_url=GITHUB))
    places = (
        address.GAPS,
        address.SLOTS,
        address.OVERVIEW,
        "coverage/verhuizen.html",
        address.persona("huurder"),
    )
    for place in (*places, address.touchpoint("verhuizen", "inpakmail")):
        assert f'href="{GITHUB}?filename=content%2Finpakmail.md&amp;value=' in made[address.source(place)], (
            place
        )


def test_the_words_of_a_site_are_used() -> None:
    import dataclasses

    edition = dataclasses.replace(edition_of(HOLE), keys={"stage": "fase"}, folder="artikelen")
    made = Register(edition)
    start = start_of(made, next(slot for slot in made.project.slots if str(slot.id) == PLACE))
    assert start is not None
    assert front(start.text)["fase"] == "consideration"
    assert start.path == "artikelen/inpakmail.md"


def test_no_file_is_written_over() -> None:
    texts = HOLE | {"content/inpakmail.md": BASE["content/inpakmail.md"].replace("published", "idea")}
    texts["content/inpakmail.md"] = (
        re.sub(r"touchpoint: .*\n", "", BASE["content/waar-begin-ik.md"])
        if ("content/waar-begin-ik.md" in BASE)
        else "---\nid: x\ntitle: X\nstage: awareness\npersona: [huurder]\nchannel: blog\n---\n\nTekst.\n"
    )
    made = Register(edition_of(texts))
    start = start_of(made, next(slot for slot in made.project.slots if str(slot.id) == PLACE))
    assert start is not None and start.path == "content/inpakmail-2.md"


def test_the_public_gets_nothing_to_write() -> None:
    made = pages_of(HOLE, settings=Site(new_url=GITHUB), is_public=True)
    assert not [path for path, text in made.items() if path.endswith(".md") and "kr-write" in text]


def test_foreign_names_give_no_orders() -> None:
    texts = dict(HOLE)
    journey = "journeys/verhuizen.yaml"
    texts[journey] = texts[journey].replace("Mail met de inpaklijst", f"'{EVIL}'")
    for url in (None, GITHUB, GITLAB):
        for path, text in pages_of(texts, settings=Site(new_url=url)).items():
            assert "<script" not in text or not path.endswith(".md"), path
    assert CONFIG.site.new_url is None
