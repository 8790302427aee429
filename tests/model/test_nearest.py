"""What somebody may have meant, among few words and among many."""

import pytest

from klantreis.model.nearest import MANY, by_nearness, nearest

MANY_IDS = tuple(f"journey-{number % 7}/stage-{number % 11}/item-{number:05}" for number in range(MANY * 20))


def test_a_slip_finds_its_word() -> None:
    assert nearest("orientaton", ("orientation", "consideration")) == "orientation"


def test_a_word_that_is_like_nothing_finds_nothing() -> None:
    assert nearest("bicycle", ("orientation", "consideration")) is None


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("jurney-1/stage-5/item-04691", "journey-1/stage-5/item-04691"),
        ("journey-1/stage-5/itm-04691", "journey-1/stage-5/item-04691"),
        ("Journey-1/Stage-5/Item-04691", "journey-1/stage-5/item-04691"),
        ("journey-1/stage-5/item-04691x", "journey-1/stage-5/item-04691"),
    ],
)
def test_a_slip_finds_its_word_among_many(slip: str, meant: str) -> None:
    assert nearest(slip, MANY_IDS) == meant


def test_a_word_that_is_like_nothing_finds_nothing_among_many() -> None:
    assert nearest("zzzzzz", MANY_IDS) is None


def test_the_nearest_words_come_first() -> None:
    assert by_nearness("bloq", ("video", "blog", "shop"), most=2) == ("blog", "shop")
