"""What a change does to the journey, for people and for programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from klantreis.compare import Change, Share, Shift, SlotChange
from klantreis.picture import Seen, Standing
from klantreis.report.catalogue import SEVERITIES, STATES, counted, percent, said
from klantreis.report.json_report import TOOL, VERSION, listed
from klantreis.report.paint import PLAIN, Paint
from klantreis.report.visible import padded, visible, width

_SIGNS = {"won": "+", "lost": "-", "opened": "-", "dropped": "+", "changed": "~"}
FINDINGS = ("new", "returned", "gone", "accepted")
"""The lists of findings in the order of their importance."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A change between two sides as the options want it shown; a null side is the working tree.

    `folder` is where the project stands in its repository.
    """

    change: Change
    base: str
    head: str | None
    language: str = "nl"
    paint: Paint = PLAIN
    folder: str = ""

    def side(self, name: str | None) -> str:
        """Return what a side is called."""
        return visible(name) if name is not None else said("working-tree", self.language)


def summary(comparison: Comparison) -> str:
    """Return the change in one line of counts."""
    change, language = comparison.change, comparison.language
    counts = {
        **{verdict: len(change.with_verdict(verdict)) for verdict in ("won", "lost", "opened")},
        "new": len(change.new) + len(change.returned),
        "gone": len(change.gone),
        "reviews": len(change.reviews),
    }
    parts = [counted(key, number, language) for key, number in counts.items() if number]
    return ", ".join(parts) or said("change-none", language)


def change_text(comparison: Comparison) -> str:
    """Return the change for a terminal."""
    base, head = comparison.side(comparison.base), comparison.side(comparison.head)
    if comparison.change.is_empty:
        return said("nothing-changed", comparison.language, base=base, head=head) + "\n"
    title = said("change-title", comparison.language, base=base, head=head, summary=summary(comparison))
    return "\n".join((comparison.paint.bold(title), *_blocks(comparison))) + "\n"


def _blocks(comparison: Comparison) -> Iterator[str]:
    change, language, paint = comparison.change, comparison.language, comparison.paint
    yield from _block(said("coverage", language), coverage_rows(comparison), paint)
    yield from _block(said("changed-slots", language), [slot_row(s, language) for s in change.slots], paint)
    for key in FINDINGS:
        findings: Sequence[Seen] = getattr(change, key)
        if findings:
            yield f"\n{paint.bold(said(f'{key}-findings', language))}"
            yield from (f"  {_finding(seen, language, paint)}" for seen in findings)
    definitions = [[said(d.kind, language), d.id, said(d.verdict, language)] for d in change.redefined]
    yield from _block(said("redefined", language), definitions, paint)
    reviews = [[r.path, said("because-of", language, ids=", ".join(r.because))] for r in change.reviews]
    yield from _block(said("to-review", language), reviews, paint)


def _block(heading: str, rows: Sequence[Sequence[str]], paint: Paint) -> Iterator[str]:
    if not rows:
        return
    yield f"\n{paint.bold(heading)}"
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(width(row[i]) for row in shown) for i in range(len(shown[0]))]
    for row in shown:
        line = "  ".join(padded(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip()
        yield "  " + (
            paint.good(line) if line.startswith("+") else paint.bad(line) if line.startswith("-") else line
        )


def coverage_rows(comparison: Comparison) -> list[list[str]]:
    """Return a row for each coverage that changed: what of, before, after; the total is the last."""
    change, language = comparison.change, comparison.language
    rows = [
        [f"{said(kind, language)} {name}", *_shift(shift, language)]
        for kind, shifts in (("journey", change.journeys), ("persona", change.personas))
        for name, shift in shifts.items()
    ]
    if rows or change.coverage.before != change.coverage.after:
        rows.append([said("total", language), *_shift(change.coverage, language)])
    return rows


def _shift(shift: Shift, language: str) -> list[str]:
    return [_share(shift.before, language), "→ " + _share(shift.after, language)]


def _share(share: Share | None, language: str) -> str:
    if share is None:
        return said("absent", language)
    return f"{percent(share.part)} ({said('of', language, **share._asdict())})"


def slot_row(slot: SlotChange, language: str) -> list[str]:
    """Return a slot that changed: sign and verdict, id, state before and after."""
    states = [_state(slot.before, language), "→ " + _state(slot.after, language)]
    return [f"{_SIGNS[slot.verdict]} {said(slot.verdict, language)}", slot.id, *states]


def _state(standing: Standing | None, language: str) -> str:
    if standing is None:
        return said("absent", language)
    state = STATES[standing.state].said(language)
    return state if standing.need == "must" else said("optional", language, state=state)


def _finding(seen: Seen, language: str, paint: Paint) -> str:
    place = paint.link(f"{visible(seen.path)}:{seen.line}")
    word = paint.severity(seen.severity, SEVERITIES[seen.severity].said(language))
    return (
        f"{place}: {word}: {visible(seen.message.said(language))} {paint.dim(f'[{seen.rule} {seen.code}]')}"
    )


def change_json(comparison: Comparison) -> str:
    """Return the change for programs."""
    change, language = comparison.change, comparison.language
    return listed(
        {
            "version": VERSION,
            "tool": TOOL,
            "base": comparison.base,
            "head": comparison.head,
            "empty": change.is_empty,
            "coverage": _shift_record(change.coverage),
            "journeys": _shift_records(change.journeys),
            "personas": _shift_records(change.personas),
            "slots": [_slot_record(slot) for slot in change.slots],
            **{key: _finding_records(getattr(change, key), language) for key in FINDINGS},
            "unchanged": change.unchanged,
            "redefined": [definition._asdict() for definition in change.redefined],
            "reviews": [{**review._asdict(), "because": list(review.because)} for review in change.reviews],
            "moved": [{"from": old, "to": new} for old, new in change.moved.items()],
        }
    )


def _shift_record(shift: Shift) -> dict[str, Any]:
    sides = {"before": shift.before, "after": shift.after}
    return {
        side: None if share is None else {**share._asdict(), "share": round(share.part, 4)}
        for side, share in sides.items()
    }


def _shift_records(shifts: Mapping[str, Shift]) -> list[dict[str, Any]]:
    return [{"id": id, **_shift_record(shift)} for id, shift in shifts.items()]


def _slot_record(slot: SlotChange) -> dict[str, Any]:
    sides = {"before": slot.before, "after": slot.after}
    states = {
        side: None if standing is None else {"state": standing.state, "need": standing.need}
        for side, standing in sides.items()
    }
    return {"id": slot.id, "verdict": slot.verdict, **states}


def _finding_records(findings: Iterable[Seen], language: str) -> list[dict[str, Any]]:
    return [
        {
            "rule": seen.rule,
            "code": seen.code,
            "severity": seen.severity.word,
            "message": seen.message.said(language),
            "path": seen.path,
            "line": seen.line,
            "fingerprint": seen.fingerprint,
        }
        for seen in findings
    ]
