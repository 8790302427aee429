"""What the command line asks of a check, beside the configuration."""

from typing import NamedTuple

from klantreis.model.threshold import Threshold


class Choice(NamedTuple):
    """The rules to run, by name, code or family, and the coverage to reach."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_under: tuple[Threshold, ...] = ()
