"""Reads marked examples: texts in which `⟦…⟧` stands around what a rule must find."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from klantreis.finding import Edit, Finding
from klantreis.model.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_MARK = re.compile("[⟦⟧]")


class Mark(NamedTuple):
    """A marked passage of one file."""

    path: str
    span: Span


def unmarked(text: str) -> str:
    """Return `text` without its marks."""
    return _MARK.sub("", text)


def marks_in(path: str, text: str) -> tuple[Mark, ...]:
    """Return the passages that are marked in `text`, as places in the text without marks."""
    bare = unmarked(text)
    starts = _line_starts(bare)
    found, opened = [], []
    for number, mark in enumerate(_MARK.finditer(text)):
        at = mark.start() - number
        if mark.group() == "⟦":
            opened.append(at)
        else:
            found.append(Mark(path, Span(*_position(starts, opened.pop()), *_position(starts, at))))
    assert not opened, f"{path}: a mark is not closed"
    return tuple(found)


def all_marks(files: Mapping[str, str]) -> tuple[Mark, ...]:
    """Return the marked passages of all files, in order of place."""
    return tuple(sorted(mark for path, text in files.items() for mark in marks_in(path, text)))


def bare(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files without marks."""
    return {path: unmarked(text) for path, text in files.items()}


def mended(texts: Mapping[str, str], findings: Iterable[Finding]) -> dict[str, str]:
    """Return the texts with every safe fix applied, the first one first where two overlap."""
    edits = [edit for finding in findings for fix in finding.fixes if fix.safe for edit in fix.edits]
    return {path: _edited(text, [e for e in edits if e.path == path]) for path, text in texts.items()}


def _edited(text: str, edits: list[Edit]) -> str:
    starts = _line_starts(text)
    parts, reached = [], 0
    for edit in sorted(dict.fromkeys(edits), key=lambda e: e.span):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        if start >= reached:
            parts += [text[reached:start], edit.text]
            reached = starts[edit.span.end_line - 1] + edit.span.end_column - 1
    return "".join((*parts, text[reached:]))


def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def _position(starts: list[int], at: int) -> tuple[int, int]:
    line = max(number for number, start in enumerate(starts, 1) if start <= at)
    return line, at - starts[line - 1] + 1
