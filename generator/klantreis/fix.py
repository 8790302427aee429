"""Fixes: edits spliced into texts at their positions; nothing outside an edit changes by a byte."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from klantreis.check import Result
from klantreis.finding import Edit, Finding, Fix, Severity
from klantreis.read.position import Lines

ROUNDS = 10
"""How often a text is read again for the fixes that overlapped with others."""

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Mended:
    """What fixing made of the texts: only those that changed, how many fixes went in, and what was left.

    `refused` are the paths that would have become worse, and so stay as they were.
    """

    texts: Mapping[str, str]
    count: int
    refused: tuple[str, ...]


def fixes_in(findings: Iterable[Finding], *, unsafe: bool = False) -> tuple[Fix, ...]:
    """Return the fixes of the findings that nobody excused; each finding gives its first at most."""
    usable = (next((x for x in f.fixes if x.safe or unsafe), None) for f in findings if f.suppressed is None)
    return tuple(dict.fromkeys(fix for fix in usable if fix is not None))


def mend(
    texts: Mapping[str, str], check: Callable[[Mapping[str, str]], Result], *, unsafe: bool = False
) -> Mended:
    """Apply the fixes of what `check` finds in `texts`, again and again until none is left.

    A text that would hold more errors or warnings than before is left as it was.
    """
    changed: dict[str, str] = {}
    refused: set[str] = set()
    count = 0
    result = check(texts)
    for _ in range(ROUNDS):
        fixes = [
            f for f in fixes_in(result.findings, unsafe=unsafe) if not {e.path for e in f.edits} & refused
        ]
        now = {**texts, **changed}
        attempt, applied = spliced(now, fixes)
        if not attempt:
            break
        again = check({**now, **attempt})
        worse = _worse(result, again, attempt)
        if worse:
            refused |= worse
            continue
        changed |= attempt
        count += applied
        result = again
    return Mended(changed, count, tuple(sorted(refused)))


def _worse(before: Result, after: Result, paths: Iterable[str]) -> set[str]:
    """Return the changed paths with more errors or warnings after than before."""
    return {path for path in paths if _weight(after, path) > _weight(before, path)}


def _weight(result: Result, path: str) -> tuple[int, int]:
    here = [f.severity for f in result.open_findings if f.path == path]
    return here.count(Severity.ERROR), here.count(Severity.WARNING)


def spliced(texts: Mapping[str, str], fixes: Sequence[Fix]) -> tuple[dict[str, str], int]:
    """Return the texts that the fixes change, and how many went in; of overlapping ones only the first."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    applied = 0
    for fix in fixes:
        if all(edit.path in texts and not _overlaps(edit, edits[edit.path]) for edit in fix.edits):
            applied += 1
            for edit in fix.edits:
                edits[edit.path].append(edit)
    return {path: splice(texts[path], listed) for path, listed in edits.items() if listed}, applied


def _overlaps(edit: Edit, others: Iterable[Edit]) -> bool:
    start, end = edit.span[:2], edit.span[2:]
    return any(
        (start < other.span[2:] and other.span[:2] < end) or start == other.span[:2] for other in others
    )


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with the edits made; a byte-order mark at its start stays and counts for nothing."""
    mark = BOM if text.startswith(BOM) else ""
    body = text[len(mark) :]
    lines = Lines(body)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        start = lines.offset(edit.span.line, edit.span.column)
        end = lines.offset(edit.span.end_line, edit.span.end_column)
        body = body[:start] + edit.text + body[end:]
    return mark + body
