"""A walk: what one persona asks, finds and feels on the way, and where she gets stuck."""

import re

import pytest
from tests.site.sample import EVIL, edition_of, pages_of

from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.page.walk import WalkView, walk_pages
from klantreis.site.register import Register

PLACE = address.source(address.walk("huurder", "verhuizen"))


def walk_of(texts: dict[str, str]) -> WalkView:
    (page, *_) = walk_pages(Register(edition_of(texts)))
    view = page.view
    assert isinstance(view, WalkView)
    return view


def without(path: str) -> dict[str, str]:
    return {name: text for name, text in BASE.items() if name != path}


def test_every_persona_of_a_journey_has_a_walk_that_the_persona_and_the_journey_lead_to() -> None:
    made = pages_of()
    assert PLACE in made
    place = address.walk("huurder", "verhuizen")
    assert f"../{place}" in made["personas/huurder.md"]
    assert f"../{place}" in made["journeys/verhuizen.md"]


def test_a_walk_follows_the_stages_and_their_touchpoints_in_order() -> None:
    project = edition_of().project
    journey = project.journeys[0]
    walk = walk_of(dict(BASE))
    assert [step.stage.text for step in walk.steps] == [stage.name.nl for stage in journey.stages]
    for step, stage in zip(walk.steps, journey.stages, strict=True):
        wanted = [touchpoint.name.nl for touchpoint in stage.touchpoints_for("huurder")]
        assert [meeting.touchpoint.text for meeting in step.meetings][: len(wanted)] == wanted


def test_a_walk_without_holes_says_so() -> None:
    walk = walk_of(dict(BASE))
    assert walk.trouble == 0
    assert "loopt nergens vast" in pages_of()[PLACE]


def test_where_nothing_stands_she_gets_stuck_and_the_gap_is_one_step_away() -> None:
    walk = walk_of(without("content/inpakmail.md"))
    (stuck,) = [m for step in walk.steps for m in step.meetings if m.state == "gap"]
    assert stuck.touchpoint.to == address.touchpoint("verhuizen", "inpakmail")
    assert stuck.snags[0].where.to is not None
    assert stuck.snags[0].where.to.startswith(address.GAPS + "?journey=verhuizen&persona=huurder")
    assert walk.trouble >= 1


def test_what_is_being_written_is_named_but_not_found() -> None:
    texts = dict(BASE)
    texts["content/inpakmail.md"] = texts["content/inpakmail.md"].replace("---\n", "---\nstatus: draft\n", 1)
    walk = walk_of(texts)
    (meeting,) = [m for step in walk.steps for m in step.meetings if m.state == "drafted"]
    assert not meeting.finds
    assert [line.link.text for line in meeting.coming]
    assert meeting.snags[0].text == "Hier wordt aan gewerkt, maar er is nog niets te vinden."


def test_what_is_past_its_review_date_is_found_and_is_a_snag() -> None:
    texts = dict(BASE)
    path = "content/inpakmail.md"
    texts[path] = re.sub(r"review_by: .*", "review_by: 2020-01-01", texts[path])
    walk = walk_of(texts)
    (meeting,) = [m for step in walk.steps for m in step.meetings if m.state == "stale"]
    assert meeting.finds
    assert "nagekeken" in meeting.snags[0].text


def test_a_dead_end_is_told_in_the_words_of_its_rule() -> None:
    texts = dict(BASE)
    path = "content/hoeveel-dozen.md"
    text = texts[path].replace("next: [zelf-of-verhuizer]\n", "")
    texts[path] = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    walk = walk_of(texts)
    said = [snag.text for step in walk.steps for meeting in step.meetings for snag in meeting.snags]
    assert any("nergens heen" in text for text in said)


def test_an_item_says_where_it_leads() -> None:
    walk = walk_of(dict(BASE))
    onward = [link.text for s in walk.steps for m in s.meetings for find in m.finds for link in find.onward]
    assert onward


@pytest.mark.parametrize("language", ["nl", "en"])
def test_foreign_text_stays_text(language: str) -> None:
    texts = dict(BASE)
    texts["personas/huurder.md"] = re.sub(
        r"(ask|pain|gain|prevent): .*", lambda found: f"{found[1]}: '{EVIL}'", texts["personas/huurder.md"]
    )
    texts["journeys/verhuizen.yaml"] = texts["journeys/verhuizen.yaml"].replace(
        "Pakt de eerste tien dozen.", f"'{EVIL}'"
    )
    page = pages_of(texts, language=language)[PLACE]
    assert "window.pwned" in page
    assert "<script" not in page
