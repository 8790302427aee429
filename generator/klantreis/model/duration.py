"""Durations and rhythms as people write them, in Dutch and English: `2 weken`, `P7D`, `twice a week`."""

import re
import unicodedata
from typing import Final, NamedTuple


class Duration(NamedTuple):
    """How many days something lasts, at least and at most; the most is null where it is left open."""

    least: float
    most: float | None


class Rhythm(NamedTuple):
    """How often something comes back: so many times in so many days."""

    times: float
    days: float

    def in_days(self, days: float) -> float:
        """Return how many times it comes in `days` days."""
        return self.times * days / self.days


_WORDS: Final = {
    word: number
    for number, words in enumerate(
        (
            "nul zero", "een 'n a an one eens once", "twee two tweemaal twice", "drie three", "vier four",
            "vijf five", "zes six", "zeven seven", "acht eight", "negen nine", "tien ten", "elf eleven",
            "twaalf twelve", "dertien thirteen", "veertien fourteen", "vijftien fifteen",
        )
    )
    for word in words.split()
} | {
    "half": 0.5, "halve": 0.5, "een half": 0.5, "een halve": 0.5, "half a": 0.5, "half an": 0.5,
    "eenmaal": 1, "anderhalf": 1.5,
    "anderhalve": 1.5, "twintig": 20, "twenty": 20, "dertig": 30, "thirty": 30,
    "zestig": 60, "sixty": 60, "negentig": 90, "ninety": 90,
}  # fmt: skip

_UNITS: Final = {
    word: days
    for days, words in (
        (1 / 1440, "minuut minuten minute minutes min"),
        (1 / 24, "uur uren uurtje uurtjes hour hours"),
        (1, "dag dagen dagje dagjes day days d etmaal etmalen werkdag werkdagen weekday weekdays"),
        (7, "week weken weekje weekjes weeks wk w"),
        (30, "maand maanden maandje maandjes month months mnd"),
        (91, "kwartaal kwartalen quarter quarters"),
        (182, "halfjaar"),
        (365, "jaar jaren jaartje year years jr"),
    )
    for word in words.split()
}

_EACH: Final = {
    "dagelijks": 1, "daily": 1, "wekelijks": 7, "weekly": 7, "tweewekelijks": 14, "fortnightly": 14,
    "maandelijks": 30, "monthly": 30, "tweemaandelijks": 60, "driemaandelijks": 91, "quarterly": 91,
    "halfjaarlijks": 182, "jaarlijks": 365, "yearly": 365, "annually": 365, "annual": 365,
}  # fmt: skip

_AT_ONCE: Final = frozenset(
    "geen none direct meteen immediately instantly dezelfde-dag same-day right-away at-once".split()
)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER: Final = rf"\d{{1,6}}(?:[.,]\d+)?|{_any(tuple(_WORDS))}"
_UNIT: Final = rf"(?:working |business )?(?P<unit>{_any(tuple(_UNITS))})"
_SPAN: Final = re.compile(
    rf"(?<![\w/.,])(?:(?P<low>{_NUMBER})\s*(?:-|tot|to|a|of|or)\s*)?(?P<high>{_NUMBER})\s*{_UNIT}(?!\w)"
)
_ISO: Final = re.compile(
    r"p(?:(\d{1,6})y)?(?:(\d{1,6})m)?(?:(\d{1,6})w)?(?:(\d{1,6})d)?"
    r"(?:t(?:(\d{1,6})h)?(?:(\d{1,6})m)?)?\Z"
)
_ISO_DAYS: Final = (365, 30, 7, 1, 1 / 24, 1 / 1440)
_AT_MOST: Final = re.compile(r"\b(binnen|uiterlijk|within|hooguit|hoogstens|max\w*|at most|up to|tot)\b")
_AT_LEAST: Final = re.compile(r"\b(minstens|min\w*|ten minste|tenminste|at least|more than|meer dan|vanaf)\b")
_BEFORE: Final = re.compile(r"\s*(voor|before|prior|eerder|vooraf|van tevoren|in advance|ahead)\b")
_AFTER: Final = re.compile(r"\s*(na|nadat|after|vanaf|sinds|since|from|following)\b(?P<what>.*)")
_PURCHASE: Final = re.compile(r"aankoop|koop|bestel|betaal|betaling|order|purchase|buy|payment|checkout")
_ONE_WORD: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]{3,})\Z")

