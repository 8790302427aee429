"""What one run found, as much of it as two runs are compared by: from a result or from a saved report."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from klantreis.check import LEVELS, Result
from klantreis.errors import OperatorError
from klantreis.finding import Finding, Severity, Subject, fingerprint_of
from klantreis.inventory import Inventory, inventory
from klantreis.model.slot import Slot
from klantreis.model.words import Words
from klantreis.rename import Renames

COVERED = frozenset(("published", "thin"))
"""The states of a slot that has something published and fresh of its own."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A slot, as far as two runs are compared by it."""

    journey: str
    persona: str
    stage: str
    touchpoint: str | None
    need: str
    state: str

    @property
    def is_covered(self) -> bool:
        """Say whether it has something published and fresh of its own."""
        return self.state in COVERED

    @property
    def is_required(self) -> bool:
        """Say whether it counts in the figures."""
        return self.need == "must" and self.state != "exempt"

    @property
    def is_leftover(self) -> bool:
        """Say whether this is the null slot beside touchpoints, where nothing waits for content."""
        return self.touchpoint is None and self.need == "could"


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding; the subject is null when it comes from a saved report."""

    rule: str
    code: str
    severity: Severity
    message: Words
    path: str
    line: int
    fingerprint: str
    is_excused: bool = False
    subject: Subject | None = None

    def known_as(self, renames: Renames = Renames()) -> tuple[str, ...]:  # noqa: B008
        """Return what it is recognised by, once its item or file has moved."""
        if self.subject is None or not (renames.items or renames.paths):
            return (self.fingerprint, self.severity.word)
        path = renames.paths.get(self.path, self.path)
        return (fingerprint_of(self.rule, _moved(self.subject, renames), path), self.severity.word)


def _moved(subject: Subject, renames: Renames) -> Subject:
    names = renames.items
    # Some details are ids of items, one or more.
    words = (subject.detail or "").split(" ")
    detail = " ".join(names.get(word, word) for word in words) or None
    return replace(subject, item=names.get(subject.item or "", subject.item), detail=detail)


@dataclass(frozen=True, slots=True)
class Picture:
    """The findings and slots of one run, and what it read; null when they come from a saved report."""

    findings: tuple[Seen, ...]
    slots: Mapping[str, Standing]
    content: Inventory | None = field(default=None, repr=False)


def picture(result: Result) -> Picture:
    """Return what a result is compared by."""
    slots = {str(slot.id): _standing(slot) for slot in result.project.slots if not slot.is_leftover}
    return Picture(seen(result.findings), slots, inventory(result.project))


def seen(findings: Iterable[Finding]) -> tuple[Seen, ...]:
    """Return findings, as far as two runs are compared by them."""
    return tuple(map(_seen, findings))


def _standing(slot: Slot) -> Standing:
    id = slot.id
    return Standing(id.journey, id.persona, id.stage, id.touchpoint, slot.need, slot.state)


def _seen(finding: Finding) -> Seen:
    return Seen(
        rule=finding.rule,
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        path=finding.path,
        line=finding.span.line,
        fingerprint=finding.fingerprint,
        is_excused=finding.suppressed is not None,
        subject=finding.subject,
    )


def read_picture(text: str, path: str) -> Picture:
    """Return the picture that a saved JSON report holds; raises OperatorError when it is none."""
    try:
        report = json.loads(text)
        if report["version"] != 1:
            raise OperatorError(f"{path} is of version {report['version']}; this klantreis reads version 1")
        slots = {slot["id"]: _read_standing(slot) for slot in report["slots"]}
        kept = {id: slot for id, slot in slots.items() if not slot.is_leftover}
        return Picture(tuple(map(_read_seen, report["findings"])), kept)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise OperatorError(
            f"{path} is no report of `klantreis check --output-format json`; make it anew"
        ) from None


def _read_standing(record: Mapping[str, Any]) -> Standing:
    keys = ("journey", "persona", "stage", "touchpoint", "need", "state")
    return Standing(*(record[key] for key in keys))


def _read_seen(record: Mapping[str, Any]) -> Seen:
    return Seen(
        rule=record["rule"],
        code=record["code"],
        severity=LEVELS[record["severity"]],
        message=Words.same(record["message"]),
        path=record["path"],
        line=record["line"],
        fingerprint=record["fingerprint"],
        is_excused=record["suppressed"] is not None,
    )
