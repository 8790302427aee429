"""`klantreis build`: the site."""

from pathlib import Path

import click

from klantreis.build import BUILDERS, Built, Order
from klantreis.build import build as build_site
from klantreis.check import Result, activate
from klantreis.check import check as check_project
from klantreis.cli.diff import is_report, side_of
from klantreis.cli.option import named, settings
from klantreis.cli.session import Session, open_session
from klantreis.cli.terminal import deliver
from klantreis.compare import compare
from klantreis.git import commit_at, last_commit
from klantreis.picture import picture
from klantreis.report.catalogue import counted, said
from klantreis.site.past import Past


@named("build")
@click.option(
    "--builder", type=click.Choice([*BUILDERS]), default="mkdocs", help="What makes the site of the pages."
)
@click.option("--pages-only", is_flag=True, help="Write the pages in build/pages and stop.")
@click.option("--offline", is_flag=True, help="A site that works without a server, and a zip of it.")
@click.option("--since", metavar="REF", help="Show what changed since this commit or saved report.")
@click.option("--public", is_flag=True, help="Leave out drafts, ideas and confidential items.")
def command(builder: str, pages_only: bool, offline: bool, since: str | None, public: bool) -> int:
    """Build the site.

    Pages go to build/pages, the site to site/ (or the site_dir of mkdocs.yml).
    """
    given = settings()
    session = open_session(given)
    order = Order(builder, pages_only, is_offline=offline, is_public=public, language=given.lang)
    result = checked(session)
    past = past_of(session, result, since) if since else None
    built = build_site(result, session.listing.texts, session.config, session.root, order, past)
    if not given.quiet:
        deliver(f"{_summary(built, order, session.language)}\n")
    return 0


def checked(session: Session) -> Result:
    """Return the outcome of all rules, which the pages show."""
    rules = activate(session.rules, session.config)
    return check_project(session.project, rules, session.config, session.accepted)


def past_of(session: Session, result: Result, since: str) -> Past:
    """Return what changed since a commit or a saved report; raises OperatorError when there is neither."""
    if is_report(since):
        return Past(Path(since).name, compare(side_of(session, since), picture(result)))
    commit = commit_at(session.root, since)
    before = side_of(session, commit)
    known = last_commit(session.root, commit)
    is_name = not commit.startswith(since.lower())
    name = since if is_name or known is None else known.name
    return Past(name, compare(before, picture(result)), known.date if known else None)


def _summary(built: Built, order: Order, language: str) -> str:
    key = "built-offline" if order.is_offline else "built-site"
    return said(
        "built-pages" if built.site is None else key,
        language,
        folder=built.site or built.pages,
        archive=built.archive or "",
        pages=counted("pages", built.total, language),
        written=built.written,
        removed=built.removed,
    )
