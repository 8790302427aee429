"""Where the text goes: the terminal, a pipe or a file."""

import errno
import os
import shutil
import sys
from pathlib import Path

import click

from klantreis.cli.aside import tamed
from klantreis.cli.option import Settings
from klantreis.disk import write_atomically
from klantreis.errors import OperatorError
from klantreis.report.paint import Paint

WIDTH = 100
"""The columns of a report that goes to a pipe or a file."""


def paint_for(settings: Settings, output: Path | None = None) -> Paint:
    """Return the colours that suit where the text goes; NO_COLOR and `--color` decide first."""
    if settings.color != "auto":
        return Paint(settings.color == "always")
    plain = output is not None or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Paint(not plain and sys.stdout.isatty())


def columns(output: Path | None = None) -> int:
    """Return how wide a line may be."""
    if output is not None or not sys.stdout.isatty():
        return WIDTH
    return max(shutil.get_terminal_size((WIDTH, 24)).columns, 40)


def deliver(text: str, output: Path | None = None, *, exact: bool = False) -> None:
    """Write `text` to `output`, or to the standard output when none is given (or `-`).

    What is not `exact` gives a CI platform no orders: its log may be where this text ends up.
    """
    text = text if exact else tamed(text)
    if output is None or str(output) == "-":
        _print(text)
    elif output.is_dir():
        raise OperatorError(f"'{output}' is a folder; give -o the name of a file")
    else:
        _write(text, output)


def _write(text: str, output: Path) -> None:
    try:
        if output.exists() and not output.is_file():  # a device or pipe cannot be replaced
            output.write_text(text, encoding="utf-8", newline="")
        else:
            write_atomically(output, text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OperatorError(f"'{output}' cannot be written: {reason}") from None


def _print(text: str) -> None:
    try:
        click.echo(text, nl=False, color=True)
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        # The reader has seen enough (`| head`); what is left goes nowhere, and the verdict stands.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
