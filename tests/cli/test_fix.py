"""`check --fix`, `--diff` and `klantreis baseline` on real files."""

import os
from pathlib import Path

import pytest
from tests.cli.project import DAY, SLIP, SOUND, call, write

from klantreis.cli import fixing

MENDED = SOUND["content/tuin.md"]


def test_fix_mends_what_is_safe_and_reports_the_rest(sound: Path) -> None:
    write(sound, SLIP)
    result = call("check", "--fix", "--select", "reference")
    assert (result.exit_code, (sound / "content/tuin.md").read_text("utf-8")) == (0, MENDED)
    assert result.stderr == "klantreis: 1 hersteld in 1 bestand\n"
    assert "Geen bevindingen." in result.stdout


def test_diff_shows_and_touches_nothing(sound: Path) -> None:
    write(sound, SLIP)
    result = call("check", "--diff")
    assert result.exit_code == 1
    assert "-channel: blok\n+channel: blog\n" in result.stdout
    assert (sound / "content/tuin.md").read_text("utf-8") == SLIP["content/tuin.md"]
    assert call("check", "--diff", "--select", "coverage").exit_code == 0


def test_paths_limit_what_is_fixed(sound: Path) -> None:
    write(sound, SLIP, {"content/sub/anders.md": SLIP["content/tuin.md"]})
    call("check", "content/sub", "--fix")
    assert (sound / "content/tuin.md").read_text("utf-8") == SLIP["content/tuin.md"]
    assert (sound / "content/sub/anders.md").read_text("utf-8") == MENDED


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_outside_an_edit_not_a_byte_changes(sound: Path, end: str) -> None:
    path = sound / "content/tuin.md"
    odd = "\ufeff" + SLIP["content/tuin.md"].replace("\n", end)
    path.write_bytes(odd.encode("utf-8"))
    os.chmod(path, 0o640)
    call("check", "--fix")
    assert path.read_bytes() == odd.replace("blok", "blog").encode("utf-8")
    assert path.stat().st_mode & 0o777 == 0o640 or os.name == "nt"


def test_a_file_that_changes_meanwhile_is_left_alone(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(sound, SLIP)
    honest = fixing.mended_texts

    def slow(*arguments: object, **options: object) -> object:
        mended = honest(*arguments, **options)  # type: ignore[arg-type]
        write(sound, {"content/tuin.md": SLIP["content/tuin.md"] + "Iemand schrijft door.\n"})
        return mended

    monkeypatch.setattr(fixing, "mended_texts", slow)
    result = call("check", "--fix")
    assert "content/tuin.md is niet aangeraakt: het is intussen gewijzigd" in result.stderr
    assert (sound / "content/tuin.md").read_text("utf-8").endswith("Iemand schrijft door.\n")


def test_unsafe_fixes_alone_mean_nothing(sound: Path) -> None:
    result = call("check", "--unsafe-fixes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--unsafe-fixes goes with --fix or --diff" in result.stderr


def test_a_baseline_accepts_what_is_there_and_nothing_new(sound: Path) -> None:
    write(sound, SLIP)
    assert call("check").exit_code == 1
    assert (
        "bevindingen aanvaard in klantreis-baseline.json" in call("baseline", "create", "--today", DAY).stdout
    )
    assert "unknown-channel" in call("baseline", "show").stdout
    accepted = call("check", "--today", DAY)
    assert accepted.exit_code == 0
    assert "0 fouten" in accepted.stdout
    write(sound, {"content/nieuw.md": MENDED.replace("persona: [gezin]", "persona: [gezni]")})
    assert call("check", "--today", DAY).exit_code == 1


def test_prune_drops_what_was_mended(sound: Path) -> None:
    write(sound, SLIP)
    call("baseline", "create", "--today", DAY)
    write(sound, SOUND)
    assert "stale-baseline-entry" not in call("baseline", "show").stdout
    assert "1 vervallen" in call("baseline", "prune", "--today", DAY).stdout
    assert "unknown-channel" not in call("baseline", "show").stdout


def test_a_baseline_that_is_configured_must_be_there(sound: Path) -> None:
    write(sound, {"klantreis.toml": 'baseline = "weg.json"\n'})
    result = call("check")
    assert result.exit_code == 2
    assert "no baseline at 'weg.json'" in result.stderr
    assert call("baseline", "create").exit_code == 0
    assert call("check").exit_code == 0
