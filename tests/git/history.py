"""A repository with a history of commits of every kind, thirty and more."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.cli.project import call
from tests.git.repository import DAY, commit, repository

BASE = {
    "klantreis.toml": 'language = "nl"\n\n[brand]\nnames = ["Groenhof"]\nproducts = ["Tuinpakket"]\n',
    "personas/gezin.md": (
        "---\nid: gezin\nname: Gezin met kinderen\nsegment: b2c\nchannels: [blog, email]\nstages:\n"
        "  aware:\n    questions:\n      - {id: hoezo, ask: Waarom zou ik?}\n"
        "  choose:\n    pains:\n      - {id: modder, pain: Modder in huis, prevent: Leg een pad, turn: Mat}\n"
        "---\n\nEen gezin.\n"
    ),
    "personas/oma.md": (
        "---\nid: oma\nname: Oma\nsegment: b2c\nchannels: [blog, print]\nstages:\n"
        "  aware:\n    questions:\n      - {id: rug, ask: Houdt mijn rug het vol?}\n---\n\nEen oma.\n"
    ),
    "journeys/tuin.yaml": (
        "id: tuin\nname: Een tuin aanleggen\npersonas: [gezin, oma]\nstages:\n"
        "  aware:\n    phase: awareness\n    entry: true\n    push_allowance: 20\n    next: [choose]\n"
        "    touchpoints:\n      - {id: blogje, channel: blog}\n      - {id: folder, channel: print}\n"
        "  choose:\n    phase: decision\n    exit: true\n    push_allowance: 80\n"
        "    touchpoints:\n      - {id: mailing, channel: email}\n"
    ),
}


def item(
    title: str, stage: str, persona: str, channel: str, *more: str, body: str = "Kijk om je heen."
) -> str:
    """Return the text of an item."""
    extra = "".join(f"{line}\n" for line in more)
    tags = f"title: {title}\nstage: {stage}\npersona: [{persona}]\nchannel: {channel}\n{extra}"
    return f"---\n{tags}---\n\n{body}\n"


class Step(NamedTuple):
    """One commit: what it says and what it does to the files."""

    message: str
    make: Callable[[Path], object]


def _write(path: str, text: str) -> Callable[[Path], object]:
    def make(folder: Path) -> object:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        return (folder / path).write_text(text, encoding="utf-8", newline="")

    return make


def _swap(path: str, old: str, new: str) -> Callable[[Path], object]:
    def make(folder: Path) -> object:
        text = (folder / path).read_text("utf-8")
        assert old in text, f"{path}: {old}"
        return (folder / path).write_text(text.replace(old, new), encoding="utf-8", newline="")

    return make


def _move(old: str, new: str) -> Callable[[Path], object]:
    def make(folder: Path) -> object:
        (folder / new).parent.mkdir(parents=True, exist_ok=True)
        return (folder / old).rename(folder / new)

    return make


def _bytes(path: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / path).write_bytes(content)


def _delete(path: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).unlink()


def _accept(folder: Path) -> None:
    assert (
        call("baseline", "create", "--today", DAY, "--config", str(folder / "klantreis.toml")).exit_code == 0
    )


def _all_of(*makers: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda folder: [make(folder) for make in makers]


def _nothing(folder: Path) -> None:
    _write("notes.txt", "not ours")(folder)


A, B, C = "content/kijken.md", "content/folder.md", "content/kiezen.md"
GEZIN, OMA, TUIN = "personas/gezin.md", "personas/oma.md", "journeys/tuin.yaml"
STEPS = (
    Step("add an item", _write(A, item("Kijken", "aware", "gezin", "blog", "answers: [hoezo]"))),
    Step("add another", _write(B, item("De folder", "aware", "oma", "print"))),
    Step("serve two", _write(C, item("Kies je pad", "choose", "gezin, oma", "email", "eases: [modder]"))),
    Step("move a file", _move(A, "content/begin/kijken.md")),
    Step("move it back", _move("content/begin/kijken.md", A)),
    Step("retag persona", _swap(A, "persona: [gezin]", "persona: [oma]")),
    Step("retag stage", _swap(B, "stage: aware", "stage: choose")),
    Step("retag back", _swap(B, "stage: choose", "stage: aware")),
    Step("make a draft", _swap(C, "channel: email\n", "channel: email\nstatus: draft\n")),
    Step("plan it", _swap(C, "status: draft", "status: planned")),
    Step("publish it", _swap(C, "status: planned", "status: published")),
    Step("let it expire", _swap(C, "status: published", "expires: 2026-01-01")),
    Step("let it be reviewed", _swap(C, "expires: 2026-01-01", "review_by: 2026-05-01")),
    Step("review it", _swap(C, "review_by: 2026-05-01", "review_by: 2028-05-01")),
    Step("edit a persona", _swap("personas/oma.md", "name: Oma", "name: Oma Riet")),
    Step("ask more", _swap("personas/oma.md", "rug, ask: Houdt mijn rug het vol?", "knie, ask: En de knie?")),
    Step("extend the journey", _swap("journeys/tuin.yaml", "  choose:", "  try:\n    phase: consideration\n"
                                     "    next: [choose]\n    touchpoints:\n"
                                     "      - {id: proef, channel: event}\n  choose:")),
    Step("need less", _swap("journeys/tuin.yaml", "{id: folder, channel: print}",
                            "{id: folder, channel: print, need: could}")),
    Step("exempt one", _swap("journeys/tuin.yaml", "{id: proef, channel: event}",
                             "{id: proef, channel: event, exempt: {reason: te vroeg in het jaar}}")),
    Step("make a file unreadable", _swap(A, "title: Kijken", "title: Kijken: nu")),
    Step("mend it", _swap(A, "title: Kijken: nu", "title: Kijken")),
    Step("make it no text", _bytes(B, b"---\ntitle: caf\xe9\n---\n\xff")),
    Step("mend that", _write(B, item("De folder", "aware", "oma", "print"))),
    Step("misspell", _swap(B, "channel: print", "channel: prnt")),
    Step("accept today's findings", _accept),
    Step("move what was accepted", _move(B, "content/winkel/papier.md")),
    Step("move that back", _move("content/winkel/papier.md", B)),
    Step("spell it right", _swap(B, "channel: prnt", "channel: print")),
    Step("move the definitions", _all_of(
        _move(GEZIN, "personas/b2c/gezin.md"), _move(OMA, "personas/b2c/oma.md"),
        _move(TUIN, "journeys/oud/tuin.yml"))),
    Step("move all at once", _all_of(
        _move("personas/b2c/gezin.md", GEZIN), _move("personas/b2c/oma.md", OMA),
        _move("journeys/oud/tuin.yml", TUIN),
        _move(A, "content/x/een.md"), _move(B, "content/x/twee.md"), _move(C, "content/y/een.md"))),
    Step("move and rewrite", _all_of(
        _move("content/x/een.md", A), _move("content/x/twee.md", B), _move("content/y/een.md", C),
        _swap(A, "Kijk om je heen", "Bestel nu snel"))),
    Step("sell less", _swap(A, "Bestel nu snel", "Kijk om je heen")),
    Step("swap two names", _all_of(_move(A, "content/z.md"), _move(B, A), _move("content/z.md", B))),
    Step("give it a name of its own", _swap(A, "title: De", "id: papier\naliases: [kijken]\ntitle: De")),
    Step("swap them back", _all_of(
        _swap(A, "id: papier\naliases: [kijken]\n", ""), _move(A, "content/z.md"), _move(B, A),
        _move("content/z.md", B))),
    Step("touch nothing of ours", _nothing),
    Step("delete an item", _delete(A)),
    Step("break a journey", _swap("journeys/tuin.yaml", "name: Een tuin aanleggen", "name: Een tuin: nu")),
    Step("forget a persona", _delete("personas/oma.md")),
)  # fmt: skip
MOVES = tuple(
    number
    for number, step in enumerate(STEPS, 1)
    if step.message.startswith(("move a", "move it", "move that", "move the", "move what", "touch"))
)
"""The commits, counted from one, that are about nothing but the places of files."""


def at(message: str) -> int:
    """Return the number of a commit, counted from one."""
    return next(number for number, step in enumerate(STEPS, 1) if step.message == message)


def made(folder: Path) -> Iterator[str]:
    """Make the history in `folder` and yield the commits, the first included."""
    repository(folder, BASE)
    yield commit(folder, "the beginning")
    for step in STEPS:
        step.make(folder)
        yield commit(folder, step.message)


def report(folder: Path, *words: str) -> dict[str, object]:
    """Return the JSON report of the files as they are, with the exit code under `exit`."""
    config = ("--config", str(folder / "klantreis.toml"))
    done = call("check", "--today", DAY, "--output-format", "json", *config, *words)
    assert done.exit_code in (0, 1), done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found | {"exit": done.exit_code}
