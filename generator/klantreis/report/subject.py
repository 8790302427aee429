"""What a finding is about, as far as it can be told: an item's own place fills what the rule left open."""

from collections.abc import Sequence
from dataclasses import replace

from klantreis.finding import Finding, Subject
from klantreis.model.project import Project
from klantreis.model.slot import SlotId

_PARTS = SlotId._fields


def whole_subject(finding: Finding, project: Project) -> Subject:
    """Return the subject of `finding`; what all places of its item agree on is filled in."""
    subject = finding.subject
    item = project.item_by_path.get(finding.path)
    if item is None:
        return subject
    said = [getattr(subject, part) for part in _PARTS]
    own = [s.slot for s in project.placed[item.path].seats if not s.borrowed and _agrees(s.slot, said)]
    shared = zip(*own, strict=True) if own else ((None,),) * len(_PARTS)
    told = [values[0] if len(set(values)) == 1 else None for values in shared]
    known = {part: mine or other for part, mine, other in zip(_PARTS, said, told, strict=True)}
    return replace(subject, item=subject.item or item.id, channel=subject.channel or item.channel, **known)


def _agrees(slot: SlotId, said: Sequence[str | None]) -> bool:
    return all(mine is None or mine == other for mine, other in zip(said, slot, strict=True))
