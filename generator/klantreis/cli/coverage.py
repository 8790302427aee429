"""`klantreis coverage`: how much has content."""

from pathlib import Path

import click

from klantreis.cli.bound import Bound, say, unreached, with_bounds
from klantreis.cli.option import named, settings
from klantreis.cli.session import open_session
from klantreis.cli.terminal import deliver, paint_for
from klantreis.coverage import figures
from klantreis.model.threshold import Threshold
from klantreis.report.badge import BADGES
from klantreis.report.coverage_report import FORMATS, KEYS, coverage_report
from klantreis.report.totals import coverage_line


@named("coverage")
@click.option("--by", type=click.Choice(KEYS), default="journey", help="What to group by (default: journey).")
@click.option("--format", "form", type=click.Choice([*FORMATS, *BADGES]), default="table",
              help="How to print; svg and shields are badges.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--fail-under", type=Bound(), multiple=True, metavar="[PART=]N",
              help="Exit 1 below N% published; PART: journey:ID.")  # fmt: skip
def command(by: str, form: str, output: Path | None, fail_under: tuple[Threshold, ...]) -> int:
    """Show how much of each journey has content.

    Three figures for slots, questions, pains and gains: planned (or further), drafted (or further),
    published and fresh. Only slots that must be filled count.
    """
    given = settings()
    session = open_session(given)
    if form in BADGES:
        text = BADGES[form](session.project, session.language)
    else:
        text = coverage_report(session.project, by, form, session.language, paint_for(given, output))
    total = figures(session.project.slots)
    if form == "table" and not given.quiet:
        text += f"\n{coverage_line(total, session.language)}\n"
    deliver(text, output)
    config = with_bounds(session.config, fail_under)
    total_bound = () if config.fail_under is None else (Threshold(config.fail_under),)
    missed = unreached(session.project.slots, (*total_bound, *config.thresholds), session.language)
    say(missed)
    return int(bool(missed))
