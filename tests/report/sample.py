"""A small project with findings of every kind, made by hand so that no rule can change it."""

import datetime
from dataclasses import replace

from klantreis.check import Result
from klantreis.config import Config
from klantreis.finding import Edit, Evidence, Excuse, Finding, Fix, Severity, Subject
from klantreis.model.span import START, Span
from klantreis.model.words import Words
from klantreis.models import built_in
from klantreis.overview import overview_of
from klantreis.read.project import read_project
from klantreis.report.outcome import Outcome

TODAY = datetime.date(2026, 11, 1)

TEXTS = {
    "content/vloer.md": (
        "---\n"
        "title: Een vloer kiezen\n"
        "stage: orientatie\n"
        "persona: [gezin]\n"
        "channel: blog\n"
        "---\n"
        "\n"
        "Kies eerst de ruimte. \tBestel vandaag nog onze Comfortvloer, met 日本 kwaliteit!\n"
        "Wij zijn de beste. Nu maar € 29 per m².\n"
    ),
    "content/proef.md": (
        "---\ntitle: Proef\nstage: purchase\npersona: [gezin]\nchannel: email\nstatus: draft\n---\n"
    ),
    "journeys/vloer.yaml": (
        "id: vloer\nextends: ideal-journey\npersonas: [gezin]\nowner: sanne\nstages:\n"
        "  orientation:\n    touchpoints:\n      - {id: zoekresultaat, channel: blog}\n"
        "      - {id: folder, channel: print, need: could}\n"
    ),
    "personas/gezin.md": (
        "---\nid: gezin\nname: Gezin\nstages:\n  orientation:\n"
        "    questions:\n      - {id: kosten, ask: Wat kost het?}\n"
        "    pains:\n      - {id: herrie, pain: Dagen in de herrie}\n---\n"
    ),
}  # fmt: skip

PUSH = Finding(
    rule="product-push",
    code="KR031",
    family="message",
    severity=Severity.WARNING,
    message=Words(
        "de tekst verkoopt (63), terwijl de fase 'oriëntatiefase' hooguit 30 verdraagt",
        "the text sells (63), where the stage 'orientation' bears 30 at most",
    ),
    path="content/vloer.md",
    span=Span(8, 24, 8, 70),
    subject=Subject(item="vloer", journey="vloer", persona="gezin", stage="orientation", channel="blog"),
    score=63,
    evidence=(
        Evidence(Span(8, 24, 8, 70), "call-to-action"),
        Evidence(Span(9, 1, 9, 19), "self-praise"),
        Evidence(Span(9, 20, 9, 40), "price"),
    ),
)
INFORMAL = Finding(
    rule="informal-name",
    code="KR020",
    family="reference",
    severity=Severity.INFO,
    message=Words(
        "'orientatie' wordt begrepen; schrijf 'orientation'",
        "'orientatie' is understood; write 'orientation'",
    ),
    path="content/vloer.md",
    span=Span(3, 8, 3, 18),
    subject=Subject(item="vloer"),
    fixes=(Fix((Edit("content/vloer.md", Span(3, 8, 3, 18), "orientation"),)),),
)
EMPTY = Finding(
    rule="empty-item",
    code="KR011",
    family="reading",
    severity=Severity.ERROR,
    message=Words("hier staat geen tekst", "there is no text here"),
    path="content/proef.md",
    span=START,
    subject=Subject(item="proef"),
)
EXCUSED = replace(
    INFORMAL,
    span=Span(5, 10, 5, 14),
    suppressed=Excuse("front matter", "content/vloer.md", 6, "zo heet het hier"),
    fixes=(),
)  # fmt: skip

FINDINGS = (EMPTY, INFORMAL, EXCUSED, PUSH)


def outcome(**changes: object) -> Outcome:
    """Return the outcome of a check of the sample."""
    project = read_project(TEXTS, Config(), TODAY, built_in())
    result = Result(project, FINDINGS)
    base = Outcome(project, overview_of(project), findings=result.findings, texts=TEXTS)
    return replace(base, **changes)  # type: ignore[arg-type]
