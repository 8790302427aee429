"""Beginnings of words."""

from klantreis.text.stem import Stems, plain_words, stems_of


def test_a_long_word_is_known_by_its_beginning_and_a_short_one_as_a_whole() -> None:
    found = stems_of("Tocht bij de ramen, koude voeten", 5, 6)
    assert found == {b" tocht ", b" ramen ", b" koude ", b" voeten"}


def test_a_beginning_is_found_in_any_form_of_the_word_and_only_at_its_start() -> None:
    stems = Stems([b" tocht ", b" voeten", b" verzek"])
    assert stems.in_(plain_words("Voetenwarmers tegen de tocht.")) == {0, 1}
    assert stems.in_(plain_words("Tochtstrips voor sportvoeten")) == frozenset()


def test_accents_and_capitals_do_not_matter() -> None:
    assert Stems(stems_of("Geïsoleerd", 5, 6)).in_(plain_words("GEISOLEERDE muren")) == {0}
