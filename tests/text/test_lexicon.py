"""The lexicons and weights as a copywriter may extend them: every entry has a form that works."""

import pytest
import yaml

from klantreis.model.vocabulary import ASKS, FACETS, PHASES
from klantreis.read.plain import shadow
from klantreis.text.lexicon import data, languages, lexicon
from klantreis.text.moves import STRUCTURE, moves
from klantreis.text.normal import flat, pattern
from klantreis.text.push import push_model
from klantreis.text.stage import _model

ENTRIES = [
    (language, kind, entry)
    for language in languages()
    for kind, entries in data(language)["phrases"].items()
    for entry in entries
]


def test_both_languages_fill_the_same_kinds() -> None:
    assert set(data("nl")["phrases"]) == set(data("en")["phrases"])


def test_every_kind_is_used_by_a_move() -> None:
    known = set(moves().bits) | {"nothing"}
    assert set(data("nl")["phrases"]) <= known


def test_every_kind_that_a_move_asks_for_exists() -> None:
    assert set(moves().bits) <= set(STRUCTURE) | set(data("nl")["phrases"])


@pytest.mark.parametrize("language", languages())
def test_an_entry_is_lower_case_words_with_stars_at_the_ends_only(language: str) -> None:
    wrong = [
        entry
        for own, _, entry in ENTRIES
        if own == language
        and (
            entry != entry.strip()
            or not flat(shadow(entry.strip("*"))).strip()
            or "*" in entry.strip("*")
            or entry != entry.lower()
        )
    ]
    assert not wrong


@pytest.mark.parametrize("language", languages())
def test_no_entry_stands_twice_in_one_kind(language: str) -> None:
    for kind, entries in data(language)["phrases"].items():
        patterns = [pattern(shadow(entry)) for entry in entries]
        assert len(patterns) == len(set(patterns)), kind


def test_a_longer_phrase_keeps_the_kinds_of_the_shorter_one_in_it() -> None:
    known = lexicon("nl")
    bits = dict(zip(known.spoken, known.front_bits, strict=True))
    assert bits["onze klant"] & moves().bits["we"]
    assert not bits["contact met klanten"]


def test_moves_speak_of_facets_and_asks_of_the_vocabulary() -> None:
    for move in moves().moves:
        assert move.facet in FACETS.ids
        assert move.ask is None or move.ask in ASKS.ids


def test_every_weight_belongs_to_a_move_and_every_stage_to_a_phase() -> None:
    names = {move.name for move in moves().moves}
    model = push_model()
    assert set(model.own.moves) | set(model.described.moves) <= names
    assert set(_model().phases) <= set(PHASES.ids)


def test_the_data_files_are_plain_yaml() -> None:
    for language in languages():
        assert yaml.safe_dump(dict(data(language)))
