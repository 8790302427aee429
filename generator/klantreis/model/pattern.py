"""Patterns of paths, as configurations write them."""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class PathPattern:
    """A path pattern such as `content/nieuws/**`: `*` stays within a folder, `**` does not."""

    pattern: str

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        parts = re.split(r"(\*\*/?|\*|\?)", self.pattern)
        known = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
        return re.compile("".join(known.get(part, re.escape(part)) for part in parts) + r"\Z")

    def matches(self, path: str) -> bool:
        """Say whether a path, relative to the configuration and with `/`, fits the pattern."""
        return self._regex.match(path) is not None
