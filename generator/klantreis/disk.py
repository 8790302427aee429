"""The room that touches files, the environment and the clock."""

import datetime
import gc
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from klantreis.config import LEFT_OUT, Config
from klantreis.errors import OperatorError
from klantreis.model.span import START
from klantreis.model.trouble import Trouble
from klantreis.own_rule import plugged_in, read_own_rules
from klantreis.read.config import extended, has_table, read_config
from klantreis.rule import Rule

CONFIG_NAMES = ("klantreis.toml", "pyproject.toml")
TEXT_ENDINGS = (".md", ".markdown", ".yaml", ".yml")


class Found(NamedTuple):
    """A configuration and the folder that it speaks of."""

    root: Path
    config: Config


class Texts(Mapping[str, str]):
    """The texts of a project by path, read from disk when asked for.

    Bytes that are no UTF-8 become lone surrogates and line ends stay as they are, so that whoever
    reads a text can say what is wrong with it, and where. What stands in `unsaved` is not read.
    """

    def __init__(self, root: Path, paths: Iterable[str], unsaved: Mapping[str, str] | None = None) -> None:
        self.root, self._paths, self.unsaved = root, dict.fromkeys(paths), unsaved or {}

    def __getitem__(self, path: str) -> str:
        if path in self.unsaved:
            return self.unsaved[path]
        if path not in self._paths:
            raise KeyError(path)
        with open(f"{self.root}/{path}", "rb", buffering=0) as file:
            return file.read().decode("utf-8", "surrogateescape")

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in a project's folders: texts to read, other files, and what could not be opened."""

    texts: Texts
    files: frozenset[str]
    troubles: tuple[Trouble, ...]

    def with_unsaved(self, path: str, text: str) -> "Listing":
        """Return the listing in which the file at `path` holds `text`, whatever the disk has there."""
        texts = Texts(self.texts.root, sorted({*self.texts, path}), {path: text})
        return replace(self, texts=texts, troubles=tuple(t for t in self.troubles if t.path != path))


def find_config(start: Path, named: Path | None = None) -> Found:
    """Return the configuration `named`, else the nearest one from `start` upwards, else the defaults."""
    if named is not None:
        if not named.is_file():
            raise OperatorError(f"no configuration at '{named}'; check the path given to --config")
        return Found(named.resolve().parent, _load(named))
    nearest = (start if start.is_dir() else start.parent).resolve()
    for folder in (nearest, *nearest.parents):
        for name in CONFIG_NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or has_table(_text(path))):
                return Found(folder, _load(path))
    return Found(nearest, Config())


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OperatorError(f"{path.name} is no UTF-8 (byte {error.start}); save it as UTF-8") from None
    except OSError as error:
        raise OperatorError(f"{path.name} cannot be read: {error.strerror}") from None


def _load(path: Path, above: tuple[Path, ...] = ()) -> Config:
    """Read a configuration and those that it extends; a circle of them is an error."""
    text, is_pyproject = _text(path), path.name == "pyproject.toml"
    word = extended(text, is_pyproject=is_pyproject)
    if word is None:
        return read_config(text, path.name, is_pyproject=is_pyproject)
    base_path = _base(word, path)
    if base_path.resolve() in (path.resolve(), *above):
        raise OperatorError(f"{path.name} extends '{word}', which extends it in turn; break the circle")
    base = _load(base_path, (path.resolve(), *above))
    # Files that a configuration names stand beside it, wherever the project is that builds on it.
    base = replace(base, own_rules=tuple(str(base_path.parent / name) for name in base.own_rules))
    return read_config(text, path.name, is_pyproject=is_pyproject, base=base)


def _base(word: str, path: Path) -> Path:
    """Return the file that a configuration extends: a path beside it, or the one in a package."""
    beside = path.parent / word
    if beside.is_file():
        return beside
    try:
        package = importlib.util.find_spec(word)
    except (ImportError, ValueError):
        package = None
    for folder in (package.submodule_search_locations or ()) if package else ():
        if (Path(folder) / CONFIG_NAMES[0]).is_file():
            return Path(folder) / CONFIG_NAMES[0]
    raise OperatorError(f"{path.name} extends '{word}', which is neither a file beside it nor a package")


