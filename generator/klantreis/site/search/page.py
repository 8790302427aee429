"""What a page adds to its own text for the search: hidden from readers, and small."""

import html
import re
from collections.abc import Iterable
from typing import Final

from klantreis.site.search.form import forms

MOST_FORMS: Final = 400
"""Forms on one page; those of the title and the headings come first."""

_EXCLUDED = re.compile(r"<(section|nav|dl|div|ul|ol|p)\b[^>]*data-search-exclude.*?</\1>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>|\{ #[^}]* \}")
_HEADING = re.compile(r"^##+ .*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")


def with_forms(page: str, language: str, terms: Iterable[str] = (), most: int = MOST_FORMS) -> str:
    """Return `page` (Markdown, from its title on) with the other forms of its words below the title.

    `terms` are extra words for the search. The theme keeps `sub` in what it shows of a page that it
    found, and no class: by that the sheet of style knows what to hide there.
    """
    title, _, rest = page.partition("\n")
    headings = " ".join(_HEADING.findall(rest))
    own = words_in(f"{title} {headings} {_EXCLUDED.sub(' ', rest)}")
    asked = [word for term in terms for word in words_in(term)]
    more = dict.fromkeys((*asked, *(form for word in (*asked, *own) for form in forms(word, language))))
    kept = [word for word in more if word not in own][:most]
    if not kept:
        return page
    return f'{title}\n\n<p class="kr-forms" hidden><sub>{html.escape(" ".join(kept))}</sub></p>\n{rest}'


def words_in(text: str) -> dict[str, None]:
    """Return the words of a text with markup, in lower case, each once and in order."""
    return dict.fromkeys(word.lower() for word in _WORD.findall(html.unescape(_MARKUP.sub(" ", text))))
