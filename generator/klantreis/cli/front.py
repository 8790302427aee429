"""The door: loads a command only when it is asked for, and turns every failure into one line.

What only a failure needs is imported there, so that `klantreis --version` stays quick.
"""

import importlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import click

from klantreis import __version__
from klantreis.cli.option import Command, Everywhere, shared_options
from klantreis.errors import OperatorError

COMMANDS: Final[Mapping[str, str]] = {
    "check": "Find gaps, mistakes and texts that do not fit their stage.",
    "coverage": "Show how much of each journey has content.",
    "diff": "Show what a change does to the journey.",
    "explain": "Say why a place is as it is, or what the text of an item says.",
    "suggest": "Suggest a stage for items without one, and say whether their texts sell.",
    "baseline": "Accept today's findings, so that only new ones count.",
    "review": "Record that an item was read beside whom and what it is for.",
    "build": "Build the site.",
    "serve": "Show the site and follow your changes.",
    "rule": "List the rules, or print the manual of one.",
    "model": "List the journey models, or print one.",
    "schema": "Print a JSON Schema for your editor.",
}
"""The commands with their line of help, in the order of the help page; each is a module of this package."""

OPERATOR, BUG, INTERRUPTED = 2, 3, 130


class Front(Everywhere, click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command and return it."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"klantreis.cli.{cmd_name}").command
        assert isinstance(command, Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name; an unknown one gets the nearest name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from klantreis.model.nearest import nearest

            near = nearest(args[0], COMMANDS)
            hint = f"did you mean '{near}'?" if near else f"there are {', '.join(COMMANDS)}"
            raise OperatorError(f"no such command '{args[0]}'; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> int:
        """Run a command and leave with its exit code; no failure shows a traceback."""
        _make_writable()
        try:
            code = super().main(args, "klantreis", complete_var, standalone_mode=False, **extra)
        except Exception as error:  # a bug of ours must not look like the writer's mistake
            code = _failed(error)
        except KeyboardInterrupt:
            code = INTERRUPTED
        code = code if isinstance(code, int) else 0
        if standalone_mode:
            sys.exit(code)
        return code


def _make_writable() -> None:
    """Let every console show what it can: a character that it lacks becomes `?`, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _failed(error: Exception) -> int:
    if isinstance(error, click.Abort):
        return INTERRUPTED
    if isinstance(error, OperatorError | click.ClickException | OSError):
        _complain(_said(error))
        return OPERATOR
    _complain(
        f"this is a bug in klantreis, not in your content: {type(error).__name__}: {error}; "
        f"the details are in {_traceback_file(error)}"
    )
    return BUG


def _complain(message: str) -> None:
    from klantreis.cli.aside import note

    note("; ".join(part.strip() for part in message.splitlines() if part.strip()))


def _traceback_file(error: Exception) -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="klantreis-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as file:
        file.write(f"klantreis {__version__}, Python {sys.version}\n{sys.argv}\n\n")
        file.writelines(traceback.format_exception(error))
    return file.name


def _said(error: Exception) -> str:
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error)
    if isinstance(error, click.ClickException):
        return _lowered(error.format_message())
    if isinstance(error, OSError) and error.strerror:
        name = f"'{error.filename}': " if error.filename else ""
        return f"{name}{_lowered(error.strerror)}"
    return str(error)


def _no_such_option(error: click.NoSuchOption) -> str:
    from klantreis.model.nearest import nearest

    known = [name for parameter in _parameters(error.ctx) for name in parameter.opts if name.startswith("--")]
    near = nearest(error.option_name, known)
    path = error.ctx.command_path if error.ctx else "klantreis"
    hint = f"did you mean '{near}'?" if near else f"`{path} --help` lists what there is"
    return f"no such option '{error.option_name}'; {hint}"


def _parameters(context: click.Context | None) -> Iterator[click.Parameter]:
    if context is not None:
        yield from context.command.get_params(context)


def _lowered(message: str) -> str:
    text = message.rstrip(".")
    return text[:1].lower() + text[1:]


@click.group(cls=Front, invoke_without_command=True, params=[*shared_options()])
@click.version_option(__version__, prog_name="klantreis", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """See which stages of the customer journey have no content, and which content does not fit."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
