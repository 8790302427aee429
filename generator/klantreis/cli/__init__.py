"""The command line: arguments in, calls, text out, an honest exit code."""

from klantreis.cli.front import main

__all__ = ["main"]
