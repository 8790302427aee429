"""Exceptions: findings that the writers excused stay in the result, marked."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from klantreis.finding import Excuse, Finding
from klantreis.model.item import Suppression


class Suppressed(NamedTuple):
    """The findings, the excused ones marked, and the exceptions that excused nothing."""

    findings: tuple[Finding, ...]
    unused: tuple[Suppression, ...]


def suppress(
    findings: Sequence[Finding],
    suppressions: Iterable[Suppression],
    names: Mapping[str, str],
    today: datetime.date,
) -> Suppressed:
    """Mark the findings that an exception covers; one past its end date excuses nothing.

    `names` gives the rule's name for every name and code.
    """
    by_rule: dict[str, list[Suppression]] = defaultdict(list)
    for suppression in suppressions:
        if suppression.holds_on(today):
            by_rule[names.get(suppression.rule, suppression.rule)].append(suppression)
    excuses = [_excuse(finding, by_rule.get(finding.rule, ())) for finding in findings]
    used = {id(excuse) for excuse in excuses}
    return Suppressed(
        tuple(_marked(finding, excuse) for finding, excuse in zip(findings, excuses, strict=True)),
        tuple(s for listed in by_rule.values() for s in listed if id(s) not in used),
    )


def _excuse(finding: Finding, suppressions: Sequence[Suppression]) -> Suppression | None:
    if not suppressions:
        return None
    lines = [e.span.line for e in finding.evidence] or [finding.span.line]
    return next((s for s in suppressions if s.covers(finding.path, lines)), None)


def _marked(finding: Finding, excuse: Suppression | None) -> Finding:
    if excuse is None:
        return finding
    place = excuse.place
    return replace(finding, suppressed=Excuse(excuse.where, place.path, place.span.line, excuse.reason))
