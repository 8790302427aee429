"""Where every page of the site lives: the one place that knows an address.

An address is the path of the built page from the root of the site (`items/blog/vloer.html`), with an
anchor or a query where one is needed. A page is written as Markdown under the same name.
"""

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

OVERVIEW = "index.html"
COVERAGE = "coverage/index.html"
SLOTS = "coverage/slots.html"
MATRIX = "coverage/matrix.html"
JOURNEYS = "journeys/index.html"
TOUCHPOINTS = "touchpoints/index.html"
PERSONAS = "personas/index.html"
CHANNELS = "channels/index.html"
ITEMS = "items/index.html"
VALUE = "coverage/value.html"
STAGES = "stages/index.html"
QUESTIONS = "questions/index.html"
INFLUENCERS = "influencers/index.html"
OWNERS = "owners/index.html"
CAMPAIGNS = "campaigns/index.html"
CALENDAR = "calendar/index.html"
DATES = "calendar/list.html"
FEED = "calendar/klantreis.ics"
BADGE = "badge.svg"
BADGE_DATA = "badge.json"
CHANGES = "changes/index.html"
GAPS = "gaps/index.html"
FINDINGS = "findings/index.html"
RULES = "rules/index.html"
MODELS = "models/index.html"

_PLAIN = re.compile(r"[a-z0-9_][a-z0-9._-]*\Z")
_STRANGE = re.compile(r"[^a-z0-9_]+")
# Names that a builder reads as a folder's own page, and names that Windows keeps for devices.
_TAKEN = frozenset("index readme con prn aux nul".split()) | {
    f"{d}{n}" for d in ("com", "lpt") for n in range(10)
}
_LONGEST = 80
_NOT_ANCHOR = re.compile(r"[^\w.-]+")


def page(folder: str, id: str) -> str:
    """Return the address of the page for `id` in `folder`; an id of several parts gets folders of its own."""
    return f"{folder}/{'/'.join(slug(part) for part in id.split('/'))}.html"


def slug(id: str) -> str:
    """Return `id` as a file name that is safe everywhere; ids that differ give names that differ."""
    if (
        _PLAIN.match(id)
        and len(id) <= _LONGEST
        and id.partition(".")[0] not in _TAKEN
        and not id.endswith(".")
    ):
        return id
    plain = _STRANGE.sub("-", id.lower())[:_LONGEST].strip("-")
    return "-".join(part for part in (plain, fingerprint(id)) if part)


def fingerprint(text: str) -> str:
    """Return eight hex digits that tell `text` from its look-alikes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def journey(id: str) -> str:
    """Return the address of a journey's page."""
    return page("journeys", id)


def flow(journey_id: str) -> str:
    """Return the address of the flow of a journey."""
    return page("flow", journey_id)


def stage(journey_id: str, stage_id: str) -> str:
    """Return the address of a stage on its journey's page."""
    return f"{journey(journey_id)}#{anchor('stage', stage_id)}"


def touchpoint(journey_id: str, touchpoint_id: str) -> str:
    """Return the address of a touchpoint's page."""
    return f"touchpoints/{slug(journey_id)}/{slug(touchpoint_id)}.html"


def persona(id: str) -> str:
    """Return the address of a persona's page."""
    return page("personas", id)


def walk(persona_id: str, journey_id: str) -> str:
    """Return the address of a persona's walk through a journey."""
    return f"walks/{slug(persona_id)}/{slug(journey_id)}.html"


def channel(id: str) -> str:
    """Return the address of a channel's page."""
    return page("channels", id)


def item(id: str) -> str:
    """Return the address of the page of the item with this id."""
    return page("items", id)


def owner(name: str) -> str:
    """Return the address of the page of an owner."""
    return f"owners/{slug(name)}.html"


def campaign(name: str) -> str:
    """Return the address of a campaign on the page of all."""
    return f"{CAMPAIGNS}#{anchor('c', slug(name))}"


def year(number: int) -> str:
    """Return the address of the calendar of a year."""
    return page("calendar", str(number))


def rule(name: str) -> str:
    """Return the address of a rule's manual."""
    return page("rules", name)


def model(id: str) -> str:
    """Return the address of a model's page."""
    return page("models", id)


def anchor(*parts: str) -> str:
    """Return an id within a page, the same as the one in links to it."""
    return "-".join(_NOT_ANCHOR.sub("-", part) for part in parts)


def body_anchor(heading: str) -> str:
    """Return the id of a heading of an item's own text; the prefix keeps it clear of ours."""
    return f"t-{_NOT_ANCHOR.sub('-', heading)}"


def filtered(address: str, fields: Mapping[str, str]) -> str:
    """Return the address of a list that shows only the rows with these values."""
    return f"{address}?{urlencode(fields)}"


def file(path: str) -> str:
    """Return the address of a copied image or download."""
    return quote(f"files/{path}")


def source(address: str) -> str:
    """Return the path of the Markdown page that is built at `address`."""
    return f"{address.removesuffix('.html')}.md"


def root_from(address: str) -> str:
    """Return what leads from the page at `address` back to the root of the site."""
    return "../" * address.count("/")
