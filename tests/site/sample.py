"""Small projects as texts, and the site that they make."""

import datetime
from collections.abc import Mapping

from klantreis.build import Order
from klantreis.check import Result, activate, check
from klantreis.config import Config, Site
from klantreis.model.brand import Brand
from klantreis.models import built_in
from klantreis.read.project import read_project
from klantreis.rule import all_rules
from klantreis.rules.base_project import BASE
from klantreis.site.edition import Edition, Stamp, edition
from klantreis.site.pages import pages

TODAY = datetime.date(2026, 6, 1)
STAMP = Stamp("1.0", "abc1234", "2026-05-30")
CONFIG = Config(path="klantreis.toml", brand=Brand(names=("Trapop",), products=("Tilpakket",)))
EVIL = "<script>window.pwned=1</script>"

HOSTILE_ITEM = f"""---
id: vijandig
title: '{EVIL} &amp; "x" {{: onclick=x }} [a](javascript:1) {{{{ 7*7 }}}} $&'
stage: attention
persona: [huurder]
channel: blog
owner: '"><img src=x onerror=window.pwned=1>'
campaign: '{EVIL}'
---

# Kop {EVIL} {{: onclick=window.pwned=1 }}

{EVIL}

<img src=x onerror="window.pwned=1">

<div onclick="window.pwned=1">

## <b>Open</b> `<script>window.pwned=1</script>` {{#top onclick=window.pwned=1}}

## __search

[klik](javascript:window.pwned=1) [klik](JaVaScRiPt:window.pwned=1)
[d](data:text/html,<script>window.pwned=1</script>)
[v](vbscript:x) <javascript:window.pwned=1> [e](&#106;avascript:window.pwned=1)

![x](https://elders.example/volg.png) ![weg](bestaat-niet.png) ![" onerror="window.pwned=1](bestaat-niet.png)

- lijst {EVIL}
  > citaat <div onclick=x>

| a {EVIL} | b |
|---|---|
| `{EVIL}` | {{: onclick=x }} |

```html
{EVIL}
```

    {EVIL}

[ref]: javascript:window.pwned=1 "x"

[ref] en [verwijzing][ref] \u202edlrow\u202c 🚲 \x01 \x02wzxhzdk:0\x03

<!-- onzichtbaar -->

<script>
window.pwned=1

</script>

{{{{< figure src="x" onload="window.pwned=1" >}}}}

<div>
"""


def result_of(
    texts: Mapping[str, str], config: Config = CONFIG, files: frozenset[str] = frozenset()
) -> Result:
    """Return the outcome of all rules on `texts`."""
    project = read_project(texts, config, TODAY, built_in(), files=files)
    return check(project, activate(all_rules(), config), config)


def edition_of(
    texts: Mapping[str, str] = BASE,
    *,
    language: str = "nl",
    is_public: bool = False,
    files: frozenset[str] = frozenset(),
    settings: Site = CONFIG.site,
) -> Edition:
    """Return the edition that `texts` make."""
    return edition(
        result_of(texts, files=files), texts, all_rules(), settings, STAMP,
        language=language, is_public=is_public,
    )  # fmt: skip


def pages_of(texts: Mapping[str, str] = BASE, **options: object) -> dict[str, str]:
    """Return every text of the site that `texts` make."""
    return pages(edition_of(texts, **options))  # type: ignore[arg-type]


def item(id: str, body: str, **tags: str) -> dict[str, str]:
    """Return an item as one text at its path."""
    front = {"id": id, "title": id, "stage": "attention", "persona": "[huurder]", "channel": "blog"} | tags
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return {f"content/{id}.md": f"---\n{lines}---\n\n{body}\n"}


PAGES_ONLY = Order(pages_only=True)
