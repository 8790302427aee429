"""Anchors of headings, made as Python-Markdown's `toc` extension makes them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_NOT_WORD: Final = re.compile(r"[^\w\s-]")
_GAPS: Final = re.compile(r"[-\s]+")
_COUNTED: Final = re.compile(r"(.*)_([0-9]+)", re.DOTALL)
_DROPPED: Final = dict.fromkeys(i for i in range(128) if not (chr(i).isalnum() or chr(i) in "_- \t\n\r\f\v"))


def slug(text: str) -> str:
    """Return `text` as an anchor: `Wat kost een vloer?` → `wat-kost-een-vloer`."""
    if text.isascii():
        plain = text.translate(_DROPPED)
    else:
        spelled = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
        plain = _NOT_WORD.sub("", spelled)
    if "-" not in plain:
        return "-".join(plain.lower().split())
    return _GAPS.sub("-", plain.strip().lower())


def unique_slugs(names: Iterable[tuple[str, str]]) -> list[str]:
    """Return an anchor for each heading, given as its text and its own id (or nothing)."""
    headings = list(names)
    used = {own for _, own in headings if own}
    counters: dict[str, int] = {}
    return [own or _unique(slug(text), used, counters) for text, own in headings]


def _unique(anchor: str, used: set[str], counters: dict[str, int]) -> str:
    base, count = anchor, 0
    if anchor in used or not anchor:
        counted = _COUNTED.fullmatch(anchor)
        if counted:
            base, count = counted[1], int(counted[2][:9])
        count = max(count, counters.get(base, 0)) + 1
        while f"{base}_{count}" in used:
            count += 1
        counters[base] = count
        anchor = f"{base}_{count}"
    used.add(anchor)
    return anchor
