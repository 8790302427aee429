"""`klantreis check`: all rules."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from klantreis.check import LEVELS, ActiveRule, activate
from klantreis.check import check as check_project
from klantreis.cli.bound import Bound, say, unreached, with_bounds
from klantreis.cli.changed import Look, look_at_wording, look_since
from klantreis.cli.choice import Choice
from klantreis.cli.destination import COMMANDING, FORMATS, Destination, Target, plain
from klantreis.cli.fixing import fix_files, mended_texts
from klantreis.cli.kept import keep_whole
from klantreis.cli.option import Settings, Whole, named, settings
from klantreis.cli.ratchet import hold
from klantreis.cli.session import Session, is_within, open_session
from klantreis.cli.start import start_of
from klantreis.cli.terminal import WIDTH, columns, deliver, paint_for
from klantreis.cli.unsaved import open_unsaved
from klantreis.cli.watch import watch
from klantreis.disk import uncollected
from klantreis.errors import OperatorError
from klantreis.finding import Finding, Severity
from klantreis.git import folder_in_repository
from klantreis.model.threshold import Threshold
from klantreis.overview import overview_of
from klantreis.report.catalogue import said
from klantreis.report.diff import diff_report
from klantreis.report.outcome import Outcome
from klantreis.report.paint import PLAIN
from klantreis.report.settings import settings_report
from klantreis.report.statistics import statistics
from klantreis.report.visible import visible
from klantreis.touch import Touch, touched


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of `check` ask for."""

    paths: tuple[Path, ...]
    form: str
    targets: tuple[Target, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    fail_under: tuple[Threshold, ...]
    statistics: bool
    show_suppressed: bool
    exit_zero: bool
    show_files: bool
    show_settings: bool
    most: int
    fix: bool
    unsafe_fixes: bool
    diff: bool
    stdin_filename: Path | None
    watch: bool
    changed: bool
    base: str | None
    ratchet: bool
    regressions: tuple[str, ...]
    reason: str | None

    @property
    def compares(self) -> bool:
        """Say whether the result is held against an earlier version."""
        return self.changed or self.base is not None

    @property
    def choice(self) -> Choice:
        """What a check of that version needs to know."""
        return Choice(self.select, self.ignore, self.fail_under)

    @property
    def output(self) -> Path | None:
        """The file that takes what would be printed."""
        return plain(self.targets)


@named("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--output-format", "form", type=click.Choice([*FORMATS]), default="full", metavar="FORMAT",
              help="full, concise, json, github, sarif and more.")  # fmt: skip
@click.option(
    "-o", "--output", "targets", type=Destination(), multiple=True, metavar="[FORMAT=]FILE",
    help="Write to a file; FORMAT=FILE writes one more.",
)
@click.option("--select", multiple=True, metavar="RULES", help="Only these: names, codes, families.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these rules.")
@click.option(
    "--fail-on", type=click.Choice([*LEVELS, "new"][::-1]), default="error", metavar="LEVEL",
    help="Exit 1 from error (default), warning, info or new.",
)
@click.option("--fail-under", type=Bound(), multiple=True, metavar="[PART=]N",
              help="Exit 1 below N% published; PART: journey:ID.")  # fmt: skip
@click.option("--changed", is_flag=True, help="Only what your changes have to do with.")
@click.option("--base", metavar="REF", help="Since the work left REF; without it, since HEAD.")
@click.option("--ratchet", is_flag=True, help="Exit 1 with more empty slots than before.")
@click.option("--allow-regression", "regressions", multiple=True, metavar="SLOT", help="Let this one go.")
@click.option("--reason", metavar="TEXT", help="Why that one may go.")
@click.option("--fix", is_flag=True, help="Make the safe changes, then report what is left.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also changes that may alter meaning."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and stop.")
@click.option("--statistics", is_flag=True, help="Count findings per rule instead of listing them.")
@click.option("--show-suppressed", is_flag=True, help="List what was excused as well, with the reason.")
@click.option("--max-findings", "most", type=Whole(0), default=0, metavar="N", help="Show the N worst.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--show-files", is_flag=True, help="List the files that are read, and stop.")
@click.option("--show-settings", is_flag=True, help="Print the settings in force, and stop.")
@click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Check this file, with its text from standard input.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
def command(select: tuple[str, ...], ignore: tuple[str, ...], **options: object) -> int:
    """Find gaps, mistakes and texts that do not fit their stage.

    PATHS limit the findings to these files and folders; the whole project is read all the same.
    """
    wanted = Wanted(select=_split(select), ignore=_split(ignore), **options)  # type: ignore[arg-type]
    given = settings()
    _judge(wanted)
    if not wanted.watch:
        return _run(wanted, given)
    session = open_session(given, wanted.paths)
    waiting = "" if given.quiet else said("watching", session.language)
    return watch(lambda: _run(wanted, given), session.root, waiting)


def _judge(wanted: Wanted) -> None:
    """Raise OperatorError for options that do not go together."""
    ends = {
        "--fix": wanted.fix,
        "--diff": wanted.diff,
        "--output": bool(wanted.targets),
        "--show-files": wanted.show_files,
        "--show-settings": wanted.show_settings,
        "--stdin-filename": wanted.stdin_filename is not None,
    }
    besides = [option for option, is_given in ends.items() if is_given]
    if wanted.watch and besides:
        raise OperatorError(f"--watch only looks and prints; leave out {' and '.join(besides)}")
    if wanted.unsafe_fixes and not (wanted.fix or wanted.diff):
        raise OperatorError("--unsafe-fixes goes with --fix or --diff")
    if wanted.stdin_filename is not None and wanted.paths:
        raise OperatorError("--stdin-filename is about that file alone; leave out the other paths")
    if wanted.stdin_filename is not None and wanted.fix:
        raise OperatorError("--fix changes files on disk; with --stdin-filename, use --diff")
    if wanted.compares and (wanted.fix or wanted.diff):
        raise OperatorError("--changed and --base compare with an earlier version; run --fix or --diff apart")
    if bool(wanted.regressions) != bool(wanted.reason) or (wanted.regressions and not wanted.ratchet):
        raise OperatorError("--ratchet --allow-regression SLOT --reason TEXT go together")
    if wanted.base is not None and not wanted.changed and wanted.fail_on != "new":
        raise OperatorError("--base goes with --changed or with --fail-on new")


def _run(wanted: Wanted, given: Settings) -> int:
    if wanted.stdin_filename is not None:
        session = open_unsaved(given, wanted.stdin_filename)
        places = session.relative((wanted.stdin_filename,))
    else:
        session = open_session(given, wanted.paths)
        places = session.relative(wanted.paths)
    session = replace(session, config=with_bounds(session.config, wanted.fail_under))
    rules = activate(session.rules, session.config, wanted.select, wanted.ignore)
    if wanted.show_files:
        paths = (path for path in session.listing.texts if is_within(path, places))
        deliver("".join(f"{visible(path)}\n" for path in paths), wanted.output)
        return 0
    if wanted.show_settings:
        deliver(settings_report(session.config, str(session.root), rules), wanted.output)
        return 0
    if wanted.diff:
        mended = mended_texts(session, rules, places, unsafe=wanted.unsafe_fixes)
        deliver(
            diff_report(session.texts, mended.texts, paint_for(given, wanted.output)), wanted.output
        )
        return int(bool(mended.texts) and not wanted.exit_zero)
    if wanted.fix:
        session = fix_files(session, rules, places, unsafe=wanted.unsafe_fixes)
    return _checked(session, rules, places, wanted, given)


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for listed in words for word in listed.split(",") if word.strip())


def _checked(
    session: Session, rules: tuple[ActiveRule, ...], places: tuple[str, ...], wanted: Wanted, given: Settings
) -> int:
    result, overview, touch = _look(session, rules, wanted)
    if wanted.fail_on == "new" and touch is None and not session.baseline_path.is_file():
        raise OperatorError(
            "--fail-on new needs something to compare with: --base REF, or a baseline "
            "(`klantreis baseline create`)"
        )
    findings = touched(result.findings, touch) if touch and wanted.changed else result.findings
    outcome = Outcome(
        project=result.project,
        overview=overview,
        findings=tuple(finding for finding in findings if is_within(finding.path, places)),
        texts=session.texts,
        language=session.language,
        paint=paint_for(given, wanted.output),
        columns=columns(wanted.output),
        most=wanted.most,
        quiet=given.quiet,
        rules=tuple(active.rule for active in rules),
        folder=folder_in_repository(session.root),
        show_suppressed=wanted.show_suppressed,
    )
    text = _report(wanted)(outcome)
    deliver(text, wanted.output, exact=wanted.form in COMMANDING)
    aside = replace(outcome, paint=PLAIN, columns=WIDTH)
    for target in wanted.targets:
        if target.form is not None:
            deliver(FORMATS[target.form](aside), target.path, exact=True)
    holds = hold(session, wanted.regressions, wanted.reason) if wanted.ratchet else True
    return 0 if wanted.exit_zero else int(not holds) or _verdict(outcome, wanted, touch)


def _look(session: Session, rules: tuple[ActiveRule, ...], wanted: Wanted) -> Look:
    """Check the project, or no more of it than is asked for and known to be enough."""
    start = start_of(session, wanted.base) if wanted.compares else None
    if start is not None and wanted.changed:
        with uncollected():
            look = look_at_wording(session, start, rules, wanted.choice)
        if look is not None:
            return look
    with uncollected():
        result = check_project(session.project, rules, session.config, session.accepted)
    if start is not None:
        return look_since(session, result, start, wanted.choice)
    keep_whole(session, result, wanted.choice)
    return Look(result, overview_of(result.project))


def _report(wanted: Wanted) -> Callable[[Outcome], str]:
    if not wanted.statistics:
        return FORMATS[wanted.form]
    if wanted.form == "json":
        raise OperatorError("--statistics is text; leave out --output-format json, or count its findings")
    return statistics


def _verdict(outcome: Outcome, wanted: Wanted, touch: Touch | None) -> int:
    missed = unreached(outcome.overview.slots, wanted.fail_under, outcome.language)
    if not any(f.rule == "coverage-below-threshold" for f in outcome.open):
        say(missed)
    return int(bool(missed) or any(_fails(finding, wanted, touch) for finding in outcome.open))


def _fails(finding: Finding, wanted: Wanted, touch: Touch | None) -> bool:
    if wanted.fail_on != "new":
        return finding.severity >= LEVELS[wanted.fail_on]
    # Whoever solves what the baseline accepted leaves an entry of it behind: no reason to fail.
    is_loss = finding.severity > Severity.INFO and finding.rule != "stale-baseline-entry"
    return is_loss and (touch is None or touch.brought(finding))