_PER: Final = re.compile(
    rf"(?<![\w/.,])(?P<times>{_NUMBER})\s*(?:x|[a-z]+)?\s*(?:/|\b(?:per|in de|in het|an?|each|every)\s)\s*"
    rf"(?:(?P<span>{_NUMBER})\s+)?(?P<unit>{_any(tuple(_UNITS))})(?!\w)"
)
_EVERY: Final = re.compile(
    rf"\b(?:elke|elk|ieder|iedere|every|each|per|(?P<other>om) de)\s+(?P<second>andere\s+|other\s+)?"
    rf"(?:(?P<span>{_NUMBER})\s+)?(?P<unit>{_any(tuple(_UNITS))})(?!\w)"
)


def plain(text: str) -> str:
    """Return `text` in lower case, without accents."""
    folded = unicodedata.normalize("NFKD", text.replace("–", "-").replace("’", "'").replace("½", "half"))
    return folded.encode("ascii", "ignore").decode().lower().strip()


def duration_in(text: str) -> Duration | None:
    """Return the duration that `text` names, or nothing when it names none.

    A number alone counts days. `binnen 2 dagen` may be shorter, `minstens 2 dagen` longer, and
    `2 dagen na de bezorging` starts to count at a moment that nobody knows; `na de aankoop` does not.
    """
    said = plain(text)
    if said.replace(" ", "-") in _AT_ONCE:
        return Duration(0, 0)
    if re.fullmatch(r"\d+(?:[.,]\d+)?", said):
        return Duration(_number(said), _number(said))
    return _iso(said) or _spelled(said)


def _iso(said: str) -> Duration | None:
    found = _ISO.match(said)
    if found is None or not any(found.groups()):
        return None
    days = sum(int(part or 0) * size for part, size in zip(found.groups(), _ISO_DAYS, strict=True))
    return Duration(days, days)


def _spelled(said: str) -> Duration | None:
    found = _SPAN.search(said)
    if found is None:
        return Duration(1, 1) if re.search(r"\b(volgende dag|dag erna|next day)\b", said) else None
    before, behind = said[: found.start()], said[found.end() :]
    if _BEFORE.match(behind):
        return None
    size = _UNITS[found["unit"]]
    high = _number(found["high"]) * size
    low = _number(found["low"]) * size if found["low"] else high
    after = _AFTER.match(behind)
    is_open = _AT_LEAST.search(before) or (after is not None and not _PURCHASE.search(after["what"]))
    return Duration(0 if _AT_MOST.search(before) else min(low, high), None if is_open else max(low, high))


def _number(word: str) -> float:
    return _WORDS[word] if word in _WORDS else float(word.replace(",", "."))


def rhythm_in(text: str) -> Rhythm | None:
    """Return how often `text` says that something comes, or nothing when it does not say."""
    said = plain(text)
    iso = _iso(said)
    if iso is not None:
        return Rhythm(1, iso.least) if iso.least else None
    found = _PER.search(said)
    if found is not None:
        return _rhythm(_number(found["times"]), _number(found["span"] or "een"), found["unit"])
    found = _EVERY.search(said)
    if found is not None:
        is_other = found["second"] or (found["other"] and not found["span"])
        return _rhythm(1, _number(found["span"] or "een") * (2 if is_other else 1), found["unit"])
    return next((Rhythm(1, _EACH[word]) for word in re.findall(r"[a-z]+", said) if word in _EACH), None)


def _rhythm(times: float, span: float, unit: str) -> Rhythm | None:
    days = span * _UNITS[unit]
    return Rhythm(times, days) if days else None


def slip_in(text: str) -> str | None:
    """Return the unit that is misspelled in a text of one number and one word, such as `7 dgen`."""
    found = _ONE_WORD.fullmatch(plain(text))
    return found[2] if found and found[2] not in _UNITS else None


UNITS: Final = tuple(word for word in _UNITS if len(word) > 3)
"""The spellings of units that a slip can be near to."""


def says_nothing(text: str) -> bool:
    """Say whether `text` holds neither a number nor a word, such as `?` or `x`."""
    return re.search(r"\d|[a-z]{3}", plain(text)) is None
