"""Addresses: safe file names, one per thing, the same every time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.site import address


@pytest.mark.parametrize("id", ["vloer-kiezen", "keuzehulp_2", "a.b", "x"])
def test_a_plain_id_is_its_own_file_name(id: str) -> None:
    assert address.slug(id) == id


@pytest.mark.parametrize(
    "id", ["..", ".", "", "a b", "A", "É", "a/b", "con", "nul.txt", "index", "readme", "README", "x.", "%2e",
           "a#b?c&d", "🚲", "a\\b", "-" * 300, 'q"q', "aux.md"],
)  # fmt: skip
def test_a_strange_id_becomes_a_name_that_every_file_system_takes(id: str) -> None:
    name = address.slug(id)
    assert name and len(name) < 100
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-")
    assert name.partition(".")[0] not in {"con", "nul", "aux", "index", "readme", ""}


@given(st.text(), st.text())
def test_ids_that_differ_get_names_that_differ_without_regard_to_case(one: str, other: str) -> None:
    assert (address.slug(one).lower() == address.slug(other).lower()) == (one == other)


def test_an_id_with_folders_keeps_them() -> None:
    assert address.item("blog/vloer") == "items/blog/vloer.html"
    assert address.item("../../geheim").startswith("items/")
    assert ".." not in address.item("../../geheim")


def test_a_link_back_to_the_root_climbs_as_deep_as_the_page_stands() -> None:
    assert address.root_from("index.html") == ""
    assert address.root_from("items/a/b.html") == "../../"
