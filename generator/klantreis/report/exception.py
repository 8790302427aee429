"""The lines to paste where a finding is right and the text is right too."""

from klantreis.finding import Finding
from klantreis.model.item import Item
from klantreis.read.front_matter import split
from klantreis.report.catalogue import said
from klantreis.report.excerpt import Sources
from klantreis.report.outcome import Outcome
from klantreis.report.visible import quoted, visible

FIRM = ("reading", "coverage", "suppression")
"""Families whose findings are not pasted away: what is broken is mended, an empty slot has `exempt`."""


def exception(outcome: Outcome) -> str:
    """Return how to excuse the worst finding that may be a matter of choice, or nothing."""
    items = outcome.project.item_by_path
    choices = [f for f in outcome.shown if f.suppressed is None and f.family not in FIRM]
    if not choices:
        return ""
    # A word that does not exist is rarely a choice, and an item is easier to excuse than a journey.
    chosen = max(choices, key=lambda f: (f.family != "reference", f.path in items, f.severity))
    key, path, lines = _lines(chosen, outcome)
    return f"{outcome.paint.dim(said(key, outcome.language, path=visible(path)))}\n{lines}\n"


def _lines(finding: Finding, outcome: Outcome) -> tuple[str, str, str]:
    """Return the words that introduce the lines, the file that they belong in, and the lines."""
    item = outcome.project.item_by_path.get(finding.path)
    kind = split(outcome.texts.get(finding.path, "")).kind
    reason = said("exception-reason", outcome.language)
    if item is None or not item.is_readable or kind not in ("yaml", "toml"):
        return "exception-file", outcome.project.config_path, _per_file(finding, reason, outcome)
    if item.suppressions and "ignore" in item.marks:
        return "exception-more", finding.path, _added(finding, item, reason, kind, outcome)
    entry = _entry(finding.rule, reason, kind)
    return "exception", finding.path, f"ignore = [{entry}]" if kind == "toml" else f"ignore: [{entry}]"


def _entry(rule: str, reason: str, kind: str) -> str:
    if kind == "toml":
        return f'{{rule = "{rule}", reason = "{reason}"}}'
    return f"{{rule: {rule}, reason: {reason}}}"


def _added(finding: Finding, item: Item, reason: str, kind: str, outcome: Outcome) -> str:
    entry = _entry(finding.rule, reason, kind)
    written = Sources(outcome.texts).slice(finding.path, item.marks["ignore"])
    return f"  - {entry}" if kind == "yaml" and not written.startswith(("[", "{")) else entry


def _per_file(finding: Finding, reason: str, outcome: Outcome) -> str:
    table = "tool.klantreis.per_file" if outcome.project.config_path == "pyproject.toml" else "per_file"
    path = quoted(finding.path)
    return f'[[{table}]]\npath = {path}\nrules = {{{finding.rule} = "off"}}\nreason = "{reason}"'
