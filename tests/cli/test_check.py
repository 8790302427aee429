"""`klantreis check` as writers and CI meet it."""

import json
from pathlib import Path

import pytest
from tests.cli.project import DAY, SLIP, SOUND, call, write

from klantreis.rules.base_project import BASE, TODAY

OVERDUE = {"content/tuin.md": SOUND["content/tuin.md"].replace("answers", "review_by: 2026-01-01\nanswers")}


def test_a_sound_project_gives_zero_and_the_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, BASE))
    result = call("check", "--today", TODAY.isoformat())
    assert result.exit_code == 0
    assert "Geen bevindingen." in result.stdout
    assert "100% gepland, 100% geschreven, 100% gepubliceerd en actueel" in result.stdout


def test_an_error_gives_one_with_place_line_and_way_out(sound: Path) -> None:
    write(sound, SLIP)
    result = call("check", "--today", DAY)
    assert result.exit_code == 1
    assert "content/tuin.md:5:10: fout: " in result.stdout
    assert "     5 | channel: blok\n       |          ^^^^\n" in result.stdout
    assert "oplossing: vervang 'blok' door 'blog'" in result.stdout


def test_the_language_follows_the_option_then_the_configuration(sound: Path) -> None:
    write(sound, SLIP)
    assert ": error: " in call("check", "--lang", "en").stdout
    assert ": fout: " in call("check").stdout
    write(sound, {"klantreis.toml": 'language = "en"\n'})
    assert ": error: " in call("check").stdout
    assert ": fout: " in call("--lang", "nl", "check").stdout


def test_shared_options_stand_before_or_after_the_command_and_the_last_wins(sound: Path) -> None:
    for arguments in (
        ("--today", "2026-01-02", "check"),
        ("check", "--today", "2026-01-02"),
        ("--today", "2025-01-01", "check", "--today", "2026-01-02"),
    ):
        write(sound, OVERDUE)
        assert call(*arguments, "--select", "phantom-coverage").stdout.count("phantom-coverage") >= 1, (
            arguments
        )
    assert "phantom-coverage" not in call("--today", "2025-01-01", "check").stdout


@pytest.mark.parametrize(
    ("rules", "fires"),
    [
        (("--select", "unknown-channel"), True),
        (("--select", "KR015"), True),
        (("--select", "reading,reference"), True),
        (("--select", "reading", "--select", "coverage"), False),
        (("--ignore", "unknown-channel"), False),
        (("--ignore", "reference"), False),
    ],
)
def test_rules_are_chosen_by_name_code_or_family(sound: Path, rules: tuple[str, ...], fires: bool) -> None:
    write(sound, SLIP)
    assert ("unknown-channel" in call("check", *rules).stdout) is fires


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_fail_on_sets_what_counts(sound: Path, level: str, code: int) -> None:
    write(sound, OVERDUE)
    assert call("check", "--today", DAY, "--fail-on", level).exit_code == code


def test_exit_zero_prints_and_passes(sound: Path) -> None:
    write(sound, SLIP)
    result = call("check", "--exit-zero")
    assert result.exit_code == 0
    assert "unknown-channel" in result.stdout


def test_fail_under_counts_what_is_published_and_fresh(sound: Path) -> None:
    assert call("check", "--today", DAY, "--fail-under", "100").exit_code == 0
    write(sound, OVERDUE)
    result = call("check", "--today", DAY, "--fail-under", "50", "--select", "reading")
    assert result.exit_code == 1
    assert result.stderr == "klantreis: dekking 0% ligt onder de drempel van 50%\n"
    assert "coverage-below-threshold" in call("check", "--today", DAY, "--fail-under", "50").stdout


def test_paths_limit_the_findings_and_not_the_reading(sound: Path) -> None:
    write(sound, SLIP, {"content/sub/leeg.md": ""})
    everything = call("check").stdout
    assert "content/tuin.md:5:10" in everything
    assert "content/sub/leeg.md" in everything
    assert "content/tuin.md" not in call("check", "content/sub").stdout
    assert "content/sub/leeg.md" not in call("check", "content/tuin.md").stdout
    assert "2 items" in call("check", "content/sub").stdout
    assert call("check", ".").stdout == everything


def test_the_first_path_brings_its_own_configuration(sound: Path) -> None:
    other = write(sound / "andere", SOUND, SLIP, {"klantreis.toml": 'language = "en"\n'})
    result = call("check", str(other / "content"))
    assert result.exit_code == 1
    assert "content/tuin.md:5:10: error: " in result.stdout


