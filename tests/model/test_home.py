"""Which addresses lead to the organisation's own site."""

import datetime

import pytest

from klantreis.model.brand import Brand
from klantreis.model.home import Home
from klantreis.model.item import Item
from klantreis.model.message import Link
from klantreis.model.project import Project

HOME = Home("https://reizen.dozenbende.example/klantreis/", Brand(names=("Trap & Op",)))


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("https://reizen.dozenbende.example/blog/dozen/", "/blog/dozen/"),
        ("http://www.dozenbende.example", "/"),
        ("//dozenbende.example/blog?van=mail", "/blog?van=mail"),
        ("https://TRAP-OP.example/prijs#onder", "/prijs#onder"),
        ("https://shop.trapop.example:8443/dozen", "/dozen"),
    ],
)
def test_its_host_or_a_brand_name_in_it_makes_an_address_the_own_one(target: str, path: str) -> None:
    assert HOME.path_of(target) == path


@pytest.mark.parametrize(
    "target",
    ["https://anders.example/dozenbende.example", "mailto:noor@dozenbende.example", "/blog/", "dozen.md"],
)
def test_any_other_target_is_not(target: str) -> None:
    assert HOME.path_of(target) is None


def test_without_an_address_or_a_name_nothing_is_known_of_it() -> None:
    assert Home(None, Brand()).path_of("https://dozenbende.example/blog/") is None
    assert Home(None, Brand(names=("Op",))).path_of("https://openbaar.example/") is None


def test_a_link_to_the_whole_address_of_an_item_leads_to_that_item() -> None:
    link = Link("https://www.dozenbende.example/blog/dozen/", "dozen", (0, 1), (0,))
    start = Item("start", "content/start.md", "Start", links=(link,))
    goal = Item("blog/dozen", "content/blog/dozen.md", "Dozen")
    project = Project(
        datetime.date(2026, 6, 1), items=(goal, start), site_url="https://dozenbende.example/reizen/"
    )
    assert [way.to for way in project.ways_from(start)] == ["content/blog/dozen.md"]
