"""What a link in a text leads to: the organisation's own order page, or somebody else's."""

import pytest

from klantreis.model.brand import Brand
from klantreis.read.markdown import read_markdown
from klantreis.text.lexicon import Lexicon, lexicon
from klantreis.text.message import read_message
from klantreis.text.moves import moves
from klantreis.text.target import target_bits

SITE = "https://reizen.dozenbende.example/"


def bits(target: str, known: Lexicon) -> list[str]:
    """Return what a link to `target` is said to be, in words."""
    (link,) = read_markdown(f"[hier]({target})").links
    return [name for name, bit in moves().bits.items() if target_bits(link, known) & bit]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://winkel.dozenbende.example/bestellen/", ["LINK", "to-buy"]),
        ("//WWW.Dozenbende.example/bestellen?van=mail", ["LINK", "to-buy"]),
        ("https://www.trapop.nl/bestellen", ["LINK", "to-buy"]),
        ("../bestellen.md", ["LINK", "to-buy"]),
        ("https://dozenbende.example", ["LINK"]),
        ("https://anders.example/bestellen", ["AWAY"]),
        ("//anders.example/bestellen", ["AWAY"]),
        ("mailto:noor@anders.example", ["LINK", "to-contact"]),
    ],
)
def test_an_address_on_the_own_site_counts_as_a_path_on_it(target: str, expected: list[str]) -> None:
    known = lexicon("nl", ("Trap & Op",), site=SITE)
    assert sorted(bits(target, known)) == sorted(expected)


def test_the_site_of_the_configuration_makes_an_order_page_the_own_one() -> None:
    text = (
        "Dozen zijn er in vier maten, van klein tot groot. [Bestel ze](https://dozenbende.example/bestellen)."
    )
    document = read_markdown(text)
    assert read_message(document, "nl", Brand(site=SITE)).ask == "buy"
    assert read_message(document, "nl", Brand()).ask is None
