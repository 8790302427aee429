"""Colour for a terminal that has it, nothing for all others."""

from dataclasses import dataclass

from klantreis.finding import Severity

_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_STATE = {
    "gap": "31", "idea": "31", "planned": "33", "drafted": "33", "stale": "33", "borrowed": "33",
    "thin": "32", "published": "32", "exempt": "2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paint:
    """Puts text in colour, or leaves it as it is."""

    colour: bool = False

    def _with(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def bold(self, text: str) -> str:
        """Return text that stands out."""
        return self._with("1", text)

    def dim(self, text: str) -> str:
        """Return text that stays in the background."""
        return self._with("2", text)

    def link(self, text: str) -> str:
        """Return text that names a file, rule or command."""
        return self._with("36", text)

    def good(self, text: str) -> str:
        """Return text about what is well."""
        return self._with("32", text)

    def bad(self, text: str) -> str:
        """Return text about what goes."""
        return self._with("31", text)

    def severity(self, severity: Severity, text: str) -> str:
        """Return text in the colour of a severity."""
        return self._with(_SEVERITY[severity], text)

    def state(self, state: str, text: str) -> str:
        """Return text in the colour of a slot's state."""
        return self._with(_STATE[state], text)


PLAIN = Paint()
