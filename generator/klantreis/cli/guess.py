"""The language for a command that needs no project."""

from pathlib import Path

from klantreis.cli.option import Settings
from klantreis.disk import find_config


def language_for(given: Settings) -> str:
    """Return the language asked for, else that of the configuration here, else Dutch."""
    return given.lang or find_config(Path.cwd(), given.config).config.language
