"""`klantreis diff`: what a change does to the journey."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import click

from klantreis.cli.choice import Choice
from klantreis.cli.option import named, settings
from klantreis.cli.past import picture_at, picture_now
from klantreis.cli.session import Session, open_session
from klantreis.cli.terminal import deliver, paint_for
from klantreis.compare import compare
from klantreis.errors import OperatorError
from klantreis.git import commit_at, folder_in_repository, merge_base
from klantreis.picture import Picture, read_picture
from klantreis.report.change_markdown import change_markdown
from klantreis.report.change_report import Comparison, change_json, change_text

FORMATS: Final[Mapping[str, Callable[[Comparison], str]]] = {
    "text": change_text,
    "json": change_json,
    "markdown": change_markdown,
}


@named("diff")
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "--output-format", "form", type=click.Choice([*FORMATS]), default="text",
              help="How to print.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--merge-base", "parted", is_flag=True, help="Compare with where HEAD left BASE.")
def command(base: str, head: str | None, form: str, output: Path | None, parted: bool) -> int:
    """Show what a change does to the journey.

    BASE and HEAD are commits, branches or tags, or saved JSON reports of `klantreis check`. Without
    HEAD the working tree is compared; it is never changed.
    """
    given = settings()
    session = open_session(given)
    if parted:
        if is_report(base) or (head is not None and is_report(head)):
            raise OperatorError("--merge-base is about commits; leave it out for saved reports")
        base_commit = merge_base(session.root, base, head or "HEAD")
    else:
        base_commit = base if is_report(base) else commit_at(session.root, base)
    if head is not None and not is_report(head):
        commit_at(session.root, head)  # a slip is told before anything is read
    after, before = side_of(session, head), side_of(session, base_commit)
    comparison = Comparison(
        change=compare(before, after),
        base=base,
        head=head,
        language=session.language,
        paint=paint_for(given, output),
        folder=folder_in_repository(session.root),
    )
    deliver(FORMATS[form](comparison), output)
    return 0


def is_report(side: str) -> bool:
    """Say whether a side is a saved report, and not the name of a commit."""
    return side.lower().endswith(".json") and Path(side).is_file()


def side_of(session: Session, side: str | None) -> Picture:
    """Return one side of a comparison: a saved report, a commit, or the working tree."""
    if side is not None and is_report(side):
        return read_picture(Path(side).read_text("utf-8"), side)
    return picture_now(session, Choice()) if side is None else picture_at(session, side, Choice())
