"""Shortcodes and includes of Hugo, Jekyll and Eleventy: recognised, and kept out of the parser's way.

`{{< button href="/contact" >}}` and `{% include form.html %}` stand for things that only the site
builder knows. Before the Markdown is parsed each becomes an HTML comment of the same length, and a
variable such as `{{ site.url }}` becomes one long word, so that no offset moves.
"""

import re
from typing import NamedTuple

# Possessive, and begun at a word's first letter only, so that no input makes it look twice.
_ATTRIBUTE = re.compile(r"""(?<![\w.-])([\w.-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'{}<>%]++))""")
_NAME = re.compile(r"/?[\w./-]+")
_INSIDE = ("](", '="', "='")
_TARGETS = ("href", "url", "link", "to", "target")
_TEXTS = ("text", "label", "title", "name", "caption")
_LONGEST = 2000
_SHORTEST = 7
_MOST = 5000


class Shortcode(NamedTuple):
    """One template call: its name and attributes, and where it stands in the text."""

    name: str
    start: int
    end: int
    attributes: dict[str, str]

    @property
    def closes(self) -> bool:
        """Say whether this is the closing half of a pair."""
        return self.name.startswith(("/", "end"))

    @property
    def target(self) -> str:
        """The destination that the call names, or nothing."""
        return next((self.attributes[key] for key in _TARGETS if key in self.attributes), "")

    @property
    def text(self) -> str:
        """The words that the call shows, or nothing."""
        return next((self.attributes[key] for key in _TEXTS if key in self.attributes), "")


def mask(text: str, start: int) -> tuple[str, dict[int, Shortcode]]:
    """Return `text` with its template calls made harmless, and the calls by offset, from `start` on."""
    found: dict[int, Shortcode] = {}
    # One character is found many times faster than two, and most texts have neither.
    if "{" not in text or ("{{" not in text and "{%" not in text):
        return text, found
    pieces: list[str] = []
    done = 0
    for first, last in _calls(text, start):
        call = text[first:last]
        is_variable = call.startswith("{{") and call[2:3] not in "<%"
        if is_variable or text[max(first - 2, 0) : first] in _INSIDE or len(call) < _SHORTEST:
            cover = "x" * len(call)
        else:
            found[first] = _shortcode(call, first, last)
            cover = f"<!--{'x' * (len(call) - _SHORTEST)}-->"
        pieces += (text[done:first], cover)
        done = last
    pieces.append(text[done:])
    return "".join(pieces), found


def _calls(text: str, start: int) -> list[tuple[int, int]]:
    calls = []
    at = start
    for _ in range(_MOST):
        first = _nearest(text, at)
        if first < 0:
            break
        end = text.find("}}" if text[first + 1] == "{" else "%}", first + 2, first + _LONGEST)
        if end < 0:
            at = first + 2
            continue
        at = end + 2
        calls.append((first, at))
    return calls


def _nearest(text: str, at: int) -> int:
    first = text.find("{", at)
    while first >= 0 and text[first + 1 : first + 2] not in ("{", "%"):
        first = text.find("{", first + 1)
    return first


def _shortcode(call: str, first: int, last: int) -> Shortcode:
    inside = call[2:-2].strip("<>%- \t\r\n")
    name = _NAME.match(inside)
    word = name[0] if name else ""
    if word in ("include", "render", "component", "partial"):
        rest = _NAME.search(inside, len(word))
        word = rest[0] if rest else word
    attributes = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(inside)}
    return Shortcode(word.lower(), first, last, attributes)
