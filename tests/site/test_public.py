"""`--public`: a marker in everything that is not for the public is nowhere in the whole output."""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.site.conftest import PIXEL, ROOT, build_folder

from klantreis.build import Order

MARKER = "zwijgwoord"
SECRETS = {
    "concept": "status: draft",
    "idee": "status: idea",
    "gepland": "status: planned\npublish: 2027-01-10",
    "vertrouwelijk": "confidential: true",
    "later": "status: published\npublish: 2027-03-01",
    "voorbij": "status: published\npublish: 2024-03-01\nexpires: 2025-03-01",
}
ITEM = """---
id: {MARKER}-{name}
title: De {MARKER}-titel van {name}
stage: orientation
persona: [jong-gezin]
channel: website
owner: {MARKER}-eigenaar
campaign: {MARKER}-campagne
offer: {MARKER}-aanbod
subject: {MARKER}-onderwerp
search_terms: [{MARKER}-zoekterm]
next: [vanaf-welke-leeftijd]
{keys}
---

# Een {MARKER}-kop

Koop nu voor € 1.234! {MARKER} in de tekst, met [een kapotte link](weg/{MARKER}.md).

![{MARKER}]({MARKER}-{name}.png)
"""
MONEY = "987654"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with secrets in it, built for the public in both languages."""
    folder = tmp_path_factory.mktemp("openbaar")
    for name in ("content", "personas", "journeys"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "klantreis.toml").read_text("utf-8")
    if "languages" not in settings:
        settings = settings.replace("[site]", '[site]\nlanguages = ["nl", "en"]')
    (folder / "klantreis.toml").write_text(settings, "utf-8")
    for name, keys in SECRETS.items():
        text = ITEM.replace("{MARKER}", MARKER).replace("{name}", name).replace("{keys}", keys)
        (folder / "content" / f"{MARKER}-{name}.md").write_text(text, "utf-8")
        (folder / "content" / f"{MARKER}-{name}.png").write_bytes(PIXEL + MARKER.encode())
    shown = folder / "content" / "kiezen" / "vanaf-welke-leeftijd.md"
    text = shown.read_text("utf-8")
    text = text.replace("---\n", f"---\ncost: {MONEY}\nbudget: {MONEY}\n", 1)
    links = "".join(f"\n[verder](../{MARKER}-{name}.md#een-{MARKER}-kop)\n" for name in SECRETS)
    shown.write_text(text + links, "utf-8")
    build_folder(folder, Order(is_public=True))
    return folder


def told(folder: Path, word: str) -> Iterator[str]:
    """Yield every file below the pages and the site that holds `word`, in its name or in its bytes."""
    for place in (folder / "site", *(folder / "build").glob("pages*")):
        for path in sorted(place.rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                data = gzip.decompress(data) if path.suffix == ".gz" else data
                if word in path.name or word.encode() in data.lower():
                    yield path.relative_to(folder).as_posix()


def test_nothing_of_what_is_not_public_is_anywhere_in_the_output(output: Path) -> None:
    assert not list(told(output, MARKER))


def test_the_search_the_feed_and_the_lists_are_among_what_was_searched(output: Path) -> None:
    index = json.loads((output / "site" / "search" / "search_index.json").read_text("utf-8"))
    assert len(index["docs"]) > 100
    assert list((output / "site").rglob("*.ics"))
    assert (output / "site" / "items" / "kiezen" / "vanaf-welke-leeftijd.html").is_file()
    assert (output / "site" / "en" / "index.html").is_file()


def test_money_of_an_item_is_not_in_the_output(output: Path) -> None:
    assert not list(told(output, MONEY))
