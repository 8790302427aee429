"""Folders: judged before anything is written, written where something changed, put in place whole."""

import os
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from klantreis.errors import OperatorError

_GITIGNORE = "*\n!.gitignore\n"
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can hold: the same site gives the same bytes on any day"""


def judge_folder(folder: Path) -> None:
    """Raise OperatorError when nothing can be written in `folder`, without leaving anything there."""
    if folder.exists() and not folder.is_dir():
        raise OperatorError(f"'{folder.name}' is a file; remove it, the build wants a folder there")
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OperatorError(f"cannot write in '{folder}': {reason}; check who owns the folder") from None


def write(path: Path, content: bytes) -> bool:
    """Write `content` where it differs from what is there; say whether it did."""
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def remove_all_but(kept: set[Path], folder: Path) -> int:
    """Remove every file below `folder` that is not in `kept`, and empty folders; return how many files."""
    removed = 0
    for place, folders, names in os.walk(folder, topdown=False):
        gone = [path for name in names if (path := Path(place, name)) not in kept]
        for path in gone:
            path.unlink()
        removed += len(gone)
        if len(gone) == len(names) and not any(Path(place, name).exists() for name in folders):
            Path(place).rmdir()
    return removed


def publish(made: Path, target: Path) -> None:
    """Put the new site in place of the old one; hidden files, such as `.gitignore`, stay."""
    if not target.exists():
        target.mkdir(parents=True)
        (target / ".gitignore").write_text(_GITIGNORE, encoding="utf-8", newline="")
    for entry in [entry for entry in target.iterdir() if not entry.name.startswith(".")]:
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    for entry in list(made.iterdir()):
        shutil.move(entry, target / entry.name)


def pack(site: Path) -> Path:
    """Put all files of `site` in a zip beside it, in one folder, and return where that is."""
    archive = site.with_suffix(".zip")
    files = sorted(path for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in files:
            name = f"{site.name}/{path.relative_to(site).as_posix()}"
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, path.read_bytes())
    return archive
