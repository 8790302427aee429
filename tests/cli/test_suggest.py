"""`klantreis suggest`: a stage for items without one, said with its reasons and written where asked."""

import json
from pathlib import Path

import pytest
from tests.cli.project import DAY, SOUND, call, write

COLD = (
    "# Waarom is het zo koud in huis?\n\n"
    "Kou komt meestal door kieren en dunne ramen. Warme lucht stijgt op en verdwijnt door het dak. Daardoor "
    "blijft het bij de vloer koud, ook als de verwarming aan staat. Herken je dat? Dan is er vaak een "
    "eenvoudige oorzaak.\n\n"
    "Een kaars laat zien waar het tocht. Houd hem bij de kozijnen. Beweegt de vlam, dan tocht het.\n"
)
PRICES = (
    "# Prijzen en offerte\n\n"
    "Isolatie kost bij ons vanaf € 45 per m2, inclusief btw en plaatsing. Deze maand krijg je € 100 "
    "korting. Bereken je prijs, of vraag een vrijblijvende offerte aan. Bestel nu en kies je datum.\n"
)
HEAD = "title: Een titel\npersona: [gezin]\nchannel: blog\n"
TAGGED = HEAD.replace("persona", "stage: aware\npersona")
UNTAGGED = {
    "content/kou.md": f"---\n{HEAD}---\n\n{COLD}",
    "content/prijzen.md": f"---\n{HEAD}---\n\n{PRICES}",
}


@pytest.fixture
def untagged(sound: Path) -> Path:
    return write(sound, UNTAGGED)


def suggested(*arguments: str) -> "dict[str, dict[str, object]]":
    report = json.loads(call("suggest", "--format", "json", *arguments).stdout)
    return {row["item"]: row for row in report["suggestions"]}


def test_only_untagged_items_are_asked_about_unless_paths_say_otherwise(untagged: Path) -> None:
    assert set(suggested()) == {"kou", "prijzen"}
    assert set(suggested("content")) == {"kou", "prijzen", "tuin"}
    assert set(suggested("content/tuin.md")) == {"tuin"}


def test_a_suggestion_names_the_stage_of_the_journey_with_its_reasons(untagged: Path) -> None:
    cold = suggested()["kou"]
    assert (cold["stage"], cold["phase"]) == ("aware", "awareness")
    assert cold["stages"] == [{"journey": "tuin", "stage": "aware"}]
    assert "explanation" in cold["reasons"]  # type: ignore[operator]
    assert (cold["sells"], cold["evidence"]) == (False, [])


def test_a_phase_that_the_journey_lacks_is_not_suggested(untagged: Path) -> None:
    prices = suggested()["prijzen"]
    assert prices["stage"] == "aware"
    assert prices["others"][0]["phase"] == "decision"  # type: ignore[index]


def test_the_phase_is_suggested_where_the_journey_has_several_stages_for_it(untagged: Path) -> None:
    two = "  wonder:\n    phase: awareness\n    entry: true\n    message: {emphasise: [explanation]}\n"
    write(untagged, {"journeys/tuin.yaml": SOUND["journeys/tuin.yaml"] + two})
    cold = suggested()["kou"]
    assert cold["stage"] == "awareness"
    assert [place["stage"] for place in cold["stages"]] == ["wonder", "aware"]  # type: ignore[attr-defined]
    assert "awareness (wonder of aware)" in call("suggest").stdout


def test_an_item_for_nobody_gets_the_phase(sound: Path) -> None:
    write(sound, {"content/kou.md": COLD})
    assert suggested()["kou"]["stage"] == "awareness"


def test_the_table_says_whether_a_text_sells_and_where(untagged: Path) -> None:
    table = call("suggest").stdout
    assert "uitleg" in table
    assert "(regel 9: " in table
    assert "nee, 0" in table
    assert "klantreis suggest --fix" in table
    assert "(line 9: " in call("suggest", "--lang", "en").stdout
    assert "suggest --fix" not in call("suggest", "--quiet").stdout


