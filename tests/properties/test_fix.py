"""Fixes: twice is once, and outside an edit nothing changes."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.project import BOM, CONFIG, Sample, law, some_cases

from klantreis.check import run
from klantreis.finding import Edit
from klantreis.fix import Mended, fixes_in, mend, splice, spliced
from klantreis.model.span import Span

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
TEXTS = st.text(alphabet="ab :-\t\n\ré日🚲\u2028\udcff\ufeff")


def mended(sample: Sample, *, unsafe: bool) -> Mended:
    config = sample.config
    texts = {path: text for path, text in sample.texts.items() if path != CONFIG}
    return mend(texts, lambda now: run(now, config, sample.today), unsafe=unsafe)


@law
@given(some_cases(), st.booleans())
def test_fixing_twice_is_fixing_once(sample: Sample, unsafe: bool) -> None:
    once = mended(sample, unsafe=unsafe)
    twice = mended(sample.having(once.texts), unsafe=unsafe)
    assert (dict(twice.texts), twice.count) == ({}, 0)


@law
@given(some_cases(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_fixed_file_differs_only_where_an_edit_says_so(sample: Sample, end: str, marked: bool) -> None:
    texts = {
        path: (BOM if marked else "") + text.removeprefix(BOM).replace("\r\n", "\n").replace("\n", end)
        for path, text in sample.texts.items() if path != CONFIG
    }  # fmt: skip
    fixes = fixes_in(run(texts, sample.config, sample.today).findings, unsafe=True)
    after, count = spliced(texts, fixes)
    assert count <= len(fixes)
    for path, text in after.items():
        edits = {edit for fix in fixes for edit in fix.edits if edit.path == path}
        assert _kept(text, texts[path], edits)


def _kept(after: str, before: str, edits: set[Edit]) -> bool:
    """Say whether `after` is `before` with some of the edits, and everything between them as it was."""
    starts = [0]
    for line in LINE.findall(before.removeprefix(BOM)):
        starts.append(starts[-1] + len(line))
    mark = len(before) - len(before.removeprefix(BOM))

    def offset(line: int, column: int) -> int:
        at = starts[min(line - 1, len(starts) - 1)] + column - 1
        return mark + min(at, starts[-1])

    pattern, last = "", 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start, end = offset(*edit.span[:2]), offset(*edit.span[2:])
        if start < last:  # of two that overlap one is left out
            continue
        old, new = re.escape(before[start:end]), re.escape(edit.text)
        pattern += re.escape(before[last:start]) + f"(?:{old}|{new})"
        last = end
    return re.fullmatch(pattern + re.escape(before[last:]), after, re.DOTALL) is not None


@law
@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXTS), max_size=4))
def test_splicing_replaces_the_passages_and_keeps_the_rest(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    mark, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    expected, made, last = "", [], 0
    for start, length, new in sorted(edits):
        if start < last or start + length > len(body) or not _is_between(body, start, start + length):
            continue
        expected += body[last:start] + new
        made.append(Edit("x.md", Span(*_place(body, start), *_place(body, start + length)), new))
        last = start + length
        if not length:
            last += 1 if start < len(body) else 0
            expected += body[start:last]
    assert splice(text, made) == mark + expected + body[last:]


def _is_between(text: str, start: int, end: int) -> bool:
    """Say whether no end of the passage splits a line end of two characters."""
    return all(text[at - 1 : at + 1] != "\r\n" for at in (start, end) if at)


def _place(text: str, offset: int) -> tuple[int, int]:
    line = column = 1
    for at in range(offset):
        is_end = text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if is_end else (line, column + 1)
    return line, column
