"""Where a link leads: to contact, to an order, to the offer, or just on."""

from typing import Final

from klantreis.model.message import Link
from klantreis.text.lexicon import Lexicon
from klantreis.text.moves import moves

_ADDRESS: Final = 300


def target_bits(link: Link, lexicon: Lexicon) -> int:
    """Return the bits of a link: that it is one, that it is a button, and what its own page is for."""
    bits = moves().bits
    found = bits["LINK"]
    if link.kind in ("button", "shortcode"):
        found |= bits["BUTTON"]
    target = link.target[:_ADDRESS].lower()
    if target.startswith(("tel:", "mailto:", "sms:", "https://wa.me", "https://calendly")):
        return found | bits["to-contact"]
    host, _, path = target.partition("://")[2].partition("/") if "://" in target else ("", "", target)
    if host and not _is_own(host, lexicon):
        return found
    return found | lexicon.targets.get(_last_part(path), 0)


def _is_own(host: str, lexicon: Lexicon) -> bool:
    squeezed = host.replace(".", "").replace("-", "")
    return any(word in squeezed for word in lexicon.brand_words)


def _last_part(path: str) -> str:
    """Return the last part of a path, without query, anchor and extension."""
    bare = path.partition("?")[0].partition("#")[0].rstrip("/")
    last = bare.rpartition("/")[2]
    return last.partition(".")[0]
