"""Exceptions and the baseline: they cover exactly what they name, wherever it moves."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.properties.project import BOM, CONFIG, Sample, law, one_case, sample_of, some_cases
from tests.rules.test_cases import CASES

from klantreis.baseline import accepting, read_baseline, write_baseline
from klantreis.check import activate, check, run
from klantreis.finding import Finding
from klantreis.models import built_in
from klantreis.read.front_matter import split
from klantreis.read.project import read_project
from klantreis.rule import all_rules
from klantreis.rules.base_project import BASE

OWN = {"unused-suppression", "suppression-without-reason", "expired-suppression", "stale-baseline-entry"}

NEW_FILES = [case for case in CASES if any(p.startswith("content/") and p not in BASE for p in case.files)]


def per_file(found: set[tuple[str, str]]) -> str:
    """Return the lines of a configuration that excuse each rule at each path."""
    return "".join(
        f"\n[[per_file]]\npath = '{path}'\nrules = {{{rule} = 'off'}}\nreason = 'agreed'\n"
        for path, rule in sorted(found)
    )


@law
@given(some_cases())
def test_excusing_exactly_what_was_found_gives_a_clean_run(sample: Sample) -> None:
    findings = sample.check().findings
    open_ones = {(f.path, f.rule) for f in findings if f.suppressed is None}
    assume(not any(rule in OWN or path == CONFIG for path, rule in open_ones))
    config = sample.texts.get(CONFIG, "").rstrip() + "\n" + per_file(open_ones)
    after = sample.having({CONFIG: config}).check()
    assert after.open_findings == ()
    assert Counter(map(_known, after.findings)) == Counter(map(_known, findings))


def _known(finding: Finding) -> tuple[object, ...]:
    return finding.path, finding.span, finding.rule, finding.subject


@law
@given(one_case(), st.sampled_from(["{0}ignore: [{1}]{2}", "{0}ignore:{2}  - {1}{2}"]))
def test_an_item_excuses_its_own_findings_in_its_front_matter(sample: Sample, form: str) -> None:
    before = sample.check()
    texts = {}
    for item in before.project.items:
        text = sample.texts[item.path]
        rules = {f.rule for f in before.open_findings if f.path == item.path} - OWN
        if not rules or not item.is_readable or "ignore:" in text or split(text).kind != "yaml":
            continue
        entries = (form.count("[") and ", ") or "\n  - "
        listed = entries.join(f"{{rule: {rule}, reason: agreed}}" for rule in sorted(rules))
        head = split(text.removeprefix(BOM))
        at = head.end + len(text) - len(text.removeprefix(BOM))
        texts[item.path] = text[:at] + form.format("", listed, "\n") + text[at:]
    assume(texts)
    after = sample.having(texts).check()
    assert [f for f in after.open_findings if f.path in texts and f.rule not in OWN] == []
    assert not any(f.rule == "unused-suppression" and f.path in texts for f in after.findings)


@law
@given(one_case())
def test_what_is_mended_leaves_an_exception_that_is_not_needed(sample: Sample) -> None:
    found = {(f.path, f.rule) for f in sample.check().findings}
    assume(found and not any(rule in OWN or path == CONFIG for path, rule in found))
    # An exception for a rule that does not run is not judged.
    config = sample.texts.get(CONFIG, BASE[CONFIG])
    assume("[rules]" not in config and "per_file" not in config and "tags" not in config)
    after = Sample({**BASE, CONFIG: BASE[CONFIG] + per_file(found)}).check()
    unused = [f for f in after.findings if f.rule == "unused-suppression"]
    assert len(unused) == len(found)
    assert after.findings == tuple(unused)


@law
@given(some_cases(), st.integers(1, 3))
def test_a_line_above_a_finding_keeps_the_baseline_quiet(sample: Sample, lines: int) -> None:
    before = sample.check()
    texts = {
        path: _lower(text, lines) for path, text in sample.texts.items()
        if path != CONFIG and path not in before.project.spoilt.paths
    }  # fmt: skip
    assert _new(before.findings, sample, sample.having(texts)) == []


def _lower(text: str, lines: int) -> str:
    """Return a text with comment lines at the top of its front matter or YAML; bodies keep their layout."""
    if re.match(r"---[ \t]*\n\w", text):  # and no line across the page
        return text.replace("\n", "\n" + "# moved\n" * lines, 1)
    return "# moved\n" * lines + text if re.match(r"(id|name|extends):", text) else text


@settings(law, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.sampled_from(NEW_FILES).map(sample_of), st.sampled_from(["archief/", "a/b/", "zz "]))
def test_moving_a_file_keeps_the_baseline_quiet(sample: Sample, where: str) -> None:
    before = sample.check()
    project = before.project
    linked = {way.to for ways in project.ways.values() for way in ways.ways}
    named = {id for item in project.items for id in (*item.next, item.translation_of, *item.aliases)}
    alone = [
        item for item in project.items
        if item.path not in linked and item.id not in named and item.path.startswith("content/")
        and not item.links and not item.next and project.item_by_id[item.id] is item
    ]  # fmt: skip
    titles = Counter(item.title for item in project.items)
    alone = [item for item in alone if titles[item.title] == 1 and item.title not in item.path]
    assume(any(f.path == item.path for item in alone for f in before.findings))
    moves = {item.path: item.path.replace("content/", f"content/{where}", 1) for item in alone}
    texts = {moves.get(path, path): text for path, text in sample.texts.items()}
    assert _new(before.findings, sample, replace(sample, texts=texts)) == []


def _new(findings: tuple[Finding, ...], before: Sample, after: Sample) -> list[str]:
    """Return what the baseline of before does not accept after a change, stale entries too."""
    project = read_project(before.texts, before.config, before.today, built_in())
    accepted = read_baseline(write_baseline(accepting(findings, project)), "baseline.json")
    again = read_project(after.texts, after.config, after.today, built_in())
    result = check(again, activate(all_rules(), after.config), after.config, accepted)
    return [f"{f.path} {f.rule} {f.message.en}" for f in result.open_findings]


@law
@given(some_cases())
def test_a_baseline_says_the_same_after_writing_and_reading(sample: Sample) -> None:
    result = run(sample.texts, sample.config, sample.today)
    accepted = accepting(result.findings, result.project)
    text = write_baseline(accepted)
    assert write_baseline(read_baseline(text, "baseline.json")) == text
    assert len(read_baseline(text, "baseline.json")) == len(accepted)
