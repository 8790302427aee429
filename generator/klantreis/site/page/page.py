"""A page of the site before it is written out."""

from dataclasses import dataclass
from typing import Any

from klantreis.site import address
from klantreis.site.heading import escaped_title
from klantreis.site.render import render, written
from klantreis.site.search.page import MOST_FORMS, with_forms
from klantreis.site.words import Speech

WIDE = ("navigation", "toc")
"""What a page with a wide table leaves out beside it."""
NARROW = ("navigation",)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it lives, its title, the template and the values that fill it.

    `language` is that of its text where it is not the interface's; `terms` are extra words for the search,
    which gets `most_forms` other forms of its words at most.
    """

    address: str
    title: str
    template: str
    view: Any
    hides: tuple[str, ...] = NARROW
    is_searched: bool = True
    language: str = ""
    terms: tuple[str, ...] = ()
    most_forms: int = MOST_FORMS

    def text(self, say: Speech) -> str:
        """Return the page as Markdown with front matter."""
        front: dict[str, Any] = {"title": escaped_title(self.title), "hide": list(self.hides)}
        if not self.is_searched:
            front["search"] = {"exclude": True}
        body = render(self.template, self.address, say, self.view)
        if self.is_searched:
            body = with_forms(body, self.language or say.language, self.terms, self.most_forms)
        return written(front, body)

    @property
    def path(self) -> str:
        """The path of the Markdown file, below the folder of pages."""
        return address.source(self.address)
