"""A project as it stood at some commit, read from git without touching the working tree."""

import posixpath
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from klantreis import disk
from klantreis.baseline import DEFAULT_PATH
from klantreis.check import activate, check
from klantreis.cli.bound import with_bounds
from klantreis.cli.choice import Choice
from klantreis.cli.kept import cache_of, keep_whole, picture_of
from klantreis.cli.session import Session
from klantreis.cli.start import blobs_at, blobs_now
from klantreis.config import Config
from klantreis.git import Tree, folder_in_repository, path_from_top, tree_at
from klantreis.model.project import Project
from klantreis.model.span import START
from klantreis.model.trouble import Trouble
from klantreis.picture import Picture, picture
from klantreis.read.config import extended, has_table


def picture_at(session: Session, ref: str, choice: Choice) -> Picture:
    """Return what is found in the project of `session` as it stood at the commit that `ref` names."""
    tree = tree_at(session.root, ref)
    with session_at(session, tree) as past, disk.uncollected():
        past = replace(past, config=with_bounds(past.config, choice.fail_under))
        known = picture_of(past, choice, blobs_at(past, tree, folder_in_repository(session.root)))
        return known or _found_in(past, past.read(past.listing.texts), choice)


def picture_now(session: Session, choice: Choice) -> Picture:
    """Return what is found in the project of `session` as it stands on disk."""
    is_kept = cache_of(session) is not None and len(session.listing.texts) > 0
    blobs = blobs_now(session) if is_kept else None
    known = picture_of(session, choice, blobs) if blobs is not None else None
    if known is not None:
        return known
    with disk.uncollected():
        return _found_in(session, session.project, choice)


def _found_in(session: Session, project: Project, choice: Choice) -> Picture:
    rules = activate(session.rules, session.config, choice.select, choice.ignore)
    result = check(project, rules, session.config, session.accepted)
    taken = picture(result)
    keep_whole(session, result, choice, taken)
    return taken


@contextmanager
def session_at(session: Session, tree: Tree) -> Iterator[Session]:
    """Open the project of `session` as it stands in the tree of a commit.

    Its configuration, baseline and own rules are those of that commit, in a folder that is thrown
    away afterwards; its texts are never written.
    """
    folder = folder_in_repository(session.root)
    with tempfile.TemporaryDirectory(prefix="klantreis-", ignore_cleanup_errors=True) as place:
        top = Path(place).resolve()
        root = top / folder
        root.mkdir(parents=True, exist_ok=True)
        config = _config(tree, folder, top, session.config.path)
        _unpack(tree, _rule_files(tree, folder, config, top), top)
        _unpack(tree, [path_from_top(folder, config.baseline or DEFAULT_PATH)], top)
        listing = _listing(tree, folder, root, config)
        yield replace(session, root=root, config=config, listing=listing, jobs=1)


def _config(tree: Tree, folder: str, top: Path, named: str | None) -> Config:
    """Return the configuration of the commit: the file that is used now, or else the usual ones."""
    for name in dict.fromkeys((*((named,) if named else ()), *disk.CONFIG_NAMES)):
        _unpack(tree, _chain(tree, path_from_top(folder, name)), top)
        here = top / folder / name
        if here.is_file() and (name != "pyproject.toml" or has_table(here.read_text("utf-8-sig"))):
            return disk.find_config(here.parent, here).config
    return Config()


def _chain(tree: Tree, path: str) -> tuple[str, ...]:
    """Return a configuration and those in the repository that it builds on."""
    found: list[str] = []
    while tree.blob(path) and path not in found:
        found.append(path)
        word = extended(_text(tree, path), is_pyproject=path.endswith("pyproject.toml"))
        path = path_from_top(posixpath.dirname(path), word) if word else ""
    return tuple(found)


def _text(tree: Tree, path: str) -> str:
    return tree.read([path])[path].decode("utf-8-sig", "replace")


def _rule_files(tree: Tree, folder: str, config: Config, top: Path) -> Iterator[str]:
    """Yield the files of the organisation's own rules, as far as they are in the repository."""
    for name in config.own_rules:
        file = top / folder / name
        yield posixpath.normpath(file.as_posix()).removeprefix(top.as_posix() + "/")
    for plugin in config.plugins:
        module = path_from_top(folder, plugin.replace(".", "/"))
        yield from (path for path in tree.blobs if path == f"{module}.py" or path.startswith(f"{module}/"))


def _unpack(tree: Tree, paths: Iterable[str], top: Path) -> None:
    inside = [path for path in paths if not path.startswith("../") and not posixpath.isabs(path)]
    for path, content in tree.read(inside).items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(content)


def _listing(tree: Tree, folder: str, root: Path, config: Config) -> disk.Listing:
    """List what stands in the folders of the configuration, as `disk.list_files` does for the disk."""
    inside = {_below(path, folder): path for path in (*tree.blobs, *tree.links)}
    mine = {path: full for path, full in inside.items() if disk.is_listed(path, config)}
    dead = [path for path, full in mine.items() if tree.blob(full) is None]
    texts = {path: full for path, full in mine.items() if path not in dead and disk.is_text(path)}
    return disk.Listing(
        disk.Texts(root, sorted(texts), _Contents(tree, texts)),
        frozenset(path for path in mine if path not in texts and path not in dead),
        tuple(_dead_link(path, tree.links[mine[path]]) for path in dead),
    )


def _below(path: str, folder: str) -> str:
    return path[len(folder) :] if path.startswith(folder) else posixpath.relpath(path, folder)


class _Contents(Mapping[str, str]):
    """The texts of a commit by path; git is asked for all of them at once, when the first is wanted."""

    def __init__(self, tree: Tree, places: Mapping[str, str]) -> None:
        self._tree, self._places = tree, places

    @cached_property
    def _bytes(self) -> Mapping[str, bytes]:
        return self._tree.read(self._places.values())

    def __getitem__(self, path: str) -> str:
        return self._bytes[self._places[path]].decode("utf-8", "surrogateescape")

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _dead_link(path: str, word: str) -> Trouble:
    return Trouble("broken-link", path, START, "symlink", {"word": word})
