"""Measure how fast klantreis is, on made-up projects: `make bench`.

Prints what `check` costs when it reads all items and when it finds them in the cache, what a change of one
item costs to look at, and what `build --pages-only` does, beside a plain `mkdocs build` of the same items;
what each step of reading an item costs, the share of each rule, and what the site takes: its pages beside
the builder, its search index, its largest page, and the seconds until `serve` shows a saved change.
Ratios are against a baseline of the same run, so that the figures mean something on any machine.
`--quick` takes a minute or two.
"""

import argparse
import datetime
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
GENERATOR = HERE.parent / "generator"
sys.path.insert(0, str(GENERATOR))

from change import Change, a_sentence, a_tag, give_history, undo  # noqa: E402
from generate import write  # noqa: E402
from inside import SAMPLE, RuleCost, open_project, rule_costs, step_costs  # noqa: E402
from measure import Cost, Failed, cost  # noqa: E402
from site_cost import site_table  # noqa: E402
from text import main as text_report  # noqa: E402

from klantreis.cache import PLACE  # noqa: E402

TODAY = "2026-11-01"
COMMANDS = (
    ("check, all items read", ("check", "--exit-zero", "--no-cache"), False),
    ("check, again", ("check", "--exit-zero"), True),
    ("build --pages-only, again", ("build", "--pages-only"), True),
)
"""What is measured: its name here, the words of the command, and whether it ran before."""
CHANGES: tuple[tuple[str, Change, tuple[str, ...]], ...] = (
    ("check --changed, a sentence", a_sentence, ("check", "--exit-zero", "--changed")),
    ("check --changed, a tag", a_tag, ("check", "--exit-zero", "--changed")),
    ("diff HEAD~1", undo, ("diff", "HEAD~1")),
)
"""What is measured when one item was changed since the last commit, which was checked; each ran before."""
LIMIT = 0.05
"""The share of a run that one rule may take."""
MEGABYTE = 1024 * 1024
ENVIRONMENT = {"PYTHONPATH": os.fspath(GENERATOR), "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Row:
    """One command on a project of one size: its cost, or why there is none."""

    name: str
    items: int
    cost: Cost | None
    reason: str = ""


@dataclass(frozen=True)
class Wanted:
    """What the arguments ask for."""

    items: tuple[int, ...]
    yardstick: int
    repeat: int
    seed: int
    folder: Path
    site: tuple[int, ...]

    @property
    def environment(self) -> Mapping[str, str]:
        """What the commands find in their environment: a cache of this measuring alone."""
        return {**ENVIRONMENT, PLACE: str(self.folder / "cache")}


def measured(wanted: Wanted) -> Iterator[Row]:
    """Yield a row for each command and size, as they are measured."""
    for items in wanted.items:
        folder = wanted.folder / str(items)
        print(f"making {items:,} items in {folder}", file=sys.stderr)
        write(folder, items, wanted.seed)
        (folder / "mkdocs.yml").write_text("site_name: Yardstick\ndocs_dir: content\n", "utf-8")
        if items <= wanted.yardstick:
            yield _row("mkdocs build", items, folder, ("mkdocs", "build", "--quiet"), wanted)
        for name, words, is_again in COMMANDS:
            command = ("klantreis", *words, "--today", TODAY)
            yield _row(f"klantreis {name}", items, folder, command, wanted, is_again=is_again)
        give_history(folder)
        for name, change, words in CHANGES:
            undo(folder)
            change(folder)
            command = ("klantreis", *words, "--today", TODAY)
            yield _row(f"klantreis {name}", items, folder, command, wanted, is_again=True)


def _row(
    name: str, items: int, folder: Path, module: Sequence[str], wanted: Wanted, *, is_again: bool = False
) -> Row:
    print(f"running {name} on {items:,} items", file=sys.stderr)
    command = (sys.executable, "-m", *module)
    try:
        return Row(name, items, cost(command, folder, wanted.environment, wanted.repeat, is_again=is_again))
    except Failed as failure:
        return Row(name, items, None, str(failure))


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table of commands."""
    yardstick = next((row for row in rows if row.name == "mkdocs build" and row.cost), None)
    named = f"× mkdocs {yardstick.items:,}" if yardstick else "× –"
    head = ("command", "items", "seconds", "CPU s", "largest MB", "together MB", named, "× items")
    yield _line(head)
    yield "-" * len(_line(head))
    for row in rows:
        if row.cost is None:
            yield f"{row.name:38} {row.items:>7,}  failed: {row.reason}"
            continue
        ratio = f"{row.cost.seconds / yardstick.cost.seconds:.2f}" if yardstick and yardstick.cost else "–"
        yield _line((row.name, f"{row.items:,}", f"{row.cost.seconds:.2f}", _number(row.cost.cpu, 1, 2),
                     _number(row.cost.largest, MEGABYTE), _number(row.cost.together, MEGABYTE), ratio,
                     _growth(row, rows)))  # fmt: skip


def _line(cells: Sequence[str]) -> str:
    widths = (38, 7, 8, 7, 10, 11, 14, 8)
    first, *rest = zip(cells, widths, strict=True)
    return " ".join([f"{first[0]:{first[1]}}", *(f"{cell:>{width}}" for cell, width in rest)])


def _number(value: float | None, unit: int, digits: int = 0) -> str:
    return "–" if value is None else f"{value / unit:.{digits}f}"


def _growth(row: Row, rows: Sequence[Row]) -> str:
    """Return the seconds against those of the same command on the smallest project."""
    base = next((r for r in rows if r.name == row.name and r.cost), None)
    if base is None or base is row or base.cost is None or row.cost is None:
        return "–"
    return f"{row.cost.seconds / base.cost.seconds:.1f}"


def rule_table(costs: Sequence[RuleCost], run: float) -> Iterator[str]:
    """Yield a line for each rule that takes a thousandth of a run or more; those above the limit marked."""
    for each in costs:
        if each.again >= run / 1000:
            mark = "  ← above the limit" if each.again > run * LIMIT else ""
            yield f"{each.name:34} {each.again * 1000:8.1f} ms {each.again / run:7.1%}{mark}"
    small = [each for each in costs if each.again < run / 1000]
    yield f"{f'{len(small)} other rules, each below 0.1%':34} {sum(c.again for c in small) * 1000:8.1f} ms"
    shared = sum(max(each.first - each.again, 0) for each in costs)
    yield f"{'indexes that the rules share':34} {shared * 1000:8.1f} ms {shared / run:7.1%}"


def report(wanted: Wanted) -> int:
    """Measure and print everything; returns 1 when a command failed."""
    rows = tuple(measured(wanted))
    cores, python = os.cpu_count(), platform.python_version()
    print(f"\n{cores} cores, Python {python}, {platform.system()}; medians of {wanted.repeat} runs\n")
    print("\n".join(table(rows)))
    print("\nlargest: the peak of the largest process (ru_maxrss of the child, its own children included);")
    print("together: the peak of all processes at one moment (PSS, sampled in a run of its own; Linux only);")
    print("× items: seconds against the same command on the smallest project\n")
    day = datetime.date.fromisoformat(TODAY)
    project, listing, config = open_project(wanted.folder / str(wanted.items[-1]), day)
    steps = step_costs(project, listing, config)
    total = sum(steps.values())
    print(f"CPU per item, best of several rounds over {min(SAMPLE, len(project.items))} items:")
    print("\n".join(f"{name:34} {each:8.0f} µs {each / total:7.1%}" for name, each in steps.items()))
    print(f"{'together':34} {total:8.0f} µs\n")
    checks = (row.cost for row in reversed(rows) if row.name.endswith("check, all items read"))
    last = next((cost for cost in checks if cost), None)
    run = (last.cpu or last.seconds) if last else total * len(project.items) / 1e6
    print(f"rules on {len(project.items):,} items, against {run:.2f} CPU s of a check (limit {LIMIT:.0%}):")
    print("\n".join(rule_table(rule_costs(project, config), run)))
    print("\nthe text work beside the CommonMark parse:\n")
    text_report()
    for items in wanted.site:
        print()
        print("\n".join(site_table(wanted.folder, items, wanted.seed, wanted.environment, TODAY)))
    return int(any(row.cost is None for row in rows))


def main() -> int:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description="Measure how fast klantreis is.")
    parser.add_argument("--quick", action="store_true", help="200 and 1,000 items, once each")
    parser.add_argument("--items", type=int, nargs="+", default=[1000, 10000], help="the sizes to measure")
    parser.add_argument("--yardstick", type=int, default=1000, help="the largest size to give to mkdocs")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--site", type=int, nargs="*", default=[1000, 2000], help="sizes to build and serve")
    parser.add_argument("--keep", type=Path, help="make the projects in this folder, and leave them there")
    given = parser.parse_args()
    items, repeat = ([200, 1000], 1) if given.quick else (given.items, given.repeat)
    site = (200,) if given.quick else tuple(given.site)
    with tempfile.TemporaryDirectory(prefix="klantreis-bench-") as temporary:
        folder = given.keep or Path(temporary)
        wanted = Wanted(tuple(sorted(items)), given.yardstick, repeat, given.seed, folder.resolve(), site)
        return report(wanted)


if __name__ == "__main__":
    sys.exit(main())
