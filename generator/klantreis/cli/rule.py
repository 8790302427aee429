"""`klantreis rule`: the rules, and the manual of one."""

import sys

import click

from klantreis.cli.guess import language_for, rules_for
from klantreis.cli.option import named, settings
from klantreis.cli.terminal import columns, deliver, paint_for
from klantreis.errors import OperatorError
from klantreis.model.nearest import nearest
from klantreis.report.rule_page import FORMATS, rule_list, rule_manual
from klantreis.rule import FAMILIES, Rule


@named("rule")
@click.argument("name", required=False)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print.")
def command(name: str | None, form: str) -> int:
    """List the rules, or print the manual of one.

    NAME is a rule's name or code; the name of a family lists that family. Rules of your own, which
    the configuration here names, are there too.
    """
    given = settings()
    language, paint = language_for(given), paint_for(given)
    rules = rules_for(given)
    if name is not None and name.lower() not in FAMILIES:
        deliver(rule_manual(_found(name, rules), form, language, paint))
        return 0
    chosen = [rule for rule in rules if name is None or rule.family == name.lower()]
    deliver(rule_list(chosen, form, language, paint, columns() if sys.stdout.isatty() else None))
    return 0


def _found(name: str, rules: tuple[Rule, ...]) -> Rule:
    for rule in rules:
        if name.lower() in (rule.name, rule.code.lower()):
            return rule
    near = nearest(name, [word for rule in rules for word in (rule.name, rule.code)])
    hint = f"did you mean '{near}'?" if near else "`klantreis rule` lists them all"
    raise OperatorError(f"no such rule '{name}'; {hint}")
