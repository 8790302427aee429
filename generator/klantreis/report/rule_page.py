"""The rules in a table, and the manual of one rule, as text, Markdown or JSON."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from klantreis.report.catalogue import SEVERITIES, said
from klantreis.report.json_report import dumped
from klantreis.report.paint import Paint
from klantreis.report.table import Column, as_markdown
from klantreis.report.visible import shortened
from klantreis.rule import FAMILIES, Option, Rule

FORMATS = ("text", "json", "markdown")
SEVERITY = 12
"""The columns that the longest word for a severity takes."""

_KEYS = ("rule", "code", "family", "severity", "fix", "about")


def rule_list(rules: Sequence[Rule], form: str, language: str, paint: Paint, columns: int | None) -> str:
    """Return rules in one of the three forms; the text is cut to `columns`, unless that is nothing."""
    if form == "json":
        return dumped([_record(rule, language) for rule in rules])
    if form == "markdown":
        return as_markdown([Column(said(key, language)) for key in _KEYS], [_row(r, language) for r in rules])
    families = groupby(sorted(rules, key=lambda r: FAMILIES.index(r.family)), key=lambda r: r.family)
    blocks = [_family(family, list(members), language, paint, columns) for family, members in families]
    return "\n".join((*blocks, paint.dim(said("rules-hint", language)))) + "\n"


def _family(family: str, rules: list[Rule], language: str, paint: Paint, columns: int | None) -> str:
    widest = max(len(rule.code) for rule in rules), max(len(rule.name) for rule in rules)
    return "\n".join((paint.bold(family), *(_line(r, widest, language, paint, columns) for r in rules), ""))


def _line(rule: Rule, widest: tuple[int, int], language: str, paint: Paint, columns: int | None) -> str:
    word = SEVERITIES[rule.severity].said(language)
    summary = rule.summary.said(language)
    code, name = widest
    taken = 2 + code + 2 + name + 2 + SEVERITY + 2
    if columns is not None:
        summary = shortened(summary, max(columns - taken, 30))
    severity = paint.severity(rule.severity, f"{word:<{SEVERITY}}")
    return f"  {rule.code:<{code}}  {paint.link(f'{rule.name:<{name}}')}  {severity}  {summary}"


def _row(rule: Rule, language: str) -> list[str]:
    severity = SEVERITIES[rule.severity].said(language)
    mark = said("yes", language) if rule.fixable else ""
    return [rule.name, rule.code, rule.family, severity, mark, rule.summary.said(language)]


def rule_manual(rule: Rule, form: str, language: str, paint: Paint) -> str:
    """Return everything about one rule in one of the three forms."""
    if form == "json":
        return dumped(_record(rule, language))
    facts = " · ".join(_facts(rule, language))
    body = rule.manual.said(language).strip()
    if form == "markdown":
        return f"# {rule.name}\n\n{facts}\n\n{body}\n{_options_markdown(rule, language)}"
    title = f"{paint.bold(rule.name)} {rule.code}"
    return f"{title}\n{paint.dim(facts)}\n\n{_coloured(body, paint)}\n{_options_text(rule, language, paint)}"


def _facts(rule: Rule, language: str) -> list[str]:
    facts = [
        f"{said('family', language)}: {rule.family}",
        f"{said('severity', language)}: {SEVERITIES[rule.severity].said(language)}",
        f"{said('basis', language)}: {said(rule.basis, language)}",
    ]
    return [*facts, said("fixable", language)] if rule.fixable else facts


def _coloured(body: str, paint: Paint) -> str:
    lines = (paint.bold(line.lstrip("# ")) if line.startswith("#") else line for line in body.splitlines())
    return "\n".join(lines)


def _options_text(rule: Rule, language: str, paint: Paint) -> str:
    if not rule.options:
        return ""
    lines = [f"  {paint.link(o.name)}  {_about(o, language)}" for o in rule.options]
    return "\n".join(("", paint.bold(said("options", language)), *lines, ""))


def _options_markdown(rule: Rule, language: str) -> str:
    if not rule.options:
        return ""
    lines = "".join(f"- `{o.name}`: {_about(o, language)}\n" for o in rule.options)
    return f"\n## {said('options', language)}\n\n{lines}"


def _about(option: Option, language: str) -> str:
    parts = [option.about.said(language), said("default", language, value=_value(option.default))]
    if option.choices:
        parts.append(said("choices", language, choices=", ".join(option.choices)))
    return "; ".join(parts)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, tuple | list | frozenset) else str(value)


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _record(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "name": rule.name,
        "code": rule.code,
        "family": rule.family,
        "severity": rule.severity.word,
        "basis": rule.basis,
        "fixable": rule.fixable,
        "summary": rule.summary.said(language),
        "manual": rule.manual.said(language),
        "options": [
            {
                "name": option.name,
                "default": _plain(option.default),
                "about": option.about.said(language),
                "choices": list(option.choices),
            }
            for option in rule.options
        ],
    }
