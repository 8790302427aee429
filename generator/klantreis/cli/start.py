"""An earlier version in git, and what differs from it in the working tree."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from klantreis.cli.kept import Blobs
from klantreis.cli.session import Session
from klantreis.errors import OperatorError
from klantreis.git import (
    Tree,
    changed_paths,
    folder_in_repository,
    last_tree,
    merge_base,
    path_from_top,
    tree_at,
    unwatched_paths,
)


class Start(NamedTuple):
    """An earlier version: its commit, and the paths of what differs now, as the project names them.

    `unsure` are those of which git was told not to look whether they differ, `folder` is where the project
    stands in its repository (`""` at the top, else with a `/` at the end).
    """

    commit: str
    paths: frozenset[str]
    unsure: frozenset[str]
    folder: str


def start_of(session: Session, base: str | None) -> Start:
    """Return the commit where the work left `base`, or the last commit when there is no base."""
    commit = last_tree(session.root) if base is None else merge_base(session.root, base)
    folder = folder_in_repository(session.root)
    paths, unsure = changed_paths(session.root, commit), unwatched_paths(session.root)
    return Start(commit, _below(paths, folder), _below(unsure, folder), folder)


def _below(paths: Iterable[str], folder: str) -> frozenset[str]:
    """Return paths from the top of the repository as the project in `folder` names them."""
    return frozenset(posixpath.relpath(path, folder or ".") for path in paths)


def blobs_at(session: Session, tree: Tree, folder: str) -> Blobs:
    """Return what git calls the texts of `session` in a commit; a link is none of these."""
    names = {path: tree.blobs.get(path_from_top(folder, path)) for path in session.listing.texts}
    return {path: bytes.fromhex(name) for path, name in names.items() if name is not None}


def blobs_now(session: Session) -> Blobs | None:
    """Return what git calls the texts that are as they were committed; null where it cannot say which."""
    try:
        start = start_of(session, None)
        known = blobs_at(session, tree_at(session.root, start.commit), start.folder)
    except OperatorError:
        return None
    return {path: known[path] for path in known.keys() - start.paths - start.unsure}
