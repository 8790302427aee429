"""The command line: arguments in, calls, text out, an honest exit code."""

from klantreis.cli.front import Front, front

main = front

__all__ = ["Front", "main"]
