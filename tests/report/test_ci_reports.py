"""The formats of CI platforms, judged by the schemas of their readers and by the byte."""

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report import judge
from tests.report.sample import EMPTY, EXCUSED, FINDINGS, INFORMAL, PUSH, outcome

from klantreis.cli.destination import FORMATS
from klantreis.finding import Finding, Subject
from klantreis.model.span import Span
from klantreis.model.words import Words
from klantreis.report.inert import code, inert
from klantreis.report.section import Section, fitted
from klantreis.rule import all_rules

JUDGES = {
    "sarif": judge.is_sarif,
    "gitlab": judge.is_code_quality,
    "junit": judge.is_junit,
    "rdjson": judge.is_rdjson,
}
HOSTILE = (
    "100% off,\r\n::error file=a.md::forged\n##vso[task.setvariable variable=x]y ##[error]z ]]> "
    "\x1b[31mred\x1b]8;;https://evil.example\x07 \x00\ufffe\udcff </failure> \" ' & "
    "| `code` `` [link](https://evil.example) www.evil.example @everyone #1 <b>x</b> :tada: {0}"
)


def said(text: str, finding: Finding = PUSH) -> Finding:
    return replace(finding, message=Words.same(text))


def written(form: str, *findings: Finding, **changes: object) -> str:
    return FORMATS[form](outcome(findings=findings, **changes))


@pytest.mark.parametrize("form", JUDGES)
@pytest.mark.parametrize("findings", [FINDINGS, (), (said(HOSTILE), said(HOSTILE)), (EXCUSED,)])
def test_every_report_is_valid_to_an_independent_judge(form: str, findings: tuple[Finding, ...]) -> None:
    JUDGES[form](written(form, *findings, rules=all_rules()))


@pytest.mark.parametrize("findings", [FINDINGS, (), (said(HOSTILE), said(HOSTILE))])
def test_the_sarif_multitool_finds_nothing_wrong(findings: tuple[Finding, ...], tmp_path: Path) -> None:
    judge.passes_multitool(written("sarif", *findings, rules=all_rules()), tmp_path)


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_no_message_breaks_a_report(text: str) -> None:
    for form, is_valid in JUDGES.items():
        is_valid(written(form, said(text)))


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_control_character_through(form: str) -> None:
    text = written(form, said(HOSTILE), said(HOSTILE, EMPTY), said(HOSTILE, INFORMAL))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text)
    text.encode("utf-8")


# github


def test_a_github_annotation_to_the_byte() -> None:
    finding = replace(said("100% zeker: a,b\n::error::x"), path="content/50%, half: één.md")
    assert written("github", finding) == (
        "::warning file=content/50%25%2C half%3A één.md,line=8,col=24,endLine=8,endColumn=70,"
        "title=product-push KR031::100%25 zeker: a,b ::error::x\n"
    )


def test_a_passage_over_several_lines_has_no_columns() -> None:
    text = written("github", replace(PUSH, span=Span(8, 24, 9, 10)))
    assert text.startswith("::warning file=content/vloer.md,line=8,endLine=9,title=")


def test_a_step_shows_the_ten_worst_and_says_how_many_more() -> None:
    findings = [replace(said(f"nummer {n}"), score=n, subject=Subject(item=str(n))) for n in range(14)]
    lines = written("github", *findings).splitlines()
    assert [line.split("::")[-1] for line in lines[:10]] == [
        *(f"nummer {n}" for n in range(13, 4, -1)),
        "nummer 4 (en nog 4: zie het log van deze stap)",
    ]
    assert lines[10] == "::group::nog 4 bevindingen"
    assert lines[11] == "- content/vloer.md:8:24: nummer 3 [product-push KR031]"
    assert lines[-1] == "::endgroup::"


def test_ten_findings_need_no_remark() -> None:
    text = written("github", *[PUSH] * 10)
    assert len(text.splitlines()) == 10
    assert "log" not in text


@given(st.text(alphabet=st.sampled_from("a:%,\r\n#[]\x1b "), max_size=30))
def test_every_line_for_github_is_a_command_of_ours_or_plain(text: str) -> None:
    for line in written("github", *[said(f"{text}##[error]x", replace(PUSH, path=text or "x"))] * 12).split(
        "\n"
    ):
        if line.startswith("::"):
            assert re.match(r"::(warning file=[^:,]*,line=|group::|endgroup::)", line)
        else:
            assert "##[" not in line and not line.lstrip().startswith("::")


