"""The baseline: findings that were accepted as they are, known by rule and subject, never by line."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from klantreis.errors import OperatorError
from klantreis.finding import Excuse, Finding, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.trouble import Trouble

DEFAULT_PATH = "klantreis-baseline.json"
VERSION = 1
STALE = "stale-baseline-entry"
"""The rule about the baseline itself, which it therefore never accepts."""
WORSE_BY = 10
"""How many points (0 to 100) a score may rise before an accepted finding comes back."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted finding.

    `title` finds the item again when its file has moved; `line` is where the entry stands, `whole`
    what has to go to take it out, null where the file was written by hand in another way.
    """

    rule: str
    subject: Subject
    severity: Severity
    score: int | None = None
    title: str | None = None
    line: int = 1
    whole: Span | None = None


def read_baseline(text: str, path: str) -> tuple[Accepted, ...]:
    """Return the accepted findings in `text`; raises OperatorError when it is no baseline."""
    try:
        held = json.loads(text.removeprefix("\ufeff"))
        if held["version"] != VERSION:
            raise OperatorError(
                f"{path} is of version {held['version']}; this klantreis reads version {VERSION}"
            )
        entries, places = held["accepted"], tuple(_places(text))
        if len(places) != len(entries):
            places = tuple((line, None) for line, _ in places) + ((1, None),) * len(entries)
        return tuple(_accepted(entry, *place) for entry, place in zip(entries, places, strict=False))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise OperatorError(f"{path} is no baseline; make it anew with `klantreis baseline create`") from None


def _accepted(entry: Mapping[str, Any], line: int, whole: Span | None) -> Accepted:
    severity = Severity[str(entry["severity"]).upper()]
    return Accepted(
        entry["rule"],
        Subject(**entry["subject"]),
        severity,
        entry.get("score"),
        entry.get("title"),
        line,
        whole,
    )


def _places(text: str) -> Iterable[tuple[int, Span | None]]:
    """Yield the line of each entry, which stands on a line of its own, and what has to go with it.

    The last entry takes the comma of the one before it along, for JSON wants none at the end.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    numbers = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith('{"rule"')]
    for before, number in zip((None, *numbers), numbers, strict=False):
        line = lines[number - 1]
        if not _is_entry(line):
            yield number, None
        elif before is None or line.endswith(","):
            yield number, Span(number, 1, number + 1, 1)
        else:
            yield number, Span(before, len(lines[before - 1]), number, len(line) + 1)


def _is_entry(line: str) -> bool:
    """Say whether a line holds one entry and no more than that."""
    try:
        return isinstance(json.loads(line.removesuffix(",")), dict)
    except ValueError:
        return False


def write_baseline(accepted: Iterable[Accepted]) -> str:
    """Return the text of a baseline: one entry a line, in a fixed order, so that changes read well."""
    lines = sorted(json.dumps(_entry(a), ensure_ascii=False) for a in accepted)
    body = ",\n".join(f"  {line}" for line in lines)
    return (
        f'{{"version": {VERSION}, "accepted": [\n{body}\n]}}\n'
        if lines
        else f'{{"version": {VERSION}, "accepted": []}}\n'
    )


def _entry(accepted: Accepted) -> dict[str, Any]:
    entry: dict[str, Any] = {"rule": accepted.rule, "severity": accepted.severity.word}
    entry["subject"] = {key: value for key, value in asdict(accepted.subject).items() if value is not None}
    return entry | {k: v for k, v in (("score", accepted.score), ("title", accepted.title)) if v is not None}


def accepting(findings: Iterable[Finding], project: Project) -> tuple[Accepted, ...]:
    """Return what accepts each of `findings` that nobody excused otherwise."""
    return tuple(
        Accepted(
            f.rule, replace(f.subject, channel=None), f.severity, f.score, _title(f.subject.item, project)
        )
        for f in findings
        if (f.suppressed is None or f.suppressed.by == "baseline") and f.rule != STALE
    )


def _title(item: str | None, project: Project) -> str | None:
    found = project.item_by_id.get(item) if item else None
    return found.title if found else None


@dataclass(frozen=True, slots=True)
class Weighed:
    """The findings with the accepted ones marked, and the entries that accept nothing any more."""

    findings: tuple[Finding, ...]
    stale: tuple[Accepted, ...]


def weigh(findings: Sequence[Finding], accepted: Iterable[Accepted], project: Project, path: str) -> Weighed:
    """Mark the findings that the baseline at `path` accepts; one that got worse is not marked.

    Each entry accepts one finding. An item whose file has moved is found again by its title.
    """
    waiting = _Waiting(accepted, project)
    marked = [finding if finding.suppressed else _marked(finding, waiting, path) for finding in findings]
    return Weighed(tuple(marked), tuple(waiting.left))


def _marked(finding: Finding, waiting: "_Waiting", path: str) -> Finding:
    taken = waiting.take(finding)
    return replace(finding, suppressed=Excuse("baseline", path, taken.line, None)) if taken else finding


class _Waiting:
    """The entries of a baseline that have accepted nothing yet."""

    def __init__(self, accepted: Iterable[Accepted], project: Project) -> None:
        self._project = project
        self._entries: dict[tuple[str, str], list[Accepted]] = defaultdict(list)
        self._moved: dict[tuple[str, str | None, str], list[Accepted]] = defaultdict(list)
        for entry in accepted:
            self._entries[entry.rule, entry.subject.key].append(entry)
            if entry.title and entry.subject.item not in project.item_by_id:
                self._moved[entry.rule, entry.title, _rest(entry.subject)].append(entry)

    @property
    def left(self) -> Iterable[Accepted]:
        """Those that accept nothing."""
        return (entry for entries in self._entries.values() for entry in entries)

    def take(self, finding: Finding) -> Accepted | None:
        """Take out and return the entry that accepts `finding`.

        One for an item whose id is gone also accepts it of an item with the same title: its file was moved.
        """
        if not self._entries:
            return None
        here = self._entries.get((finding.rule, finding.subject.key)) or self._of_moved(finding)
        entry = next((entry for entry in here if not _is_worse(finding, entry)), None)
        if entry is not None:
            self._entries[entry.rule, entry.subject.key].remove(entry)
            moved = self._moved.get((entry.rule, entry.title, _rest(entry.subject)), [])
            moved[:] = [other for other in moved if other is not entry]
        return entry

    def _of_moved(self, finding: Finding) -> list[Accepted]:
        title = _title(finding.subject.item, self._project)
        return self._moved.get((finding.rule, title, _rest(finding.subject)), [])


def _is_worse(finding: Finding, entry: Accepted) -> bool:
    if finding.severity > entry.severity:
        return True
    return finding.score is not None and entry.score is not None and finding.score > entry.score + WORSE_BY


def _rest(subject: Subject) -> str:
    """Return what a subject is about besides its item."""
    return replace(subject, item=None).key


def stale(entries: Iterable[Accepted], path: str) -> tuple[Trouble, ...]:
    """Return a trouble for each entry of the baseline at `path` that accepts nothing any more."""
    return tuple(
        Trouble(
            STALE,
            path,
            Span(entry.line, 1, entry.line, 1),
            values={"rule": entry.rule, "subject": _shown(entry.subject)},
            repair=None if entry.whole is None else "",
            repair_at=entry.whole,
        )
        for entry in entries
    )


def _shown(subject: Subject) -> str:
    parts = (
        subject.item,
        subject.journey,
        subject.persona,
        subject.stage,
        subject.touchpoint,
        subject.detail,
    )
    return "/".join(part for part in parts if part)
