"""The matrix: any two fields set against each other, as the reader chooses."""

from dataclasses import dataclass

from klantreis.site import address
from klantreis.site.field import ITEM_FIELDS
from klantreis.site.grid import Grid, grid
from klantreis.site.link import Link
from klantreis.site.matrix import BEST_FIRST, Matrix, phase_by_persona, stage_by_persona
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register

SIGNS = ("published", "thin", "partly", *BEST_FIRST[2:], "empty", "none")
"""Every state that a cell can have, best first."""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The matrix to start with, what to choose from, and all that a browser needs for another one."""

    first: Matrix
    rows: str
    columns: str
    fields: tuple[tuple[str, str], ...]
    journeys: tuple[tuple[str, str], ...]
    grid: Grid
    signs: tuple[str, ...]
    slots: str
    items: str


def matrix_page(register: Register) -> Page:
    """Return the page with the matrix; without scripts it shows personas against phases or stages."""
    say, journeys = register.say, register.project.journeys
    is_alone = len(journeys) == 1
    view = MatrixView(
        first=stage_by_persona(register, journeys[0]) if is_alone else phase_by_persona(register),
        rows="persona",
        columns="stage" if is_alone else "phase",
        fields=tuple((name, say(name)) for name in ITEM_FIELDS),
        journeys=() if is_alone else tuple((j.id, register.journey(j.id).text) for j in journeys),
        grid=grid(register),
        signs=SIGNS,
        slots=address.SLOTS,
        items=address.ITEMS,
    )
    return Page(address.MATRIX, say("matrix.title"), "matrix.jinja", view, WIDE, False)


def matrix_of(register: Register, rows: str, columns: str, **fields: str) -> Link:
    """Return the link to the matrix of two fields, named after them."""
    text = register.say("matrix.of", rows=register.say(rows), columns=register.say(columns))
    return Link(text, address.filtered(address.MATRIX, {"rows": rows, "columns": columns, **fields}))