# azure


def test_an_azure_issue_to_the_byte() -> None:
    finding = replace(said("100% ] ;\n##vso[task.setvariable variable=x]y"), path="content/50%;]x.md")
    assert written("azure", finding, EMPTY) == (
        "##vso[task.logissue type=warning;sourcepath=content/50%AZP25%3B%5Dx.md;linenumber=8;columnnumber=24;"
        "code=KR031;]100%AZP25 ] ; ##vso[task.setvariable variable=x]y [product-push KR031]\n"
        "##vso[task.logissue type=error;sourcepath=content/proef.md;linenumber=1;columnnumber=1;code=KR011;]"
        "hier staat geen tekst [empty-item KR011]\n"
    )


def test_a_log_line_for_azure_holds_no_command() -> None:
    assert "##" not in written("azure", said(HOSTILE, INFORMAL))


# gitlab, rdjson


def test_findings_on_one_line_stay_apart_in_gitlab() -> None:
    report = json.loads(written("gitlab", PUSH, PUSH, replace(PUSH, subject=Subject(item="x"))))
    assert len({entry["fingerprint"] for entry in report}) == 3
    assert report[0]["fingerprint"] == PUSH.fingerprint
    assert report[0]["location"] == {"path": "content/vloer.md", "lines": {"begin": 8, "end": 8}}
    assert [entry["severity"] for entry in json.loads(written("gitlab", EMPTY, PUSH, INFORMAL))] == [
        "major", "minor", "info",
    ]  # fmt: skip


def test_reviewdog_counts_bytes_and_gets_safe_fixes() -> None:
    _, informal, push = json.loads(written("rdjson", EMPTY, INFORMAL, PUSH))["diagnostics"]
    assert informal["suggestions"] == [
        {
            "range": {"start": {"line": 3, "column": 8}, "end": {"line": 3, "column": 18}},
            "text": "orientation",
        }
    ]
    line = "Kies eerst de ruimte. \tBestel vandaag nog onze Comfortvloer, met 日本 kwaliteit!"
    assert push["location"]["range"]["end"]["column"] == len(line[:69].encode()) + 1 > 70


# sarif


def test_sarif_tells_gaps_on_one_line_apart_and_marks_what_is_excused() -> None:
    text = written("sarif", PUSH, replace(PUSH, subject=Subject(item="x")), PUSH, EXCUSED, rules=all_rules())
    run = json.loads(text)["runs"][0]
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(prints)) == 4
    assert [len(result["suppressions"]) for result in run["results"]] == [0, 0, 0, 1]
    assert run["results"][3]["suppressions"][0]["justification"] == "zo heet het hier"
    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert rule["id"] == run["results"][0]["ruleId"] == "KR031"
    assert rule["name"] == "ProductPush"
    assert rule["help"]["markdown"]


def test_sarif_keeps_to_the_limits_of_github() -> None:
    many = [replace(PUSH, subject=Subject(item=str(n))) for n in range(6000)]
    wide = replace(EMPTY, evidence=PUSH.evidence * 100)
    run = json.loads(written("sarif", *many, wide, rules=all_rules()))["runs"][0]
    assert len(run["results"]) == 5000
    assert run["results"][-1]["level"] == "error"
    assert len(run["results"][-1]["relatedLocations"]) < 100
    assert "1001" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_fits_what_github_takes(rule: object) -> None:
    finding = replace(PUSH, rule=rule.name, code=rule.code)  # type: ignore[attr-defined]
    for language in ("nl", "en"):
        report = json.loads(written("sarif", finding, rules=all_rules(), language=language))
        (described,) = report["runs"][0]["tool"]["driver"]["rules"]
        assert 0 < len(described["shortDescription"]["text"]) <= 1024
        assert 0 < len(described["fullDescription"]["text"]) <= 1024
        assert len(described["properties"]["tags"]) <= 10


