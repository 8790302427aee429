"""Items that go wrong in every way a file can, to lie among those of the worked example."""

from collections.abc import Mapping
from typing import Final

LONG_TITLE: Final = " ".join(f"woord{number}" for number in range(33)) + " " + "x" * 40
"""A title of 300 characters, the last forty without a place to break."""
RTL_TITLE: Final = "דרך קצרה הביתה 🚲 טיול"
STRANGE_NAME: Final = "een map & meer/a b#c%d'e"

_FRONT = """---
title: {title}
stage: orientation
persona: [jong-gezin]
channel: blog
owner: {owner}
---

"""

_RAW = """<div class="kaart" style="position:fixed;inset:0;background:red"><b>Vet zonder einde

<style>main { display: none }</style>

<h1>Kop uit HTML</h1>

<table><tr><td>cel zonder einde

<form action="https://elders.example/"><input name="q" autofocus><button>Weg</button>

</main></article></body></html>

<textarea><iframe src="https://elders.example/"></iframe><svg onload="window.pwned=1"><math><mtext>

<details open><summary>Uitklappen</summary>

Tekst *tussen* <span>rauwe <em>HTML</span></em> en &lt;entiteiten&gt; &copy; &nbsp; &#0; &bogus;

<!-- opmerking zonder einde

Dit staat na alles.
"""

_HEADINGS = """# Top

Ga naar [de kop](#findings), [de volgende](#kr-m-1) en [een die er niet is](#weg).

## Top

## kr-m-1

## kr-f-1

## __search

## Vorige in de reis

## Bevindingen

### Bevindingen

## 数字

##

#### Vier diep zonder drie
"""

_WIDE = """Een woord: {word}

Een adres: https://voorbeeld.example/{word}

`{word}`

```
{word}
```

| {cells} |
|{rules}|
| {cells} |

1. > - 1. > diep
     > ![weg](weg/{word}.png)
"""

_RTL = """שלום עולם. מחיר: 1.234 ₪ (כולל מע"מ), ואז Nederlands, ואז שוב עברית.

هذا نص عربي مع رابط [إلى هنا](../vijandig.md) ورقم 42.

👩‍👩‍👧‍👦 🇳🇱 ❤️‍🔥 e\u0301 \u200b zero\u200dwidth \u2066isolaat\u2069 \u202eomgekeerd\u202c Z͑ͫ̓ͪ̂ͫ̽a̴̢l̨g͢o
"""


def _item(title: str, body: str, owner: str = "femke") -> str:
    return f"{_FRONT.format(title=title, owner=owner)}{body}"


HOSTILE: Final[Mapping[str, str]] = {
    "rauw.md": _item("Rauwe HTML", _RAW),
    "koppen.md": _item("Top", _HEADINGS),
    "lang.md": _item(
        LONG_TITLE,
        _WIDE.format(word="w" * 300, cells=" | ".join(["kolom"] * 24), rules="|".join(["---"] * 24)),
        owner="o" * 120,
    ),
    "rechts/naar-links.md": _item(f'"{RTL_TITLE}"', _RTL),
    "dubbel/zelfde.md": _item("Zelfde naam", "De ene.\n\n![weg](plaatje.png)\n"),
    "dubbel/ook/zelfde.md": _item("Zelfde naam", "De andere. [De ene](../zelfde.md)\n"),
    f"{STRANGE_NAME}.md": _item('"R&D: 50% \'meer\' \\"goed\\" #1"', "![foto](foto%20%26%20zo.png)\n"),
    "een map & meer/ÉÉN.md": _item("ÉÉN", "[rauw](../rauw.md)\n"),
    "leeg.md": _item("Leeg", ""),
    "zonder-kop.md": "Alleen tekst, zonder front matter.\n",
    "kapot.md": "---\ntitle: [open\nstage: orientation\n---\n\nTekst na kapotte front matter.\n",
}
"""Path below the folder of items → text."""
