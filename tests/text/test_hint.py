"""Hints are enough not to report that something is missing: generous, and the same in both languages."""

import pytest

from klantreis.text.hint import gives_a_person, gives_a_step, hints_at
from klantreis.text.lexicon import data, languages


@pytest.mark.parametrize("language", languages())
def test_every_language_that_is_judged_hints_at_the_same_things(language: str) -> None:
    assert set(data(language)["hints"]) == {"step", "person", "benefits", "risk", "understanding"}
    for words in data(language)["hints"].values():
        assert len(words) == len(set(words))
        assert all(word == word.strip().lower() and "*" not in word.rstrip("*") for word in words)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Het kost 40 euro.\n\nGeef je maat door, dan ligt hij klaar.", "nl"),
        ("Het kost 40 euro.\n\nTwijfel je, bel dan Noor.", "nl"),
        ("Het kost 40 euro. Noor zit op 026 555 01 23.", "nl"),
        ("It costs 40 pounds.\n\nTo book, drop a line to Meg.", "en"),
        ("It costs 40 pounds. Questions go to meg@walls.example", "en"),
        ("Es kostet 40 Euro.", "de"),
    ],
)
def test_a_step_in_any_words_is_a_step(text: str, language: str) -> None:
    assert gives_a_step(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Het kost 40 euro.\n\nZo weet je waar je aan toe bent.", "nl"),
        ("It costs 40 pounds, tools included.\n\nLunch is soup in the barn.", "en"),
    ],
)
def test_an_end_without_a_step_has_none(text: str, language: str) -> None:
    assert not gives_a_step(text, language)
    assert not gives_a_person(text, language)


def test_a_hint_may_break_over_two_lines_and_end_in_any_way() -> None:
    assert hints_at("benefits", "Zo houd je meer\nruimte over.", "nl")
    assert hints_at("risk", "The refunding takes a week.", "en")
    assert hints_at("understanding", "That’s why it works.", "en")
