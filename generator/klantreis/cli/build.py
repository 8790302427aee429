"""`klantreis build`: the site."""

import click

from klantreis.build import BUILDERS, Built, Order
from klantreis.build import build as build_site
from klantreis.check import Result, activate
from klantreis.check import check as check_project
from klantreis.cli.option import named, settings
from klantreis.cli.session import Session, open_session
from klantreis.cli.terminal import deliver
from klantreis.report.catalogue import counted, said


@named("build")
@click.option(
    "--builder", type=click.Choice([*BUILDERS]), default="mkdocs", help="What makes the site of the pages."
)
@click.option("--pages-only", is_flag=True, help="Write the pages in build/pages and stop.")
@click.option("--offline", is_flag=True, help="A site that works from its files, without a server.")
@click.option("--public", is_flag=True, help="Leave out drafts, ideas and confidential items.")
def command(builder: str, pages_only: bool, offline: bool, public: bool) -> int:
    """Build the site.

    Pages go to build/pages, the site to site/ (or the site_dir of mkdocs.yml).
    """
    given = settings()
    session = open_session(given)
    order = Order(builder, pages_only, is_offline=offline, is_public=public, language=given.lang)
    built = build_site(checked(session), session.listing.texts, session.config, session.root, order)
    if not given.quiet:
        deliver(f"{_summary(built, order, session.language)}\n")
    return 0


def checked(session: Session) -> Result:
    """Return the outcome of all rules, which the pages show."""
    rules = activate(session.rules, session.config)
    return check_project(session.project, rules, session.config, session.accepted)


def _summary(built: Built, order: Order, language: str) -> str:
    key = "built-offline" if order.is_offline else "built-site"
    return said(
        "built-pages" if built.site is None else key,
        language,
        folder=built.site or built.pages,
        pages=counted("pages", built.total, language),
        written=built.written,
        removed=built.removed,
    )
