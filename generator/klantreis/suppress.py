"""Exceptions: findings that the writers excused stay in the result, marked."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from klantreis.finding import Excuse, Finding
from klantreis.model.item import Item, Suppression

Names = Callable[[str], bool]


def suppress(
    findings: Iterable[Finding], items: Iterable[Item], names: Mapping[str, str], today: datetime.date
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """Return the findings, those that an item's own exceptions cover marked, and the unused exceptions.

    `names` gives the rule's name for every name and code; an exception past its date excuses
    nothing and is not called unused.
    """
    by_path: dict[str, list[Suppression]] = defaultdict(list)
    for item in items:
        if item.suppressions:
            by_path[item.path] += item.suppressions
    used: set[int] = set()
    marked = tuple(_excused(finding, by_path[finding.path], names, today, used)
                   if finding.path in by_path else finding for finding in findings)  # fmt: skip
    unused = (
        s for listed in by_path.values() for s in listed if id(s) not in used and _is_in_force(s, today)
    )
    return marked, tuple(unused)


def _is_in_force(suppression: Suppression, today: datetime.date) -> bool:
    return suppression.until is None or today <= suppression.until


def _excused(
    finding: Finding,
    suppressions: Sequence[Suppression],
    names: Mapping[str, str],
    today: datetime.date,
    used: set[int],
) -> Finding:
    for suppression in suppressions:
        if _is_in_force(suppression, today) and _covers(suppression, finding, names):
            used.add(id(suppression))
            by = "passage" if suppression.lines else "front matter"
            place = suppression.place
            return replace(finding, suppressed=Excuse(by, place.path, place.span.line, suppression.reason))
    return finding


def _covers(suppression: Suppression, finding: Finding, names: Mapping[str, str]) -> bool:
    if names.get(suppression.rule, suppression.rule) != finding.rule:
        return False
    if suppression.lines is None:
        return True
    first, last = suppression.lines
    if finding.evidence:
        return all(first <= e.span.line <= last for e in finding.evidence)
    return first <= finding.span.line <= last
