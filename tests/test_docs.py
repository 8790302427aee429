"""Every command in the README and the docs runs, and every link in them leads somewhere."""

import re
import shlex
import shutil
import textwrap
from pathlib import Path

import click
import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from tests.cli.project import call
from tests.git.repository import git, repository
from tests.report.judge import ci_schema

from klantreis.check import activate
from klantreis.cli import main
from klantreis.cli.front import COMMANDS
from klantreis.model.slug import unique_slugs
from klantreis.read.config import read_config
from klantreis.rule import all_rules

ROOT = Path(__file__).parent.parent
PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
EXAMPLE = ("klantreis.toml", "content", "personas", "journeys")
LASTING = {"serve"}
"""Commands that run until they are stopped: only their options are tried."""

_FENCE = re.compile(r"^ *(```+)(\w*)\n(.*?)^ *\1$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(klantreis [^`]+)`")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def fenced(page: Path) -> list[str]:
    lines = (line.removeprefix("$ ").strip() for body in blocks(page, "sh") for line in body.splitlines())
    return [line for line in lines if line.startswith("klantreis ")]


def blocks(page: Path, kind: str) -> list[str]:
    return [body for _, word, body in _FENCE.findall(page.read_text("utf-8")) if word == kind]


def commands() -> list[str]:
    return sorted({command for page in PAGES for command in fenced(page)})


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voorbeeld")
    for name in EXAMPLE:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    repository(folder)
    for tag in ("v1.0", "v1.1"):
        git(folder, "tag", tag)
    for name in ("before", "after"):
        call("check", "--config", str(folder / "klantreis.toml"), "-o", f"json={folder / name}.json")
    return folder


@pytest.mark.parametrize("line", commands())
def test_every_command_in_the_docs_runs(line: str, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example)
    arguments = shlex.split(line)[1:]
    if arguments[0] in LASTING:
        command = main.get_command(click.Context(main), arguments[0])
        assert command is not None
        command.make_context(arguments[0], arguments[1:])
        return
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1), result.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_named_in_a_sentence_exists(page: Path) -> None:
    for named in _INLINE.findall(_FENCE.sub("", page.read_text("utf-8"))):
        word = named.split()[1]
        assert word.startswith("-") or word in (*COMMANDS, "COMMAND"), f"{page.name}: {named}"
        if word in COMMANDS:
            command = main.get_command(click.Context(main), word)
            assert command is not None
            known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
            used = {part.partition("=")[0] for part in named.split()[2:] if part.startswith("-")}
            assert used <= known, f"{page.name}: {named}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for target in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path) if path else page
        assert goal.exists(), f"{page.name}: {target}"
        if anchor:
            headings = _HEADING.findall(_FENCE.sub("", goal.read_text("utf-8")))
            assert anchor in unique_slugs((heading, "") for heading in headings), f"{page.name}: {target}"


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "toml")], ids=lambda page: page.name)
def test_every_configuration_in_the_docs_is_understood(page: Path) -> None:
    for block in blocks(page, "toml"):
        config = read_config(block, "klantreis.toml")
        assert activate(all_rules(), config)


def test_every_workflow_in_the_docs_is_one() -> None:
    kinds = {"jobs": "github-workflows", "include": "gitlab-ci"}
    found = []
    for block in blocks(ROOT / "docs" / "ci.md", "yaml"):
        value = yaml.safe_load(textwrap.dedent(block))
        for key, kind in kinds.items():
            if key in value:
                jsonschema.validate(
                    {str(k).replace("True", "on"): v for k, v in value.items()}, ci_schema(kind)
                )
                found.append(key)
    assert found == ["jobs", "include"]


def test_the_page_about_ci_names_every_input_and_output_of_the_action() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    for name in (*action["inputs"], *action["outputs"]):
        assert f"`{name}`" in page, name
