"""The commands that only look: coverage, explain, rule, model, schema, and the version."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.project import DAY, GENERATOR, SOUND, call, write

from klantreis import __version__
from klantreis.models import built_in
from klantreis.report.coverage_report import FORMATS, KEYS
from klantreis.rule import FAMILIES, all_rules

DRAFT = {"content/tuin.md": SOUND["content/tuin.md"].replace("answers", "status: draft\nanswers")}


@pytest.mark.parametrize("by", KEYS)
@pytest.mark.parametrize("form", FORMATS)
def test_coverage_comes_by_every_key_in_every_form(sound: Path, by: str, form: str) -> None:
    result = call("coverage", "--by", by, "--format", form, "--today", DAY)
    assert result.exit_code == 0
    assert result.stdout


def test_coverage_says_planned_drafted_and_published_apart(sound: Path) -> None:
    write(sound, DRAFT)
    result = call("coverage", "--format", "json")
    assert json.loads(result.stdout)["coverage"] == {"planned": 1.0, "drafted": 1.0, "published": 0.0}
    assert "100% gepland, 100% geschreven, 0% gepubliceerd" in call("coverage").stdout


def test_coverage_fails_under_the_threshold_of_option_or_configuration(sound: Path) -> None:
    write(sound, DRAFT)
    assert call("coverage").exit_code == 0
    result = call("coverage", "--fail-under", "50", "--lang", "en")
    assert result.exit_code == 1
    assert result.stderr == "klantreis: coverage 0% is below the threshold of 50%\n"
    write(sound, {"klantreis.toml": "[coverage]\nfail_under = 50\n"})
    assert call("coverage").exit_code == 1
    assert call("coverage", "--fail-under", "0").exit_code == 0


@pytest.mark.parametrize(
    ("change", "state", "way"),
    [
        ({}, "gepubliceerd", "Er hoeft niets te gebeuren."),
        ({"content/tuin.md": None}, "leeg", "stage: aware\n      persona: [gezin]\n      channel: blog"),
        (DRAFT, "geschreven", "publiceer tuin"),
        ("status: idea\n", "idee", "publiceer tuin"),
        ("expires: 2026-01-01\n", "verouderd", "vernieuw tuin"),
        ("review_by: 2026-01-01\n", "verouderd", "kijk tuin na"),
        ("publish: 2027-01-01\n", "gepland", "wacht tot tuin verschijnt op 2027-01-01"),
    ],
)
def test_explain_says_what_would_make_a_slot_published(
    sound: Path, change: "dict[str, str | None] | str", state: str, way: str
) -> None:
    if isinstance(change, str):
        write(sound, {"content/tuin.md": SOUND["content/tuin.md"].replace("answers", f"{change}answers")})
    for path, text in change.items() if isinstance(change, dict) else ():
        if text is None:
            (sound / path).unlink()
        else:
            write(sound, {path: text})
    result = call("explain", "tuin/gezin/aware/blogje", "--today", DAY)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"tuin/gezin/aware/blogje: {state}\n")
    assert way in result.stdout


def test_explain_knows_questions_and_parts_of_places(sound: Path) -> None:
    assert "Waarom zou ik?" in call("explain", "tuin/gezin/aware?hoezo").stdout
    assert "tuin/gezin/aware/blogje" in call("explain", "tuin/gezin").stdout


def test_explain_names_the_way_from_borrowed_to_full(sound: Path) -> None:
    write(
        sound,
        {
            "personas/oma.md": "---\nid: oma\nname: Oma\n---\n",
            "journeys/tuin.yaml": SOUND["journeys/tuin.yaml"].replace("[gezin]", "[gezin, oma]"),
            "content/tuin.md": SOUND["content/tuin.md"].replace("answers", "also: [oma]\nanswers"),
        },
    )
    result = call("explain", "tuin/oma/aware/blogje")
    assert "geleend" in result.stdout
    assert "zet oma in tuin bij 'persona'" in result.stdout


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_every_rule_is_listed_and_has_its_manual(form: str) -> None:
    listed = call("rule", "--format", form)
    assert listed.exit_code == 0
    for rule in all_rules():
        assert rule.name in listed.stdout
        manual = call("rule", rule.code if form == "json" else rule.name, "--format", form)
        assert manual.exit_code == 0
        assert rule.name in manual.stdout


def test_a_family_lists_its_own_rules() -> None:
    families = {rule.family for rule in all_rules()}
    for family in FAMILIES:
        if family in families:
            names = {rule["name"] for rule in json.loads(call("rule", family, "--format", "json").stdout)}
            assert names == {rule.name for rule in all_rules() if rule.family == family}


OWN = (
    "name: geen-gratis\nseverity: info\nmessage: {nl: schrijf kosteloos, en: say free}\n"
    "forbid: {words: [gratis]}\n"
)


def test_rules_of_ones_own_are_listed_and_have_a_manual(sound: Path) -> None:
    write(sound, {"klantreis.toml": "own_rules = ['regels.yaml']\n", "regels.yaml": OWN})
    listed = call("rule").stdout
    assert "  OWN-geen-gratis  geen-gratis  tip           schrijf kosteloos\n" in listed
    assert "KR001" in listed
    assert call("rule", "geen-gratis").stdout.startswith("geen-gratis OWN-geen-gratis\n")
    assert "geen-gratis" in call("rule", "own", "--format", "markdown").stdout
    near = call("rule", "gene-gratis")
    assert (near.exit_code, near.stderr) == (
        2, "klantreis: no such rule 'gene-gratis'; did you mean 'geen-gratis'?\n"
    )  # fmt: skip


@pytest.mark.parametrize("model", [model.id for model in built_in()])
def test_every_model_prints_and_its_file_can_be_had(model: str) -> None:
    assert model in call("model").stdout
    text = call("model", model, "--lang", "en").stdout
    assert "Source" in text
    assert "The same phase in the other models" in text
    assert call("model", model, "--format", "yaml").stdout.lstrip().startswith(("#", "id:"))


@pytest.mark.parametrize("kind", ["item", "persona", "journey", "config"])
def test_every_schema_is_a_schema(kind: str) -> None:
    schema = json.loads(call("schema", kind).stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == f"klantreis {kind}"


def test_the_version_loads_nothing_but_the_door() -> None:
    assert call("--version").stdout == f"klantreis {__version__}\n"
    heavy = {"yaml", "jinja2", "mkdocs", "pyromark", "frontmatter", "ahocorasick_rs", "concurrent.futures"}
    code = (
        "import sys; from klantreis.cli import main; main(['--version'], standalone_mode=False); "
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    environment = {"PYTHONPATH": str(GENERATOR)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"
