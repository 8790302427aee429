"""Signs that tell states apart by shape: drawn inline, without colour of their own."""

from collections.abc import Mapping
from typing import Final

_RING: Final = '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/>'
_DASHED: Final = _RING.replace("/>", ' stroke-dasharray="2.6 2.27"/>')


def _stroke(path: str, width: float = 1.6, colour: str = "currentColor") -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _fill(path: str) -> str:
    return f'<path d="{path}" fill="currentColor"/>'


SHAPES: Final[Mapping[str, str]] = {
    "published": '<circle cx="8" cy="8" r="7" fill="currentColor"/>'
    + _stroke("M4.7 8.3 7 10.6l4.4-5", 1.7, "var(--kr-paper)"),
    "thin": _RING + _fill("M8 8V1.8A6.2 6.2 0 1 1 1.8 8Z"),
    "partly": _RING + _fill("M8 1.8a6.2 6.2 0 0 1 0 12.4Z"),
    "drafted": _RING + _fill("M8 8V1.8A6.2 6.2 0 0 1 14.2 8Z"),
    "planned": _RING + '<circle cx="8" cy="8" r="2" fill="currentColor"/>',
    "idea": _DASHED + '<circle cx="8" cy="8" r="1.4" fill="currentColor"/>',
    "gap": _DASHED + _stroke("m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4"),
    "stale": _RING + _stroke("M8 4.4V8l2.5 1.7"),
    "borrowed": '<circle cx="5.9" cy="8" r="4.4" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    '<circle cx="10.1" cy="8" r="4.4" fill="none" stroke="currentColor" stroke-width="1.5"/>',
    "exempt": _stroke("M3.5 8h9", 2),
    "answered": _stroke("m3.5 8.4 3 3 6-6.8", 1.8),
    "empty": '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.2"'
    ' stroke-dasharray="1 2.25"/>',
    "none": '<circle cx="8" cy="8" r="1" fill="currentColor"/>',
    "error": _fill("M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z")
    + _stroke("m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8", 1.6, "var(--kr-paper)"),
    "warning": _fill("M8 1.2 15.4 14.4H.6Z") + _stroke("M8 6v3.6m0 2.3v.1", 1.7, "var(--kr-paper)"),
    "info": _RING + _stroke("M8 7.4v3.8M8 4.8v.1", 1.7),
    "entry": _stroke("M1.5 8h8M6.5 4.8 9.7 8l-3.2 3.2M13.5 2.5v11"),
    "exit": _stroke("M5.5 8h8m-3-3.2L13.7 8l-3.2 3.2M2.5 2.5v11"),
    "cycle": _stroke(
        "M13.2 6A5.5 5.5 0 0 0 3 5.6M2.8 10A5.5 5.5 0 0 0 13 10.4M3 2.4v3.4h3.4M13 13.6v-3.4H9.6"
    ),
    "parallel": _stroke("M5.5 3v10M10.5 3v10", 2),
    "no-sale": _RING + _stroke("m3.8 3.8 8.4 8.4"),
    "sale": _RING + _stroke("M10.3 5.3A2.9 2.9 0 1 0 10.3 10.7M4.4 7.2h3.8M4.4 8.9h3.4", 1.2),
    "write": _stroke("M3 13l.7-3.2L10.8 2.7l2.5 2.5-7.1 7.1ZM9.2 4.3l2.5 2.5", 1.4),
    "next": _stroke("M2.5 8h10.5M9.4 4.4 13 8l-3.6 3.6"),
    "back": _stroke("M13.5 8H3m3.6-3.6L3 8l3.6 3.6"),
    "stuck": _RING + _stroke("M4.6 8h6.8", 2),
    "dead-end": _stroke("M2 8h8.5m-3-3L10.5 8l-3 3M13.5 3v10"),
    "skip": _stroke("M2 11C4 3.5 10.5 3.5 13 10.2M13.4 6.4 13 10.4l-3.8-.8"),
    "verdict-won": _stroke("M8 3v10M3 8h10", 2),
    "verdict-lost": _stroke("M3 8h10", 2),
    "verdict-opened": _DASHED + _stroke("M5 8h6"),
    "verdict-dropped": _DASHED + _stroke("m5.8 10.2 4.4-4.4"),
    "verdict-changed": _stroke("M2.5 9c2-4 4 2 5.5-1s3.5-3 5.5 0", 1.8),
    "publish": _fill("M8 2.2 13.8 8 8 13.8 2.2 8Z"),
    "review": _stroke("M2 8C4.4 4.2 11.6 4.2 14 8 11.6 11.8 4.4 11.8 2 8Z", 1.5)
    + '<circle cx="8" cy="8" r="1.8" fill="currentColor"/>',
    "expiry": _stroke("M4 2.5h8M4 13.5h8M5 2.8c0 3 6 7.4 6 10.4M11 2.8c0 3-6 7.4-6 10.4", 1.4),
    "late": _stroke("M8 2v7.4M8 13v.3", 2.4),
    "collision": _stroke("m3 3 10 10M13 3 3 13M8 1.5v3M8 11.5v3", 1.6),
    "swap": _stroke("M3 5.5h9.5M9.7 2.7l2.8 2.8-2.8 2.8M13 10.5H3.5M6.3 7.7 3.5 10.5l2.8 2.8"),
    "copy": _stroke("M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3", 1.4),
    "save": _stroke("M8 2v8.2M4.6 7 8 10.4 11.4 7M2.5 13.5h11", 1.5),
    "question": _RING + _stroke("M6.1 6.3A2 2 0 1 1 8 8.4v.9m0 2v.1", 1.4),
    "pain": _stroke("M9 1.5 4 9h3.6L6.8 14.5 12 7H8.4Z", 1.4),
    "gain": _stroke("m8 1.8 1.9 4 4.3.5-3.2 3 .9 4.3L8 11.5l-3.9 2.1.9-4.3-3.2-3 4.3-.5Z", 1.4),
}


def svg(name: str) -> str:
    """Return the sign `name`, hidden from screen readers: the word stands beside it."""
    return (
        f'<svg class="kr-icon kr-icon-{name}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"'
        f' focusable="false">{SHAPES[name]}</svg>'
    )
