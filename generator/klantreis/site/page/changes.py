"""What changed since an earlier version: slots won and lost, findings new and gone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klantreis.compare import Change, Share, Shift, SlotChange
from klantreis.picture import Seen
from klantreis.site import address
from klantreis.site.link import Link
from klantreis.site.page.findings import FindingRow
from klantreis.site.page.page import WIDE, Page
from klantreis.site.past import Past
from klantreis.site.register import Register

FINDINGS = ("new", "returned", "gone", "accepted")
"""The lists of findings, in the order of their importance."""


@dataclass(frozen=True, slots=True)
class SlotLine:
    """A slot that changed: what became of it, where it is, and its states before and after."""

    verdict: str
    place: Link
    persona: Link
    stage: Link
    journey: Link
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A coverage that changed: of what, before and after."""

    what: Link
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What the page of changes shows; `since` is empty without an earlier version."""

    since: str
    summary: tuple[str, ...]
    shifts: tuple[ShiftLine, ...]
    slots: tuple[SlotLine, ...]
    findings: tuple[tuple[str, tuple[FindingRow, ...]], ...]
    reviews: tuple[tuple[Link, str], ...]


def changes_page(register: Register) -> Page:
    """Return the page of changes."""
    past = register.edition.past
    view = _view(register, past) if past else ChangesView("", (), (), (), (), ())
    return Page(address.CHANGES, register.say("changes.title"), "changes.jinja", view, WIDE, False)


def since(register: Register, past: Past) -> str:
    """Return what an earlier version is called."""
    say = register.say
    return say("changes.dated", name=past.name, date=say.date(past.date)) if past.date else past.name


def summary(register: Register, change: Change) -> tuple[str, ...]:
    """Return what changed, in counts."""
    counts = {
        **{verdict: len(change.with_verdict(verdict)) for verdict in ("won", "lost", "opened", "dropped")},
        "new": len(change.new) + len(change.returned),
        "gone": len(change.gone),
    }
    say = register.say
    return tuple(say.count(f"changes.{key}", number) for key, number in counts.items() if number)


def _view(register: Register, past: Past) -> ChangesView:
    change = past.change
    lists = ((key, _finding_rows(register, getattr(change, key))) for key in FINDINGS)
    paths = register.project.item_by_path
    return ChangesView(
        since=since(register, past),
        summary=summary(register, change),
        shifts=tuple(_shifts(register, change)),
        slots=tuple(_slot_line(register, slot) for slot in _worst_first(change)),
        findings=tuple((key, rows) for key, rows in lists if rows),
        reviews=tuple(
            (register.item(paths[r.path]), ", ".join(r.because)) for r in change.reviews if r.path in paths
        ),
    )


def _worst_first(change: Change) -> Iterator[SlotChange]:
    for verdict in ("lost", "opened", "won", "dropped", "changed"):
        yield from change.with_verdict(verdict)


def _slot_line(register: Register, slot: SlotChange) -> SlotLine:
    here = slot.after or slot.before
    assert here is not None, "a change is of something"
    place = register.touchpoint(here.journey, here.touchpoint)
    return SlotLine(
        verdict=slot.verdict,
        place=place,
        persona=register.persona(here.persona),
        stage=register.stage(here.journey, here.stage),
        journey=register.journey(here.journey),
        before=slot.before.state if slot.before else "",
        after=slot.after.state if slot.after else "",
    )


def _shifts(register: Register, change: Change) -> Iterator[ShiftLine]:
    if change.coverage.before != change.coverage.after:
        yield _shift(register, Link(register.say("changes.total")), change.coverage)
    for id, shift in change.journeys.items():
        yield _shift(register, register.journey(id), shift)
    for id, shift in change.personas.items():
        yield _shift(register, register.persona(id), shift)


def _shift(register: Register, what: Link, shift: Shift) -> ShiftLine:
    return ShiftLine(what, _share(register, shift.before), _share(register, shift.after))


def _share(register: Register, share: Share | None) -> str:
    if share is None:
        return register.say("changes.absent")
    of = register.say("figure.of", part=share.published, whole=share.required)
    return f"{register.say.share(share.part)} ({of})"


def _finding_rows(register: Register, findings: Iterable[Seen]) -> tuple[FindingRow, ...]:
    items = register.project.item_by_path
    worst = sorted(findings, key=lambda seen: (-seen.severity, seen.path, seen.line, seen.code))
    return tuple(
        FindingRow(
            severity=seen.severity.word,
            rule=register.rule(seen.rule),
            code=seen.code,
            message=seen.message.said(register.say.language),
            place=Link(f"{seen.path}:{seen.line}", register.pages.get(seen.path)),
            subject=(register.item(items[seen.path]),) if seen.path in items else (),
            reason="",
            fields={},
        )
        for seen in worst
    )
