"""What a finding is about, as far as it can be told: an item's own place fills what the rule left open."""

from dataclasses import replace

from klantreis.finding import Finding, Subject
from klantreis.model.project import Project
from klantreis.model.slot import SlotId

_PARTS = ("journey", "persona", "stage", "touchpoint")


def whole_subject(finding: Finding, project: Project) -> Subject:
    """Return the subject of `finding`; what all places of its item agree on is filled in."""
    subject = finding.subject
    item = project.item_by_path.get(finding.path)
    if item is None:
        return subject
    own = [p.slot for p in project.places_of(item) if not p.borrowed and _agrees(p.slot, subject)]
    shared = {part: {getattr(slot, part) for slot in own} for part in _PARTS}
    told = {part: values.pop() for part, values in shared.items() if len(values) == 1}
    known = {part: getattr(subject, part) or told.get(part) for part in _PARTS}
    return replace(subject, item=subject.item or item.id, channel=subject.channel or item.channel, **known)


def _agrees(slot: SlotId, subject: Subject) -> bool:
    return all(getattr(subject, part) in (None, getattr(slot, part)) for part in _PARTS)
