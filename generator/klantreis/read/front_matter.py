"""Where the front matter of a file stands, and where the body begins."""

import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from frontmatter.default_handlers import BaseHandler, YAMLHandler

YAML = YAMLHandler()
TOML = BaseHandler(re.compile(r"^\+{3,}\s*$", re.MULTILINE), "+++", "+++")
JSON = BaseHandler(re.compile(r"^(?:{|})[ \t]*$", re.MULTILINE), "{", "}")

_KEY_LINE = re.compile(r"[\w\"'-][^:\r\n]*:(?:\s|$)|\s+\S|-\s|#")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_SECOND = re.compile(
    r"\s*^-{3}[ \t]*\r?\n[A-Za-z_]+:[^\r\n]*\r?\n(?:[^\r\n]*\r?\n){0,60}?-{3}[ \t]*\r?$", re.MULTILINE
)


class Head(NamedTuple):
    """The front matter of one file: its kind (`yaml`, `toml`, `json` or none), its text and its place.

    `start` and `end` bound the text between the fences, `body` is where the body begins; `flaws`
    are (rule, offset, end, variant, values) of what is wrong with the fences themselves.
    """

    kind: str | None
    start: int
    end: int
    body: int
    flaws: tuple[tuple[str, int, int, str, Mapping[str, str]], ...] = ()


def split(text: str) -> Head:
    """Find the front matter of `text`; offsets are in characters of `text` itself."""
    # The handlers know no bare carriage return; a line feed in its place moves nothing.
    seen = re.sub(r"\r(?!\n)", "\n", text) if "\r" in text else text
    late = _late(seen)
    if late:
        head = _fenced(seen, late)
        if "\ufeff" in seen[:late]:  # a finding of its own
            return head
        line = seen.count("\n", 0, late) + 1
        flaw = ("missing-front-matter", late, late + 3, "late", {"line": str(line)})
        return head._replace(flaws=(flaw, *head.flaws))
    return _fenced(seen, 0)


def _late(text: str) -> int:
    """Return where a fence begins that white space keeps from the start of the file, or 0."""
    start = len(text) - len(text.lstrip(" \t\r\n\ufeff"))
    fence = text[start : start + 3]
    if not start or fence not in ("---", "+++") or text[start + 3 : start + 4].strip():
        return 0
    following = text[start:].split("\n", 2)
    return start if len(following) > 1 and re.match(r"[\w-]+\s*[:=]", following[1]) else 0


def _fenced(text: str, at: int) -> Head:
    for kind, handler in (("yaml", YAML), ("toml", TOML)):
        if handler.detect(text[at : at + 200]):
            return _between(kind, handler, text, at)
    if JSON.detect(text[at : at + 200].replace("\r\n", " \n")):
        return _json(text, at)
    return Head(None, at, at, at)


def _between(kind: str, handler: BaseHandler, text: str, at: int) -> Head:
    assert handler.FM_BOUNDARY is not None
    # A fence counts at the start of a line only, and `at` may be behind a space.
    fences = handler.FM_BOUNDARY.finditer(text[at:])
    start = _after_line(text, at + next(fences).start())
    closing = next(fences, None)
    if closing is None:
        return _unclosed(kind, text, at, start)
    end = at + closing.start()
    body = _after_line(text, end)
    flaws = []
    for first, past in ((at, start), (end, body)):
        fence = text[first:past].strip()
        if len(fence) > 3:
            flaws.append(("unclosed-front-matter", first, first + len(fence), "dashes", {"found": fence}))
    second = _SECOND.match(text, body) if kind == "yaml" else None
    if second:
        first = second.start() + len(second[0]) - len(second[0].lstrip())
        flaws.append(("unreadable-front-matter", first, first + 3, "second", {}))
    return Head(kind, start, end, body, tuple(flaws))


def _after_line(text: str, at: int) -> int:
    line = _LINE.match(text, at)
    return line.end() if line else len(text)


def _unclosed(kind: str, text: str, at: int, start: int) -> Head:
    """Take the lines that look like front matter, so that what they say still counts."""
    end = start
    while end < len(text):
        line = _LINE.match(text, end)
        if line is None or not line[0].strip() or not (_KEY_LINE.match(line[0]) or kind == "toml"):
            break
        end = line.end()
    if end == start:  # a line across the page, and then text
        return Head(None, at, at, at)
    return Head(kind, start, end, end, (("unclosed-front-matter", at, at + 3, "", {}),))


def _json(text: str, at: int) -> Head:
    try:
        _, end = json.JSONDecoder().raw_decode(text, at)
    except (ValueError, RecursionError):
        fences = list(JSON.FM_BOUNDARY.finditer(text, at))[:2] if JSON.FM_BOUNDARY else []
        if len(fences) < 2:
            return Head("json", at, len(text), len(text), (("unclosed-front-matter", at, at + 1, "", {}),))
        end = fences[1].end()
    return Head("json", at, end, end)
