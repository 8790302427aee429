"""How channels differ: how much attention they get, who pays for it, and how much text they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from klantreis.model.vocabulary import Term, Vocabulary

ATTENTIONS: Final = Vocabulary(
    "attention",
    (
        Term("active", "actief", "active", ("zoekend", "searching")),
        Term("passive", "passief", "passive", ("scrollend", "scrolling")),
        Term("lean-back", "achterover", "lean back", ("achteroverleunend", "leanback")),
    ),
)
"""People come to a channel for something, pass it while busy with something else, or sit back."""

KINDS: Final = Vocabulary(
    "kind",
    (
        Term("paid", "betaald", "paid"),
        Term("owned", "eigen", "owned"),
        Term("earned", "verdiend", "earned"),
    ),
)
"""The organisation buys its place, has it, or is given it by others."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a channel is like; null where nothing is known or nothing limits it.

    `length` and `subject` are the most characters that a text and a subject line may have.
    """

    attention: str | None = None
    kind: str | None = None
    length: int | None = None
    subject: int | None = None

    @property
    def is_searched(self) -> bool:
        """Say whether people come to the channel for something; what is not known counts as such."""
        return self.attention in (None, "active")


UNKNOWN: Final = Traits()

_KINDS: Final = {
    ("active", "owned"): "website blog email webinar sms chat app portal phone event shop webshop visit post",
    ("active", "earned"): "search review-site word-of-mouth",
    ("active", "paid"): "search-ad",
    ("passive", "owned"): "social packaging",
    ("passive", "paid"): "display-ad social-ad outdoor radio",
    ("lean-back", "owned"): "video podcast",
    ("lean-back", "paid"): "television print",
}
"""People search with intent, scroll past what they did not ask for, and lean back to watch or read."""

_LENGTHS: Final = {
    # One message of the GSM alphabet (3GPP TS 23.038).
    "sms": 160,
    # A responsive search ad shows three headlines of 30 and two descriptions of 90 characters, and a
    # path of twice 15.
    "search-ad": 300,
    # A responsive display ad holds headlines of 30 and 90, a description of 90 and a name of 25.
    "display-ad": 300,
    # Instagram's limit for the text with an advertisement, the tightest of the large networks.
    "social-ad": 2200,
}

_SUBJECTS: Final = {
    # Mail programs on a desktop show about sixty characters, those on a telephone fewer.
    "email": 60,
}


def _built_in() -> Iterator[tuple[str, Traits]]:
    for (attention, kind), channels in _KINDS.items():
        for channel in channels.split():
            yield channel, Traits(attention, kind, _LENGTHS.get(channel), _SUBJECTS.get(channel))


TRAITS: Final[Mapping[str, Traits]] = MappingProxyType(dict(_built_in()))
"""The traits of the channels that every project knows."""

_SHOWN_AMONG: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "social-ad": ("social",),
        "search-ad": ("search",),
        "display-ad": ("website", "blog", "app", "video"),
    }
)


def is_used(channel: str, used: tuple[str, ...]) -> bool:
    """Say whether users of the channels `used` meet `channel`; paid places come with their hosts."""
    return channel in used or any(host in used for host in _SHOWN_AMONG.get(channel, ()))


_TOO_LARGE_FOR: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "sms": frozenset(
            "article guide case-study video podcast webinar white-paper brochure manual infographic "
            "interview landing-page product-page contract newsletter".split()
        ),
        "search-ad": frozenset("video podcast webinar manual contract invoice newsletter mailing".split()),
        "phone": frozenset("video infographic brochure".split()),
        **dict.fromkeys(
            ("print", "post", "packaging", "outdoor"), frozenset("video podcast webinar".split())
        ),
        **dict.fromkeys(("radio", "podcast"), frozenset("infographic contract invoice".split())),
    }
)


def can_carry(channel: str, format: str) -> bool:
    """Say whether `format` can exist on `channel` at all: no film in a text message, no webinar on paper."""
    return format not in _TOO_LARGE_FOR.get(channel, frozenset())
