"""An edition: one build of the site, in one language, for one audience."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from klantreis.check import Result
from klantreis.config import Site
from klantreis.finding import Finding
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.rule import Rule
from klantreis.site.past import Past, for_the_public
from klantreis.site.words import Speech


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the site was built from: the tool's version, the content's commit and its date (ISO), if known."""

    version: str
    commit: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Edition:
    """All that the pages are made of; `texts` gives the text of an item by its path.

    `languages` are those of the whole site, of which this edition is in one; `keys` are this site's words
    for ours in front matter, and `folder` is where its first items are;
    `past` is an earlier version to compare with.
    """

    project: Project
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    rules: tuple[Rule, ...]
    language: str
    settings: Site
    stamp: Stamp
    is_public: bool = False
    rule_settings: Mapping[str, Any] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    folder: str = "content"
    past: Past | None = None

    @property
    def name(self) -> str:
        """What the site is called: as configured, else after the organisation."""
        say = Speech(self.language)
        brand = self.project.brand.names
        return self.settings.name or (say("site.name_of", brand=brand[0]) if brand else say("site.name"))


def edition(
    result: Result,
    texts: Mapping[str, str],
    rules: tuple[Rule, ...],
    settings: Site,
    stamp: Stamp,
    *,
    language: str,
    is_public: bool = False,
    rule_settings: Mapping[str, Any] | None = None,
    languages: tuple[str, ...] = (),
    keys: Mapping[str, str] | None = None,
    folder: str = "content",
    past: Past | None = None,
) -> Edition:
    """Return the edition of `result`; a public one knows nothing of what is not published."""
    project = replace(result.project, items=tuple(i for i in result.project.items if _is_in(i, settings)))
    findings = result.findings
    if is_public:
        project = replace(project, items=tuple(i for i in project.items if _is_public(i, project)))
        findings = tuple(f for f in findings if not _tells(f, _hidden(result.project, project)))
    if project.items == result.project.items:
        project = result.project
    return Edition(
        project,
        findings,
        texts,
        rules,
        language,
        settings,
        stamp,
        is_public,
        rule_settings or {},
        languages,
        keys or {},
        folder,
        for_the_public(past, project, findings) if past and is_public else past,
    )


def _is_in(item: Item, settings: Site) -> bool:
    return not any(pattern.matches(item.path) for pattern in settings.exclude)


def _is_public(item: Item, project: Project) -> bool:
    return item.is_published_on(project.today) and not item.confidential


def _hidden(whole: Project, shown: Project) -> tuple[str, ...]:
    """Return every word that gives away an item that is not shown."""
    paths = {item.path for item in shown.items}
    ids = {item.id for item in shown.items}
    left = [item for item in whole.items if item.path not in paths]
    return tuple({word for item in left for word in (item.path, item.id) if word not in ids})


def _tells(finding: Finding, hidden: tuple[str, ...]) -> bool:
    if finding.path in hidden or finding.subject.item in hidden:
        return True
    said = " ".join(finding.message)
    return any(word in said for word in hidden)
