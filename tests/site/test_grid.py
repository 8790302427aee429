"""What the matrix of any two fields is made of: every slot and item is in it, and nothing foreign runs."""

import html
import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from tests.site.sample import EVIL, HOSTILE_ITEM, edition_of, item, pages_of

from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.field import ITEM_FIELDS, SLOT_FIELDS, field_values, item_fields
from klantreis.site.grid import grid
from klantreis.site.link import Link
from klantreis.site.listing import NOTHING, filters_of, rank
from klantreis.site.page.matrix import SIGNS
from klantreis.site.register import Register
from klantreis.site.words import catalogue

PAGE = address.source(address.MATRIX)


def register_of(texts: Mapping[str, str] = BASE) -> Register:
    return Register(edition_of(texts))


def units(coded: str) -> list[tuple[int, list[str]]]:
    """Return the units of a coded line: how many times, and their values."""
    found = []
    for line in coded.split(";") if coded else []:
        times, _, values = line.rpartition("*")
        found.append((int(times or 1), values.split(",")))
    return found


def test_every_slot_and_item_is_in_the_grid_once() -> None:
    register = register_of()
    made = grid(register)
    assert sum(times for times, _ in units(made.slots)) == len(register.project.slots)
    assert sum(times for times, _ in units(made.items)) == len(register.project.items)
    assert {len(values) for _, values in units(made.slots)} == {len(SLOT_FIELDS) + 1}
    assert {len(values) for _, values in units(made.items)} == {len(ITEM_FIELDS) + 1}


def test_items_that_are_alike_are_written_once() -> None:
    twins = {path: text for number in range(9) for path, text in item(f"los-{number}", "Tekst.").items()}
    coded = grid(register_of(dict(BASE) | twins)).items
    assert max(times for times, _ in units(coded)) >= 9


def test_a_place_in_the_grid_leads_to_its_value() -> None:
    register = register_of()
    made = grid(register)
    fields = json.loads(made.fields)["fields"]
    owners = next(field["values"] for field in fields if field["name"] == "owner")
    counted = {}
    for times, values in units(made.items):
        place = values[ITEM_FIELDS.index("owner")]
        id = owners[int(place)][0] if place else NOTHING
        counted[id] = counted.get(id, 0) + times
    wanted: dict[str, int] = {}
    for one in register.project.items:
        wanted[one.owner or NOTHING] = wanted.get(one.owner or NOTHING, 0) + 1
    assert counted == wanted


def test_every_sign_that_a_cell_can_have_is_named() -> None:
    assert {f"state.{sign}" for sign in SIGNS} <= set(catalogue())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_shows_a_matrix_without_scripts(language: str) -> None:
    page = pages_of(language=language)[PAGE]
    assert '<table class="kr-matrix' in page
    assert "hidden>" in re.findall(r"<form[^>]*>", page)[0]
    assert 'href="../coverage/slots.html?' in page


def test_one_journey_starts_with_its_own_stages() -> None:
    page = pages_of()[PAGE]
    assert '<option value="stage" selected>' in page


def test_foreign_names_stay_text_in_the_grid() -> None:
    texts = dict(BASE) | {"content/vijandig.md": HOSTILE_ITEM.replace("owner: '\">", f"owner: '{EVIL}\">")}
    page = pages_of(texts)[PAGE]
    assert "<script" not in page and "<img" not in page
    (held,) = re.findall(r'data-kr-fields="([^"]*)"', page)
    names = [value[1] for field in json.loads(html.unescape(held))["fields"] for value in field["values"]]
    assert any(EVIL in name for name in names)


def test_a_public_grid_holds_nothing_of_what_is_hidden() -> None:
    hidden = item("geheim", "Tekst.", status="draft", owner="geheime-zebra")
    assert "geheime-zebra" in pages_of(dict(BASE) | hidden)[PAGE]
    assert "geheime-zebra" not in pages_of(dict(BASE) | hidden, is_public=True)[PAGE]


def test_a_stage_of_two_journeys_has_the_names_of_both() -> None:
    other = BASE["journeys/verhuizen.yaml"].replace("id: verhuizen", "id: inrichten")
    other += "" if "stages:" in other else "\nstages: {}\n"
    register = register_of(dict(BASE) | {"journeys/inrichten.yaml": other})
    assert [journey.id for journey in register.project.journeys] == ["inrichten", "verhuizen"]
    link = field_values(register)["stage"]["attention"]
    assert link.to == address.STAGES
    held: Any = json.loads(grid(register).fields)
    assert set(held["stages"]["attention"]) == {journey.id for journey in register.project.journeys}


def test_an_item_knows_its_touchpoints_with_their_journey() -> None:
    register = register_of()
    found = item_fields(register, register.project.item_by_id["inpakmail"])
    assert found["touchpoint"] == "verhuizen/inpakmail"
    assert found["language"] == register.project.language


def test_rows_without_a_value_can_be_chosen_where_there_are_any() -> None:
    rows: list[dict[str, str]] = [{"owner": "femke"}, {"owner": ""}, {"owner": "bo|femke"}]
    names = {"bo": Link("Bo"), "femke": Link("Femke"), "weg": Link("Weg")}
    (found,) = filters_of(rows, (("owner", "eigenaar", names),), "geen")
    assert found.choices == (("bo", "Bo"), ("femke", "Femke"), (NOTHING, "geen"))
    assert not filters_of(rows[:1], (("owner", "eigenaar", names),), "geen")


def test_words_are_sorted_by_what_they_mean() -> None:
    statuses = ("published", "idea", "draft", "vreemd")
    assert sorted(statuses, key=lambda word: rank("status", word)) == ["idea", "draft", "published", "vreemd"]


def test_a_cell_of_a_touchpoint_opens_the_list_with_that_slot() -> None:
    page = pages_of()["coverage/verhuizen.md"]
    slot = "journey=verhuizen&persona=huurder&stage=consideration&touchpoint=verhuizen%2Finpakmail"
    assert f"slots.html?{slot}" in html.unescape(page)
