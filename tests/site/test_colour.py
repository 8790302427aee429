"""The accent is readable on light and on dark paper, whatever colour is configured."""

import pytest

from klantreis.site.colour import DARK_PAPER, LIGHT_PAPER, accent, contrast


@pytest.mark.parametrize(
    "colour", ["#a8651b", "#ffff00", "#000", "#ffffff", "#3f51b5", None, "rood", "#12345", "red;}"]
)
def test_any_colour_becomes_readable(colour: str | None) -> None:
    made = accent(colour)
    assert contrast(made.light, LIGHT_PAPER) >= 4.5
    assert contrast(made.dark, DARK_PAPER) >= 4.5


def test_black_on_white_has_the_highest_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
