"""`check --changed`: what the working tree did since some commit."""

import posixpath

from klantreis.check import Result
from klantreis.cli.past import Choice, picture_at
from klantreis.cli.session import Session
from klantreis.compare import compare
from klantreis.git import changed_paths, folder_in_repository, last_tree, merge_base
from klantreis.picture import picture
from klantreis.touch import Touch


def start_of(session: Session, base: str | None) -> str:
    """Return the commit where the work left `base`, or the last commit when there is no base."""
    return last_tree(session.root) if base is None else merge_base(session.root, base)


def touch_since(session: Session, result: Result, commit: str, choice: Choice) -> Touch:
    """Return what changed since a commit; `result` is what was found in the working tree."""
    folder = folder_in_repository(session.root)
    paths = frozenset(posixpath.relpath(path, folder or ".") for path in changed_paths(session.root, commit))
    return Touch(paths, compare(picture_at(session, commit, choice), picture(result)))
