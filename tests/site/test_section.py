"""The index pages: stages, questions, those who have a say, owners, campaigns and value."""

import re

import pytest
from tests.site.sample import EVIL, edition_of, item, pages_of

from klantreis.model.vocabulary import PHASES
from klantreis.rule import all_rules
from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.matrix import question_by_stage
from klantreis.site.page.findings import findings_page
from klantreis.site.page.item import items_page
from klantreis.site.page.owners import OwnerRow, owner_pages
from klantreis.site.page.questions import QuestionsView, questions_page
from klantreis.site.page.stages import StagesView, stages_page
from klantreis.site.register import Register
from klantreis.site.section import SECTIONS


def owners_of(texts: dict[str, str]) -> dict[str, OwnerRow]:
    index, *_ = owner_pages(Register(edition_of(texts)))
    return {row.owner.text: row for row in index.view}


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_the_pages_of_a_section_lead_to_one_another(section: str) -> None:
    made = pages_of()
    for _, place in SECTIONS[section]:
        assert address.source(place) in made
        if place == address.SLOTS:
            continue
        page = made[address.source(place)]
        for _, other in SECTIONS[section]:
            assert f'href="../{other}"' in page, (place, other)
        assert f'href="../{place}" aria-current="page"' in page


def test_every_stage_stands_under_each_of_its_phases() -> None:
    project = edition_of().project
    view = stages_page(Register(edition_of())).view
    assert isinstance(view, StagesView)
    shown = {name: [row.stage.text for row in rows] for name, _, rows in view.phases}
    for phase in PHASES.terms:
        wanted = [s.name.nl for j in project.journeys for s in j.in_phase(phase.id)]
        assert shown[phase.nl] == wanted


def test_every_question_is_there_with_its_state_and_its_answer() -> None:
    project = edition_of().project
    view = questions_page(Register(edition_of())).view
    assert isinstance(view, QuestionsView)
    wishes = [wish for wish in project.wishes if wish.kind == "question"]
    assert [(row.question.text, row.state) for row in view.rows] == [(w.text, w.state) for w in wishes]
    assert any(row.items for row in view.rows)


def test_who_asks_beside_the_persona_is_named() -> None:
    texts = dict(BASE)
    texts["personas/huurder.md"] = texts["personas/huurder.md"].replace(
        "stages:\n",
        "influencers:\n  - id: verhuurder\n    role: De verhuurder\n    questions:\n"
        "      - {id: sleutel, ask: Wanneer krijg ik de sleutel terug?}\nstages:\n",
        1,
    )
    made = pages_of(texts)
    assert "De verhuurder" in made[address.source(address.INFLUENCERS)]
    assert "(De verhuurder)" in made[address.source(address.QUESTIONS)]
    assert "Geen enkele persona noemt" in pages_of()[address.source(address.INFLUENCERS)]


def test_an_owner_sees_what_is_late_what_is_busy_and_what_is_missing() -> None:
    texts = {path: text for path, text in BASE.items() if path != "content/inpakmail.md"}
    texts |= item("oud", "Tekst.", owner="Noor de Wit", review_by="2020-01-01")
    texts |= item("nieuw", "Tekst.", owner="Noor de Wit", status="draft")
    row = owners_of(texts)["Noor de Wit"]
    assert (row.items, row.published, row.busy, row.late) == (2, 1, 1, 1)
    page = pages_of(texts)[address.source(address.owner("Noor de Wit"))]
    assert "1 januari 2020" in page
    assert sum(row.gaps for row in owners_of(texts).values()) == len(Register(edition_of(texts)).gaps)


def test_what_should_have_appeared_is_late_for_its_owner_as_it_is_in_the_calendar() -> None:
    texts = dict(BASE) | item("blijft-liggen", "Tekst.", owner="sanne", status="review", publish="2026-05-17")
    assert owners_of(texts)["sanne"].late == 1
    made = pages_of(texts)
    assert "17 mei 2026" in made[address.source(address.owner("sanne"))]
    assert "17 mei 2026" in made[address.source(address.CALENDAR)]


def test_the_list_of_items_tells_when_each_is_to_be_reviewed() -> None:
    texts = dict(BASE) | item("oud", "Tekst.", review_by="2026-05-31") | item("zonder", "Tekst.")
    texts |= item("later", "Tekst.", review_by="2026-06-01")
    texts |= item("voorbij", "Tekst.", status="expired", review_by="2026-01-01")
    view = items_page(Register(edition_of(texts))).view
    reviews = {row.line.link.text: row.fields["review"] for row in view.rows}
    assert [reviews[id] for id in ("oud", "later", "voorbij", "zonder")] == ["late", "coming", "past", ""]


