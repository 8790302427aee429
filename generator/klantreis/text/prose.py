"""The sentences of an item's body with their places, for rules that read a text once more.

Reading again costs as much as reading did, so a rule does it only where it has reason to.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

import yaml

from klantreis.model.item import Item
from klantreis.model.span import Span
from klantreis.read.markdown import read_markdown
from klantreis.read.plain import shadow
from klantreis.text.lexicon import abbreviations, data, languages
from klantreis.text.normal import flat
from klantreis.text.quote import without_samples
from klantreis.text.sentence import sentences

_WILD: Final = {"#": r"\d+", "*": r"\w+(?: \w+){0,4}"}
_MOST: Final = 200_000
"""How many characters of a file are read again"""


class Said(NamedTuple):
    """A sentence: its words in lower case without accents or punctuation, its end and its place.

    Words between quotation marks that only show a sample are left out; `words` begins and ends with a space.
    """

    words: str
    end: str
    span: Span


def said_in(item: Item, texts: Mapping[str, str]) -> Iterator[Said]:
    """Yield the sentences of the body of `item`, as far as it is read."""
    text = texts.get(item.path, "").removeprefix("\ufeff")[:_MOST]
    language = item.message.language if item.message is not None else None
    document = read_markdown(text, _offset(text, item.body_line))
    spoken = without_samples(document.plain, flat(document.plain)).decode("ascii")
    for start, end, _ in sentences(document.plain.encode("ascii"), document.blocks, abbreviations(language)):
        words = " ".join(spoken[start:end].split())
        if words:
            yield Said(f" {words} ", document.plain[start:end].rstrip()[-1:], document.span(start, end))


def _offset(text: str, line: int) -> int:
    """Return where a line begins."""
    if line <= 1:
        return 0
    ends = re.finditer(r"\r\n|\n|\r", text)
    return next((end.end() for number, end in enumerate(ends, 2) if number == line), len(text))


def saying(text: str) -> str:
    """Return a text as the words of a sentence are written."""
    return f" {' '.join(flat(shadow(text)).decode('ascii').split())} "


@cache
def finder(key: str, language: str | None) -> re.Pattern[str] | None:
    """Return what finds the turns of phrase under `key`, or the words of that kind in the lexicon.

    There is nothing to find where neither has them.
    A `*` at an end of an entry stands for any ending or beginning, one of its own for a few words, and
    `#` for a number.
    """
    if language is None or language not in languages():
        return None
    entries = _turns(language).get(key) or data(language)["phrases"].get(key, ())
    if not entries:
        return None
    # One look at what stands before, shared by all entries, is many times faster than one for each.
    apart = "|".join(_form(entry) for entry in entries if not entry.startswith("*"))
    joined = "|".join(_form(entry) for entry in entries if entry.startswith("*"))
    return re.compile("|".join(filter(None, (f"(?<= )(?:{apart})" if apart else "", joined))))


def finds(key: str, language: str | None, words: str) -> bool:
    """Say whether one of the turns of phrase under `key` stands in a sentence."""
    found = finder(key, language)
    return found is not None and found.search(words) is not None


def _form(entry: str) -> str:
    parts = (_WILD.get(word) or re.escape(saying(word).strip()) for word in entry.strip("*").split())
    return " ".join(parts) + ("" if entry.endswith("*") else "(?= )")


@cache
def _turns(language: str) -> Mapping[str, Sequence[str]]:
    file = files("klantreis.text").joinpath("turns", f"{language}.yaml")
    if not file.is_file():
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    turns: Mapping[str, Sequence[str]] = yaml.load(file.read_text("utf-8"), Loader=loader)
    return turns
