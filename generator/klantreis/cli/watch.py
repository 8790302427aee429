"""`check --watch`: check again whenever a file of the project changes, until it is stopped."""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from klantreis.cli.aside import note
from klantreis.errors import OperatorError
from klantreis.snapshot import snapshot

PAUSE: Final = 0.5
"""Seconds between two looks at the files."""
CLEAR: Final = "\x1b[2J\x1b[3J\x1b[H"


def watch(check: Callable[[], object], root: Path, waiting: str) -> int:
    """Call `check`, wait for a change below `root`, and so on; Ctrl+C is the way out, and no failure.

    A mistake in the middle of an edit is told, and no end. `waiting` is the line that says so.
    """
    try:
        while True:
            seen = snapshot(root)
            _once(check)
            if waiting:
                note(waiting)
            _wait(root, seen)
    except KeyboardInterrupt:
        return 0


def _once(check: Callable[[], object]) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(CLEAR)
        sys.stdout.flush()
    try:
        check()
    except (OperatorError, OSError) as error:
        note(str(error))


def _wait(root: Path, seen: Mapping[str, tuple[int, int]]) -> None:
    while snapshot(root) == seen:
        time.sleep(PAUSE)
