"""Give a made-up project a history, and change one of its items."""

import subprocess
from collections.abc import Callable
from pathlib import Path

NOBODY = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "core.autocrlf=false")
SENTENCE = "\nWie dit leest, weet daarna wat er de komende weken gebeurt.\n"


def give_history(folder: Path) -> None:
    """Make a repository of `folder`, of which the second commit changed one sentence."""
    git(folder, "init", "--quiet")
    git(folder, "add", "content", "personas", "journeys", "klantreis.toml")
    git(folder, "commit", "--quiet", "--message", "one")
    path = _item(folder, 0.25)
    path.write_text(path.read_text("utf-8") + SENTENCE, "utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "two")


def a_sentence(folder: Path) -> None:
    """Add a sentence to an item."""
    path = _item(folder, 0.5)
    path.write_text(path.read_text("utf-8") + SENTENCE, "utf-8")


def a_tag(folder: Path) -> None:
    """Give an item another status."""
    path = _item(folder, 0.75)
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n---\n", "\nstatus: draft\n---\n", 1), "utf-8")


def undo(folder: Path) -> None:
    """Put back what the last commit has."""
    git(folder, "checkout", "--quiet", "--", ".")


Change = Callable[[Path], None]


def git(folder: Path, *words: str) -> None:
    """Run git in `folder`."""
    subprocess.run(["git", "-C", str(folder), *NOBODY, *words], check=True, capture_output=True)


def _item(folder: Path, part: float) -> Path:
    """Return an item by how far it stands in the order of the paths, from 0 to 1."""
    paths = sorted((folder / "content").rglob("*.md"))
    return paths[int(part * len(paths))]
