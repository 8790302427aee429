"""The lexicons and weights as a copywriter may extend them: every entry has a form that works."""

import pytest
import yaml

from klantreis.model.vocabulary import ASKS, FACETS, PHASES
from klantreis.text.entry import doubles_in, fault_in
from klantreis.text.lexicon import data, kinds_of_phrases, languages, lexicon, name_of
from klantreis.text.moves import STRUCTURE, moves
from klantreis.text.push import push_model
from klantreis.text.readability import formula_of
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
def test_every_entry_has_the_form_that_a_project_is_held_to(language: str) -> None:
    assert {entry: fault_in(entry) for own, _, entry in ENTRIES if own == language and fault_in(entry)} == {}


@pytest.mark.parametrize("language", languages())
def test_no_entry_stands_twice_in_one_kind(language: str) -> None:
    for kind, entries in data(language)["phrases"].items():
        assert doubles_in(entries) == (), kind


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("", "no letter or figure"),
        ("**", "no letter or figure"),
        ("…", "no letter or figure"),
        ("bel  ons", "one space"),
        ("bel ons ", "one space"),
        ("bel\nons", "one space"),
        ("* koppeling", "one space"),
        ("plan * bezoek", "a * may only stand"),
        ("Bel ons", "small letters"),
        ("bel ons!", "leave out the !"),
        ("bel_ons", "leave out the _"),
        ("koop, nu", "leave out the ,"),
        ("купить", "Latin"),
        ("ik*", "3 letters"),
        ("*je", "3 letters"),
    ],
)
def test_another_form_is_told_what_is_wrong_with_it(entry: str, fault: str) -> None:
    assert fault in (fault_in(entry) or "")


@pytest.mark.parametrize(
    "entry", ["bel de vloerlijn", "plan een proefvloer*", "*koppeling", "één café", "foto's", "24/7", "€ 5",
              "q&a", "crm-koppeling", "e.g.", "$*", "% korting", "m2", "ijsje", "straße", "mix*"],
)  # fmt: skip
def test_words_as_copywriters_write_them_are_fine(entry: str) -> None:
    assert fault_in(entry) is None


def test_the_kinds_that_a_project_may_add_to_are_those_of_the_lexicons() -> None:
    assert set(kinds_of_phrases()) == set(data("nl")["phrases"])


@pytest.mark.parametrize("language", languages())
def test_a_language_says_what_it_is_called_and_how_its_ease_is_reckoned(language: str) -> None:
    assert data(language)["language"] == language
    assert all(word != language for word in name_of(language))
    assert formula_of(language) is not None


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
