"""Where things stand and what they are called makes no difference to what is found."""

import random
import re
from collections import Counter
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.properties.project import CONFIG, Sample, law, one_case, seen, some_cases

from klantreis.check import Result, run
from klantreis.finding import Finding

FOLDERS = {"content": "de teksten/site", "personas": "mensen", "journeys": "reizen"}
IDS = (
    "huurder", "verhuizen", "inpakmail", "verhuisvoorstel", "zoekvraag", "keuzepagina", "hoeveel-dozen",
    "zelf-of-verhuizer", "wat-kost-het", "zere-rug", "schade", "overzicht", "vaste-prijs",
)  # fmt: skip
"""Ids of the base project: a persona, a journey, items, touchpoints, questions, pains and gains."""


@law
@given(some_cases(), st.integers())
def test_the_order_of_files_changes_no_finding(sample: Sample, seed: int) -> None:
    paths = list(sample.texts)
    random.Random(seed).shuffle(paths)
    shuffled = Sample({path: sample.texts[path] for path in paths}, sample.today)
    assert seen(shuffled.check()) == seen(sample.check())


@law
@given(some_cases())
def test_the_names_of_folders_change_no_finding(sample: Sample) -> None:
    config = sample.texts.get(CONFIG, "")
    assume(not re.search(r"(?m)^(content|personas|journeys)\b", config))
    texts = {_moved(path): text for path, text in sample.texts.items()}
    moved = Sample({**texts, CONFIG: _moved_in(config)}, sample.today)
    folders = {key: (folder,) for key, folder in FOLDERS.items()}
    after = run(moved.texts, replace(moved.config, **folders), sample.today)
    before = sample.check().findings
    assert Counter(map(_told, after.findings)) == Counter(_told(f, _moved_in) for f in before)


def _moved(path: str) -> str:
    folder, slash, rest = path.partition("/")
    return FOLDERS[folder] + slash + rest if slash and folder in FOLDERS else path


def _moved_in(text: str) -> str:
    return re.sub(r"\b(content|personas|journeys)(?=/)", lambda found: FOLDERS[found[1]], text)


def _told(finding: Finding, moved_in: object = str) -> tuple[object, ...]:
    assert callable(moved_in)
    message = tuple(moved_in(text) for text in finding.message)
    subject = replace(finding.subject, detail=moved_in(finding.subject.detail or ""))
    span = None if finding.path == CONFIG else finding.span  # longer names take more columns there
    return moved_in(finding.path), span, finding.rule, finding.severity, message, subject


@law
@given(one_case(), st.sampled_from(IDS), st.from_regex(r"[qxz][a-z]{3,9}(-[0-9]{1,3})?", fullmatch=True))
def test_renaming_an_id_everywhere_changes_no_coverage(sample: Sample, id: str, new: str) -> None:
    before = sample.check()
    # A slip of the old name is no slip of the new one.
    assume(not any(rule.startswith(("unknown-", "broken-link")) for rule in before.project.troubles))
    assume(not any(new in text for text in sample.texts.values()))
    word = re.compile(rf"(?<![\w-]){id}(?![\w-])")
    texts = {
        word.sub(new, path) if path.startswith("content/") else path: word.sub(new, text)
        for path, text in sample.texts.items()
    }
    assume(len(texts) == len(sample.texts))
    after = Sample(texts, sample.today).check()
    assert _coverage(after) == sorted(word.sub(new, line) for line in _coverage(before))


def _coverage(result: Result) -> list[str]:
    """Return what is covered, a line for each slot and wish; items without their order."""
    slots = (f"{s.id} {s.need} {s.state} {s.reached} {s.published}" for s in result.project.slots)
    wishes = (f"{w} {w.state} {w.served_in} {w.last_stage}" for w in result.project.wishes)
    return sorted((*slots, *wishes))
