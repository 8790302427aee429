"""The room that writes the pages and runs the builder."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from klantreis import __version__
from klantreis.check import Result
from klantreis.config import Config
from klantreis.disk import write_atomically
from klantreis.errors import OperatorError
from klantreis.git import last_commit
from klantreis.rule import all_rules
from klantreis.site import address
from klantreis.site.builder import builder_configuration
from klantreis.site.edition import Edition, Stamp, edition
from klantreis.site.pages import sheets
from klantreis.site.words import Speech

BUILDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "mkdocs": ("mkdocs", "material"),
    "zensical": ("zensical",),
    "properdocs": ("properdocs", "material"),
}
"""The builders by name, with the packages that each needs."""

_GITIGNORE = "*\n!.gitignore\n"
_PAUSE = 0.5
"""Seconds between two looks at the sources while serving."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: with which builder, for whom, in which language (the project's by default)."""

    builder: str = "mkdocs"
    pages_only: bool = False
    is_offline: bool = False
    is_public: bool = False
    language: str | None = None


class Built(NamedTuple):
    """What a build did: where the site is (null when only pages were asked for), and what it cost."""

    site: Path | None
    pages: Path
    total: int
    written: int
    removed: int


def build(result: Result, texts: Mapping[str, str], config: Config, root: Path, order: Order) -> Built:
    """Write the pages that changed to `build/pages` and publish them in `site/`.

    Raises OperatorError, before anything is written, when the builder is missing or a folder
    cannot be written.
    """
    base = _own_configuration(root)
    target = _site_folder(root, base, config)
    if not order.pages_only:
        _judge_builder(order.builder)
        _judge_folder(target)
    _judge_folder(root / "build")
    built = _write_pages(result, texts, config, root, order, base)
    if order.pages_only:
        return built
    _run_builder(root, order.builder, result)
    _publish(root / "build" / "site", target)
    return built._replace(site=target)


def _own_configuration(root: Path) -> str | None:
    path = root / "mkdocs.yml"
    return path.read_text("utf-8-sig") if path.is_file() else None


def _site_folder(root: Path, base: str | None, config: Config) -> Path:
    """Return the folder that the project's own `mkdocs.yml` publishes in; it must hold no sources."""
    named = "site"
    node = yaml.compose(base, Loader=yaml.SafeLoader) if base else None
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        named = value.value if key.value == "site_dir" else named
    target = (root / named).resolve()
    sources = [(root / folder).resolve() for folder in (*config.content, *config.personas, *config.journeys)]
    if any(target == source or target in source.parents or source in target.parents for source in sources):
        raise OperatorError(f"site_dir in mkdocs.yml is '{named}', which holds sources; choose another folder")
    return target


def _judge_builder(builder: str) -> None:
    if builder not in BUILDERS:
        raise OperatorError(f"no such builder '{builder}'; there are {', '.join(BUILDERS)}")
    for package in BUILDERS[builder]:
        if importlib.util.find_spec(package) is None:
            wanted = {"material": "mkdocs-material", "mkdocs": "mkdocs-material"}.get(package, package)
            raise OperatorError(
                f"{builder} needs {wanted}, which is not installed here; "
                f"run `pip install {wanted}`, or write the pages alone with --pages-only"
            )


def _judge_folder(folder: Path) -> None:
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


def _write_pages(
    result: Result, texts: Mapping[str, str], config: Config, root: Path, order: Order, base: str | None
) -> Built:
    made = _edition(result, texts, config, root, order)
    pages = root / "build" / "pages"
    kept: set[Path] = set()
    shown: set[str] = set()
    written = 0
    for sheet in sheets(made):
        path = pages / sheet.path
        kept.add(path)
        shown |= sheet.files
        written += _write(path, sheet.text.encode("utf-8"))
    logo = _logo(config, root)
    copies = {pages / "files" / path: root / path for path in shown}
    copies |= {pages / logo: root / (config.site.logo or "")} if logo else {}
    for path, origin in copies.items():
        kept.add(path)
        written += _write(path, origin.read_bytes())
    configuration = builder_configuration(
        base, Speech(made.language), made.name, url=config.site.url, logo=logo, is_offline=order.is_offline
    )
    _write(root / "build" / "mkdocs.yml", configuration.encode("utf-8"))
    return Built(None, pages, len(kept), written, _remove_all_but(kept, pages))


