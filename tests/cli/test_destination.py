"""One run writes several reports."""

import json
from pathlib import Path

import pytest
from tests.cli.project import DAY, SLIP, call, write

from klantreis.cli.destination import FORMATS


def test_each_format_goes_to_a_file_of_its_own_and_the_text_is_still_printed(sound: Path) -> None:
    write(sound, SLIP)
    files = [f"-o{form}=out/{form}.txt" for form in FORMATS]
    done = call("check", "--today", DAY, *files)
    assert done.exit_code == 1
    assert "unknown-channel" in done.stdout
    for form in FORMATS:
        text = (sound / "out" / f"{form}.txt").read_text("utf-8")
        assert text
        alone = call("check", "--today", DAY, "--output-format", form)
        assert alone.stdout == text


def test_a_file_without_a_format_takes_what_would_be_printed(sound: Path) -> None:
    done = call("check", "--today", DAY, "--output-format", "json", "-o", "a=b.json", "-o", "sarif=c.sarif")
    assert done.stdout == ""
    assert json.loads((sound / "a=b.json").read_text("utf-8"))["version"] == 1
    assert json.loads((sound / "c.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_two_files_cannot_take_what_would_be_printed(sound: Path) -> None:
    done = call("check", "-o", "a.txt", "-o", "b.txt")
    assert done.exit_code == 2
    assert "FORMAT=FILE" in done.stderr


@pytest.mark.parametrize(("word", "answer"), [("sarrif=x.json", "sarif=x.json"), ("sarif=", "names no file")])
def test_a_slip_in_the_format_is_answered(sound: Path, word: str, answer: str) -> None:
    done = call("check", "-o", word)
    assert done.exit_code == 2
    assert answer in done.stderr


def test_a_title_gives_a_platform_no_orders(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order = "##[error]x ##vso[task.complete]"
    write(sound, {"content/tuin.md": SLIP["content/tuin.md"].replace("stage: aware", f"stage: '{order}'")})
    assert order in call("check", "--today", DAY).stdout
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for form in ("full", "concise", "grouped"):
        text = call("check", "--today", DAY, "--output-format", form).stdout
        assert "# #[error]x # #vso[task.complete]" in text
        assert "##" not in text


def test_paths_start_at_the_top_of_the_repository(sound: Path) -> None:
    write(sound, SLIP)
    (sound.parent / ".git").mkdir()
    text = call("check", "--today", DAY, "--output-format", "github").stdout
    assert "file=een map met spaties/content/tuin.md" in text
    assert "content/tuin.md:" in call("check", "--today", DAY).stdout
