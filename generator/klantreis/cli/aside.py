"""What is said beside the output, and text that gives a CI platform no orders."""

import os
import re

import click

from klantreis.report.visible import visible


def note(text: str) -> None:
    """Say something beside the output, on one line."""
    click.echo(f"klantreis: {tamed(visible(text))}", err=True)


def tamed(text: str) -> str:
    """Return text in which a CI platform finds no command of its own: content must not give it orders.

    GitHub obeys `::` at the start of a line, after spaces too; an older spelling counts anywhere in it.
    """
    if not (os.environ.get("GITHUB_ACTIONS") or os.environ.get("TF_BUILD")):
        return text
    text = text.replace("##[", "# #[").replace("##vso[", "# #vso[")
    return re.sub(r"^([^\S\n]*):(?=:)", r"\1: ", text, flags=re.MULTILINE)
