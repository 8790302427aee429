"""What changed since an earlier version, as an edition shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from klantreis.compare import Change, SlotChange
from klantreis.finding import Finding
from klantreis.model.project import Project
from klantreis.picture import Standing

TOLD = frozenset(("won", "lost", "opened", "dropped"))
"""The verdicts that speak of what readers find, and of nothing that is still being written."""


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier version: what it is called, its date (ISO, where it is known), and what changed since."""

    name: str
    change: Change
    date: str | None = None


def for_the_public(past: Past, project: Project, findings: Iterable[Finding]) -> Past:
    """Return what of a change may be told to readers who see only this project and these findings."""
    known = {finding.fingerprint for finding in findings}
    shown = {item.path for item in project.items}
    change = past.change
    told = replace(
        change,
        slots=tuple(_plain(slot) for slot in change.slots if slot.verdict in TOLD),
        new=tuple(seen for seen in change.new if seen.fingerprint in known),
        returned=tuple(seen for seen in change.returned if seen.fingerprint in known),
        # What is gone may tell of an item that was never published.
        gone=(),
        accepted=(),
        reviews=tuple(review for review in change.reviews if review.path in shown),
    )
    return replace(past, change=told)


def _plain(slot: SlotChange) -> SlotChange:
    return slot._replace(before=_bare(slot.before), after=_bare(slot.after))


def _bare(standing: Standing | None) -> Standing | None:
    if standing is None or standing.is_covered or standing.state == "exempt":
        return standing
    return replace(standing, state="gap")
