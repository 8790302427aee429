"""The value of content: cost, views, conversions and return, once there are figures."""

from klantreis.site import address
from klantreis.site.page.page import Page
from klantreis.site.register import Register


def value_page(register: Register) -> Page:
    """Return the page that says that there are no figures."""
    return Page(address.VALUE, register.say("value.title"), "value.jinja", None)
