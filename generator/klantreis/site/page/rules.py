"""The rules: the manual of each, as its own file tells it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup, escape

from klantreis.rule import FAMILIES, Rule
from klantreis.site import address
from klantreis.site.body.write import plain_body
from klantreis.site.link import Link
from klantreis.site.page.findings import FindingRow, finding_rows
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register

_MARKED = re.compile(r"⟦(.*?)⟧", re.DOTALL)
_SHORT = 24
_AROUND = 4


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list of all."""

    rule: Link
    code: str
    severity: str
    summary: str
    findings: int


@dataclass(frozen=True, slots=True)
class Example:
    """One of a rule's examples: its files, with the places where the rule fires marked."""

    kind: str
    files: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """What a rule's page shows."""

    name: str
    code: str
    family: str
    severity: str
    basis: str
    is_fixable: bool
    summary: str
    manual: str
    options: tuple[tuple[str, str, str], ...]
    examples: tuple[Example, ...]
    findings: tuple[FindingRow, ...]


def rule_pages(register: Register) -> tuple[Page, ...]:
    """Return the list of rules and a page for each."""
    rules = sorted(register.edition.rules, key=lambda rule: (FAMILIES.index(rule.family), rule.code))
    families = tuple(
        (
            register.say(f"family.{family}"),
            address.anchor("family", family),
            tuple(_line(register, r) for r in group),
        )
        for family, group in groupby(rules, key=lambda rule: rule.family)
    )
    index = Page(address.RULES, register.say("rules.title"), "rules.jinja", families, WIDE)
    return (index, *(_page(register, rule) for rule in rules))


def _line(register: Register, rule: Rule) -> RuleLine:
    return RuleLine(
        rule=Link(rule.name, address.rule(rule.name)),
        code=rule.code,
        severity=rule.severity.word,
        summary=rule.summary.said(register.say.language),
        findings=len(register.findings_by_rule.get(rule.name, ())),
    )


def _page(register: Register, rule: Rule) -> Page:
    say = register.say
    manual = rule.manual.said(say.language).strip().partition("\n")[2].strip()
    view = RuleView(
        name=rule.name,
        code=rule.code,
        family=say(f"family.{rule.family}"),
        severity=rule.severity.word,
        basis=say(f"basis.{rule.basis}"),
        is_fixable=rule.fixable,
        summary=rule.summary.said(say.language),
        manual=plain_body(manual, "", say),
        options=tuple((o.name, str(o.default), o.about.said(say.language)) for o in rule.options),
        examples=tuple(_examples(rule)),
        findings=finding_rows(register, register.findings_by_rule.get(rule.name, ())),
    )
    return Page(address.rule(rule.name), rule.name, "rule.jinja", view, most_forms=0)


def _examples(rule: Rule) -> Iterable[Example]:
    examples = rule.examples
    shown: tuple[tuple[str, Mapping[str, str], Mapping[str, str]], ...] = (
        ("bad", examples.bad, examples.good),
        ("good", examples.good, examples.bad),
        ("fixed", examples.fixed, examples.bad),
    )
    for kind, files, others in shown:
        if files:
            yield Example(
                kind,
                tuple(
                    (path, _marked(excerpt(text, others.get(path, ""))))
                    for path, text in sorted(files.items())
                ),
            )


def excerpt(text: str, other: str) -> str:
    """Return a long text as the lines that differ from `other` and a few around them; the rest is `…`."""
    lines = text.strip("\n").split("\n")
    if len(lines) <= _SHORT:
        return "\n".join(lines)
    apart = [n for n, line in enumerate(lines) if "⟦" in line] or _changed(
        other.strip("\n").split("\n"), lines
    )
    kept = sorted(
        {near for n in apart for near in range(max(n - _AROUND, 0), min(n + _AROUND + 1, len(lines)))}
    )
    parts: list[str] = ["…"] if kept[0] else []
    for before, n in zip([kept[0] - 1, *kept], kept, strict=False):
        parts += ["…"] if n > before + 1 else []
        parts.append(lines[n])
    return "\n".join([*parts, *(["…"] if kept[-1] < len(lines) - 1 else [])])


def _changed(before: list[str], after: list[str]) -> list[int]:
    """Return the numbers of the lines of `after` at which the two differ; the first when they do not."""
    steps = SequenceMatcher(None, [_bare(line) for line in before], after, autojunk=False).get_opcodes()
    found = {
        n for kind, _, _, start, end in steps if kind != "equal" for n in range(start, max(end, start + 1))
    }
    return sorted(n for n in found if n < len(after)) or [0]


def _bare(line: str) -> str:
    return line.replace("⟦", "").replace("⟧", "")


def _marked(text: str) -> Markup:
    return Markup(_MARKED.sub(r"<mark>\1</mark>", str(escape(text))))
