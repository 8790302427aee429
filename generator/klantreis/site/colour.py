"""One accent colour, made fit to read on light and on dark paper."""

import colorsys
import re
from typing import NamedTuple

DEFAULT = "#8a5a14"
LIGHT_PAPER = "#ffffff"
DARK_PAPER = "#23211e"
READABLE = 4.6
"""The contrast that small text needs by WCAG 2.2 is 4.5; the rest is margin for rounding."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")

Rgb = tuple[float, float, float]


class Accent(NamedTuple):
    """The accent on light paper and on dark paper, as `#rrggbb`."""

    light: str
    dark: str


def is_colour(word: str) -> bool:
    """Say whether `word` is a colour as `#rgb` or `#rrggbb`."""
    return _HEX.match(word) is not None


def accent(colour: str | None) -> Accent:
    """Return the accent nearest to `colour` that is readable on both kinds of paper."""
    wanted = colour if colour and is_colour(colour) else DEFAULT
    return Accent(_moved(wanted, LIGHT_PAPER, -0.01), _moved(wanted, DARK_PAPER, 0.01))


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours, 1 to 21, by the definition of WCAG 2.2."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _moved(colour: str, paper: str, step: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    while contrast(_hex(colorsys.hls_to_rgb(hue, light, saturation)), paper) < READABLE and 0 <= light <= 1:
        light += step
    return _hex(colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation))


def _rgb(colour: str) -> Rgb:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in rgb)


def _luminance(colour: str) -> float:
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
