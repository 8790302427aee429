"""A text that leads somewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the address on the site that it leads to; without one it is only a text.

    `lang` is the language of the text where it is not that of the page.
    """

    text: str
    to: str | None = None
    lang: str = ""
