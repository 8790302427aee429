"""The whole site as texts: every page of an edition, its style and its scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from klantreis.report.badge import badge_json, badge_svg
from klantreis.site import address
from klantreis.site.colour import accent
from klantreis.site.edition import Edition
from klantreis.site.feed import feed
from klantreis.site.page.calendar import calendar_pages
from klantreis.site.page.campaigns import campaigns_page
from klantreis.site.page.changes import changes_page
from klantreis.site.page.channel import channel_pages
from klantreis.site.page.coverage import coverage_pages
from klantreis.site.page.findings import findings_page
from klantreis.site.page.flow import flow_pages
from klantreis.site.page.gaps import gaps_page
from klantreis.site.page.item import item_pages, items_page
from klantreis.site.page.journey import journey_pages
from klantreis.site.page.matrix import matrix_page
from klantreis.site.page.models import model_pages
from klantreis.site.page.overview import overview_page
from klantreis.site.page.owners import owner_pages
from klantreis.site.page.page import Page
from klantreis.site.page.persona import persona_pages
from klantreis.site.page.questions import influencers_page, questions_page
from klantreis.site.page.rules import rule_pages
from klantreis.site.page.stages import stages_page
from klantreis.site.page.touchpoint import touchpoint_pages
from klantreis.site.page.value import value_page
from klantreis.site.page.walk import walk_pages
from klantreis.site.register import Register
from klantreis.site.tongue import switch

STYLES = ("assets/klantreis.css", "assets/accent.css")
STYLE_SOURCES = (STYLES[0], "assets/walk.css", "assets/flow.css", "assets/calendar.css", "assets/section.css",
                 "assets/language.css", "assets/start.css", "assets/list.css",
                 "assets/matrix.css", "assets/map.css", "assets/remark.css")  # fmt: skip
"""The files that the one sheet of style is made of, in order."""
SCRIPTS = ("assets/klantreis.js", "assets/iframe-worker.js")
SCRIPT_SOURCES = ("assets/address.js", "assets/pick.js", "assets/take.js", "assets/list.js",
                  "assets/holes.js", "assets/matrix.js", SCRIPTS[0], "assets/language.js", "assets/start.js",
                  "assets/remark.js")  # fmt: skip
"""The files that our one script is made of, in order."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text of the site: its path below the folder of pages, and the files of writers that it shows."""

    path: str
    text: str
    files: frozenset[str] = frozenset()


def pages(edition: Edition) -> dict[str, str]:
    """Return every text of the site by its path below the folder of pages."""
    return {sheet.path: sheet.text for sheet in sheets(edition)}


def sheets(edition: Edition) -> Iterator[Sheet]:
    """Yield every text of the site, one at a time."""
    register = Register(edition)
    for page in _definition_pages(register):
        yield _sheet(register, page)
    for page, shown in item_pages(register):
        yield _sheet(register, page, shown)
    yield Sheet(address.FEED, feed(register))
    for path, badge in ((address.BADGE, badge_svg), (address.BADGE_DATA, badge_json)):
        yield Sheet(path, badge(register.project, edition.language))
    yield from _assets(edition)


def _sheet(register: Register, page: Page, shown: frozenset[str] = frozenset()) -> Sheet:
    say = register.say
    return Sheet(page.path, page.text(say) + switch(page.address, say, register.edition.languages), shown)


def _definition_pages(register: Register) -> Iterator[Page]:
    yield overview_page(register)
    yield from coverage_pages(register)
    yield matrix_page(register)
    yield value_page(register)
    yield from journey_pages(register)
    yield from flow_pages(register)
    yield stages_page(register)
    yield from touchpoint_pages(register)
    yield from persona_pages(register)
    yield from walk_pages(register)
    yield questions_page(register)
    yield influencers_page(register)
    yield from channel_pages(register)
    yield items_page(register)
    yield from calendar_pages(register)
    yield campaigns_page(register)
    yield from owner_pages(register)
    yield gaps_page(register)
    yield findings_page(register)
    yield changes_page(register)
    yield from rule_pages(register)
    yield from model_pages(register)


def _assets(edition: Edition) -> Iterator[Sheet]:
    folder = files("klantreis").joinpath("templates")
    shim = SCRIPTS[1]
    for path, sources in ((STYLES[0], STYLE_SOURCES), (SCRIPTS[0], SCRIPT_SOURCES), (shim, (shim,))):
        yield Sheet(path, "".join(folder.joinpath(source).read_text("utf-8") for source in sources))
    colours = accent(edition.settings.colour)
    yield Sheet(
        STYLES[1],
        f":root {{\n  --kr-accent-light: {colours.light};\n  --kr-accent-dark: {colours.dark};\n}}\n",
    )
