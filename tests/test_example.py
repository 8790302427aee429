"""The worked example: the mistakes that its page lists are found, and nothing else is."""

import datetime
import re
from functools import cache
from pathlib import Path

import pytest

from klantreis.check import Result, activate, check
from klantreis.config import Config
from klantreis.disk import find_config, list_files
from klantreis.finding import Finding, Severity
from klantreis.models import built_in
from klantreis.read.project import read_project
from klantreis.rule import all_rules

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 11, 1)
_ROW = re.compile(r"^\| `([a-z-]+)` \| `([^`:]+):(\d+)` \|", re.MULTILINE)


@cache
def texts() -> tuple[dict[str, str], Config, frozenset[str]]:
    root, config = find_config(ROOT)
    listing = list_files(root, config)
    return dict(listing.texts), config, listing.files


def result(without: str | None = None) -> Result:
    held, config, files = texts()
    kept = {path: text for path, text in held.items() if path != without}
    project = read_project(kept, config, TODAY, built_in(), files=files)
    return check(project, activate(all_rules(), config), config)


WHOLE = result()


def key(finding: Finding) -> tuple[str, str, int]:
    return finding.rule, finding.path, finding.span.line


def serious(found: Result) -> set[tuple[str, str, int]]:
    return {key(f) for f in found.open_findings if f.severity > Severity.INFO}


def test_the_page_and_the_findings_agree_both_ways() -> None:
    page = (ROOT / "docs" / "example.md").read_text("utf-8")
    listed = {(rule, path, int(line)) for rule, path, line in _ROW.findall(page)}
    assert len(listed) >= 12
    assert serious(WHOLE) == listed


def test_the_example_is_as_large_and_as_varied_as_it_says() -> None:
    project = WHOLE.project
    assert len(project.items) >= 30
    assert len(project.personas) == len(project.journeys) == 5
    assert {journey.lineage[-1] for journey in project.journeys} == {model.id for model in built_in()}
    assert len({item.channel for item in project.items}) >= 8
    assert len({item.format for item in project.items}) >= 8
    assert {item.status for item in project.items} >= {
        "idea",
        "planned",
        "draft",
        "review",
        "published",
        "expired",
    }
    assert {persona.segment for persona in project.personas} == {"b2b", "b2c"}
    assert any(persona.influencers for persona in project.personas)


CONSEQUENCES = set(
    """uncovered-stage uncovered-touchpoint uncovered-persona unanswered-question unaddressed-pain
    unmet-gain broken-link answered-too-late phantom-coverage thin-slot dead-end unreachable-item
    broken-bridge long-silence missing-cost-benefit-risk unclosed-cycle channel-imbalance
    single-channel-persona""".split()
)
"""What may follow from an item that is gone."""

PUBLISHED = [item for item in WHOLE.project.items if item.is_published_on(TODAY)]


@pytest.mark.parametrize("path", [item.path for item in PUBLISHED])
def test_deleting_an_item_turns_up_what_depended_on_it_and_nothing_else(path: str) -> None:
    item = WHOLE.project.item_by_path[path]
    after = result(without=path)
    new = [f for f in after.findings if f.fingerprint not in {g.fingerprint for g in WHOLE.findings}]
    lost = {str(s.id) for s in WHOLE.project.slots if s.is_served and not _slot(after, str(s.id))}
    unserved = {str(w) for w in WHOLE.project.wishes if w.is_served} - {
        str(w) for w in after.project.wishes if w.is_served
    }
    linking = {i.path for i in WHOLE.project.items if any(w.to == path for w in WHOLE.project.ways_from(i))}
    linking |= {i.path for i in WHOLE.project.items if i.translation_of == item.id}

    missing = [f for f in new if f.rule in ("uncovered-stage", "uncovered-touchpoint", "uncovered-persona")]
    assert bool(missing) == any(_is_wanted(after, slot) for slot in lost), (lost, missing)
    assert {
        f.subject.detail for f in new if f.rule in ("unanswered-question", "unaddressed-pain", "unmet-gain")
    } == {re.split(r"[?!+]", wish)[-1] for wish in unserved}
    assert {f.path for f in new if f.rule == "broken-link"} == linking, item.id
    about_it = {f.rule for f in new} - CONSEQUENCES
    assert not about_it, [(key(f), f.message.en) for f in new if f.rule in about_it]


def _slot(found: Result, id: str) -> bool:
    slot = found.project.slot_by_id.get(id)
    return slot is not None and slot.is_served


def _is_wanted(found: Result, id: str) -> bool:
    slot = found.project.slot_by_id.get(id)
    return slot is not None and not slot.is_leftover and slot.state != "exempt"


def test_without_any_content_every_required_slot_is_a_gap() -> None:
    held, config, files = texts()
    bare = {path: text for path, text in held.items() if not path.startswith("content/")}
    project = read_project(bare, config, TODAY, built_in(), files=files)
    required = [slot for slot in project.slots if slot.is_required]
    assert required and all(slot.state == "gap" for slot in required)
    found = check(project, activate(all_rules(), config), config)
    # A persona who finds nothing at all is said once, not once for every stage.
    assert sum(f.rule == "uncovered-persona" for f in found.findings) == sum(
        len(j.personas) for j in project.journeys
    )
    assert not any(f.rule in ("uncovered-stage", "uncovered-touchpoint") for f in found.findings)
