"""Where a link leads: to contact, to an order, to the offer, or just on."""

from typing import Final

from klantreis.model.message import Link
from klantreis.text.lexicon import Lexicon
from klantreis.text.moves import moves

_ADDRESS: Final = 300
_CACHED: Final = 10_000
_DIRECT: Final = ("tel:", "mailto:", "sms:", "https://wa.me", "https://calendly")


def target_bits(link: Link, lexicon: Lexicon) -> int:
    """Return the bits of a link: that it is one, that it is a button, and what its own page is for."""
    target = link.target[:_ADDRESS]
    found = lexicon.known_targets.get(target)
    if found is None:
        if len(lexicon.known_targets) >= _CACHED:
            lexicon.known_targets.clear()
        found = lexicon.known_targets[target] = _bits(target.lower(), lexicon)
    return found | moves().bits["BUTTON"] if link.kind in ("button", "shortcode") else found


def _bits(target: str, lexicon: Lexicon) -> int:
    bits = moves().bits
    if target.startswith(_DIRECT):
        return bits["LINK"] | bits["to-contact"]
    if lexicon.home.leads_away(target):
        return bits["AWAY"]
    path = lexicon.home.path_of(target) or target
    return bits["LINK"] | lexicon.targets.get(_last_part(path), 0)


def _last_part(path: str) -> str:
    """Return the last part of a path, without query, anchor and extension."""
    bare = path.partition("?")[0].partition("#")[0].rstrip("/")
    last = bare.rpartition("/")[2]
    return last.partition(".")[0]
