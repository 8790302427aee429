"""The configuration: a frozen value, a pure function of the mapping that a file holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from klantreis.model.brand import Brand
from klantreis.model.channel import TRAITS, Traits
from klantreis.model.item import Suppression
from klantreis.model.pattern import PathPattern
from klantreis.model.place import Place
from klantreis.model.threshold import Threshold
from klantreis.model.vocabulary import CHANNELS, FORMATS, Vocabulary

LEFT_OUT = frozenset(("archetypes", "themes", "node_modules", "_site", "public", "vendor"))
"""Folders that hold no content of the organisation's own, wherever they stand."""


@dataclass(frozen=True, slots=True)
class Tags:
    """Values that the items on some paths have when their front matter does not say.

    `place` is where this project says so, null for what a shared configuration says.
    """

    path: PathPattern
    values: Mapping[str, tuple[str, ...]]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PerFile:
    """Other severities for some paths; what is off there is a suppression as well."""

    path: PathPattern
    rules: Mapping[str, Any]
    reason: str | None = None
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """What the published site is called and where it lives."""

    name: str | None = None
    logo: str | None = None
    colour: str | None = None
    url: str | None = None
    edit_url: str | None = None
    new_url: str | None = None
    languages: tuple[str, ...] = ()
    exclude: tuple[PathPattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a project can set; `path` is the file it came from, null without one."""

    path: str | None = None
    language: str = "nl"
    content: tuple[str, ...] = ("content",)
    personas: tuple[str, ...] = ("personas",)
    journeys: tuple[str, ...] = ("journeys",)
    brand: Brand = Brand()
    keys: Mapping[str, str] = field(default_factory=dict)
    channels: Vocabulary = CHANNELS
    formats: Vocabulary = FORMATS
    channel_traits: Mapping[str, Traits] = field(default_factory=lambda: TRAITS)
    rules: Mapping[str, Any] = field(default_factory=dict)
    per_file: tuple[PerFile, ...] = ()
    tags: tuple[Tags, ...] = ()
    fail_under: float | None = None
    thresholds: tuple[Threshold, ...] = ()
    baseline: str | None = None
    own_rules: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    site: Site = Site()

    def tags_for(self, path: str) -> dict[str, tuple[str, ...]]:
        """Return what the configuration says of the item at `path`; the first match wins for each key."""
        found: dict[str, tuple[str, ...]] = {}
        for tags in self.tags:
            if tags.path.matches(path):
                found = dict(tags.values) | found
        return found
