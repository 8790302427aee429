"""`klantreis serve`: the site while you write."""

import click

from klantreis.build import BUILDERS, Loaded, Order
from klantreis.build import serve as serve_site
from klantreis.cli.aside import note
from klantreis.cli.build import checked
from klantreis.cli.option import named, settings
from klantreis.cli.session import open_session
from klantreis.errors import OperatorError


@named("serve")
@click.option("--builder", type=click.Choice([*BUILDERS]), default="mkdocs", help="What serves the pages.")
@click.option("--public", is_flag=True, help="Leave out drafts, ideas and confidential items.")
@click.option("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="Where to show it.")
def command(builder: str, public: bool, address: str) -> int:
    """Show the site and follow your changes.

    Stop it with Ctrl+C.
    """
    given = settings()
    order = Order(builder, is_public=public, language=given.lang)

    def load() -> Loaded:
        session = open_session(given)
        return Loaded(checked(session), session.listing.texts, session.config)

    if serve_site(load, open_session(given).root, order, address, _quiet if given.quiet else note):
        raise OperatorError(f"the server stopped; is {address} in use? --address names another")
    return 0


def _quiet(_: str) -> None:
    """Say nothing."""
