"""The organisation behind the content, as its own texts name it."""

from dataclasses import dataclass
from typing import NamedTuple

from klantreis.model.place import Place


class OwnWords(NamedTuple):
    """Phrases that mean something in one language to this organisation, all of one kind of the lexicon."""

    language: str
    kind: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brand:
    """The organisation's names and products, and the value propositions it chose (one, if all is well).

    `words` is what it adds to the lexicons, `site` the address of its site.
    `chosen_at` is where the configuration says so, null when another file does that it builds on.
    """

    names: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    propositions: tuple[str, ...] = ()
    chosen_at: Place | None = None
    words: tuple[OwnWords, ...] = ()
    site: str | None = None

    def words_in(self, language: str) -> tuple[OwnWords, ...]:
        """Return the organisation's own words in one language."""
        return tuple([words for words in self.words if words.language == language]) if self.words else ()

    @property
    def proposition(self) -> str | None:
        """The one value proposition that the organisation chose, if it is one."""
        chosen = dict.fromkeys(self.propositions)
        return next(iter(chosen)) if len(chosen) == 1 else None
