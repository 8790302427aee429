"""Durations and rhythms are read as people write them, in Dutch and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.model.duration import Duration, Rhythm, duration_in, rhythm_in, says_nothing, slip_in

DURATIONS = {
    "7 dagen": Duration(7, 7),
    "2 weken": Duration(14, 14),
    "een maand": Duration(30, 30),
    "één week": Duration(7, 7),
    "P7D": Duration(7, 7),
    "P1M": Duration(30, 30),
    "PT48H": Duration(2, 2),
    "14": Duration(14, 14),
    "3 days": Duration(3, 3),
    "48 uur": Duration(2, 2),
    "1,5 maand": Duration(45, 45),
    "anderhalve maand": Duration(45, 45),
    "½ jaar": Duration(182.5, 182.5),
    "half a year": Duration(182.5, 182.5),
    "2-3 weken": Duration(14, 21),
    "twee tot drie weken": Duration(14, 21),
    "3 à 5 werkdagen": Duration(3, 5),
    "binnen 2 dagen": Duration(0, 2),
    "within a week": Duration(0, 7),
    "minstens een week": Duration(7, None),
    "over een week": Duration(7, 7),
    "7 dagen na de levering": Duration(7, None),
    "7 dagen na de aankoop": Duration(7, 7),
    "two weeks after the order": Duration(14, 14),
    "de volgende dag": Duration(1, 1),
    "direct": Duration(0, 0),
    "direct na de bestelling": None,
    "drie dagen voor de verhuizing": None,
    "a few days": None,
    "24/7": None,
    "": None,
}

RHYTHMS = {
    "een keer per maand": Rhythm(1, 30),
    "hooguit twee keer per maand": Rhythm(2, 30),
    "twice a week": Rhythm(2, 7),
    "3x/week": Rhythm(3, 7),
    "twee mails per week": Rhythm(2, 7),
    "at most three times per week": Rhythm(3, 7),
    "eens in de twee weken": Rhythm(1, 14),
    "1 keer in de 2 weken": Rhythm(1, 14),
    "om de dag": Rhythm(1, 2),
    "om de twee weken": Rhythm(1, 14),
    "every other week": Rhythm(1, 14),
    "elke 3 dagen": Rhythm(1, 3),
    "dagelijks": Rhythm(1, 1),
    "weekly": Rhythm(1, 7),
    "vier keer per jaar": Rhythm(4, 365),
    "P1M": Rhythm(1, 30),
    "eenmalig": None,
    "bij elke bestelling": None,
    "": None,
}


@pytest.mark.parametrize("text", DURATIONS)
def test_a_duration_is_read(text: str) -> None:
    assert duration_in(text) == DURATIONS[text]


@pytest.mark.parametrize("text", RHYTHMS)
def test_a_rhythm_is_read(text: str) -> None:
    assert rhythm_in(text) == RHYTHMS[text]


def test_a_rhythm_can_be_counted_in_other_days() -> None:
    assert Rhythm(2, 7).in_days(14) == 4


def test_a_misspelled_unit_is_told_from_free_text() -> None:
    assert [slip_in(text) for text in ("7 dgen", "7 dagen", "7 dgen later", "direct")] == [
        "dgen",
        None,
        None,
        None,
    ]


def test_a_question_mark_says_nothing() -> None:
    assert [text for text in ("?", "x", "-", "7", "direct", "gauw") if says_nothing(text)] == ["?", "x", "-"]


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    duration, rhythm = duration_in(text), rhythm_in(text)
    assert duration is None or duration.least >= 0
    assert rhythm is None or rhythm.days > 0
