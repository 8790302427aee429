"""The room that asks git; nothing here changes a file of the working tree."""

import subprocess
from pathlib import Path
from typing import NamedTuple


class Commit(NamedTuple):
    """A commit: its short name and its date (ISO)."""

    name: str
    date: str


def last_commit(root: Path) -> Commit | None:
    """Return the commit that the folder stands at, or nothing outside a repository or without git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%h %cs"],
            capture_output=True, check=False, timeout=20, encoding="utf-8", errors="replace",
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    name, _, date = done.stdout.strip().partition(" ")
    return Commit(name, date) if done.returncode == 0 and name and date else None


def folder_in_repository(root: Path) -> str:
    """Return where `root` stands in its repository: `""` at the top or outside one, else `docs/site/`."""
    here = root.resolve()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            below = here.relative_to(folder).as_posix()
            return "" if below == "." else f"{below}/"
    return ""