def test_a_message_is_no_link_in_sarif() -> None:
    run = json.loads(written("sarif", said("lees [dit](https://evil.example)")))["runs"][0]
    assert run["results"][0]["message"]["text"] == r"lees \[dit\](https://evil.example)"


def test_odd_paths_become_addresses() -> None:
    run = json.loads(written("sarif", replace(PUSH, path="content/a b%#é\udcff.md")))["runs"][0]
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "content/a%20b%25%23%C3%A9%FF.md", "uriBaseId": "%SRCROOT%"}


# junit


def test_junit_escapes_to_the_byte() -> None:
    text = written("junit", said('a ]]> <b> & "q" \ufffe\n\x1b'))
    assert '<failure message="a ]]&gt; &lt;b&gt; &amp; &quot;q&quot; \ufffd \\x1b" type="warning">' in text
    failure = ElementTree.fromstring(text).find(".//failure")
    assert failure is not None
    assert failure.get("message") == 'a ]]> <b> & "q" \ufffd \\x1b'


def test_junit_fails_for_errors_and_warnings_only() -> None:
    root = ElementTree.fromstring(written("junit", *FINDINGS))
    assert root.get("tests") == "4"
    assert root.get("failures") == "2"
    assert len(root.findall(".//failure")) == 2
    assert len(root.findall(".//skipped")) == 1
    assert len(root.findall(".//system-out")) == 1


def test_a_sound_project_has_a_case_that_passes() -> None:
    root = ElementTree.fromstring(written("junit"))
    assert root.get("tests") == "1"
    assert root.find(".//failure") is None


# markdown


def rendered(text: str) -> str:
    return pyromark.html(text, options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_GFM)


def visible_text(html: str) -> str:
    import html as entities

    return entities.unescape(re.sub(r"<!--.*?-->|<[^>]+>", "", html)).strip()


def test_a_hostile_message_forges_nothing_in_markdown() -> None:
    text = written("markdown", said(HOSTILE, EMPTY))
    rows = [line for line in text.splitlines() if line.startswith("| ❌")]
    assert len(rows) == 1
    html = rendered(text)
    assert "<a " not in html and "<b>" not in html
    for wakeful in ("@everyone", "#1", "https://", "www.", ":tada:"):
        assert wakeful not in text


@given(st.text(alphabet=st.sampled_from("ab|`\\[](){}<>!*_~#@:/.&;$^%w \n-+=1"), max_size=40))
def test_inert_text_shows_exactly_what_was_written(text: str) -> None:
    shown = " ".join(text.split())
    html = rendered(f"| x |\n| --- |\n| x {inert(shown)} x |\n")
    (cell,) = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert not re.search(r"<(?!!-- -->)", cell)
    assert " ".join(visible_text(cell).split()) == " ".join(f"x {shown} x".split())


@given(st.text(alphabet=st.sampled_from("ab|`\\[]()<>@#"), min_size=1, max_size=20))
def test_code_shows_exactly_what_was_written(text: str) -> None:
    html = rendered(f"| x |\n| --- |\n| {code(text)} |\n")
    (cell,) = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert re.fullmatch(r"<code>[^<]*</code>", cell)
    assert visible_text(cell).strip() == text.strip()


def test_markdown_is_cut_where_a_platform_would_refuse_it() -> None:
    many = [replace(PUSH, subject=Subject(item=str(n))) for n in range(3000)]
    text = written("markdown", *many)
    assert 60_000 < len(text) <= 65_000
    assert text.count("<details>") == text.count("</details>") == 1
    assert text.rstrip().endswith("Hier is ingekort; alles staat in het volledige rapport.")


def test_sections_are_never_longer_than_asked() -> None:
    parts = [Section("# a\n", ("b" * 30 + "\n",) * 4, "end\n"), Section("# c\n")]
    whole = fitted(parts, "en")
    assert "cut short" not in whole
    for limit in range(80, len(whole)):
        text = fitted(parts, "en", limit)
        assert len(text) <= limit
        assert "cut short" in text


# places


@pytest.mark.parametrize("form", ["github", "gitlab", "azure", "sarif", "junit", "rdjson", "markdown"])
def test_paths_start_at_the_top_of_the_repository(form: str) -> None:
    assert "docs/site/content/vloer.md" in written(form, PUSH, folder="docs/site/")
