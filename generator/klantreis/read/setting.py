"""What a journey says about rules: names with a severity or options, and where each of them stands."""

from dataclasses import dataclass
from typing import Any

import yaml

from klantreis.model.words import Words
from klantreis.read.node import Node, plain
from klantreis.read.notes import Notes
from klantreis.read.shape import Schema, wrong_kind


@dataclass(frozen=True, slots=True)
class Settings:
    """A mapping of rules to a severity, or to a table of options.

    Marks the name of a rule as `rules.NAME`, its severity as `rules.NAME=`, the name of an option as
    `rules.NAME.OPTION` and its value as `rules.NAME.OPTION=`; who knows the rules judges them.
    """

    wanted: Words = Words("een blok met regels", "a mapping of rules")

    def read(self, node: Node, key: str, notes: Notes) -> dict[str, Any]:
        """Return what is said of each rule."""
        if not isinstance(node, yaml.MappingNode):
            wrong_kind(self, node, key, notes)
            return {}
        for name, value in node.value:
            _mark(f"{key}.{name.value}", name, value, notes)
            for option, chosen in value.value if isinstance(value, yaml.MappingNode) else ():
                at = f"{key}.{name.value}"
                _mark(at if option.value == "severity" else f"{at}.{option.value}", option, chosen, notes)
        said = plain(node)
        return said if isinstance(said, dict) else {}

    def schema(self) -> Schema:
        """Return the JSON Schema of the value."""
        severity = {"enum": ["off", "info", "warning", "error", True, False]}
        return {"type": "object", "additionalProperties": {"anyOf": [severity, {"type": "object"}]}}


def _mark(key: str, name: Node, value: Node, notes: Notes) -> None:
    notes.mark(key, name)
    notes.mark(f"{key}=", value)
