"""A text that leads somewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the address on the site that it leads to; without one it is only a text."""

    text: str
    to: str | None = None
