"""Foreign text in Markdown: it stays text, whatever it holds."""

import re

from klantreis.report.visible import visible

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~#&!$^@%:]")
_WAKING = "@#:!~%$&^"
"""What platforms make a mention, reference, emoji or link of, when a word follows."""

_PLAIN = "@%:"
"""What means nothing by itself."""

BREAK = "<!-- -->"
"""Nothing to see, and the end of any word that a platform may look for."""


def inert(text: str) -> str:
    """Return `text` as Markdown that shows exactly that: no link, mention, markup or cell of its own."""
    shown = _SPECIAL.sub(_escaped, visible(text).strip())
    return re.sub(r"(?i)\b(www)(?=\.)", rf"\1{BREAK}", shown)


def _escaped(match: re.Match[str]) -> str:
    char, text = match[0], match.string
    is_waking = char in _WAKING and match.end() < len(text) and not text[match.end()].isspace()
    if not is_waking and char in _PLAIN:
        return char
    return f"\\{char}{BREAK if is_waking else ''}"


def code(text: str) -> str:
    """Return `text` as a code span that fits a table cell; nothing in it can end the span early."""
    shown = visible(text).replace("|", "\\|")
    if "`" not in shown:
        return f"`{shown}`" if shown.strip() else inert(text)
    fence = "`" * (max(map(len, re.findall("`+", shown))) + 1)
    return f"{fence} {shown} {fence}"
