"""`klantreis review`: fingerprints in front matter, and not a byte beside them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import DAY, SOUND, call, write

ITEM = SOUND["content/tuin.md"]
STAMP = "[0-9a-f]{8}"
TOML = (
    '+++\ntitle = "Een tuin"\nstage = "aware" # de eerste\npersona = ["gezin"]\nchannel = "blog"\n'
    'answers = ["hoezo"]\n\n[extra]\nhero = "x"\n+++\n\nKijk een jaar lang waar de zon staat.\n'
)
JSON = (
    '{\n  "title": "Een tuin", "stage": "aware",\n  "persona": ["gezin"],\n  "channel": "blog",\n'
    '  "answers": ["hoezo"]\n}\n\nKijk een jaar lang waar de zon staat.\n'
)
OLD = "00000000"
FLOW = ITEM.replace("answers", f"reviewed_against: {{'gezin': {OLD}}}   # zie {{het}} verslag\nanswers")
BLOCK = ITEM.replace(
    "answers", f"reviewed_against:  # vorig jaar\n    gezin: '{OLD}'  # lang geleden\n    weg: {OLD}\nanswers"
)
TOML_FLOW = TOML.replace("answers", f'reviewed_against = {{gezin = "{OLD}"}} # {{toen}}\nanswers')
TOML_TABLE = TOML.replace("[extra]", f'[reviewed_against]\n"gezin" = "{OLD}"\n\n[extra]')
JSON_OLD = JSON.replace('"answers"', f'"reviewed_against": {{"gezin": "{OLD}"}},\n  "answers"')
FORMS = {
    "yaml": ITEM, "toml": TOML, "json": JSON, "flow": FLOW, "block": BLOCK, "toml-flow": TOML_FLOW,
    "toml-table": TOML_TABLE, "json-old": JSON_OLD,
}  # fmt: skip


def as_is(text: str) -> str:
    return text


def from_windows(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def rules_at(path: str) -> list[str]:
    report = json.loads(call("check", path, "--today", DAY, "--output-format", "json").stdout)
    return [finding["rule"] for finding in report["findings"]]


def read(sound: Path) -> str:
    return (sound / "content/tuin.md").read_bytes().decode("utf-8")


@pytest.mark.parametrize("dress", [as_is, from_windows])
@pytest.mark.parametrize("form", FORMS)
def test_a_review_clears_what_changed_and_touches_nothing_else(
    sound: Path, form: str, dress: Callable[[str], str]
) -> None:
    text = dress(FORMS[form])
    write(sound, {"content/tuin.md": text})
    result = call("review", "tuin", "--today", DAY)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "content/tuin.md: nagekeken naast gezin, tuin/gezin/aware/blogje\n"
    after = read(sound)
    assert len(re.findall(STAMP, after)) == 2
    assert OLD not in after
    assert "changed-since-review" not in rules_at("content/tuin.md")
    lost = set(text.split()) - set(after.split())
    assert lost <= {*re.findall(rf"\S*{OLD}\S*", text), "weg:", "{'gezin':", "{gezin"}
    assert after.count("\n") == after.count("\r\n") or dress is as_is
    for kept in ("# de eerste", "# lang geleden", "# zie {het} verslag", "# vorig jaar", "# {toen}"):
        assert (kept in text) == (kept in after)
    again = call("review", "content/tuin.md", "--today", DAY)
    assert "er is niets veranderd sinds de vorige keer" in again.stdout
    assert read(sound) == after


def test_after_a_change_of_the_persona_the_item_wants_another_review(sound: Path) -> None:
    call("review", "tuin", "--today", DAY)
    write(sound, {"personas/gezin.md": SOUND["personas/gezin.md"].replace("Waarom", "Waartoe")})
    assert "changed-since-review" in rules_at("content/tuin.md")
    before = read(sound)
    assert call("check", "--fix", "--unsafe-fixes").exit_code == 0
    assert read(sound) == before
    call("review", "tuin", "--today", DAY)
    assert "changed-since-review" not in rules_at("content/tuin.md")
    assert re.sub(STAMP, "", read(sound)) == re.sub(STAMP, "", before)


def test_a_text_without_front_matter_gets_some(sound: Path) -> None:
    tags = '\n[[tags]]\npath = "content/**"\nstage = "aware"\npersona = "gezin"\nchannel = "blog"\n'
    bare = {"content/tuin.md": "# Een tuin\n\nKijk.\n"}
    write(sound, bare, {"klantreis.toml": SOUND["klantreis.toml"] + tags})
    assert call("review", "tuin", "--today", DAY).exit_code == 0
    assert re.fullmatch(
        rf"---\nreviewed_against:\n  gezin: \"?{STAMP}\"?\n  tuin/gezin/aware/blogje: \"?{STAMP}\"?\n---\n"
        "# Een tuin\n\nKijk.\n",
        read(sound),
    )


def test_the_sites_own_word_for_the_key_is_used(sound: Path) -> None:
    write(sound, {"klantreis.toml": SOUND["klantreis.toml"] + '[keys]\nreviewed_against = "nagekeken"\n'})
    assert call("review", "tuin", "--today", DAY).exit_code == 0
    assert "\nnagekeken:\n  gezin: " in read(sound)


def test_diff_shows_and_writes_nothing(sound: Path) -> None:
    result = call("review", "tuin", "--diff", "--today", DAY)
    assert result.exit_code == 1
    assert "+reviewed_against:\n" in result.stdout
    assert read(sound) == ITEM
    call("review", "tuin", "--today", DAY)
    assert call("review", "tuin", "--diff", "--today", DAY).exit_code == 0


@pytest.mark.parametrize(
    ("item", "text", "answer"),
    [
        ("tiun", ITEM, "no such item 'tiun'; did you mean 'tuin'?"),
        ("personas/gezin.md", ITEM, "'personas/gezin.md' is no item of this project"),
        ("tuin", ITEM.replace("[gezin]", "[onbekend]"), "content/tuin.md is for no persona and stage"),
        ("tuin", ITEM.replace("[gezin]", "[gezin"), "content/tuin.md is for no persona and stage"),
        (
            "tuin",
            ITEM.replace("answers", "reviewed_against:\nanswers"),
            "'reviewed_against' is written in a way",
        ),
        (
            "tuin",
            ITEM.replace("answers", "reviewed_against: ja\nanswers"),
            "'reviewed_against' is written in a",
        ),
    ],
)
def test_what_cannot_be_recorded_is_told_and_left_alone(
    sound: Path, item: str, text: str, answer: str
) -> None:
    write(sound, {"content/tuin.md": text})
    result = call("review", item, "--today", DAY)
    assert (result.exit_code, answer in result.stderr) == (2, True), result.stderr
    assert read(sound) == text
