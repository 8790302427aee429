"""A project in which every foreign word tries to be more than a word."""

import json
from collections.abc import Mapping

FORGED = "FORGED"
"""What a reader would see of a forgery that worked."""
HOSTILE = (
    "FORGED\n::error file=a.md,line=1::FORGED\r\n"
    "##[error]FORGED ##vso[task.setvariable variable=x]FORGED ]]> "
    "\x1b[45mFORGED\x1b]8;;https://evil.example\x07\x9b45m\u202e\u2028\nROW | FORGED | `code` `` </failure> "
    "[FORGED](https://evil.example) https://evil.example www.evil.example mailto:a@evil.example @noor #1 !2 "
    "<b>FORGED</b> <img src=x onerror=alert(1)> --> <!-- :tada: =1+1 \" ' & {0} %0A::error::FORGED\n"
    "URL:https://evil.example"
)
LEADING = "::error file=a.md::FORGED ##[error]FORGED \x1b[45m | [FORGED](https://evil.example)"
"""An id: it stands at the start of a line in many a table."""
ODD_PATH = "content/::error file=x::FORGED\x1b[45m|<b>[l](https:evil.example)\n##[error]`x` @noor.md"

_ANY, _ID = json.dumps(HOSTILE), json.dumps(LEADING)


def front(*pairs: str, body: str = "Tekst.") -> str:
    """Return an item with these lines of front matter."""
    return "---\n" + "".join(f"{pair}\n" for pair in pairs) + f"---\n\n{body}\n"


PUSH = (
    "Bestel nu onze aanbieding! Bestel vandaag nog, wij zijn de beste. ::error::FORGED\n\n"
    "  ::error::FORGED koop nu."
)

HOSTILE_PROJECT: Mapping[str, str] = {
    "klantreis.toml": 'language = "nl"\n\n[coverage]\nfail_under = 99\n',
    "personas/gezin.md": front(
        "id: gezin",
        f"name: {_ANY}",
        "segment: b2c",
        f"owner: {_ANY}",
        "channels: [blog]",
        "stages:",
        "  aware:",
        "    questions:",
        f"      - {{id: hoezo, ask: {_ANY}}}",
        f"      - {{id: {_ID}, ask: {_ANY}}}",
        "    pains:",
        f"      - {{id: modder, pain: {_ANY}, prevent: {_ANY}, turn: {_ANY}}}",
        "    gains:",
        f"      - {{id: rust, gain: {_ANY}}}",
    ),
    "personas/ander.md": front(
        f"id: {_ID}",
        f"name: {_ANY}",
        "segment: b2b",
        "stages:",
        "  aware:",
        "    questions:",
        f"      - {{id: hoezo, ask: {_ANY}}}",
    ),
    "journeys/tuin.yaml": (
        f"id: tuin\nname: {_ANY}\nowner: {_ID}\npersonas: [gezin, {_ID}]\nstages:\n"
        f"  aware:\n    name: {_ANY}\n    phase: awareness\n    entry: true\n    push_allowance: 20\n"
        f"    next: [{_ID}]\n    touchpoints:\n      - {{id: blogje, channel: blog}}\n"
        f"      - {{id: {_ID}, channel: email}}\n"
        f"      - {{id: weg, channel: print, exempt: {{reason: {_ANY}, owner: {_ANY}}}}}\n"
        f"  {_ID}:\n    name: Kiezen\n    phase: decision\n    exit: true\n"
        "    touchpoints:\n      - {id: x, channel: email}\n"
    ),
    "journeys/ander.yaml": (
        f"id: {_ID}\nname: {_ANY}\npersonas: [gezin]\nstages:\n  aware:\n    phase: awareness\n"
        "    touchpoints:\n      - {id: y, channel: blog}\n"
    ),
    "content/a.md": front(
        f"title: {_ANY}",
        f"id: {_ID}",
        "stage: aware",
        "persona: [gezin]",
        "channel: blog",
        "journey: tuin",
        f"answers: [hoezo, {_ANY}]",
        f"owner: {_ID}",
        f"approver: {_ANY}",
        f"campaign: {_ANY}",
        "publish: 2026-11-20",
        f"next: [{_ANY}]",
        "ignore:",
        f"  - {{rule: unknown-question, reason: {_ANY}}}",
        f"  - {{rule: dead-end, reason: {_ANY}}}",
        body=PUSH,
    ),
    "content/b.md": front(
        *(
            f"{key}: {_ANY}"
            for key in "title stage persona channel format status touchpoint journey lang cta".split()
        ),
        f"{_ANY}: x",
    ),
    "content/c.md": front(
        "title: Een derde",
        f"id: {_ANY}",
        f"stage: {_ID}",
        f"persona: [{_ID}]",
        "channel: email",
        "status: draft",
        body=PUSH,
    ),
    "content/d.md": front(
        f"title: {_ANY}",
        f"id: {json.dumps('::error::FORGED ' + HOSTILE)}",
        body="::error file=x::FORGED De kosten van een tuin zijn lastig te schatten. "
        "Welke planten passen bij u? "
        "Bekijk de mogelijkheden en vergelijk ze rustig voordat u iets kiest. Vergelijk de prijzen.",
    ),
    "content/e.md": front(
        f"title: {_ANY}", "stage: aware", "persona: [gezin]", "channel: blog", "journey: tuin", body=PUSH
    ),
    ODD_PATH: front(f"title: {_ANY}", f"stage: {_ANY}", "persona: [gezin]", "channel: blok"),
}
