"""The room that asks git; nothing here changes a file of the working tree, or asks the network."""

import os
import posixpath
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from klantreis.errors import OperatorError
from klantreis.model.nearest import nearest

_FILES = ("100644", "100755")
_LINK = "120000"
EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""What git calls a tree without files, which it knows in every repository."""


class Commit(NamedTuple):
    """A commit: its short name and its date (ISO)."""

    name: str
    date: str


def last_commit(root: Path, ref: str = "HEAD") -> Commit | None:
    """Return the commit that the folder stands at, or that `ref` names; nothing where git knows none."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%h %cs", ref, "--"],
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


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of one commit: what git calls each of them, by path from the top of the repository.

    Links of the file system are in `links`, with what they say.
    """

    root: Path
    commit: str
    blobs: Mapping[str, str]
    links: Mapping[str, str]

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of these files by path; a link gives what it leads to."""
        wanted = {path: blob for path in paths if (blob := self.blob(path))}
        found = _blobs(self.root, dict.fromkeys(wanted.values()))
        return {path: found[blob] for path, blob in wanted.items()}

    def blob(self, path: str) -> str | None:
        """Return what git calls the file at `path`, or the one that a link there leads to."""
        if path in self.links:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), self.links[path]))
        return self.blobs.get(path)


def path_from_top(folder: str, path: str) -> str:
    """Return a path from the top of the repository, given one from the project's folder there."""
    return posixpath.normpath(posixpath.join(folder, path))


def as_text(content: bytes) -> str:
    """Return what a file in a commit says, read as files on disk are."""
    return content.decode("utf-8", "surrogateescape")


def is_in_repository(folder: Path) -> bool:
    """Say whether git keeps a folder, as far as can be seen without asking it."""
    return any((above / ".git").exists() for above in (folder, *folder.parents))


def tree_at(root: Path, ref: str) -> Tree:
    """Return the files of the commit that `ref` names; raises OperatorError when there is none."""
    commit = ref if ref == EMPTY else commit_at(root, ref)
    listed = _asked(root, "ls-tree", "-r", "-z", "--full-tree", commit).split("\0")
    entries = [_entry(line) for line in listed if line]
    blobs = {path: blob for mode, blob, path in entries if mode in _FILES}
    targets = _blobs(root, {blob: None for mode, blob, _ in entries if mode == _LINK})
    links = {
        path: targets[blob].decode("utf-8", "surrogateescape")
        for mode, blob, path in entries
        if mode == _LINK
    }
    return Tree(root, commit, blobs, links)


def _entry(line: str) -> tuple[str, str, str]:
    about, _, path = line.partition("\t")
    mode, _, blob = about.split(" ")
    return mode, blob, path


def commit_at(root: Path, ref: str) -> str:
    """Return the full name of the commit that `ref` names; raises OperatorError when there is none."""
    _require_repository(root)
    done = (
        None if ref.startswith("-") else _run(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    )
    if done is None or done.returncode != 0:
        raise OperatorError(_no_commit(root, ref))
    return done.stdout.decode().strip()


def last_tree(root: Path) -> str:
    """Return the full name of the last commit, or of the empty tree where there is no commit yet."""
    _require_repository(root)
    done = _run(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    return done.stdout.decode().strip() if done.returncode == 0 else EMPTY


def merge_base(root: Path, ref: str, head: str = "HEAD") -> str:
    """Return the commit where the work on `head` left `ref`; raises OperatorError when git cannot tell."""
    base, own = commit_at(root, ref), commit_at(root, head)
    done = _run(root, "merge-base", base, own)
    if done.returncode == 0:
        return done.stdout.decode().split("\n")[0]
    if is_shallow(root):
        raise OperatorError(
            f"this clone is shallow, so git cannot tell where '{ref}' and '{head}' parted; fetch the history "
            "with `git fetch --unshallow` (actions/checkout: `fetch-depth: 0`)"
        )
    raise OperatorError(f"'{ref}' and '{head}' have no history in common")


def is_shallow(root: Path) -> bool:
    """Say whether a clone lacks its older commits."""
    return _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def changed_paths(root: Path, commit: str) -> frozenset[str]:
    """Return the paths from the top of the repository that differ between `commit` and the working tree.

    Files that git does not know yet are among them, unless it is told to ignore them.
    """
    top = Path(_asked(root, "rev-parse", "--show-toplevel").strip())
    tracked = _asked(top, "diff", "--name-only", "--no-renames", "-z", "--no-ext-diff", commit, "--")
    new = _asked(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(path for path in (*tracked.split("\0"), *new.split("\0")) if path)


def unwatched_paths(root: Path) -> frozenset[str]:
    """Return the paths from the top of the repository that git was told to take for unchanged."""
    top = Path(_asked(root, "rev-parse", "--show-toplevel").strip())
    entries = _asked(top, "ls-files", "-v", "-z").split("\0")
    return frozenset(entry[2:] for entry in entries if entry[:1] == "S" or entry[:1].islower())


def _require_repository(root: Path) -> None:
    done = _run(root, "rev-parse", "--git-dir")
    if done.returncode == 0:
        return
    said = done.stderr.decode("utf-8", "replace").strip()
    if "dubious ownership" in said:
        raise OperatorError(
            f"git does not trust '{root}', which belongs to somebody else; allow it with "
            f"`git config --global --add safe.directory '{root}'`"
        )
    raise OperatorError(
        f"'{root}' is in no git repository; compare saved JSON reports of `klantreis check` instead"
    )


def _no_commit(root: Path, ref: str) -> str:
    if is_shallow(root):
        return (
            f"'{ref}' is not in this clone, which is shallow; fetch it with `git fetch --depth=1 origin REF` "
            "or `git fetch --unshallow` (actions/checkout: `fetch-depth: 0`)"
        )
    names = _asked(root, "for-each-ref", "--format=%(refname:short)").split()
    near = nearest(ref, names)
    hint = f"did you mean '{near}'?" if near else "`git branch --all` and `git tag` list what there is"
    return f"git knows no commit '{ref}'; {hint}"


def _blobs(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    asked = "".join(f"{name}\n" for name in names)
    if not asked:
        return {}
    done = _run(root, "cat-file", "--batch", given=asked.encode())
    return dict(_contents(root, done.stdout))


def _contents(root: Path, stream: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each answer of `git cat-file --batch`."""
    start = 0
    while start < len(stream):
        end = stream.index(b"\n", start)
        name, *about = stream[start:end].decode().split(" ")
        if len(about) != 2:
            raise OperatorError(
                f"git does not have the content of '{name}' here, as this clone is partial; "
                "fetch it with `git fetch --refetch --no-filter`"
            )
        size = int(about[1])
        yield name, stream[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _asked(root: Path, *words: str) -> str:
    done = _run(root, *words)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise OperatorError(f"git {words[0]}: {said}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _run(root: Path, *words: str, given: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    environment = os.environ | {
        "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0",
    }  # fmt: skip
    try:
        return subprocess.run(
            ["git", "-C", str(root), *words], input=given, capture_output=True, check=False, env=environment
        )
    except OSError:
        raise OperatorError(
            "git cannot be run, and earlier versions are read with it; install it, or compare saved JSON "
            "reports of `klantreis check`"
        ) from None
