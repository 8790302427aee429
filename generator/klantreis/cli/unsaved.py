"""`check --stdin-filename`: the text of one file as an editor has it, laid over the project on disk."""

import sys
from dataclasses import replace
from pathlib import Path

from klantreis.cli.option import Settings
from klantreis.cli.session import Session, open_session
from klantreis.disk import is_read


def open_unsaved(given: Settings, path: Path) -> Session:
    """Return the project with the text of `path` from the standard input; the file need not be there.

    A path that the project does not read changes nothing, and so has no findings.
    """
    text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    session = open_session(given, (_existing(path),))
    (place,) = session.relative((path,))
    if not is_read(place, session.config):
        return session
    return replace(session, listing=session.listing.with_unsaved(place, text))


def _existing(path: Path) -> Path:
    """Return the nearest folder above `path` that is there."""
    return next(folder for folder in path.absolute().parents if folder.is_dir())