def _edition(result: Result, texts: Mapping[str, str], config: Config, root: Path, order: Order) -> Edition:
    commit = last_commit(root)
    stamp = Stamp(__version__, *commit) if commit else Stamp(__version__)
    return edition(
        result, texts, all_rules(), config.site, stamp,
        language=order.language or config.language, is_public=order.is_public,
    )  # fmt: skip


def _logo(config: Config, root: Path) -> str | None:
    """Return where the logo stands among the pages; raises OperatorError when there is none at its path."""
    if not config.site.logo:
        return None
    if not (root / config.site.logo).is_file():
        raise OperatorError(f"no logo at '{config.site.logo}'; check [site] in the configuration")
    return f"assets/{address.slug(Path(config.site.logo).name.lower())}"


def _write(path: Path, content: bytes) -> bool:
    """Write `content` where it differs from what is there; say whether it did."""
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _remove_all_but(kept: set[Path], folder: Path) -> int:
    removed = 0
    for place, folders, names in os.walk(folder, topdown=False):
        gone = [path for name in names if (path := Path(place, name)) not in kept]
        for path in gone:
            path.unlink()
        removed += len(gone)
        if len(gone) == len(names) and not any(Path(place, name).exists() for name in folders):
            Path(place).rmdir()
    return removed


def _run_builder(root: Path, builder: str, result: Result) -> None:
    shutil.rmtree(root / "build" / "site", ignore_errors=True)
    quiet = [] if builder == "zensical" else ["-q"]
    command = [sys.executable, "-m", builder, "build", *quiet, "-f", str(root / "build" / "mkdocs.yml")]
    done = subprocess.run(
        command, cwd=root, env=_environment(result), check=False, capture_output=True,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    if done.returncode or not (root / "build" / "site").is_dir():
        write_atomically(root / "build" / f"{builder}.log", done.stdout + done.stderr)
        lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise OperatorError(f"{builder} stopped: {lines[-1] if lines else 'it does not say why'}; "
                            f"all it said is in build/{builder}.log")  # fmt: skip


def _environment(result: Result) -> dict[str, str]:
    """Return the environment of the builder: the project's day is its clock, so that bytes repeat."""
    day = result.project.today.toordinal() - 719163
    fixed = {"SOURCE_DATE_EPOCH": str(day * 86400), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return {**os.environ, **fixed}


def _publish(made: Path, target: Path) -> None:
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


class Loaded(NamedTuple):
    """A project as it stands on disk now."""

    result: Result
    texts: Mapping[str, str]
    config: Config


def serve(
    load: Callable[[], Loaded], root: Path, order: Order, where: str, tell: Callable[[str], None]
) -> int:
    """Show the site at `where` (`host:port`) and follow changes until it is interrupted.

    The builder's own server watches the pages; this loop watches the sources and rewrites the pages
    that change. `tell` is called with a line for each change and each mistake on the way. Returns
    the exit code of the builder's server.
    """
    _judge_builder(order.builder)
    seen = _snapshot(root)
    loaded = load()
    built = build(loaded.result, loaded.texts, loaded.config, root, replace(order, pages_only=True))
    tell(f"{built.total} pages; http://{where}/")
    command = [sys.executable, "-m", order.builder, "serve", "-f", str(root / "build" / "mkdocs.yml"), "-a", where]
    server = subprocess.Popen(command, cwd=root, env=_environment(loaded.result))
    try:
        while server.poll() is None:
            time.sleep(_PAUSE)
            now = _snapshot(root)
            if now != seen:
                seen = now
                _follow(load, root, order, tell)
        return server.returncode
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait(timeout=10)


def _follow(load: Callable[[], Loaded], root: Path, order: Order, tell: Callable[[str], None]) -> None:
    """Rewrite the pages after a change; a mistake in the middle of an edit is told, and no end."""
    try:
        loaded = load()
        built = build(loaded.result, loaded.texts, loaded.config, root, replace(order, pages_only=True))
    except (OperatorError, OSError) as error:
        tell(str(error))
        return
    tell(f"{built.written} pages written, {built.removed} removed")


def _snapshot(root: Path) -> dict[str, tuple[int, int]]:
    """Return time and size of every source below `root`, what is built and hidden left out."""
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in _sources(str(root))}


def _sources(folder: str, left_out: tuple[str, ...] = ("build", "site", "node_modules")) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in left_out or entry.name == "__pycache__":
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _sources(entry.path, left_out)
            else:
                yield entry.path, entry.stat()
        except OSError:
            continue
