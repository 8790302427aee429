"""Fingerprints change with the meaning of a persona or touchpoint, and with nothing else."""

import pytest

from klantreis.check import run
from klantreis.config import Config
from klantreis.rules.base_project import BASE, TODAY

PERSONA, JOURNEY = "personas/huurder.md", "journeys/verhuizen.yaml"
SLOT = "verhuizen/huurder/advocate/reviewmail"


def fingerprint(id: str, path: str = PERSONA, old: str = "", new: str = "") -> str:
    assert old in BASE[path]
    texts = {**BASE, path: BASE[path].replace(old, new)}
    return run(texts, Config(), TODAY).project.fingerprints[id]


def test_a_fingerprint_is_eight_hex_digits() -> None:
    assert len(fingerprint("huurder")) == 8
    assert int(fingerprint("huurder"), 16)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hoeveel verhuisdozen", "Hoeveel dozen"),
        ("        turn: Haal lege dozen op.\n", ""),
        ("gain: Na een week", "gain: Na twee weken"),
        ("[blog, website, email, chat]", "[blog, website, email]"),
        ("segment: b2c", "segment: b2b"),
        ("feeling: -1", "feeling: 1"),
        ("Yara Smit (29)", "Yara Smit (59)"),
        ("segment: b2c", "segment: b2c\nreading_level: B1"),
    ],
)
def test_it_changes_with_what_a_writer_goes_by(old: str, new: str) -> None:
    assert fingerprint("huurder", old=old, new=new) != fingerprint("huurder")


def test_reviews_of_before_there_were_reading_levels_still_hold() -> None:
    assert fingerprint("huurder") == "9246115b"
    easy, hard = (fingerprint("huurder", old="b2c", new=f"b2c\nreading_level: {it}") for it in ("A2", "C1"))
    assert easy != hard


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("owner: noor", "owner: sem"),
        ("review_by: 2027-06-01", "review_by: 2028-06-01"),
        ("weight: 1", "weight: 5"),
        ("        evidence: Bijna elk telefoontje begint ermee\n", ""),
        ("[blog, website, email, chat]", "[chat, email, website, blog]"),
        ("naar een flat met lift,\ntwee", "naar een flat met lift, twee"),
    ],
)
def test_it_stays_when_only_the_housekeeping_changes(old: str, new: str) -> None:
    assert fingerprint("huurder", old=old, new=new) == fingerprint("huurder")


def test_a_touchpoint_has_one_by_its_slot_and_by_its_own_id() -> None:
    assert fingerprint(SLOT) == fingerprint("reviewmail")
    changed = fingerprint(SLOT, JOURNEY, "Antwoordt met een paar zinnen.", "Stuurt een foto.")
    assert changed != fingerprint(SLOT)
    assert fingerprint(SLOT, JOURNEY, "wait: 21 dagen", "wait: 14 dagen") == fingerprint(SLOT)


def test_an_item_knows_what_a_review_of_it_rests_on() -> None:
    project = run({**BASE}, Config(), TODAY).project
    item = project.item_by_id["reviewmail"]
    assert list(project.stamps_for(item)) == ["huurder", SLOT]
    assert set(project.stamps_for(item).values()) <= set(project.fingerprints.values())
