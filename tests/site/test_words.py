"""The catalogue: both languages say the same things."""

import re
from pathlib import Path

import pytest

from klantreis.model.slot import STATES
from klantreis.rule import BASES, FAMILIES
from klantreis.site import icon
from klantreis.site.words import Speech, catalogue

PLACE = re.compile(r"\{(\w+)\}")
TEMPLATES = Path(__file__).parents[2] / "generator" / "klantreis" / "templates"
SITE = Path(__file__).parents[2] / "generator" / "klantreis" / "site"


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_both_languages_of_a_text_have_the_same_places(key: str) -> None:
    words = catalogue()[key]
    assert words.nl and words.en
    assert set(PLACE.findall(words.nl)) == set(PLACE.findall(words.en))


def test_every_word_that_the_code_composes_is_there() -> None:
    wanted = {f"state.{state}" for state in (*STATES, "partly", "answered", "none")}
    wanted |= {f"family.{family}" for family in FAMILIES} | {f"basis.{basis}" for basis in BASES}
    assert wanted <= set(catalogue())


def test_every_key_that_templates_and_pages_name_exists() -> None:
    sources = [*TEMPLATES.glob("*.jinja"), *SITE.rglob("*.py")]
    named = {
        key for path in sources for key in re.findall(r'\bsay\("([a-z_.]+)"[,)]', path.read_text("utf-8"))
    }
    assert named and not named - set(catalogue())


def test_every_state_has_a_sign_of_its_own() -> None:
    drawn = [
        icon.SHAPES[state] for state in (*STATES, "partly", "answered", "none", "error", "warning", "info")
    ]
    assert len(set(drawn)) == len(drawn)


def test_dates_and_lists_read_as_people_write_them() -> None:
    assert Speech("nl").date("2026-03-01") == "1 maart 2026"
    assert Speech("en").date("2026-03-01") == "1 March 2026"
    assert Speech("nl").listing(["a", "b", "c"]) == "a, b en c"


def test_only_everything_is_a_hundred_percent() -> None:
    assert Speech("nl").share(0.999) == "99%"
    assert Speech("nl").share(1.0) == "100%"
