"""The languages of a site: the first stands at the root, the others each in a folder of their own."""

import html
from collections.abc import Sequence

from klantreis.config import Site
from klantreis.site import address
from klantreis.site.words import Speech


def languages_of(settings: Site, own: str) -> tuple[str, ...]:
    """Return the languages that the site is built in, the one at the root first; `own` without a choice."""
    return tuple(dict.fromkeys(settings.languages)) or (own,)


def folder(language: str, languages: Sequence[str]) -> str:
    """Return where the pages in a language stand, below the root of the site: `""` or `en/`."""
    return "" if language == languages[0] else f"{language}/"


def counterpart(here: str, language: str, other: str, languages: Sequence[str]) -> str:
    """Return what leads from the page `here` in one language to the same page in another."""
    return address.root_from(f"{folder(language, languages)}{here}") + folder(other, languages) + here


def alternates(language: str, languages: Sequence[str]) -> list[dict[str, str]]:
    """Return the languages as the builder's theme lists them, each with its first page."""
    if len(languages) < 2:
        return []
    return [
        {"name": Speech(other)("switch.name"), "lang": other,
         "link": counterpart(address.OVERVIEW, language, other, languages)}
        for other in languages
    ]  # fmt: skip


def switch(here: str, say: Speech, languages: Sequence[str]) -> str:
    """Return the links from the page `here` to the same page in each other language."""
    others = [language for language in languages if language != say.language]
    if not others:
        return ""
    links = "".join(
        f'<a href="{counterpart(here, say.language, other, languages)}" hreflang="{other}" lang="{other}">'
        f"{html.escape(Speech(other)('switch.here'))}</a>"
        for other in others
    )
    label = html.escape(say("switch.label"))
    return f'\n<nav class="kr-languages" aria-label="{label}" data-search-exclude="true">{links}</nav>\n'
