"""What fixing would change, as a unified diff."""

import difflib
from collections.abc import Iterator, Mapping

from klantreis.report.excerpt import lines_of
from klantreis.report.paint import Paint
from klantreis.report.visible import visible


def diff_report(before: Mapping[str, str], after: Mapping[str, str], paint: Paint) -> str:
    """Return the changes from `before` to `after`, file by file; `after` holds only what changed."""
    return "".join(
        line + "\n" for path in sorted(after) for line in _file(path, before[path], after[path], paint)
    )


def _file(path: str, before: str, after: str, paint: Paint) -> Iterator[str]:
    lines = difflib.unified_diff(lines_of(before), lines_of(after), path, path, lineterm="")
    for line in lines:
        yield _painted(visible(line.rstrip("\r\n")), paint)


def _painted(line: str, paint: Paint) -> str:
    if line.startswith(("---", "+++")):
        return paint.bold(line)
    if line.startswith("+"):
        return paint.good(line)
    return paint.bad(line) if line.startswith("-") else line
