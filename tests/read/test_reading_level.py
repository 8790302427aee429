"""A reading level in a persona and in a stage: read, inherited, and known to editors."""

from klantreis.check import run
from klantreis.config import Config
from klantreis.model.reading_level import READING_LEVELS
from klantreis.read.journey import journey_record
from klantreis.read.persona import persona_record
from klantreis.read.record import json_schema
from klantreis.rules.base_project import BASE, TODAY
from klantreis.text.readability import LEVELS, Shape, reading_ease

JOURNEY = "journeys/verhuizen.yaml"
LEVEL = BASE[JOURNEY].replace("  attention:\n", "  attention:\n    reading_level: A2\n")
HEIR = "id: inboedel\nname: Een inboedel opslaan\nextends: verhuizen\npersonas: [huurder]\nstages:\n"


def level_in(stage: str, journey: str = "inboedel", heir: str = HEIR) -> str | None:
    texts = {**BASE, JOURNEY: LEVEL, "journeys/inboedel.yaml": heir}
    return run(texts, Config(), TODAY).project.journey_by_id[journey].stage(stage).reading_level


def test_a_journey_takes_it_over_from_the_one_it_extends() -> None:
    heir = HEIR + "  action:\n    reading_level: B1\n"
    assert level_in("attention", "verhuizen") == "A2"
    assert level_in("attention", heir=heir) == "A2"
    assert level_in("action", heir=heir) == "B1"
    assert level_in("attention", heir=HEIR + "  attention:\n    reading_level: C1\n") == "C1"


def test_a_persona_and_a_stage_without_one_have_none() -> None:
    project = run({**BASE}, Config(), TODAY).project
    assert {persona.reading_level for persona in project.personas} == {None}
    assert {stage.reading_level for journey in project.journeys for stage in journey.stages} == {None}


def test_editors_know_the_levels() -> None:
    persona = json_schema(persona_record(), "persona")["properties"]["reading_level"]
    stages = json_schema(journey_record(), "journey")["properties"]["stages"]["anyOf"][0]
    stage = stages["additionalProperties"]["properties"]["reading_level"]
    assert persona["enum"] == stage["enum"] == list(READING_LEVELS.ids)


def test_each_level_has_an_ease_that_it_asks_for_from_easy_to_hard() -> None:
    assert tuple(level for level, _ in LEVELS) == READING_LEVELS.ids
    assert [least for _, least in LEVELS] == sorted((least for _, least in LEVELS), reverse=True)


def test_the_formulas_are_those_of_douma_and_flesch() -> None:
    size = Shape(words=100, syllables=150)
    assert reading_ease(size, 10, "nl") == round(206.84 - 77 * 1.5 - 0.93 * 10, 1)
    assert reading_ease(size, 10, "en") == round(206.835 - 84.6 * 1.5 - 1.015 * 10, 1)
    assert reading_ease(Shape(words=20, syllables=30), 2, "nl") is None
