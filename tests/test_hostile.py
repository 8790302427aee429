"""No title, id or path forges an annotation, a row, a link or a terminal escape, in any output."""

import csv
import io
import json
import os
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pyromark
import pytest
from click.testing import Result
from tests.cli.project import call, write
from tests.git.platform import Runner
from tests.git.repository import DAY, commit, git, repository
from tests.hostile import FORGED, HOSTILE, HOSTILE_PROJECT, LEADING
from tests.report import judge

from klantreis.cli.destination import FORMATS
from klantreis.report.coverage_report import KEYS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="such names of files are none there")

ITEM, SLOT = LEADING, f"tuin/gezin/aware/{LEADING}"
COLOURS = re.compile("\x1b\\[(0|1|2|3[1-6]|1;3[1-6])m")
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OWN = {
    "github": re.compile(
        r"::(error|warning|notice) file=[^:,\n]*,line=\d+,[\w=,]*title=[\w-]+ KR\d{3}::|::(end)?group::"
    ),
    "azure": re.compile(
        r"##vso\[task\.logissue type=(error|warning);sourcepath=[^;\]\n]*;linenumber=\d+;"
        r"columnnumber=\d+;code=KR\d{3};\]"
    ),
}
"""What a command of ours looks like."""
CHECKS = [("check", "--output-format", form) for form in FORMATS]
TEXTS = [
    ("check", "--statistics"),
    ("check", "--show-files"),
    ("check", "--show-settings"),
    ("check", "--diff"),
    ("check", "--show-suppressed"),
    ("check", "--show-suppressed", "--output-format", "concise"),
    ("check", "--output-format", "grouped", "--show-suppressed"),
    ("check", "--fail-under", "persona:gezin=99"),
    *(
        ("coverage", "--by", key, "--format", form)
        for key in KEYS
        for form in ("table", "csv", "markdown", "json")
    ),
    ("coverage", "--format", "svg"),
    ("coverage", "--format", "shields"),
    *(("diff", "main~1", *form) for form in ((), ("--format", "markdown"), ("--format", "json"))),
    *(("diff", "main", "main~1", *form) for form in ((), ("--format", "markdown"))),
    ("explain", ITEM),
    ("explain", "content/e.md"),
    ("explain", SLOT),
    ("explain", "tuin"),
    ("explain", "tuin", "--format", "json"),
    ("explain", "tuin/gezin/aware?hoezo"),
    ("explain", f"tuin/gezin/aware?{LEADING}"),
    ("explain", "tuin/gezin/aware!modder"),
    ("explain", "tuin/gezin/aware+rust"),
    ("explain", "content/e.md", "--format", "json"),
    ("explain", HOSTILE),
    ("suggest",),
    ("suggest", "--format", "json"),
    ("suggest", "--diff"),
    ("suggest", "content/d.md", "content/e.md"),
    ("baseline", "show"),
    ("review", "--diff", "content/e.md"),
    ("review", HOSTILE),
    (HOSTILE,),
    ("check", f"--{HOSTILE}"),
    ("check", "--select", HOSTILE),
    ("check", HOSTILE),
    ("model",),
    ("rule", HOSTILE),
    ("diff", HOSTILE),
    ("diff", "main", HOSTILE),
    ("check", "--ratchet"),
    ("check", "--ratchet", "--allow-regression", HOSTILE, "--reason", HOSTILE),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with a commit before the hostile one; half of its findings are accepted."""
    folder = repository(tmp_path_factory.mktemp("vijandig"), {"klantreis.toml": ""})
    write(folder, HOSTILE_PROJECT)
    config = ("--config", str(folder / "klantreis.toml"))
    assert call("baseline", "create", "--today", DAY, *config).exit_code == 0
    path = folder / "klantreis-baseline.json"
    accepted = json.loads(path.read_text("utf-8"))
    accepted["accepted"] = accepted["accepted"][::2]
    path.write_text(json.dumps(accepted), "utf-8")
    write(folder, {"klantreis-ratchet.json": json.dumps({"version": 1, "uncovered": [], "allowed": []})})
    commit(folder, HOSTILE)
    return folder


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("TF_BUILD", "True")
    return project


def run(*words: str) -> Result:
    done = call(*words[:1], "--today", DAY, *words[1:]) if not words[0].startswith(FORGED) else call(*words)
    assert done.exit_code in (0, 1, 2), done.stderr
    return done


def obeyed(text: str, form: str = "") -> list[str]:
    """Return the lines that GitHub or Azure would take for a command, save those of their own format."""
    return [
        line
        for line in re.split("[\r\n]", text)
        if (line.lstrip().startswith("::") or "##[" in line or "##vso[" in line)
        # What follows the first command in a line is its message.
        and not (form in OWN and OWN[form].match(line))
    ]


@pytest.mark.parametrize("words", [*CHECKS, *TEXTS], ids=lambda words: " ".join(words)[:60])
def test_nothing_foreign_is_obeyed(words: tuple[str, ...], here: Path) -> None:
    for colour in ("never", "always"):
        done = run(*words, "--color", colour) if words[0] != HOSTILE else run(*words)
        form = words[2] if words[:2] == ("check", "--output-format") else ""
        for text in (done.stdout, done.stderr):
            assert not HARMFUL.search(COLOURS.sub("", text) if colour == "always" else text)
            assert not obeyed(text, form)
            assert not [
                line for line in text.split("\n") if re.match(r"[\s|]*(ROW|URL:)", COLOURS.sub("", line))
            ]
        text.encode("utf-8")


# each form by a reader of its own


def markdown_of(text: str) -> str:
    return pyromark.html(text, options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_GFM)


def stays_text(text: str) -> None:
    """Judge Markdown: its own rows and headings, no link, and nothing that a platform would wake."""
    html = markdown_of(text)
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", html))
    assert tags <= {
        "h2",
        "h3",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "code",
        "ul",
        "li",
        "details",
        "summary",
        "blockquote",
    }, tags
    for table in re.findall(r"<table>(.*?)</table>", html, re.DOTALL):
        rows = [len(re.findall(r"<t[dh]", row)) for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)]
        assert len(set(rows)) == 1
    asleep = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text)  # code spans show all as it is
    for waking in ("https:", "www.e", "@noor", "@evil", "#1", "!2", ":tada:"):
        assert waking not in asleep, waking


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--output-format", "markdown"),
        ("diff", "main~1", "--format", "markdown"),
        ("diff", "main", "main~1", "--format", "markdown"),
        *(("coverage", "--by", key, "--format", "markdown") for key in KEYS),
    ],
    ids=" ".join,
)
def test_no_row_or_link_is_forged_in_markdown(words: tuple[str, ...], here: Path) -> None:
    stays_text(run(*words).stdout)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_no_row_or_link_is_forged_in_a_job_summary(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")
    (tmp_path / "temp").mkdir()
    clone = tmp_path / "kloon"
    git(tmp_path, "clone", "--quiet", str(project), str(clone))
    job = Runner(tmp_path, clone, {}, base=git(clone, "rev-parse", "HEAD~1").strip())
    assert job.run() == 1
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert summary.count("## klantreis: ") == 2
    stays_text(summary)
    assert not obeyed(job.said["Check"], "github")
    assert not HARMFUL.search("".join(job.said.values()))


def reports(here: Path) -> dict[str, Any]:
    return {
        form: json.loads(run("check", "--output-format", form).stdout)
        for form in ("json", "gitlab", "rdjson", "sarif")
    }


def test_json_holds_the_very_words_and_no_more_findings(here: Path) -> None:
    found = reports(here)
    count = sum(finding["suppressed"] is None for finding in found["json"]["findings"])
    assert len(found["gitlab"]) == len(found["rdjson"]["diagnostics"]) == count
    assert len(found["sarif"]["runs"][0]["results"]) == len(found["json"]["findings"])
    assert any("##[error]" in finding["message"] for finding in found["json"]["findings"])
    for result in found["sarif"]["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", result["message"]["text"])
    for diagnostic in found["rdjson"]["diagnostics"]:
        assert not re.search("<(?!p>|/p>|!-- -->)", markdown_of(diagnostic["message"]))


@pytest.mark.parametrize(
    ("form", "is_valid"),
    [("sarif", judge.is_sarif), ("gitlab", judge.is_code_quality), ("junit", judge.is_junit),
     ("rdjson", judge.is_rdjson)],
)  # fmt: skip
def test_every_report_is_valid_to_an_independent_judge(
    form: str, is_valid: Callable[[str], None], here: Path
) -> None:
    is_valid(run("check", "--output-format", form).stdout)


def test_every_annotation_is_a_finding(here: Path) -> None:
    found = reports(here)["json"]["findings"]
    text = run("check", "--output-format", "github").stdout
    for severity, command in (("error", "error"), ("warning", "warning"), ("info", "notice")):
        still_open = [f for f in found if f["severity"] == severity and f["suppressed"] is None]
        assert len(re.findall(rf"^::{command} ", text, re.MULTILINE)) == min(len(still_open), 10)
    issues = run("check", "--output-format", "azure").stdout
    assert len(re.findall(r"^##vso\[task\.logissue ", issues, re.MULTILINE)) == sum(
        f["severity"] != "info" and f["suppressed"] is None for f in found
    )


def test_every_test_case_is_a_finding(here: Path) -> None:
    found = reports(here)["json"]["findings"]
    root = ElementTree.fromstring(run("check", "--output-format", "junit").stdout)
    assert len(root.findall(".//testcase")) == len(found)
    assert {element.tag for element in root.iter()} == {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }


@pytest.mark.parametrize("key", KEYS)
def test_every_row_of_a_table_is_one_group(key: str, here: Path) -> None:
    groups = json.loads(run("coverage", "--by", key, "--format", "json").stdout)["groups"]
    rows = list(csv.reader(io.StringIO(run("coverage", "--by", key, "--format", "csv").stdout)))
    assert {len(row) for row in rows} == {6}
    assert not [cell for row in rows for cell in row if re.match("[=+@-]", cell)]
    assert len([row for row in rows if row[0] == "slots"]) == sum("slots" in group for group in groups)


def test_every_suggestion_is_one_row(here: Path) -> None:
    count = len(json.loads(run("suggest", "--format", "json").stdout)["suggestions"])
    lines = run("suggest", "--quiet").stdout.splitlines()
    assert len(lines) == count + 2


def test_the_badge_says_its_own_words(here: Path) -> None:
    text = run("coverage", "--format", "svg").stdout
    assert FORGED not in text
    ElementTree.fromstring(text)


def test_every_entry_of_the_calendar_is_a_date(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kopie"
    write(folder, HOSTILE_PROJECT)
    config = str(folder / "klantreis.toml")
    assert call("build", "--pages-only", "--today", DAY, "--config", config).exit_code == 0
    (feed,) = (folder / "build" / "pages").rglob("*.ics")
    text = feed.read_bytes().decode("utf-8")
    calendar = icalendar.Calendar.from_ical(text)
    assert len(calendar.walk("VEVENT")) == 1
    names = {
        line.partition(":")[0].partition(";")[0] for line in text.replace("\r\n ", "").split("\r\n") if line
    }
    assert names <= {
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "NAME",
        "X-WR-CALNAME",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "TRANSP",
        "URL",
    }
    assert not HARMFUL.search(text.replace("\r\n", "\n"))
