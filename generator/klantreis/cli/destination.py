"""Where `check` writes: `-o FILE` takes what would be printed, `-o FORMAT=FILE` a format of its own."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from klantreis.errors import OperatorError
from klantreis.model.nearest import nearest
from klantreis.report.azure_report import azure_report
from klantreis.report.concise import concise
from klantreis.report.full import full
from klantreis.report.github_report import github_report
from klantreis.report.gitlab_report import gitlab_report
from klantreis.report.grouped import grouped
from klantreis.report.json_report import json_report
from klantreis.report.junit_report import junit_report
from klantreis.report.markdown_report import markdown_report
from klantreis.report.outcome import Outcome
from klantreis.report.rdjson_report import rdjson_report
from klantreis.report.sarif_report import sarif_report

FORMATS: Final[Mapping[str, Callable[[Outcome], str]]] = {
    "full": full,
    "concise": concise,
    "grouped": grouped,
    "json": json_report,
    "markdown": markdown_report,
    "github": github_report,
    "gitlab": gitlab_report,
    "azure": azure_report,
    "sarif": sarif_report,
    "junit": junit_report,
    "rdjson": rdjson_report,
}

COMMANDING = ("azure", "github")
"""The formats that consist of commands to a platform."""


class Target(NamedTuple):
    """A file to write, and the format when it was named with it."""

    form: str | None
    path: Path


class Destination(click.ParamType):  # type: ignore[type-arg]
    """`FILE`, or `FORMAT=FILE`."""

    name = "destination"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        """Return the file that was written, with its format if there is one."""
        form, mark, path = str(value).partition("=")
        if mark and form in FORMATS:
            if not path:
                self.fail(f"'{value}' names no file; write {form}=FILE", param, ctx)
            return Target(form, Path(path))
        near = nearest(form, FORMATS) if mark and form.isalpha() else None
        if near:
            self.fail(f"'{form}' is no format; did you mean '{near}={path}'?", param, ctx)
        return Target(None, Path(value))


def plain(targets: Sequence[Target]) -> Path | None:
    """Return the file that takes what would be printed; raises OperatorError when there are two."""
    named = [target.path for target in targets if target.form is None]
    if len(named) > 1:
        raise OperatorError(
            f"-o {named[1]}: one file takes what would be printed; for more, write FORMAT=FILE"
        )
    return named[0] if named else None
