"""The options that every command has, before and after its name."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

_META = "klantreis."


@dataclass(frozen=True, slots=True)
class Settings:
    """What the shared options say; what follows the command wins over what precedes it."""

    config: Path | None = None
    lang: str | None = None
    quiet: bool = False
    color: str = "auto"
    no_cache: bool = False
    jobs: int | None = None
    today: datetime.date | None = None


def settings() -> Settings:
    """Return the shared options of the command that is running."""
    meta = click.get_current_context().meta
    given = {f.name: meta[_META + f.name] for f in fields(Settings) if _META + f.name in meta}
    return Settings(**given)


class Day(click.ParamType):  # type: ignore[type-arg]  # not generic at run time before click 8.5
    """A date such as 2026-11-01."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Return the date that was written."""
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is no date such as 2026-11-01", param, ctx)


class Whole(click.ParamType):  # type: ignore[type-arg]
    """A whole number from `least` up."""

    name = "number"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number that was written."""
        if not str(value).isdecimal() or int(value) < self.least:
            self.fail(f"'{value}' is no whole number from {self.least} up", param, ctx)
        return int(value)


class Percent(click.ParamType):  # type: ignore[type-arg]
    """A percentage from 0 to 100."""

    name = "percent"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the percentage that was written, with or without a percent sign."""
        try:
            number = float(str(value).removesuffix("%"))
        except ValueError:
            number = -1
        if not 0 <= number <= 100:
            self.fail(f"'{value}' is no percentage from 0 to 100", param, ctx)
        return number


class Shared(click.Option):
    """An option that every command has; its value is kept for `settings`."""

    def __init__(self, *declarations: str, **attributes: Any) -> None:
        super().__init__(declarations, expose_value=False, callback=_keep, **attributes)


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    if option.name and context.get_parameter_source(option.name) is not ParameterSource.DEFAULT:
        context.meta[_META + option.name] = value


def shared_options() -> tuple[Shared, ...]:
    """Return the shared options, new for each command."""
    return (
        Shared("--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration."),
        Shared("--lang", type=click.Choice(["nl", "en"]), help="Language of the output."),
        Shared("--quiet", "-q", is_flag=True, help="Leave out totals and hints."),
        Shared("--color", type=click.Choice(["auto", "always", "never"]), help="When to use colour."),
        Shared("--no-cache", is_flag=True, help="Read everything anew."),
        Shared("--jobs", "-j", type=Whole(1), metavar="N", help="Use at most N processes."),
        Shared("--today", type=Day(), metavar="DATE", help="Act as if it were this day."),
    )


class Everywhere(click.Command):
    """A command whose help lists its own options first and the shared ones apart."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write two lists of options."""
        own: list[tuple[str, str]] = []
        shared: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, click.Option):
                (shared if isinstance(parameter, Shared) else own).append(record)
        for title, records in (("Options", own), ("Options of every command", shared)):
            with formatter.section(title):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(Everywhere):
    """One of our commands."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.params.extend(shared_options())


def named(name: str) -> Callable[[Callable[..., int | None]], Command]:
    """Make a command called `name` of a function that returns its exit code."""
    return click.command(name, cls=Command, context_settings={"max_content_width": 100})
