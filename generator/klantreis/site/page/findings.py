"""The findings: everything that breaks a rule, and what has leave to."""

from collections.abc import Iterable
from dataclasses import dataclass

from klantreis.finding import Finding
from klantreis.model.journey import Journey
from klantreis.model.persona import Persona
from klantreis.site import address
from klantreis.site.link import Link
from klantreis.site.listing import Filter, filters_of
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as a line; `place` leads to the passage on the item's page where there is one."""

    severity: str
    rule: Link
    code: str
    message: str
    place: Link
    subject: tuple[Link, ...]
    reason: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class FindingsView:
    """The open findings, the excused ones, and the filters."""

    rows: tuple[FindingRow, ...]
    excused: tuple[FindingRow, ...]
    filters: tuple[Filter, ...]


def findings_page(register: Register) -> Page:
    """Return the page with every finding."""
    say = register.say
    rows = finding_rows(register, register.findings)
    filters = filters_of(
        (row.fields for row in rows),
        (
            ("severity", say("severity"), lambda word: say(f"severity.{word}")),
            ("rule", say("rule"), str),
            ("journey", say("journey"), lambda id: register.journey(id).text),
            ("persona", say("persona"), lambda id: register.persona(id).text),
            ("owner", say("owner"), str),
        ),
        say("none"),
    )
    view = FindingsView(rows, finding_rows(register, register.excused), filters)
    return Page(address.FINDINGS, say("findings.title"), "findings.jinja", view, WIDE, False)


def finding_rows(register: Register, findings: Iterable[Finding]) -> tuple[FindingRow, ...]:
    """Return findings as lines, in their own order."""
    return tuple(_row(register, finding) for finding in findings)


def _row(register: Register, finding: Finding) -> FindingRow:
    item = register.project.item_by_path.get(finding.path)
    subject = finding.subject
    return FindingRow(
        severity=finding.severity.word,
        rule=register.rule(finding.rule),
        code=finding.code,
        message=finding.message.said(register.say.language),
        place=place_of(register, finding),
        subject=_subject(register, finding),
        reason=(finding.suppressed.reason or "") if finding.suppressed else "",
        fields={
            "severity": finding.severity.word, "rule": finding.rule, "journey": subject.journey or "",
            "persona": subject.persona or ("|".join(item.personas) if item else ""),
            "owner": owner_of(register, finding),
        },
    )  # fmt: skip


def owner_of(register: Register, finding: Finding) -> str:
    """Return who owns the item, persona or journey in whose file a finding stands, or nothing."""
    project = register.project
    item = project.item_by_path.get(finding.path)
    if item is not None:
        return item.owner or ""
    definitions: tuple[Persona | Journey, ...] = (*project.personas, *project.journeys)
    return next((each.owner or "" for each in definitions if each.place.path == finding.path), "")


def place_of(register: Register, finding: Finding) -> Link:
    """Return where a finding stands, as a link to the page that shows it."""
    text = f"{finding.path}:{finding.span.line}"
    page = register.pages.get(finding.path)
    if page is None:
        return Link(text)
    here = register.findings_by_path.get(finding.path, ())
    return Link(text, f"{page}#kr-f-{here.index(finding) + 1}" if finding in here else page)


def _subject(register: Register, finding: Finding) -> tuple[Link, ...]:
    """Return what a finding is about: the touchpoint or stage, the persona, the item."""
    subject = finding.subject
    links: list[Link] = []
    if subject.item and subject.item in register.project.item_by_id:
        links.append(register.item(register.project.item_by_id[subject.item]))
    if subject.journey and subject.touchpoint:
        links.append(register.touchpoint(subject.journey, subject.touchpoint))
    elif subject.journey and subject.stage:
        links.append(register.stage(subject.journey, subject.stage))
    if subject.persona:
        links.append(register.persona(subject.persona))
    return tuple(link for link in links if link.text)
