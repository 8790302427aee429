"""Whatever stands in a file: reading, checking and reporting it never raises, and places stay inside it."""

import datetime
import json

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.project import CONFIG, Sample, law, one_case

from klantreis.baseline import read_baseline
from klantreis.check import Result, run
from klantreis.cli.check import FORMATS
from klantreis.config import Config
from klantreis.errors import OperatorError
from klantreis.overview import overview_of
from klantreis.own_rule import read_own_rules
from klantreis.read.config import read_config
from klantreis.report.excerpt import lines_of
from klantreis.report.outcome import Outcome
from klantreis.rules.base_project import BASE, TODAY

SIGNS = (
    "---", "---\n", "+++\n", "{", "}", "[", "]", ":", ": ", "- ", "\n", "\r\n", "\r", "\t", "  ", "'", '"',
    "|\n", ">\n", "&a ", "*a", "!!binary ", "? ", "#", "%", "\\", "{{ x }}", "{% y %}", "null", "~", "true",
    "12:30", "2026-02-30", "1e400", "\x00", "\ufeff", "\u2028", "\x85", "\udcff", "\udc80", "🚲", "é",
)  # fmt: skip
WORDS = (
    "[a](b.md#c)", "![x](y)", "[[", "]]", "```", "    ", "<a href=", "stage:", "persona:", "stages:", "id:",
    "<!-- klantreis: ignore dead-end -->", "<!-- klantreis: end -->", "touchpoints:", "ignore:", "rules:",
    "reviewed_against:", "wait: 3 weken", "frequency: ", "journey: ",
)  # fmt: skip
TOKENS = (*SIGNS, *WORDS)
SETTINGS = (*TOKENS, '"version": 1', '"accepted"', "name: x", "forbid", " = ")
PATHS = ("content/vreemd.md", "content/hoeveel-dozen.md", "personas/huurder.md", "journeys/verhuizen.yaml")


@st.composite
def spoilt(draw: st.DrawFn) -> Sample:
    """Return a project of which one file was cut, repeated and sprinkled with odd characters."""
    sample = draw(one_case())
    path = draw(st.sampled_from(sorted(path for path in sample.texts if path.endswith((".md", ".yaml")))))
    text = sample.texts[path]
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + "".join(draw(st.lists(st.sampled_from(TOKENS), max_size=3))) + text[end:]
    return sample.having({path: text})


@law
@given(spoilt())
def test_a_damaged_file_is_read_checked_and_reported(sample: Sample) -> None:
    try:
        config = sample.config
    except OperatorError:
        return
    judge(run(sample.texts, config, sample.today), sample.texts)


@law
@given(st.sampled_from(PATHS), st.binary(max_size=300))
def test_any_bytes_are_read_checked_and_reported(path: str, content: bytes) -> None:
    texts = {**BASE, path: content.decode("utf-8", "surrogateescape")}
    judge(run(texts, Config(), TODAY), texts)


@law
@given(st.sampled_from(PATHS), st.lists(st.sampled_from(TOKENS), max_size=25).map("".join))
def test_any_row_of_signs_is_read_checked_and_reported(path: str, text: str) -> None:
    texts = {**BASE, path: text}
    judge(run(texts, Config(), TODAY), texts)


def judge(result: Result, texts: dict[str, str]) -> None:
    """See that every place stands inside its file, and that all reports can be made and written."""
    for finding in result.findings:
        lines = lines_of(texts.get(finding.path, "").removeprefix("\ufeff")) or [""]
        for span in (finding.span, *(evidence.span for evidence in finding.evidence)):
            assert 1 <= span.line <= len(lines) + 1, finding
            assert span[:2] <= span[2:], finding
            line = lines[span.line - 1] if span.line <= len(lines) else ""
            assert 1 <= span.column <= len(line) + 1, finding
    overview = overview_of(result.project)
    outcome = Outcome(result.project, overview, result.findings, texts, show_suppressed=True)
    for report in FORMATS.values():
        report(outcome).encode("utf-8")
    json.loads(FORMATS["json"](outcome))


@law
@given(st.lists(st.sampled_from(SETTINGS), max_size=20))
def test_what_the_operator_wrote_is_understood_or_answered_with_one_line(parts: list[str]) -> None:
    text = "".join(parts)
    for read in (
        lambda: read_config(text, CONFIG),
        lambda: read_config(text, "pyproject.toml", is_pyproject=True),
        lambda: read_baseline(text, "baseline.json"),
        lambda: read_own_rules(text, "rules.yaml", frozenset()),
    ):
        try:
            read()
        except OperatorError as error:
            assert str(error)


@law
@given(st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)), one_case())
def test_any_day_will_do(today: datetime.date, sample: Sample) -> None:
    run(sample.texts, sample.config, today)