def test_it_works_from_any_folder_of_the_project(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(sound, SLIP)
    above = call("check").stdout
    monkeypatch.chdir(sound / "content")
    assert call("check").stdout == above
    assert "content/tuin.md:5:10" in call("check", "tuin.md").stdout


def test_a_configuration_can_be_named(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(sound, SLIP, {"anders.toml": 'language = "en"\n'})
    monkeypatch.chdir(tmp_path)
    assert ": error: " in call("check", "--config", str(sound / "anders.toml")).stdout


def test_output_goes_to_a_file_whole(sound: Path) -> None:
    write(sound, SLIP)
    result = call("check", "--select", "reference", "--output-format", "json", "-o", "verslag.json")
    assert (result.exit_code, result.stdout) == (1, "")
    report = json.loads((sound / "verslag.json").read_text("utf-8"))
    assert [finding["rule"] for finding in report["findings"]] == ["unknown-channel"]
    printed = call("check", "--select", "reference", "--output-format", "json", "-o", "-").stdout
    assert printed == (sound / "verslag.json").read_text("utf-8")


def test_json_is_the_same_for_the_same_input(sound: Path) -> None:
    write(sound, SLIP)
    arguments = ("check", "--output-format", "json", "--today", DAY)
    assert call(*arguments).stdout == call(*arguments).stdout


def test_the_clock_can_be_set_from_the_environment(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(sound, OVERDUE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")  # 2025-01-01
    assert call("check").exit_code == 0
    assert "phantom-coverage" not in call("check").stdout
    assert "phantom-coverage" in call("check", "--today", DAY).stdout


def test_statistics_count_instead_of_listing(sound: Path) -> None:
    write(sound, SLIP)
    result = call("check", "--select", "reference", "--statistics")
    assert result.exit_code == 1
    assert "1  unknown-channel  KR015  fout" in result.stdout
    assert "content/tuin.md" not in result.stdout
    assert call("check", "--statistics", "--output-format", "json").exit_code == 2


def test_max_findings_shows_the_worst_and_counts_the_rest(sound: Path) -> None:
    write(sound, SLIP, {"content/leeg.md": "", "content/leeg2.md": ""})
    result = call("check", "--max-findings", "1", "--output-format", "concise")
    assert sum(line.startswith("content/") for line in result.stdout.splitlines()) == 1
    assert "nog " in result.stdout
    assert result.exit_code == 1


def test_show_files_lists_what_is_read(sound: Path) -> None:
    write(sound, {"content/.verborgen.md": "x", "content/node_modules/x.md": "x", "README.md": "x"})
    result = call("check", "--show-files")
    assert result.stdout.split() == ["content/tuin.md", "journeys/tuin.yaml", "personas/gezin.md"]
    assert call("check", "content", "--show-files").stdout.split() == ["content/tuin.md"]


def test_show_settings_prints_what_is_in_force(sound: Path) -> None:
    import tomllib

    config = '[rules]\nthin-slot = "error"\nempty-item = "off"\n[channels.omroep]\nnl = "omroep"\n'
    write(sound, {"klantreis.toml": config})
    settings = tomllib.loads(call("check", "--show-settings", "--fail-under", "80").stdout)
    assert settings["language"] == "nl"
    assert settings["coverage"]["fail_under"] == 80
    assert settings["channels"]["omroep"]["nl"] == "omroep"
    severity = settings["rules"]["thin-slot"]
    assert (severity["severity"] if isinstance(severity, dict) else severity) == "error"
    assert "empty-item" not in settings["rules"]


def test_colour_is_for_terminals_and_for_who_asks(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in call("check").stdout
    assert "\x1b[" in call("check", "--color", "always").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in call("check", "--color", "always").stdout
    assert "\x1b[" not in call("check", "--color", "never").stdout


def test_hostile_text_reaches_the_terminal_as_text(sound: Path) -> None:
    write(
        sound,
        {
            "content/tuin.md": SOUND["content/tuin.md"].replace(
                "channel: blog", 'channel: "\\e[2J\\u202eblok"'
            )
        },
    )
    for form in ("full", "concise", "grouped"):
        text = call("check", "--output-format", form).stdout
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_a_slip_in_the_rules_of_a_journey_counts_as_what_was_meant_and_is_mended(sound: Path) -> None:
    journey = "journeys/tuin.yaml"
    gap = SOUND["content/tuin.md"].replace("answers: [hoezo]\n", "")
    rules = SOUND[journey].replace("stages:", "rules: {'unanswered-questoin': errror}  # streng\nstages:")
    write(sound, {journey: rules, "content/tuin.md": gap})
    report = json.loads(call("check", "--today", DAY, "--output-format", "json").stdout)
    severities = {f["rule"]: f["severity"] for f in report["findings"]}
    assert severities["unanswered-question"] == severities["invalid-value"] == "error"
    call("check", "--fix", "--select", "invalid-value")
    mended = "rules: {'unanswered-question': error}  # streng\n"
    assert mended in (sound / journey).read_text("utf-8")


def test_a_rule_in_a_journey_that_is_like_none_is_answered_with_some(sound: Path) -> None:
    journey = "journeys/tuin.yaml"
    write(sound, {journey: SOUND[journey].replace("stages:", "rules: {iets-heel-anders: off}\nstages:")})
    said = call("check", "--lang", "en", "--output-format", "concise").stdout
    assert f"{journey}:4:9: error: 'iets-heel-anders' is no value of 'rules'; choose from " in said


@pytest.mark.parametrize(
    ("rules", "answer"),
    [
        ("rules = {dead-edn = 'off'}", "unknown rule 'dead-edn'; did you mean 'dead-end'?"),
        ("rules = {dead-end = 'of'}", "rule 'dead-end': unknown severity 'of'; did you mean 'off'?"),
        ("rules = {thin-slot = {savrity = 'off'}}", "has no option 'savrity'; did you mean 'severity'?"),
    ],
)
@pytest.mark.parametrize("table", ["", "[[per_file]]\npath = 'content/**'\n"])
def test_a_slip_in_the_rules_of_the_configuration_is_told_with_the_nearest_name(
    sound: Path, rules: str, answer: str, table: str
) -> None:
    write(sound, {"klantreis.toml": table + rules + "\n"})
    result = call("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert answer in result.stderr
