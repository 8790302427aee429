"""The front matter of an item: which keys it has, and what each may hold."""

from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from klantreis.config import Config
from klantreis.model.brand import Brand
from klantreis.model.vocabulary import (
    ASKS,
    CHANNELS,
    FORMATS,
    INTENTS,
    MESSAGE_TYPES,
    OFFERS,
    PROPOSITIONS,
    STATUSES,
    Vocabulary,
)  # fmt: skip
from klantreis.read.language import Language
from klantreis.read.node import Node
from klantreis.read.record import Field, Record
from klantreis.read.shape import Choice, Day, Either, Flag, Many, Text
from klantreis.read.stamp import Stamps

REQUIRED = ("stage", "persona", "channel")
UNDERSTOOD = frozenset("title lang status aliases owner publish expires".split())
"""Keys that mean the same in front matter for other tools, when their value suits us."""
SHARED = UNDERSTOOD | frozenset("id next format subject offer campaign journey".split())
"""Keys of ours that other tools have as well, some of them for something else."""


_DUTCH = {"fase": "stage", "kanaal": "channel"}


def item_record(channels: Vocabulary = CHANNELS, formats: Vocabulary = FORMATS) -> Record:
    """Return the shape of an item's front matter."""
    word, words = Text(), Many(Text())
    ignore = Record({"rule": Field(word, True), "reason": Field(word), "until": Field(Day())})
    fields: dict[str, Field] = {
        "title": Field(word, about="What the reader sees first"),
        "stage": Field(words, True, "A stage id, a name or alias in either language, or a phase"),
        "persona": Field(words, True, "Who it is written for"),
        "channel": Field(Choice(channels, "unknown-channel"), True, "Where it meets the reader"),
        "id": Field(word, about="Default: the path without extension, relative to the content folder"),
        "also": Field(words, about="Also suits these personas: borrowed coverage"),
        "journey": Field(word, about="Only when the persona travels more than one"),
        "touchpoint": Field(word, about="Only when stage and channel leave a choice"),
        "format": Field(Choice(formats, "unknown-format")),
        "intent": Field(Choice(INTENTS)),
        "cta": Field(Choice(ASKS), about="The call to action"),
        "answers": Field(words, about="Question ids of the persona"),
        "eases": Field(words, about="Pain ids of the persona"),
        "gives": Field(words, about="Gain ids of the persona"),
        "next": Field(words, about="Item ids or relative links to the next step"),
        "gate": Field(word, about="What the reader gives before getting it"),
        "status": Field(Choice(STATUSES)),
        "publish": Field(Day()),
        "review_by": Field(Day()),
        "expires": Field(Day()),
        "owner": Field(word),
        "approver": Field(word),
        "lang": Field(Language()),
        "translation_of": Field(word),
        "proposition": Field(Many(Choice(PROPOSITIONS))),
        "offer": Field(Choice(OFFERS)),
        "campaign": Field(word),
        "message_type": Field(Choice(MESSAGE_TYPES)),
        "subject": Field(word, about="The subject line of a mailing"),
        "confidential": Field(Flag(), about="true: never in a public build"),
        "aliases": Field(words, about="Earlier ids or paths"),
        "search_terms": Field(words, about="Extra words for the site's search"),
        "reviewed_against": Field(Stamps(), about="Fingerprints of what it was written for"),
        "ignore": Field(Many(Either(word, ignore)), about="Exceptions: rule, reason, until"),
    }
    return Record(fields, is_complete=False)


@dataclass(frozen=True)
class ItemSpec:
    """What reading an item needs to know of the project."""

    config: Config = field(default_factory=Config)

    @property
    def settings(self) -> tuple[object, ...]:
        """What reading an item asks of the configuration: while it is the same, so is the item."""
        c = self.config
        return c.language, c.content, c.brand, c.keys, c.channels, c.formats, c.tags, _foreign(c)

    @cached_property
    def record(self) -> Record:
        """The shape of the front matter, with this project's own words."""
        shape = item_record(self.config.channels, self.config.formats)
        return Record(
            shape.fields,
            names={theirs: ours for ours, theirs in self.config.keys.items()},
            is_complete=False,
            foreign=_foreign(self.config),
            kin=_DUTCH,
        )

    @cached_property
    def _mixed_record(self) -> Record:
        """The shape of front matter for another tool, with some keys of ours added."""
        return replace(self.record, is_foreign=True, shared=SHARED - set(self.config.keys))

    @cached_property
    def _foreign_record(self) -> Record:
        """The shape of front matter that was written for another tool; exceptions may stand in it."""
        fields = {key: shape for key, shape in self.record.fields.items() if key in UNDERSTOOD | {"ignore"}}
        return replace(self._mixed_record, fields=fields, shared=UNDERSTOOD)

    def record_for(self, node: Node) -> Record:
        """Return the shape to read front matter by: it is ours once it has one of the three tags."""
        if self.record.has(node, frozenset(REQUIRED)):
            return self.record
        is_mixed = self.record.has(node, _distinct() | set(self.config.keys))
        return self._mixed_record if is_mixed else self._foreign_record

    @property
    def brand(self) -> Brand:
        """The organisation behind the texts."""
        return self.config.brand


def _foreign(config: Config) -> tuple[str, ...]:
    """Return the patterns of keys that the project calls its own; all, where it asks for none to be told."""
    said = config.rules.get("unknown-field", config.rules.get("KR006"))
    level, allowed = (said.get("severity"), said.get("allow")) if isinstance(said, dict) else (said, None)
    if level in ("off", False):
        return ("*",)
    return tuple(map(str, allowed)) if isinstance(allowed, list) else ()


@cache
def item_keys() -> frozenset[str]:
    """Return the keys of an item's front matter that are ours."""
    return frozenset(item_record().fields)


@cache
def _distinct() -> frozenset[str]:
    """Return the keys that no other tool has, and that say what an item is: an exception does not."""
    return item_keys() - SHARED - {"ignore"}
