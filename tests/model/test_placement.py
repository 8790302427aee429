"""How a tag finds its stage, in each of the journeys that the item's personas travel."""

import pytest
from tests.model.project import item, journey, persona, project, served

from klantreis.models import built_in

ANN = persona("ann")


def places(stage: str, extends: str, stages: str = "", **more: str) -> dict[str, bool]:
    texts = ANN | journey("trip", extends, "ann", stages) | item("text", stage, "ann", **more)
    return served(project(texts), "text")


def test_a_stage_id_names_its_stage() -> None:
    assert places("orientation", "ideal-journey") == {"trip/ann/orientation/-": False}


def test_an_id_goes_before_a_phase_of_the_same_name() -> None:
    assert places("consideration", "ideal-journey") == {"trip/ann/consideration/-": False}


@pytest.mark.parametrize("word", ["oriëntatiefase", "ORIENTATIEFASE", "Oriëntatiefase"])
def test_a_dutch_name_is_understood_whatever_its_case_and_accents(word: str) -> None:
    assert places(word, "ideal-journey") == {"trip/ann/orientation/-": False}


def test_an_alias_of_the_organisation_is_understood() -> None:
    stages = "\n  orientation: {aliases: [rondkijken]}"
    assert places("rondkijken", "ideal-journey", stages) == {"trip/ann/orientation/-": False}


def test_a_phase_with_one_stage_counts_in_full() -> None:
    assert places("growth", "ideal-journey") == {"trip/ann/loyalty/-": False}


def test_a_phase_with_several_stages_is_borrowed_in_each() -> None:
    assert places("awareness", "ideal-journey") == {
        "trip/ann/latent-need/-": True,
        "trip/ann/concrete-need/-": True,
    }


def test_a_touchpoint_decides_among_the_stages_of_a_phase() -> None:
    stages = "\n  concrete-need:\n    touchpoints:\n      search-result: {channel: search}"
    assert places("awareness", "ideal-journey", stages, touchpoint="search-result") == {
        "trip/ann/concrete-need/search-result": False
    }


def test_a_stage_of_another_model_is_found_through_its_phase() -> None:
    assert places("suspect", "five-a") == {"trip/ann/attention/-": False}


@pytest.mark.parametrize("source", built_in(), ids=lambda model: model.id)
@pytest.mark.parametrize("target", built_in(), ids=lambda model: model.id)
def test_every_stage_of_every_model_lands_wherever_its_phase_exists(source, target) -> None:  # type: ignore[no-untyped-def]
    for stage in source.stages:
        reachable = [s.id for s in target.stages if s.id == stage.id or set(s.phases) & set(stage.phases)]
        assert bool(places(stage.id, target.id)) == bool(reachable), stage.id


def test_one_item_serves_every_journey_of_its_persona() -> None:
    texts = ANN | journey("one", "five-a", "ann") | journey("two", "suspect-prospect-lead", "ann")
    found = served(project(texts | item("text", "awareness", "ann")), "text")
    assert found == {"one/ann/attention/-": False, "two/ann/suspect/-": False}


def test_journey_in_the_front_matter_chooses_among_the_journeys() -> None:
    texts = ANN | journey("one", "five-a", "ann") | journey("two", "suspect-prospect-lead", "ann")
    found = served(project(texts | item("text", "awareness", "ann", journey="two")), "text")
    assert found == {"two/ann/suspect/-": False}


def test_two_stages_and_two_personas_count_in_full_in_every_combination() -> None:
    texts = ANN | persona("bob") | journey("trip", "five-a", "ann, bob")
    found = served(project(texts | item("text", "[attention, action]", "[ann, bob]")), "text")
    assert found == {
        f"trip/{who}/{stage}/-": False for who in ("ann", "bob") for stage in ("attention", "action")
    }


def test_also_is_borrowed() -> None:
    texts = ANN | persona("bob") | journey("trip", "five-a", "ann, bob")
    found = served(project(texts | item("text", "attention", "ann", also="[bob]")), "text")
    assert found == {"trip/ann/attention/-": False, "trip/bob/attention/-": True}


TWO = """
  attention:
    touchpoints:
      post: {channel: social}
      story: {channel: blog, formats: [case-study]}
      page: {channel: blog, formats: [article]}"""


def test_the_channel_tells_the_touchpoint() -> None:
    assert places("attention", "five-a", TWO, channel="social") == {"trip/ann/attention/post": False}


def test_the_format_tells_touchpoints_on_one_channel_apart() -> None:
    assert places("attention", "five-a", TWO, format="article") == {"trip/ann/attention/page": False}


def test_what_cannot_be_told_serves_the_null_slot_and_is_said() -> None:
    texts = ANN | journey("trip", "five-a", "ann", TWO) | item("text", "attention", "ann")
    there = project(texts)
    assert served(there, "text") == {"trip/ann/attention/-": False}
    assert [t.path for t in there.troubles["ambiguous-touchpoint"]] == ["content/text.md"]


def test_a_slip_of_the_pen_counts_as_if_mended() -> None:
    assert places("atention", "five-a") == {"trip/ann/attention/-": False}


def test_a_new_stage_comes_after_the_one_it_is_written_after() -> None:
    stages = "\n  attention: {}\n  chat: {phase: consideration}\n"
    there = project(ANN | journey("trip", "five-a", "ann", stages))
    assert [s.id for s in there.journeys[0].stages][:3] == ["attention", "chat", "consideration"]


def test_a_journey_may_extend_another_journey() -> None:
    texts = ANN | journey("base", "five-a", "", "\n  action: {push_allowance: 60}")
    there = project(texts | journey("trip", "base", "ann"))
    assert there.journey_by_id["trip"].stage("action").push_allowance == 60
    assert there.journey_by_id["trip"].lineage == ("base", "five-a")
