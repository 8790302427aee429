"""A badge with the coverage: as a picture, and as what shields.io makes a picture of."""

from collections.abc import Callable, Mapping
from typing import Final

from klantreis.coverage import figures
from klantreis.model.project import Project
from klantreis.report.catalogue import percent, said
from klantreis.report.json_report import dumped

_COLOURS = ((0.95, "#2e7d32"), (0.8, "#558b2f"), (0.6, "#b26a00"), (0, "#c62828"))
"""From which share on a badge has which colour; white letters on each of them read well."""
_NAMES = {"#2e7d32": "brightgreen", "#558b2f": "green", "#b26a00": "orange", "#c62828": "red"}

_LETTER, _ROOM, _HEIGHT = 7, 12, 20
"""How wide a letter is, the room around a word and the height of a badge, in pixels."""


def badge_svg(project: Project, language: str) -> str:
    """Return a badge as SVG: it loads nothing and says the same to those who cannot see it."""
    label, value, colour = _said(project, language)
    left, right = (len(word) * _LETTER + _ROOM for word in (label, value))
    middle = _HEIGHT - 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img" '
        f'aria-label="{label}: {value}"><title>{label}: {value}</title>'
        f'<rect width="{left}" height="{_HEIGHT}" fill="#424242"/>'
        f'<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{colour}"/>'
        '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f'<text x="{left / 2:g}" y="{middle}">{label}</text>'
        f'<text x="{left + right / 2:g}" y="{middle}">{value}</text></g></svg>\n'
    )


def badge_json(project: Project, language: str) -> str:
    """Return a badge as shields.io reads it from an address (its "endpoint" badge)."""
    label, value, colour = _said(project, language)
    return dumped({"schemaVersion": 1, "label": label, "message": value, "color": _NAMES[colour]})


def _said(project: Project, language: str) -> tuple[str, str, str]:
    share = figures(project.slots).share("published")
    return said("badge", language), percent(share), next(c for least, c in _COLOURS if share >= least)


BADGES: Final[Mapping[str, Callable[[Project, str], str]]] = {"svg": badge_svg, "shields": badge_json}
"""The badges by format."""
