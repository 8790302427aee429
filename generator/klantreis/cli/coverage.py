"""`klantreis coverage`: how much has content."""

from pathlib import Path

import click

from klantreis.cli.option import Percent, named, settings
from klantreis.cli.session import open_session
from klantreis.cli.terminal import deliver, note, paint_for
from klantreis.coverage import figures
from klantreis.report.catalogue import percent, said
from klantreis.report.coverage_report import FORMATS, KEYS, coverage_report
from klantreis.report.totals import coverage_line


@named("coverage")
@click.option("--by", type=click.Choice(KEYS), default="journey", help="What to group by (default: journey).")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", help="How to print.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--fail-under", type=Percent(), metavar="N", help="Exit 1 below N% published.")
def command(by: str, form: str, output: Path | None, fail_under: float | None) -> int:
    """Show how much of each journey has content.

    Three figures for slots, questions, pains and gains: planned (or further), drafted (or further),
    published and fresh. Only slots that must be filled count.
    """
    given = settings()
    session = open_session(given)
    text = coverage_report(session.project, by, form, session.language, paint_for(given, output))
    total = figures(session.project.slots)
    if form == "table" and not given.quiet:
        text += f"\n{coverage_line(total, session.language)}\n"
    deliver(text, output)
    threshold = fail_under if fail_under is not None else session.config.fail_under
    share = total.share("published")
    if threshold is None or share * 100 >= threshold:
        return 0
    note(said("below", session.language, share=percent(share), threshold=f"{threshold:g}%"))
    return 1
