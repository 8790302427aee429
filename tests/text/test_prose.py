"""Sentences read once more, and the turns of phrase in them: every entry has a form that works."""

import pytest

from klantreis.model.brand import Brand
from klantreis.model.item import Item
from klantreis.model.span import Span
from klantreis.read.markdown import read_markdown
from klantreis.text.lexicon import languages
from klantreis.text.message import read_message
from klantreis.text.prose import _turns, finder, finds, said_in, saying

TEXT = """---
title: Een titel
---

# Wat het kost

Eén zin over *prijzen*. Wie zei "Laatste kans" op die knop? Bel (nu) gerust!
"""


def item(language: str = "nl") -> Item:
    message = read_message(read_markdown(TEXT * 2), language, Brand())
    return Item("x", "content/x.md", "Een titel", message=message, body_line=4)


def test_a_sentence_is_words_its_end_and_its_place() -> None:
    said = list(said_in(item(), {"content/x.md": TEXT}))
    assert [(s.words, s.end) for s in said] == [
        (" wat het kost ", "t"),
        (" een zin over prijzen ", "."),
        (" wie zei op die knop ", "?"),
        (" bel nu gerust ", "!"),
    ]
    assert said[1].span == Span(7, 1, 7, 24)


def test_a_byte_order_mark_and_carriage_returns_move_nothing() -> None:
    plain = list(said_in(item(), {"content/x.md": TEXT}))
    assert list(said_in(item(), {"content/x.md": "\ufeff" + TEXT.replace("\n", "\r\n")})) == plain


def test_a_file_that_is_gone_says_nothing() -> None:
    assert list(said_in(item(), {})) == []


def test_both_languages_fill_the_same_kinds() -> None:
    assert set(_turns("nl")) == set(_turns("en"))


@pytest.mark.parametrize("language", languages())
def test_every_entry_is_in_small_letters_and_finds_itself(language: str) -> None:
    for kind, entries in _turns(language).items():
        for entry in entries:
            words = saying(entry.replace("#", "30").replace(" * ", " deze folder ").strip("*"))
            assert finds(kind, language, words), entry
            assert entry == entry.strip().lower()


@pytest.mark.parametrize("language", languages())
def test_no_entry_stands_twice_in_one_kind(language: str) -> None:
    for kind, entries in _turns(language).items():
        assert len(entries) == len(set(entries)), kind


@pytest.mark.parametrize(
    ("key", "language", "words", "is_found"),
    [
        ("last-chances", "nl", "nog maar 3 dagen", True),
        ("last-chances", "nl", "nog maar drie dagen", False),
        ("favours", "nl", "stuur deze folder gerust door", True),
        ("favours", "en", "previews of the tour", False),
        ("favours", "en", "two reviews", True),
        ("we", "nl", "wij komen", True),
        ("we", "nl", "wijs en komen", False),
        ("we", "de", "wij komen", False),
        ("nowhere", "nl", "wij komen", False),
    ],
)
def test_turns_are_found_as_whole_words(key: str, language: str, words: str, is_found: bool) -> None:
    assert finds(key, language, saying(words)) is is_found


def test_there_is_nothing_to_find_without_a_language() -> None:
    assert finder("we", None) is None
