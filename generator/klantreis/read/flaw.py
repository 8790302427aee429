"""Why a text cannot be read: the parsers' errors as a place, a kind and plain words."""

import json
import re
from collections.abc import Mapping
from typing import NamedTuple

import yaml

from klantreis.model.trouble import Value
from klantreis.model.words import Words

_COLON = re.compile(r"[ \t-]*([^\s:#'\"\[\]{}][^:#'\"\[\]{}]*):[ \t]+([^\r\n]*)")
_TEMPLATE = re.compile(r"\{\{|\{%")
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")

_BRACKET = Words("een haakje [", "a bracket [")
_BRACE = Words("een accolade {", "a brace {")
_QUOTE = Words("een aanhalingsteken", "a quotation mark")
_EQUALS = Words("na de sleutel ontbreekt =", "there is no = after the key")
_QUOTES = Words("de waarde heeft aanhalingstekens nodig", "the value needs quotes")
_SIGN = Words("met dit teken kan een waarde niet beginnen", "a value cannot begin with this character")
_TWICE = Words("dezelfde sleutel staat er twee keer", "the same key is there twice")

_OPEN: Mapping[str, Words] = {
    "did not find expected ',' or ']'": _BRACKET,
    "did not find expected ',' or '}'": _BRACE,
    "found unexpected end of stream": _QUOTE,
    "Unclosed array": _BRACKET,
    "Unclosed inline table": _BRACE,
    "Unterminated string": _QUOTE,
    "Unterminated string starting at": _QUOTE,
    "Illegal character '\\n'": _QUOTE,
    "Invalid control character at": _QUOTE,
}
"""The errors that mean that something is not closed."""

_REASONS: Mapping[str, Words] = {
    "mapping values are not allowed in this context": Words(
        "hier hoort geen dubbele punt", "no colon belongs here"
    ),
    "did not find expected key": Words("hier begint geen nieuwe sleutel", "no new key begins here"),
    "did not find expected '-' indicator": Words(
        "in een lijst begint elke regel met -", "in a list each line begins with -"
    ),
    "could not find expected ':'": Words(
        "na de sleutel ontbreekt een dubbele punt", "there is no colon after the key"
    ),
    "found character that cannot start any token": _SIGN,
    "did not find expected node content": _SIGN,
    "did not find expected alphabetic or numeric character": _SIGN,
    "did not find the expected '>'": _SIGN,
    "found undefined tag handle": _SIGN,
    "block sequence entries are not allowed in this context": Words(
        "een lijst begint op een eigen regel", "a list begins on a line of its own"
    ),
    "did not find expected comment or line break": Words(
        "na | of > hoort een nieuwe regel", "a new line belongs after | or >"
    ),
    "found undefined alias": Words(
        "dit verwijst met * naar iets dat er niet is", "this points with * at nothing"
    ),
    "second occurrence": Words("deze naam achter & bestaat al", "this name behind & is taken"),
    "found unknown escape character": Words(
        "een \\ in dubbele aanhalingstekens moet \\\\ zijn", "a \\ between double quotes must be \\\\"
    ),
    "Invalid \\escape": Words("een \\ moet \\\\ zijn", "a \\ must be \\\\"),
    "Unescaped '\\' in a string": Words("een \\ moet \\\\ zijn", "a \\ must be \\\\"),
    "Invalid value": _QUOTES,
    "Expecting value": _QUOTES,
    "Invalid date or datetime": Words("deze datum bestaat niet", "this date does not exist"),
    "Expected '=' after a key in a key/value pair": _EQUALS,
    "Invalid statement": _EQUALS,
    "Expected newline or end of document after a statement": Words(
        "na de waarde hoort een nieuwe regel", "a new line belongs after the value"
    ),
    "Cannot overwrite a value": _TWICE,
    "Expecting ',' delimiter": Words("hiervoor ontbreekt een komma", "a comma is missing before this"),
    "Expecting ':' delimiter": Words("hier ontbreekt een dubbele punt", "a colon is missing here"),
    "Expecting property name enclosed in double quotes": Words(
        "hier hoort een sleutel tussen dubbele aanhalingstekens", "a key between double quotes belongs here"
    ),
}
_CONTROL = Words("een onzichtbaar stuurteken", "an invisible control character")
_DEEP = Words("te veel niveaus diep", "nested too deeply")


class Flaw(NamedTuple):
    """Why a text cannot be read: the offset, the kind (a variant of the rule) and the words for it."""

    at: int
    kind: str
    values: Mapping[str, Value]

    @property
    def reason(self) -> Words:
        """What is wrong, for a sentence of one's own."""
        reason = self.values.get("reason")
        if not isinstance(reason, Words):
            return Words("het lezen stopt hier", "reading stops here")
        if self.kind == "closed":
            return Words(f"{reason.nl} blijft open", f"{reason.en} is left open")
        return reason


def yaml_flaw(error: Exception, text: str) -> Flaw:
    """Return what PyYAML could not read in `text`."""
    if isinstance(error, yaml.reader.ReaderError):
        # libyaml counts bytes here, PyYAML itself characters; the sign itself is the same for both.
        return Flaw(max(text.find(chr(error.character)), 0), "", {"reason": _CONTROL})
    if not isinstance(error, yaml.MarkedYAMLError):
        return Flaw(0, "", {"reason": _DEEP})
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, max(len(text) - 1, 0))
    line_start, line = line_at(text, at)
    template = _TEMPLATE.search(line)
    if template:
        return Flaw(line_start + template.start(), "template", {"key": line.partition(":")[0].strip()})
    if text[at : at + 1] == "\t" or line.startswith("\t"):
        return Flaw(at, "tab", {})
    colon = _COLON.match(line)
    if error.problem and "mapping values" in error.problem and colon:
        values = {"key": colon[1].strip(), "line": _quoted(line, colon)}
        return Flaw(line_start + colon.start(2), "colon", values)
    return _named(error.context_mark.index if error.context_mark else at, at, error.problem or "")


def toml_flaw(text: str, message: str) -> Flaw:
    """Return what `tomllib` could not read in `text`."""
    where = _WHERE.search(message)
    at = len(text.rstrip())
    if where and where[1]:
        starts = [0, *(end.end() for end in re.finditer(r"\r\n|\n|\r", text))]
        at = min(starts[min(int(where[1]), len(starts)) - 1] + int(where[2]) - 1, len(text))
    return _named(at, at, _WHERE.sub("", message))


def json_flaw(error: Exception) -> Flaw:
    """Return what `json` could not read."""
    if not isinstance(error, json.JSONDecodeError):
        return Flaw(0, "", {"reason": _DEEP})
    return _named(error.pos, error.pos, error.msg)


def _named(opened: int, at: int, said: str) -> Flaw:
    if said in _OPEN:
        return Flaw(opened, "closed", {"reason": _OPEN[said]})
    if said.startswith("Cannot declare"):
        return Flaw(at, "", {"reason": _TWICE})
    return Flaw(at, "", {"reason": _REASONS.get(said, Words.same(said or "?"))})


def _quoted(line: str, colon: re.Match[str]) -> str:
    value = colon[2].rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{line[: colon.start(2)]}"{value}"'.strip()


def line_at(text: str, index: int) -> tuple[int, str]:
    """Return the line around `index`, and where it starts."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    end = re.compile(r"[\r\n]|\Z").search(text, start)
    return start, text[start : end.start() if end else len(text)]
