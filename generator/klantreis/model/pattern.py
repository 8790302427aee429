"""Patterns of paths, as configurations write them."""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class PathPattern:
    """A path pattern such as `content/{nieuws,blog}/**`: `*` stays within a folder, `**` does not."""

    pattern: str

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(_translated(self.pattern) + r"\Z")

    def matches(self, path: str) -> bool:
        """Say whether a path, relative to the configuration and with `/`, fits the pattern."""
        return self._regex.match(path) is not None


_SIGNS = re.compile(r"(\{[^{}]*,[^{}]*\}|\*\*/?|\*|\?)")
_KNOWN = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}


def _translated(pattern: str) -> str:
    return "".join(
        f"(?:{'|'.join(map(_translated, part[1:-1].split(',')))})"
        if part.startswith("{") and part.endswith("}") and "," in part
        else _KNOWN.get(part, re.escape(part))
        for part in _SIGNS.split(pattern)
    )
