"""Foreign text reaches no terminal as anything but text, and marks stand under what they mark."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.model.span import Span
from klantreis.read.position import Lines
from klantreis.report.catalogue import NOUNS, PHRASES, percent
from klantreis.report.excerpt import Sources, lines_of
from klantreis.report.table import Column, as_csv, as_markdown, as_text
from klantreis.report.visible import shortened, visible, width

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(ANY_TEXT)
def test_nothing_in_a_text_is_obeyed_by_a_terminal(text: str) -> None:
    assert not HARMFUL.search(visible(text))
    visible(text).encode("utf-8")


def test_escapes_overrides_and_broken_bytes_are_named() -> None:
    assert visible("a\x1b[31mb") == "a\\x1b[31mb"
    assert visible("a\u202eb") == "a\\u202eb"
    assert visible(b"caf\xe9".decode("utf-8", "surrogateescape")) == "caf\\xe9"
    assert visible("Zoë’s café 日本") == "Zoë’s café 日本"


@given(ANY_TEXT, st.integers(2, 40))
def test_a_shortened_text_fits(text: str, columns: int) -> None:
    assert width(shortened(visible(text), columns)) <= columns


@given(
    st.lists(
        st.sampled_from(["a", "é", "e\u0301", "\t", "日", "\r\n", "\r", "\n", "\u2028", "x y"]), max_size=30
    )
)
def test_lines_end_where_an_editor_ends_them(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(lines_of(text)) == text
    expected = re.split("\r\n|\r|\n", text)
    assert [line.rstrip("\r\n") for line in lines_of(text)] == (expected if expected[-1] else expected[:-1])


@given(
    st.text(st.sampled_from("ab \té日\n\r"), max_size=40),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_a_slice_is_the_passage_to_the_letter(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    if "\r\n" in text and (text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n"):
        return
    span = Lines(text).span(start, end)
    assert Sources({"x": text}).slice("x", span) == text[start:end]


@given(st.text(st.sampled_from("ab \té日e\u0301\x1b"), min_size=1, max_size=300), st.data())
def test_marks_fit_and_stand_below_the_line(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start, len(line)))
    excerpt = Sources({"x": line}).excerpt("x", Span(1, start + 1, 1, end + 1), 60)
    if excerpt is not None:
        assert width(excerpt.line) <= 61
        assert set(excerpt.marks) <= {" ", "^"}
        assert "^" in excerpt.marks


@pytest.mark.parametrize(
    ("line", "column", "end", "marked"),
    [
        ("kies nu", 6, 8, "nu"),
        ("\tkies nu", 7, 9, "nu"),
        ("日本 nu", 4, 6, "nu"),
        ("cafe\u0301 nu", 7, 9, "nu"),
        ("x" * 300 + " nu " + "y" * 300, 302, 304, "nu"),
        ("x" * 5000 + " nu " + "y" * 5000, 5002, 5004, "nu"),
    ],
)
def test_the_marks_stand_under_the_passage(line: str, column: int, end: int, marked: str) -> None:
    excerpt = Sources({"x": line}).excerpt("x", Span(1, column, 1, end), 80)
    assert excerpt is not None
    before = excerpt.line[: excerpt.line.index(marked)]
    assert excerpt.marks == " " * width(before) + "^" * width(marked)


def test_a_percentage_is_never_rounded_up_to_everything() -> None:
    assert [percent(share) for share in (0.0, 0.994, 0.999, 1.0)] == ["0%", "99%", "99%", "100%"]


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    places = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in PHRASES[key]]
    assert places[0] == places[1]
    assert all(text.strip() for text in PHRASES[key])


def test_every_noun_has_one_and_several_in_both_languages() -> None:
    assert all(text for pair in NOUNS.values() for words in pair for text in words)


def test_tables_keep_foreign_text_in_its_cell() -> None:
    columns, rows = [Column("a"), Column("b", right=True)], [["x|y\n<b>", "=1+1"], ["日本", "2"]]
    assert as_text(columns, rows).splitlines()[2] == "x|y <b>  =1+1"
    assert as_markdown(columns, rows).splitlines()[2] == "| x\\|y \\<b\\> | =1+1 |"
    assert as_csv(["a", "b"], rows).splitlines()[1] == "x|y <b>,'=1+1"


def test_a_byte_order_mark_at_the_start_counts_for_nothing() -> None:
    sources = Sources({"x": "\ufeff---\nstage: a\n"})
    assert sources.slice("x", Span(1, 1, 1, 4)) == "---"
    excerpt = sources.excerpt("x", Span(1, 1, 1, 4), 80)
    assert excerpt is not None
    assert (excerpt.line, excerpt.marks) == ("---", "^^^")
