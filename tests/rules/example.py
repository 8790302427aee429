"""Reads marked examples: texts in which `⟦…⟧` stands around what a rule must find."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from klantreis.finding import Finding
from klantreis.fix import fixes_in, spliced
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
    """Return the texts with every safe fix applied once."""
    changed, _ = spliced(texts, fixes_in(findings))
    return {**texts, **changed}


def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def _position(starts: list[int], at: int) -> tuple[int, int]:
    line = max(number for number, start in enumerate(starts, 1) if start <= at)
    return line, at - starts[line - 1] + 1
