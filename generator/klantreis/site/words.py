"""The interface's own words, from the one catalogue, in the language of the edition."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from klantreis.model.words import Words

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}


@cache
def catalogue() -> Mapping[str, Words]:
    """Return every text of the interface, by key."""
    text = files(__package__).joinpath("words.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return MappingProxyType({key: Words(nl=words["nl"], en=words["en"]) for key, words in loaded.items()})


@dataclass(frozen=True, slots=True)
class Speech:
    """The catalogue in one language: `speech("gaps.title")`."""

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """Return the text for `key` with its places filled in; raises KeyError for an unknown key."""
        text = catalogue()[key].said(self.language)
        return text.format(**values) if values else text

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the text for `key` that suits the number: its form `.one` or `.other`."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", number=number, **values)

    def share(self, part: float) -> str:
        """Return a share between 0 and 1 as a percentage, rounded down so that 100% means all."""
        return f"{int(part * 100 + 1e-9)}%"

    def date(self, iso: str) -> str:
        """Return an ISO date as people write it: `3 maart 2026`."""
        year, month, day = (int(part) for part in iso[:10].split("-"))
        return f"{day} {_MONTHS['nl' if self.language == 'nl' else 'en'][month - 1]} {year}"

    def month(self, year: int, month: int) -> str:
        """Return a month as people write it: `maart 2026`."""
        return self.date(f"{year:04}-{month:02}-01").partition(" ")[2]

    def weekday(self, number: int) -> str:
        """Return the name of a day of the week, from Monday, which is 0."""
        return _WEEKDAYS["nl" if self.language == "nl" else "en"][number]

    def foreign(self, language: str) -> str:
        """Return the language of a text where it is not the one spoken here, else nothing."""
        is_ours = language.partition("-")[0].lower() == self.language
        return language if not is_ours and _LANGUAGE.match(language) else ""

    def listing(self, words: list[str]) -> str:
        """Return words as a list in a sentence: `a, b en c`."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self('and')} {words[-1]}"
