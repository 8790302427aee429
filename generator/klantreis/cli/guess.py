"""What a command that reads no project takes from the configuration here."""

from pathlib import Path

from klantreis.cli.option import Settings
from klantreis.disk import find_config, own_rules
from klantreis.rule import Rule, all_rules


def language_for(given: Settings) -> str:
    """Return the language asked for, else that of the configuration here, else Dutch."""
    return given.lang or find_config(Path.cwd(), given.config).config.language


def rules_for(given: Settings) -> tuple[Rule, ...]:
    """Return our rules, and those that the configuration here adds."""
    found = find_config(Path.cwd(), given.config)
    ours = all_rules()
    known = frozenset(word for rule in ours for word in (rule.name, rule.code))
    return (*ours, *own_rules(found.root, found.config, known))
