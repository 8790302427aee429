"""Jinja2, set up so that nothing foreign becomes markup and nothing missing goes unnoticed."""

import re
from collections.abc import Mapping
from functools import cache
from html import escape as _escaped
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from klantreis.site import address, heading, icon
from klantreis.site.link import Link
from klantreis.site.listing import rank
from klantreis.site.section import SECTIONS
from klantreis.site.words import Speech

_CURRENT = ' aria-current="page"'
_SURROGATES = re.compile("[\ud800-\udfff]")


@cache
def environment() -> Environment:
    """Return the environment that compiles every template once."""
    made = Environment(
        loader=PackageLoader("klantreis", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals |= {
        "url": _url, "link": _link, "links": _links, "icon": _icon, "state": _state, "severity": _severity,
        "heading": _heading, "page_title": _page_title, "kin": _kin, "rank": rank, "shape": _shape,
    }  # fmt: skip
    return made


def render(template: str, here: str, say: Speech, view: object) -> str:
    """Return the Markdown of the page at the address `here`: the template filled with `view`."""
    body = environment().get_template(template).render(root=address.root_from(here), say=say, view=view)
    return body.strip()


def written(front: Mapping[str, Any], body: str) -> str:
    """Return a page: its front matter, then its Markdown."""
    return _writable(f"---\n{_front_matter(front)}---\n\n{body}\n")


def _writable(text: str) -> str:
    """Return `text` with bytes that were no UTF-8 shown as U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def _front_matter(front: Mapping[str, Any]) -> str:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(dict(front), Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text


@pass_context
def _url(context: Context, to: str) -> str:
    return f"{context['root']}{to}"


@pass_context
def _link(context: Context, link: Link) -> Markup:
    # Plain formatting: this runs a hundred thousand times, and Markup.format is ten times as slow.
    lang = f' lang="{link.lang}"' if link.lang else ""
    if link.to is None:
        return Markup(f"<span{lang}>{_escaped(link.text)}</span>" if lang else _escaped(link.text))
    return Markup(f'<a href="{context["root"]}{_escaped(link.to)}"{lang}>{_escaped(link.text)}</a>')


@pass_context
def _links(context: Context, links: tuple[Link, ...]) -> Markup:
    return Markup(", ".join([_link(context, link) for link in links]))


@pass_context
def _kin(context: Context, section: str, here: str) -> Markup:
    """Return the ways to the other pages of a section; the first is the one in the navigation."""
    say: Speech = context["say"]
    links = [
        f'<a href="{context["root"]}{to}"{_CURRENT if to == here else ""}>{_escaped(say(key))}</a>'
        for key, to in SECTIONS[section]
    ]
    return Markup(f'<nav class="kr-path kr-kin" aria-label="{_escaped(say("kin"))}">{" ".join(links)}</nav>')


@cache
def _icon(name: str) -> Markup:
    return Markup(icon.svg(name))


@cache
def _shape(name: str) -> Markup:
    """Return what a sign is made of, for a drawing that has a place of its own for it."""
    return Markup(icon.SHAPES[name])


@pass_context
def _state(context: Context, name: str, *, is_bare: bool = False) -> Markup:
    return _state_in(context["say"], name, is_bare)


@cache
def _state_in(say: Speech, name: str, is_bare: bool) -> Markup:
    """Return a state as a sign with its word; bare, the word is for screen readers only."""
    css = "kr-hidden" if is_bare else "kr-state-word"
    word = _escaped(say(f"state.{name}"))
    return Markup(f'<span class="kr-state kr-s-{name}">{_icon(name)}<span class="{css}">{word}</span></span>')


@pass_context
def _severity(context: Context, name: str) -> Markup:
    word = _escaped(context["say"](f"severity.{name}"))
    return Markup(f'<span class="kr-severity kr-{name}">{_icon(name)}{word}</span>')


def _heading(level: int, text: str, anchor: str) -> Markup:
    return Markup(f"\n\n{heading.heading(level, text, anchor)}\n\n")


def _page_title(text: str) -> Markup:
    return _heading(1, text, "top")
