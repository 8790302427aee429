"""Rows of cells as an aligned table, as Markdown or as CSV."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from klantreis.report.inert import inert
from klantreis.report.paint import PLAIN, Paint
from klantreis.report.visible import padded, visible, width

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Column(NamedTuple):
    """A column: its heading, and whether its cells stand at the right (figures do)."""

    heading: str
    right: bool = False


Rows = Sequence[Sequence[str]]


def as_text(columns: Sequence[Column], rows: Rows, paint: Paint = PLAIN, foot: bool = False) -> str:
    """Return an aligned table; `foot` draws a line above the last row."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(width, [c.heading, *(row[i] for row in shown)])) for i, c in enumerate(columns)]
    line = paint.dim("  ".join("-" * w for w in widths))
    lines = [paint.bold(_line([c.heading for c in columns], columns, widths)), line]
    lines += [_line(row, columns, widths) for row in shown]
    if foot and len(rows) > 1:
        lines.insert(-1, line)
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    parts = (padded(c, w, column.right) for c, w, column in zip(cells, widths, columns, strict=True))
    return "  ".join(parts).rstrip()


def as_markdown(columns: Sequence[Column], rows: Rows) -> str:
    """Return a Markdown table in which foreign text stays text."""
    rule = ["--:" if column.right else "---" for column in columns]
    headings = [column.heading for column in columns]
    lines = [headings, rule, *([inert(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def as_csv(headings: Sequence[str], rows: Rows) -> str:
    """Return comma-separated values that no spreadsheet takes for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    shown = visible(cell)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
