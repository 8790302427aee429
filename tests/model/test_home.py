"""Which addresses lead to the organisation's own site."""

import datetime

import pytest

from klantreis.model.brand import Brand
from klantreis.model.home import Home
from klantreis.model.item import Item
from klantreis.model.message import Link
from klantreis.model.project import Project
from klantreis.read.config import read_config

HOME = Home(Brand(("Trap & Op",), site="https://reizen.dozenbende.example/klantreis/"))


def at(site: str) -> Home:
    """Return the home of somebody without a name, whose site this is."""
    return Home(Brand(site=site))


def called(*names: str) -> Home:
    """Return the home of somebody with these names, whose site nobody knows."""
    return Home(Brand(names))


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("https://reizen.dozenbende.example/blog/dozen/", "/blog/dozen/"),
        ("http://www.dozenbende.example", "/"),
        ("//dozenbende.example/blog?van=mail", "/blog?van=mail"),
        ("https://dozenbende.example?van=mail", "/?van=mail"),
        ("https://reizen.dozenbende.example#onder", "/#onder"),
        ("HTTPS://WWW.Dozenbende.Example:443/Blog", "/Blog"),
        ("Http://noor:geheim@dozenbende.example./blog", "/blog"),
        ("https://TRAP-OP.example/prijs#onder", "/prijs#onder"),
        ("https://shop.trapop.example:8443/dozen", "/dozen"),
    ],
)
def test_its_domain_or_a_brand_name_in_it_makes_an_address_the_own_one(target: str, path: str) -> None:
    assert HOME.path_of(target) == path
    assert not HOME.leads_away(target)


@pytest.mark.parametrize(
    "target",
    [
        "https://anders.example/dozenbende.example",
        "https://anders.example?dozenbende.example",
        "https://anders.example#@dozenbende.example",
        "https://anders.example\\@dozenbende.example/",
        "https://dozenbende.example@anders.example/",
        "https://dozenbende.example.anders.example/",
        "https://andredozenbende.example/",
        "//anders.example",
        "HTTP://ANDERS.EXAMPLE",
        "https://[2001:db8::1]:8000/",
    ],
)
def test_an_address_on_the_site_of_another_leads_away(target: str) -> None:
    assert HOME.path_of(target) is None
    assert HOME.leads_away(target)


@pytest.mark.parametrize(
    "target",
    ["mailto:noor@dozenbende.example", "tel:0701234567", "/blog/", "dozen.md", "#", "", "//", "///a"],
)
def test_what_is_no_address_of_the_web_leads_neither_away_nor_to_a_path(target: str) -> None:
    assert HOME.path_of(target) is None
    assert not HOME.leads_away(target)


@pytest.mark.parametrize(
    ("site", "own", "others"),
    [
        ("https://www.trap.example/", ["trap.example", "winkel.trap.example"], ["example", "strap.example"]),
        ("https://reizen.trap.example", ["trap.example", "winkel.trap.example"], ["op.example"]),
        ("https://WWW.Trap.co.uk:8080/", ["trap.co.uk", "shop.trap.co.uk"], ["co.uk", "op.co.uk"]),
        (
            "https://trap.github.io/reis/",
            ["trap.github.io", "a.trap.github.io"],
            ["github.io", "a.github.io"],
        ),
        ("https://trap.gitlab.io", ["trap.gitlab.io"], ["gitlab.io", "op.gitlab.io"]),
        ("https://trap.netlify.app", ["proef.trap.netlify.app"], ["netlify.app", "www.netlify.app"]),
        ("https://proef.trap.pages.dev", ["proef.trap.pages.dev"], ["pages.dev", "op.pages.dev"]),
        ("https://github.io", ["github.io"], ["trap.github.io"]),
        ("http://intranet:8000/", ["intranet", "intranet:80"], ["trap.intranet", "net"]),
        ("http://10.0.0.1/", ["10.0.0.1"], ["10.0.1", "11.0.0.1", "0.1"]),
    ],
)
def test_a_site_owns_its_domain_but_not_what_many_share(site: str, own: list[str], others: list[str]) -> None:
    assert [host for host in own if at(site).leads_away(f"https://{host}/")] == []
    assert [host for host in others if not at(site).leads_away(f"https://{host}/")] == []


@pytest.mark.parametrize(
    ("name", "own", "others"),
    [
        ("Dozenbende", ["dozenbende-actie.nl", "dozenbende.netlify.app"], ["dozen.bende.nl"]),
        ("Café Zó", ["cafe-zo.nl", "www.cafézó.nl"], ["cafe.nl"]),
        ("Pages", ["pages.example"], ["trap.pages.dev", "pages.dev"]),
        ("Op", ["op.nl", "mijn.op.nl", "op.co.uk"], ["openbaar.nl", "op.anders.nl", "kop.nl"]),
        ("Trap.nl", ["trap.nl", "mijn.trap.nl"], ["trap.be", "strap.nl"]),
        ("&", [], ["trap.nl"]),
        ("", [], ["trap.nl"]),
    ],
)
def test_a_name_is_looked_for_in_what_somebody_chose(name: str, own: list[str], others: list[str]) -> None:
    home = called(name)
    assert [host for host in own if home.leads_away(f"https://{host}/")] == []
    assert [host for host in others if not home.leads_away(f"https://{host}/")] == []


def test_without_an_address_or_a_name_nothing_is_known_of_it() -> None:
    assert Home().path_of("https://dozenbende.example/blog/") is None
    assert at("dozenbende").path_of("https://dozenbende.example/blog/") is None


def test_the_address_in_the_configuration_is_the_site() -> None:
    config = read_config('[site]\nurl = "https://dozenbende.example/reizen/"\n', "klantreis.toml")
    assert config.brand.site == config.site.url == "https://dozenbende.example/reizen/"


def test_a_link_to_the_whole_address_of_an_item_leads_to_that_item() -> None:
    link = Link("https://www.dozenbende.example/blog/dozen/", "dozen", (0, 1), (0,))
    start = Item("start", "content/start.md", "Start", links=(link,))
    goal = Item("blog/dozen", "content/blog/dozen.md", "Dozen")
    brand = Brand(site="https://dozenbende.example/reizen/")
    project = Project(datetime.date(2026, 6, 1), brand=brand, items=(goal, start))
    assert [way.to for way in project.ways_from(start)] == ["content/blog/dozen.md"]
