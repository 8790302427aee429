"""Reads built pages: what they hold, where they lead and what they ask for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

_FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href", "use": "href"}
_FETCHING_RELS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "modulepreload", "dns-prefetch"}


@dataclass
class BuiltPage(HTMLParser):
    """One built page: its ids, its links, what the browser fetches for it, and its tags."""

    path: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def __hash__(self) -> int:
        return hash(self.path)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append((tag, values))
        self.ids += [values["id"]] if values.get("id") else []
        if tag in ("a", "area") and values.get("href"):
            self.links.append(values["href"])
        is_fetched = tag != "link" or bool(_FETCHING_RELS & set(values.get("rel", "").split()))
        if tag in _FETCHED and values.get(_FETCHED[tag]) and is_fetched:
            self.fetched.append(values[_FETCHED[tag]])


def built_pages(site: Path) -> dict[str, BuiltPage]:
    """Return every page of a built site by its path."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        page = BuiltPage(path.relative_to(site).as_posix())
        page.feed(path.read_text("utf-8"))
        found[page.path] = page
    return found


def broken_links(site: Path) -> Iterator[str]:
    """Yield a line for each internal link, picture or script that leads nowhere, anchors included."""
    pages = built_pages(site)
    for page in pages.values():
        if page.path == "404.html":  # its addresses are absolute, for it can stand in for any page
            continue
        for target in dict.fromkeys((*page.links, *page.fetched)):
            if urlsplit(target).scheme or target.startswith("//"):
                continue
            address, anchor = urldefrag(target)
            goal = _goal(page.path, address.partition("?")[0])
            if goal not in pages and not (site / goal).is_file():
                yield f"{page.path}: {target} is not there"
            elif anchor and goal in pages and unquote(anchor) not in {*pages[goal].ids, "__comments"}:
                yield f"{page.path}: {target} has no such anchor"


def _goal(page: str, address: str) -> str:
    if not address:
        return page
    parts = page.split("/")[:-1]
    for part in unquote(address).split("/"):
        if part == "..":
            parts = parts[:-1] if parts else ["<above the site>"]
        elif part not in (".", ""):
            parts.append(part)
    goal = "/".join(parts)
    return f"{goal}/index.html".lstrip("/") if address.endswith("/") or address in (".", "..") else goal


def outside_requests(site: Path) -> Iterator[str]:
    """Yield a line for each thing that a browser would fetch from another server."""
    for page in built_pages(site).values():
        for target in page.fetched:
            if urlsplit(target).netloc or target.startswith("//"):
                yield f"{page.path}: {target}"
