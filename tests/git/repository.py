"""Repositories with a history, made for a test in a folder that goes away."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.cli.project import write

DAY = "2026-11-01"


def git(folder: Path, *words: str) -> str:
    """Run git in `folder` with nobody's settings, and return what it says."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Noor", "GIT_AUTHOR_EMAIL": "noor@example.org",
        "GIT_COMMITTER_NAME": "Noor", "GIT_COMMITTER_EMAIL": "noor@example.org",
        "GIT_AUTHOR_DATE": f"{DAY}T12:00:00Z", "GIT_COMMITTER_DATE": f"{DAY}T12:00:00Z",
    }  # fmt: skip
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "core.autocrlf=false", *words],
        env=environment, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


def repository(folder: Path, *layers: Mapping[str, str]) -> Path:
    """Make a repository with one commit that holds these files."""
    write(folder, *layers)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "begin")
    return folder


def commit(folder: Path, message: str = "step") -> str:
    """Commit all that is there, and return the name of the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD").strip()
