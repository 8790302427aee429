"""A build: the pages that changed, then the builder, then the site in its place."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from klantreis import __version__
from klantreis.build.folder import judge_folder, pack, publish, remove_all_but, write
from klantreis.build.runner import judge_builder, run_builder
from klantreis.check import Result
from klantreis.config import Config
from klantreis.errors import OperatorError
from klantreis.git import last_commit
from klantreis.site import address
from klantreis.site.builder import builder_configuration, site_folder
from klantreis.site.edition import Edition, Stamp, edition
from klantreis.site.pages import sheets
from klantreis.site.past import Past
from klantreis.site.tongue import folder, languages_of
from klantreis.site.words import Speech


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: with which builder, for whom, in which language (all of the site by default)."""

    builder: str = "mkdocs"
    pages_only: bool = False
    is_offline: bool = False
    is_public: bool = False
    language: str | None = None


class Built(NamedTuple):
    """What a build did: where the site is (null when only pages were asked for), and what it cost.

    `archive` is the same site in one file, where it works from its files.
    """

    site: Path | None
    pages: Path
    total: int
    written: int
    removed: int
    archive: Path | None = None


def build(
    result: Result,
    texts: Mapping[str, str],
    config: Config,
    root: Path,
    order: Order,
    past: Past | None = None,
) -> Built:
    """Write the pages that changed to `build/pages` and publish them in `site/`.

    `past` is an earlier version, with what changed since.

    Raises OperatorError, before anything is written, when the builder is missing or a folder
    cannot be written.
    """
    base = _own_configuration(root)
    target = _target(root, base, config)
    if not order.pages_only:
        judge_builder(order.builder)
        judge_folder(target)
    judge_folder(root / "build")
    languages = (order.language,) if order.language else languages_of(config.site, config.language)
    tongues = [Tongue(language, languages) for language in languages]
    built = [_write_pages(result, texts, config, root, order, base, tongue, past) for tongue in tongues]
    archive = None
    if not order.pages_only:
        for tongue in tongues:
            run_builder(root, order.builder, result, tongue.mark)
        _gather(root / "build", tongues)
        archive = pack(root / "build" / "site") if order.is_offline else None
        publish(root / "build" / "site", target)
    counts = (sum(numbers) for numbers in zip(*((b.total, b.written, b.removed) for b in built), strict=True))
    done = Built(None if order.pages_only else target, built[0].pages, *counts)
    return done._replace(archive=archive)


class Tongue(NamedTuple):
    """A language to build in, among those of the site."""

    language: str
    languages: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What tells the folders of this language from those of the first: `""` or `-en`."""
        return "" if self.language == self.languages[0] else f"-{self.language}"


def _gather(built: Path, tongues: Sequence[Tongue]) -> None:
    """Put the sites of the other languages in folders of the first."""
    for tongue in tongues[1:]:
        place = built / "site" / folder(tongue.language, tongue.languages)
        shutil.move(built / f"site{tongue.mark}", place)
        (place / "404.html").unlink(missing_ok=True)  # a server has one, and that is the one at the root


def _own_configuration(root: Path) -> str | None:
    path = root / "mkdocs.yml"
    return path.read_text("utf-8-sig") if path.is_file() else None


def _target(root: Path, base: str | None, config: Config) -> Path:
    """Return the folder that the project's own `mkdocs.yml` publishes in; it must hold no sources."""
    named = site_folder(base)
    target = (root / named).resolve()
    sources = [(root / folder).resolve() for folder in (*config.content, *config.personas, *config.journeys)]
    if any(target == source or target in source.parents or source in target.parents for source in sources):
        raise OperatorError(
            f"site_dir in mkdocs.yml is '{named}', which holds sources; choose another folder"
        )
    return target


def _write_pages(
    result: Result,
    texts: Mapping[str, str],
    config: Config,
    root: Path,
    order: Order,
    base: str | None,
    tongue: Tongue,
    past: Past | None,
) -> Built:
    made = _edition(result, texts, config, root, order, tongue, past)
    pages = root / "build" / f"pages{tongue.mark}"
    kept: set[Path] = set()
    shown: set[str] = set()
    written = 0
    for sheet in sheets(made):
        path = pages / sheet.path
        kept.add(path)
        shown |= sheet.files
        written += write(path, sheet.text.encode("utf-8"))
    logo = _logo(config, root)
    copies = {pages / "files" / path: root / path for path in shown}
    copies |= {pages / logo: root / (config.site.logo or "")} if logo else {}
    for path, origin in copies.items():
        kept.add(path)
        written += write(path, origin.read_bytes())
    configuration = builder_configuration(
        base, Speech(made.language), made.name, url=config.site.url, logo=logo, is_offline=order.is_offline,
        languages=tongue.languages, mark=tongue.mark,
    )  # fmt: skip
    write(root / "build" / f"mkdocs{tongue.mark}.yml", configuration.encode("utf-8"))
    return Built(None, pages, len(kept), written, remove_all_but(kept, pages))


def _edition(
    result: Result,
    texts: Mapping[str, str],
    config: Config,
    root: Path,
    order: Order,
    tongue: Tongue,
    past: Past | None,
) -> Edition:
    commit = last_commit(root)
    stamp = Stamp(__version__, *commit) if commit else Stamp(__version__)
    return edition(
        result, texts, result.rules, config.site, stamp,
        language=tongue.language, is_public=order.is_public, rule_settings=config.rules,
        languages=tongue.languages, keys=config.keys, folder=config.content[0] if config.content else ".",
        past=past,
    )  # fmt: skip


def _logo(config: Config, root: Path) -> str | None:
    """Return where the logo stands among the pages; raises OperatorError when there is none at its path."""
    if not config.site.logo:
        return None
    if not (root / config.site.logo).is_file():
        raise OperatorError(f"no logo at '{config.site.logo}'; check [site] in the configuration")
    return f"assets/{address.slug(Path(config.site.logo).name.lower())}"
