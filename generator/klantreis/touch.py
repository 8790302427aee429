"""Which of the findings of a run a change has to do with."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property

from klantreis.compare import Change, SlotChange
from klantreis.finding import Finding, Severity, Subject


@dataclass(frozen=True)
class Touch:
    """What a change touches: the paths of its files, and what it does to slots and findings."""

    paths: Set[str]
    change: Change

    def concerns(self, finding: Finding) -> bool:
        """Say whether a finding stands in a changed file, is new, or is about a slot whose state changed."""
        return finding.path in self.paths or self.brought(finding) or self._is_about_changed_slot(finding)

    def brought(self, finding: Finding) -> bool:
        """Say whether a finding was not there before, or not this bad."""
        return (finding.fingerprint, finding.severity) in self._new

    @cached_property
    def _new(self) -> Set[tuple[str, Severity]]:
        return frozenset((s.fingerprint, s.severity) for s in (*self.change.new, *self.change.returned))

    def _is_about_changed_slot(self, finding: Finding) -> bool:
        return finding.family == "coverage" and any(_covers(finding.subject, s) for s in self.change.slots)


def _covers(subject: Subject, slot: SlotChange) -> bool:
    """Say whether a subject is a slot, or a stage or persona of a journey that the slot belongs to.

    A question, pain or gain has a detail; it is no slot.
    """
    if subject.detail is not None or subject.journey is None or (subject.stage or subject.persona) is None:
        return False
    standing = slot.after or slot.before
    keys = ("journey", "persona", "stage", "touchpoint")
    pairs = ((getattr(subject, key), getattr(standing, key)) for key in keys)
    return all(asked is None or asked == has for asked, has in pairs)


def touched(findings: Iterable[Finding], touch: Touch) -> tuple[Finding, ...]:
    """Return the findings that a change has to do with, in their own order."""
    return tuple(finding for finding in findings if touch.concerns(finding))