def own_rules(root: Path, config: Config, known: frozenset[str]) -> tuple[Rule, ...]:
    """Return the organisation's own rules that a configuration names; `known` are the names taken."""
    in_files = (read_own_rules(_text(root / name), name, known) for name in config.own_rules)
    with _importable(root) if config.plugins else nullcontext():
        plugged = plugged_in(config.plugins, known)
    return (*(rule for rules in in_files for rule in rules), *plugged)


@contextmanager
def _importable(root: Path) -> Iterator[None]:
    """Let Python find modules beside the configuration, last of all places."""
    sys.path.append(str(root))
    try:
        yield
    finally:
        sys.path.remove(str(root))


def list_files(root: Path, config: Config) -> Listing:
    """Return the files in the folders of the configuration; hidden and foreign folders are left out."""
    texts: list[str] = []
    files: list[str] = []
    troubles: list[Trouble] = []
    for folder in dict.fromkeys((*config.content, *config.personas, *config.journeys)):
        for path in _walk(root, folder):
            trouble = _cannot_open(root, path)
            if trouble is not None:
                troubles.append(trouble)
            elif is_text(path):
                texts.append(path)
            else:
                files.append(path)
    once = {trouble.path: trouble for trouble in troubles}  # folders may lie within one another
    return Listing(Texts(root, sorted(set(texts))), frozenset(files), tuple(once.values()))


def is_read(path: str, config: Config) -> bool:
    """Say whether a text at `path` belongs to the project, be it on disk or not."""
    return is_text(path) and is_listed(path, config)


def is_text(path: str) -> bool:
    """Say whether a file is read as a text, by its name."""
    return path.lower().endswith(TEXT_ENDINGS)


def is_listed(path: str, config: Config) -> bool:
    """Say whether `path` stands in a folder of the project, and not in a hidden or foreign one there."""
    folders = (*config.content, *config.personas, *config.journeys)
    folder = next((f for f in folders if f == "." or path.startswith(f"{f}/")), None)
    if folder is None:
        return False
    below = path if folder == "." else path[len(folder) + 1 :]
    is_hidden = below.startswith(".") or "/." in below
    return not is_hidden and LEFT_OUT.isdisjoint(below.split("/")[:-1])


def _walk(root: Path, folder: str) -> Iterator[str]:
    top = root / folder
    if top.exists() and not top.is_dir():
        raise OperatorError(f"'{folder}' is a file; the configuration wants a folder there")
    for place, names, file_names in os.walk(top):
        names[:] = sorted(n for n in names if not n.startswith(".") and n not in LEFT_OUT)
        base = Path(place).relative_to(root).as_posix()
        for name in sorted(file_names):
            if not name.startswith("."):
                yield name if base == "." else f"{base}/{name}"


def _cannot_open(root: Path, path: str) -> Trouble | None:
    """Return why a file is left unread: a link that leads out of the project or nowhere, or no permission."""
    full = os.path.join(root, path)
    if os.path.islink(full) and not _is_within(Path(full), root):
        return Trouble("broken-link", path, START, "symlink", {"word": os.readlink(full)})
    if not os.access(full, os.R_OK):
        is_item = path.lower().endswith((".md", ".markdown"))
        rule = "unreadable-front-matter" if is_item else "unreadable-definition"
        return Trouble(rule, path, START, "closed", {"reason": "permission denied"})
    return None


def _is_within(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def today(given: datetime.date | None = None, environment: Mapping[str, str] | None = None) -> datetime.date:
    """Return the day that counts: the one given, else SOURCE_DATE_EPOCH, else the clock's."""
    epoch = (os.environ if environment is None else environment).get("SOURCE_DATE_EPOCH")
    if given is not None:
        return given
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise OperatorError(f"SOURCE_DATE_EPOCH is '{epoch}'; it should be a number of seconds") from None
    return datetime.date.today()


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of circular garbage away while a project is read, and from what was read.

    Projects hold no circles, and looking for them takes longer than reading: every so many new
    objects the collector goes through all that are there.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def write_atomically(path: Path, text: str) -> None:
    """Write `text` to `path` whole or not at all; odd bytes and permissions stay as they were."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path = Path(os.path.realpath(path))
    mode = path.stat().st_mode & 0o7777 if path.exists() else None
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)
        os.chmod(name, mode if mode is not None else 0o666 & ~_mask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
