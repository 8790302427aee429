"""`check --stdin-filename`: what an editor has, before it is saved."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.project import DAY, SLIP, SOUND, process, write

from klantreis.cli import main

ITEM = SOUND["content/tuin.md"]


def piped(text: str | bytes, path: str, *arguments: str) -> Result:
    call = ["check", "--today", DAY, "--stdin-filename", path, *arguments]
    return CliRunner().invoke(main, call, input=text)


def rules(result: Result) -> list[tuple[str, str]]:
    return [(f["rule"], f["path"]) for f in json.loads(result.stdout)["findings"]]


def test_the_text_from_the_editor_counts_and_the_one_on_disk_does_not(sound: Path) -> None:
    result = piped(SLIP["content/tuin.md"], "content/tuin.md")
    assert result.exit_code == 1
    assert "content/tuin.md:5:10: fout: " in result.stdout
    assert "     5 | channel: blok\n" in result.stdout
    assert (sound / "content/tuin.md").read_text("utf-8") == ITEM
    write(sound, SLIP)
    assert piped(ITEM, "content/tuin.md").exit_code == 0


def test_a_file_that_is_not_there_yet_is_part_of_the_project(sound: Path) -> None:
    text = ITEM.replace("gezin", "gezni") + "\n[Terug](../tuin.md)\n"
    result = piped(text, "content/nieuw/vers.md", "--output-format", "json", "--select", "reference")
    assert rules(result) == [("unknown-persona", "content/nieuw/vers.md")]


def test_only_that_file_has_findings_though_all_is_read(sound: Path) -> None:
    write(sound, {"content/anders.md": SLIP["content/tuin.md"]})
    result = piped(ITEM, "content/tuin.md", "--output-format", "json")
    assert {path for _, path in rules(result)} <= {"content/tuin.md"}
    gone = SOUND["personas/gezin.md"].replace("id: gezin", "id: ander")
    result = piped(gone, "personas/gezin.md", "--output-format", "json")
    assert {path for _, path in rules(result)} <= {"personas/gezin.md"}


@pytest.mark.parametrize("path", ["README.md", "content/.concept.md", "content/themes/x.md", "content/x.txt"])
def test_a_file_that_is_not_read_has_no_findings(sound: Path, path: str) -> None:
    result = piped("---\nstage: [\n", path, "--output-format", "json")
    assert (result.exit_code, rules(result)) == (0, [])


def test_any_bytes_will_do(sound: Path) -> None:
    result = piped(b"\xff\xfe\x00---\nti\xe9tle", "content/tuin.md", "--output-format", "json")
    assert ("not-utf8", "content/tuin.md") in rules(result)


def test_a_byte_order_mark_and_line_ends_reach_the_diff(sound: Path) -> None:
    text = "\ufeff" + SLIP["content/tuin.md"].replace("\n", "\r\n")
    result = piped(text.encode("utf-8"), "content/tuin.md", "--diff")
    assert (result.exit_code, "-channel: blok" in result.stdout) == (1, True)


def test_the_configuration_is_the_one_above_the_file(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sound.parent)
    assert piped(SLIP["content/tuin.md"], f"{sound.name}/content/tuin.md").exit_code == 1


@pytest.mark.parametrize("arguments", [["--fix"], ["content"], ["--watch"]])
def test_what_makes_no_sense_beside_it_is_refused(sound: Path, arguments: list[str]) -> None:
    result = piped(ITEM, "content/tuin.md", *arguments)
    assert result.exit_code == 2
    assert "--stdin-filename" in result.stderr


def test_outside_the_project_is_refused(sound: Path) -> None:
    assert piped(ITEM, str(sound.parent / "elders.md"), "--config", "klantreis.toml").exit_code == 2


def test_a_large_project_is_read_by_several_processes_all_the_same(sound: Path) -> None:
    write(sound, {f"content/veel/{number}.md": ITEM for number in range(450)})
    result = process(
        sound, "check", "--stdin-filename", "content/tuin.md", "--jobs", "2", "--select", "reference",
        text=SLIP["content/tuin.md"],
    )  # fmt: skip
    assert result.returncode == 1
    assert b"content/tuin.md:5:10" in result.stdout