def test_texts_without_a_verdict_get_no_suggestion(sound: Path) -> None:
    german = "Die Heizung ist nicht neu und wir haben sie mit der Familie auf dem Dach gebaut.\n"
    write(sound, {"content/kort.md": f"---\n{HEAD}---\n\nTe kort.\n", "content/duits.md": german})
    rows = suggested()
    assert rows["kort"]["stage"] is rows["duits"]["stage"] is None
    table = call("suggest").stdout
    assert "te weinig woorden" in table
    assert "andere taal (de)" in table
    assert call("suggest", "--fix").stderr == "klantreis: fase toegevoegd in 0 bestanden\n"


def test_nothing_untagged_is_said_in_one_line(sound: Path) -> None:
    assert call("suggest").stdout == "Elk item heeft al een fase.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"---\n{HEAD}---\n\n", f"---\n{TAGGED}---\n\n"),
        ("---\ntitle: >\n  Een\n  titel\npersona: [gezin]\nchannel: blog\n---\n", None),
        ('+++\ntitle = "Een titel"\npersona = ["gezin"]\nchannel = "blog"\n[extra]\nx = 1\n+++\n', None),
        ('{\n  "title": "Een titel", "persona": ["gezin"], "channel": "blog"\n}\n', None),
        ("", "---\nstage: awareness\n---\n\n"),
        ("---\n# niets\n---\n", None),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix_adds_one_line_and_changes_nothing_else(
    sound: Path, before: str, after: "str | None", mark: str, end: str
) -> None:
    text = mark + (before + COLD).replace("\n", end)
    write(sound, {"content/kou.md": text})
    shown = call("suggest", "--diff").stdout
    assert (sound / "content" / "kou.md").read_bytes() == text.encode("utf-8")
    assert call("suggest", "--fix").stderr == "klantreis: fase toegevoegd in 1 bestand\n"
    changed = (sound / "content" / "kou.md").read_bytes().decode("utf-8")
    if after is not None:
        assert changed == mark + (after + COLD).replace("\n", end)
    (added,) = [line for line in changed.split(end) if "stage" in line]
    assert f"+{added}\n" in shown
    assert changed.replace(added + end, "", 1).removeprefix(mark) in (
        text.removeprefix(mark), f"---{end}---{end}{end}{text.removeprefix(mark)}",
    )  # fmt: skip
    assert suggested() == {}


def test_fix_overwrites_nothing_and_fixing_twice_changes_nothing_more(untagged: Path) -> None:
    slip = UNTAGGED["content/kou.md"].replace("title:", "stage: awaer\ntitle:")
    write(untagged, {"content/kou.md": slip})
    assert call("suggest", "--fix", "--today", DAY).exit_code == 0
    assert (untagged / "content" / "kou.md").read_text("utf-8") == slip
    once = (untagged / "content" / "prijzen.md").read_bytes()
    assert b"\nstage: aware\n" in once
    call("suggest", "--fix", "content")
    assert (untagged / "content" / "prijzen.md").read_bytes() == once


def test_fix_writes_the_word_that_this_site_uses_for_stage(untagged: Path) -> None:
    config = SOUND["klantreis.toml"] + '\n[keys]\nstage = "fase"\n'
    tuin = SOUND["content/tuin.md"].replace("stage", "fase")
    write(untagged, {"klantreis.toml": config, "content/tuin.md": tuin})
    call("suggest", "--fix")
    assert "\nfase: aware\n" in (untagged / "content" / "kou.md").read_text("utf-8")


def test_front_matter_that_cannot_be_read_is_left_alone(sound: Path) -> None:
    broken = f"---\ntitle: Een: titel: x\n- y\n---\n\n{COLD}"
    write(sound, {"content/kou.md": broken})
    result = call("suggest", "--fix")
    assert "content/kou.md is niet aangeraakt" in result.stderr
    assert (sound / "content" / "kou.md").read_text("utf-8") == broken


def test_a_configured_tag_counts_as_a_stage(untagged: Path) -> None:
    tags = SOUND["klantreis.toml"] + '\n[[tags]]\npath = "content/kou.md"\nstage = "aware"\n'
    write(untagged, {"klantreis.toml": tags})
    assert set(suggested()) == {"prijzen"}


def test_the_likelihoods_are_those_of_the_text_engine(untagged: Path) -> None:
    row = suggested()["kou"]
    report = json.loads(call("explain", "kou", "--format", "json").stdout)
    assert report["fit"][0] == {
        "phase": row["phase"], "likelihood": row["likelihood"], "reasons": row["reasons"],
    }  # fmt: skip
