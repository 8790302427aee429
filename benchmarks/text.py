"""Measure what reading a text costs, step by step, and that hostile text costs no more.

    python benchmarks/text.py

The items are those of `generate.py`, of about 800 words. The first figure, the bare walk over the
parser's CommonMark events, is what the others are set against.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "generator"))

import pyromark  # noqa: E402
from generate import write  # noqa: E402

from klantreis.model.brand import Brand  # noqa: E402
from klantreis.read.markdown import read_markdown  # noqa: E402
from klantreis.read.plain import shadow  # noqa: E402
from klantreis.text.language import vote  # noqa: E402
from klantreis.text.lexicon import lexicon  # noqa: E402
from klantreis.text.message import read_message  # noqa: E402
from klantreis.text.normal import flat  # noqa: E402
from klantreis.text.readability import reading_ease, shape  # noqa: E402
from klantreis.text.scan import scan  # noqa: E402
from klantreis.text.sentence import sentences  # noqa: E402

ITEMS = 40
ROUNDS = 40
BUDGET = 300
BRAND = Brand(("Helderhuis",))

HOSTILE: dict[str, str] = {
    "one line of a megabyte": "een lange regel zonder einde " * 36_000,
    "ten thousand links": "[hier](daar.md) " * 10_000,
    "links without end": "[hier](daar.md) " * 65_000,
    "nested quotations": ">" * 500_000 + " tekst",
    "nested lists": "".join("  " * depth + "- een\n" for depth in range(1000)),
    "numbered lists in lists": "1. " * 340_000,
    "unclosed tags": "<div " * 200_000,
    "unclosed links": '<a href="x">tekst ' * 57_000,
    "processing instructions": "<?" * 500_000,
    "open brackets": "[" * 1_000_000,
    "emphasis never closed": "**een _twee " * 87_000,
    "nothing but headings": "# kop\n" * 170_000,
    "a table of many columns": "|a" * 100_000 + "\n" + "|-" * 100_000 + "\n" + "|b\n" * 100_000,
    "template calls": "{{< knop >}}" * 85_000,
    "templates never closed": "{{ x " * 200_000,
    "asks without end": "Neem contact op met ons. " * 40_000,
    "names without end": "Helderhuis is de beste. " * 42_000,
    "quotes without end": 'de "het een ' * 85_000,
    "binary rubbish": bytes(range(256)).decode("latin-1") * 4_000,
    "another script": "漢字かな。" * 200_000,
}

DENSEST: dict[str, str] = {
    "empty headings": "#\n",
    "headings": "# k\n",
    "underlined headings": "a\n=\n",
    "headings with accents": "# é\n",
    "headings with an id": "# a {#b}\n",
    "links": "[hier](daar.md) ",
    "short links": "[a](b) ",
    "links with accents": "[é](é) ",
    "references": "[a]: b\n\n[a] ",
    "addresses": "<a@b.c> ",
    "pictures": "![](b)",
    "emphasis": "*a* ",
    "lists": "- a\n",
    "quotations": "> a\n\n",
    "paragraphs": "a\n\n",
    "line ends": "a\\\n",
    "questions": "U? ",
    "rows": "|a|b|\n",
    "tags": "<b>",
    "tags and words": "a <b>",
    "links in HTML": '<a href="x">',
    "template calls": "{{<knop>}}",
}
"""What is repeated up to the size from which less structure is read: most work for each character"""
HOSTILE |= {f"only {name}": unit * (200_000 // len(unit)) for name, unit in DENSEST.items()}


def main() -> int:
    """Print two tables: ordinary text step by step, and hostile texts beside it."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), ITEMS, 1)
        texts = [path.read_text("utf-8") for path in sorted(Path(folder, "content").rglob("*.md"))]
    bodies = [text[text.index("\n---\n") + 5 :] for text in texts]
    ordinary = steps(bodies)
    print()
    hostile(ordinary)
    return 0


def steps(bodies: Sequence[str]) -> float:
    """Print microseconds per item of each step; return nanoseconds per character of the whole."""
    words = sum(len(body.split()) for body in bodies) / len(bodies)
    size = sum(map(len, bodies)) / len(bodies)
    language = "nl"
    known = lexicon(language, BRAND.names)
    documents = [read_markdown(body) for body in bodies]
    plains = [document.plain for document in documents]
    flats = [flat(plain) for plain in plains]
    found = [sentences(d.plain.encode(), d.blocks, known.abbreviations) for d in documents]
    scanned = list(zip(documents, flats, found, strict=True))
    message = partial(read_message, language=language, brand=BRAND)
    parse = best(_walk, [shadow(body) for body in bodies])
    rows = [
        ("CommonMark events alone", parse),
        ("read_markdown: links, headings, plain text", best(read_markdown, bodies)),
        ("language", best(lambda text: vote(text, language), flats)),
        ("sentences", best(lambda d: sentences(d.plain.encode(), d.blocks, known.abbreviations), documents)),
        ("phrases and facets", best(lambda x: scan(*x, known), scanned)),
        ("readability", best(lambda text: reading_ease(shape(text, language), 40, language), flats)),
        ("read_message: these four, and the evidence", best(message, documents)),
    ]
    print(f"{len(bodies)} items of {words:.0f} words, {size:.0f} characters; best of {ROUNDS}\n")
    whole = rows[1][1] + rows[-1][1]
    rows.append((f"text work: all but the parse (budget {BUDGET} µs)", whole - parse))
    for name, cost in rows:
        print(f"  {name:48} {cost:7.1f} µs   {cost / parse:5.2f} × the parse")
    return whole / size * 1000


def _walk(text: str) -> None:
    for _ in pyromark.events_with_range(text):
        pass


def hostile(ordinary: float) -> None:
    """Print what hostile texts cost per character, against ordinary text."""
    print(f"hostile text, nanoseconds per character; ordinary text takes {ordinary:.0f}\n")
    for name, text in HOSTILE.items():
        cost = best(lambda body: read_message(read_markdown(body), "nl", BRAND), [text], rounds=2)
        each = cost / len(text) * 1000
        print(f"  {name:26} {len(text):9,} characters {each:7.0f} ns   {each / ordinary:5.1f} × ordinary")


def best(step: Callable[[Any], Any], things: Any, rounds: int = ROUNDS) -> float:
    """Return the best microseconds per thing: what else the machine does only ever adds."""
    given = list(things)
    gc.collect()
    gc.disable()
    least = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        for thing in given:
            step(thing)
        least = min(least, time.process_time() - started)
    gc.enable()
    return least / len(given) * 1e6


if __name__ == "__main__":
    raise SystemExit(main())
