"""Whatever goes wrong is one line on stderr, with the way out, and an honest exit code."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.cli.project import DAY, GENERATOR, SLIP, SOUND, call, process, write

from klantreis.cli import front


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "no such command 'chek'; did you mean 'check'?"),
        (("xyzzy",), "no such command 'xyzzy'; there are check, "),
        (("check", "--selct", "x"), "no such option '--selct'; did you mean '--select'?"),
        (("check", "--xyzzy"), "no such option '--xyzzy'; `klantreis check --help` lists what there is"),
        (("--tody", DAY, "check"), "no such option '--tody'; did you mean '--today'?"),
        (("check", "nergens"), "no such file or folder: 'nergens'"),
        (
            ("check", "--select", "unknown-chanel"),
            "unknown rule 'unknown-chanel'; did you mean 'unknown-channel'?",
        ),
        (("check", "--ignore", "xyzzy"), "unknown rule 'xyzzy'"),
        (("check", "--output-format", "jsn"), "'jsn' is not one of"),
        (("check", "--today", "2026-02-30"), "'2026-02-30' is no date such as 2026-11-01"),
        (("check", "--fail-under", "101"), "'101' is no percentage from 0 to 100"),
        (("check", "--jobs", "0"), "'0' is no whole number from 1 up"),
        (("check", "--lang", "fr"), "'fr' is not one of"),
        (("check", "--config", "weg.toml"), "no configuration at 'weg.toml'"),
        (("rule", "unknown-chanel"), "no such rule 'unknown-chanel'; did you mean 'unknown-channel'?"),
        (("model", "ideal-jorney"), "no such model 'ideal-jorney'; did you mean 'ideal-journey'?"),
        (("model", "xyzzy"), "no such model 'xyzzy'; there are customer-value-journey"),
        (("explain", "tuin/gezin/aware/blog"), "did you mean 'tuin/gezin/aware/blogje'?"),
        (("explain",), "missing argument 'PLACE'"),
        (("schema", "itme"), "'itme' is not one of"),
        (("coverage", "--by", "fase"), "'fase' is not one of"),
    ],
)
def test_an_operator_mistake_is_one_line_and_two(sound: Path, arguments: tuple[str, ...], said: str) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("klantreis: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('langage = "nl"\n', "klantreis.toml:1:1: unknown key 'langage'; did you mean 'language'?"),
        ("language = nl\n", "klantreis.toml:1:"),
        ('[rules]\nempty-itm = "off"\n', "unknown rule 'empty-itm'; did you mean 'empty-item'?"),
        ('[rules]\nempty-item = "of"\n', "unknown severity 'of'"),
    ],
)
def test_a_slip_in_the_configuration_is_one_line_and_two(sound: Path, config: str, said: str) -> None:
    write(sound, {"klantreis.toml": config})
    result = call("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_empty_folder_is_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("check", "coverage"):
        result = call(command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "holds nothing to read" in result.stderr


def test_a_project_without_content_is_a_project(sound: Path) -> None:
    (sound / "content" / "tuin.md").unlink()
    (sound / "content").rmdir()
    result = call("check", "--today", DAY)
    assert result.exit_code == 1
    assert "uncovered-" in result.stdout
    assert "0% gepubliceerd" in result.stdout


def test_a_path_outside_the_project_is_refused(sound: Path, tmp_path: Path) -> None:
    result = call("check", "content", str(tmp_path))
    assert result.exit_code == 2
    assert "lies outside the project" in result.stderr


def test_a_file_that_may_not_be_written_is_named(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, text: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("klantreis.cli.terminal.write_atomically", refused)
    result = call("check", "-o", "verslag.txt")
    assert result.exit_code == 2
    assert result.stderr == "klantreis: 'verslag.txt' cannot be written: permission denied\n"


def test_an_output_that_cannot_be_made_is_two(sound: Path) -> None:
    assert "is a folder" in call("check", "-o", "content").stderr
    result = call("check", "-o", "klantreis.toml/verslag.txt")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_bug_is_one_line_three_and_a_file_with_the_details(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("kapot\x1b[31m")

    monkeypatch.setattr("klantreis.cli.session.read_project", broken)
    result = call("check")
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert (
        "this is a bug in klantreis, not in your content: ZeroDivisionError: kapot\\x1b[31m" in result.stderr
    )
    details = Path(result.stderr.strip().rsplit(" ", 1)[1])
    assert "Traceback" in details.read_text("utf-8")
    details.unlink()


def test_an_interruption_is_130_and_silent(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("klantreis.cli.session.read_project", interrupted)
    result = call("check")
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (130, "", "")


def test_exit_codes_hold_in_a_process_of_its_own(sound: Path) -> None:
    assert process(sound, "check", "--today", DAY).returncode == 0
    assert process(sound, "chek").returncode == 2
    write(sound, SLIP)
    run = process(sound, "check", "--today", DAY)
    assert run.returncode == 1
    assert b"Traceback" not in run.stdout + run.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize("form", ["full", "concise", "grouped", "json"])
def test_no_console_is_too_old(sound: Path, encoding: str, form: str) -> None:
    strange = {"content/tuin.md": SOUND["content/tuin.md"].replace("blog", "日本→ë")}
    write(sound, strange)
    (sound / "content" / "bytes.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    run = process(sound, "check", "--output-format", form, environment={"PYTHONIOENCODING": encoding})
    assert run.returncode == 1, run.stderr
    assert b"klantreis: this is a bug" not in run.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix pipe")
def test_a_reader_that_has_seen_enough_hears_no_complaint(sound: Path) -> None:
    write(sound, {f"content/kaal{n}.md": "Geen front matter." for n in range(1500)})
    command = f"{shlex.quote(sys.executable)} -m klantreis check --lang nl | head -1; echo ${{PIPESTATUS[0]}}"
    environment = os.environ | {"PYTHONPATH": str(GENERATOR)}
    run = subprocess.run(
        ["bash", "-c", command], cwd=sound, env=environment, capture_output=True, check=False
    )
    assert run.stdout.splitlines()[-1] == b"1"
    assert run.stderr == b""


def test_help_is_there_for_every_command_and_fits_a_screen() -> None:
    for name in ("", *front.COMMANDS):
        result = call(*([name] if name else []), "--help")
        assert result.exit_code == 0
        assert len(result.stdout.splitlines()) < 45
        assert all(len(line) <= 100 for line in result.stdout.splitlines())


def test_without_arguments_it_says_what_it_can_do() -> None:
    result = call()
    assert result.exit_code == 0
    assert all(name in result.stdout for name in front.COMMANDS)


def test_every_command_has_the_help_that_the_list_shows() -> None:
    context = click.Context(front.main)
    for name, line in front.COMMANDS.items():
        command = front.main.get_command(context, name)
        assert command is not None
        assert (command.help or "").startswith(line), name
