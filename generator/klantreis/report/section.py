"""Markdown in sections, cut where a platform would refuse the whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klantreis.report.catalogue import said
from klantreis.report.table import Column

LIMIT = 65_000
"""The characters that a comment on GitHub may have, with some room to spare."""


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a page: a head, lines of which the last ones may be missed, and what closes it."""

    head: str
    lines: tuple[str, ...] = ()
    tail: str = ""


def fitted(sections: Iterable[Section], language: str, limit: int = LIMIT) -> str:
    """Return the sections as one text of at most `limit` characters, with a note where it was cut."""
    note = f"\n> {said('cut', language)}\n"
    text, room = "", limit - len(note)
    for section in sections:
        room -= len(section.head) + len(section.tail)
        if room < 0:
            return text + note
        kept = 0
        for line in section.lines:
            room -= len(line)
            if room < 0:
                break
            kept += 1
        text += section.head + "".join(section.lines[:kept]) + section.tail
        if kept < len(section.lines):
            return text + note
    return text


def listing(heading: str, lines: Sequence[str]) -> Section:
    """Return a section with a heading and a line for each point."""
    return Section(f"\n### {heading}\n\n", tuple(f"- {line}\n" for line in lines))


def table(heading: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Section:
    """Return a section with a table; the cells are Markdown already."""
    return Section(f"\n### {heading}\n\n{_head(columns)}", tuple(map(_row, rows)))


def folded(summary: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Section:
    """Return a section with a table that opens when somebody asks for it."""
    head = f"\n<details><summary>{summary}</summary>\n\n{_head(columns)}"
    return Section(head, tuple(map(_row, rows)), "\n</details>\n")


def _head(columns: Sequence[Column]) -> str:
    rule = ["--:" if column.right else "---" for column in columns]
    return _row([column.heading for column in columns]) + _row(rule)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