def test_what_sells_where_nothing_is_to_be_sold_stands_above_the_touchpoints() -> None:
    page = pages_of()[address.source(address.TOUCHPOINTS)]
    assert "Volgens de bevindingen gebeurt het daar ook nergens." in page
    texts = dict(BASE)
    path = "content/inpakmail.md"
    texts[path] = texts[path].replace("---\n", "---\nintent: sell\n", 1)
    page = pages_of(texts)[address.source(address.TOUCHPOINTS)]
    assert "Volgens de bevindingen gebeurt het daar toch:" in page


def test_every_finding_belongs_to_whoever_owns_the_file_that_it_stands_in() -> None:
    texts = dict(BASE)
    path = "personas/huurder.md"
    texts[path] = texts[path].replace("---\n", "---\nowner: sanne\nonbekend: 1\n", 1)
    register = Register(edition_of(texts))
    rows = [row for row in findings_page(register).view.rows if row.fields["owner"] == "sanne"]
    assert rows and owners_of(texts)["sanne"].findings == len(rows)
    assert sum(row.findings for row in owners_of(texts).values()) == len(register.findings)


def test_what_nobody_owns_is_counted_too() -> None:
    assert owners_of(dict(BASE) | item("wees", "Tekst."))["van niemand"].items >= 1


def test_an_items_page_leads_to_its_owner_and_its_campaign() -> None:
    made = pages_of(dict(BASE) | item("actie", "Tekst.", owner="sanne", campaign="'Zomer & zon'"))
    page = made["items/actie.md"]
    assert f'href="../{address.owner("sanne")}"' in page
    place, _, anchor = address.campaign("Zomer & zon").partition("#")
    assert f'href="../{place}#{anchor}"' in page
    assert f"{{ #{anchor} }}" in made[address.source(place)]


def test_a_campaign_is_in_the_order_of_its_days() -> None:
    texts = dict(BASE)
    for id, day in (("laat", "2026-05-01"), ("vroeg", "2026-03-01")):
        texts |= item(id, "Tekst.", campaign="zomer", publish=day)
    page = pages_of(texts)[address.source(address.CAMPAIGNS)]
    assert page.index("vroeg.html") < page.index("laat.html")
    assert "van 1 maart 2026 tot en met 1 mei 2026" in page


def test_without_figures_the_value_page_says_so() -> None:
    assert "Er zijn geen cijfers." in pages_of()[address.source(address.VALUE)]


def test_journeys_that_are_called_like_our_pages_get_pages_of_their_own() -> None:
    texts = dict(BASE)
    name = "journeys/verhuizen.yaml"
    texts[name] = texts[name].replace("id: verhuizen", "id: value", 1)
    made = pages_of(texts)
    assert "Er zijn geen cijfers." in made[address.source(address.VALUE)]
    assert "coverage/value-journey.md" in made


def test_foreign_names_stay_text() -> None:
    texts = dict(BASE) | item("kwaad", "Tekst.", owner=f"'{EVIL}'", campaign=f"'{EVIL}'")
    made = pages_of(texts)
    for path in (address.source(p) for p in (address.OWNERS, address.CAMPAIGNS, address.owner(EVIL))):
        assert re.search(r"window.{1,6}pwned", made[path]), path
        assert "<script" not in made[path]


def test_an_answer_that_comes_too_late_is_called_so_and_not_published() -> None:
    late = next(rule for rule in all_rules() if rule.name == "answered-too-late").examples.bad
    texts = BASE | {path: text.replace("⟦", "").replace("⟧", "") for path, text in late.items()}
    register = Register(edition_of(texts))
    view = questions_page(register).view
    assert isinstance(view, QuestionsView)
    about = {finding.subject.detail for finding in register.findings_by_rule["answered-too-late"]}
    (row,) = [row for row in view.rows if row.state == "late"]
    assert about == {"zelf-of-verhuizer"} and row.answered_in.text
    assert ("late", "te laat beantwoord") in next(f for f in view.filters if f.field == "state").choices
    matrix = question_by_stage(register, register.project.journeys[0])
    assert {"late", "answered"} <= {cell.state for line in matrix.rows for cell in line.cells}
    walked = pages_of(texts)[address.source(address.walk("huurder", "verhuizen"))]
    assert f"Pas in de fase {row.answered_in.text} een antwoord op de vraag" in walked
