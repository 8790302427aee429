"""What most commands begin with: the configuration, the files and the day."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from klantreis import disk
from klantreis.baseline import DEFAULT_PATH, Accepted, read_baseline
from klantreis.cli.option import Settings
from klantreis.config import Config
from klantreis.errors import OperatorError
from klantreis.model.project import Project
from klantreis.models import built_in
from klantreis.read.project import ReadItems, item_paths, read_items, read_project
from klantreis.rule import Rule, all_rules
from klantreis.share import Reader


@dataclass(frozen=True)
class Session:
    """A project on disk as one call of the command line sees it."""

    root: Path
    config: Config
    listing: disk.Listing
    today: datetime.date
    language: str
    jobs: int | None
    home: Path | None
    """The folder under which items are kept between runs, null to read them all"""

    @cached_property
    def project(self) -> Project:
        """The project, read; raises OperatorError when there is nothing to read at all."""
        if not self.listing.texts and not self.listing.troubles:
            folders = (*self.config.content, *self.config.personas, *self.config.journeys)
            raise OperatorError(
                f"'{self.root}' holds nothing to read: no items, personas or journeys in "
                f"{', '.join(folders)}; is this the right folder?"
            )
        with disk.uncollected():
            return self.read(self.listing.texts)

    def read(self, texts: Mapping[str, str]) -> Project:
        """Return the project as it would be with these texts."""
        return self._read(texts, Reader(self.home, self.jobs))

    def read_part(self, paths: Collection[str], instead: Mapping[str, str]) -> Project:
        """Return the project with no other items than those at `paths`, some with another text."""
        others = frozenset(item_paths(self.listing.texts, self.config)).difference(paths)
        texts = {path: self.listing.texts[path] for path in self.listing.texts if path not in others}
        return self._read({**texts, **instead}, read_items)

    def _read(self, texts: Mapping[str, str], read: ReadItems) -> Project:
        return read_project(
            texts,
            self.config,
            self.today,
            built_in(),
            files=self.listing.files,
            troubles=self.listing.troubles,
            read=read,
        )

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that there is here: ours, and those that the configuration names."""
        ours = all_rules()
        known = frozenset(word for rule in ours for word in (rule.name, rule.code))
        return (*ours, *disk.own_rules(self.root, self.config, known))

    @property
    def baseline_path(self) -> Path:
        """Where the accepted findings are kept."""
        return self.root / (self.config.baseline or DEFAULT_PATH)

    @cached_property
    def accepted(self) -> tuple[Accepted, ...]:
        """What the baseline accepts; raises OperatorError when the one that is configured is not there."""
        path = self.baseline_path
        if path.is_file():
            return read_baseline(path.read_text("utf-8"), path.name)
        if self.config.baseline:
            raise OperatorError(f"no baseline at '{self.config.baseline}'; check the configuration")
        return ()

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Every text that a fix may change: those of the project, and the baseline if there is one."""
        if not self.baseline_path.is_file():
            return self.listing.texts
        paths = (*self.listing.texts, self.config.baseline or DEFAULT_PATH)
        return disk.Texts(self.root, paths, self.listing.texts.unsaved)

    def relative(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Return `paths` as the project names them; raises OperatorError for one outside the project."""
        return tuple(self._relative(path) for path in paths)

    def _relative(self, path: Path) -> str:
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            raise OperatorError(f"'{path}' lies outside the project in '{self.root}'") from None


def open_session(settings: Settings, paths: Sequence[Path] = ()) -> Session:
    """Find the configuration for the first of `paths`, or for the current folder, and list the files."""
    for path in paths:
        if not path.exists():
            raise OperatorError(f"no such file or folder: '{path}'")
    root, config = disk.find_config(paths[0] if paths else Path.cwd(), settings.config)
    return Session(
        root=root,
        config=config,
        listing=disk.list_files(root, config),
        today=disk.today(settings.today),
        language=settings.lang or config.language,
        jobs=settings.jobs,
        home=None if settings.no_cache else root,
    )


def is_within(path: str, places: Sequence[str]) -> bool:
    """Say whether a project path is one of `places` or lies below one; without places all are."""
    return not places or any(
        place == "." or path == place or path.startswith(f"{place}/") for place in places
    )
