"""A text in the languages that the tool speaks."""

from typing import NamedTuple

LANGUAGES = ("nl", "en")


class Words(NamedTuple):
    """One text in Dutch and in English."""

    nl: str
    en: str

    def said(self, language: str) -> str:
        """Return the text in `language`; any language but Dutch gets English."""
        return self.nl if language == "nl" else self.en

    @classmethod
    def same(cls, text: str) -> "Words":
        """Return a text that reads the same in every language, such as a name."""
        return cls(text, text)
