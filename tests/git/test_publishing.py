"""The workflows that publish the site: valid, and run by hand as they say."""

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
import yaml
from tests.cli.project import SOUND, write
from tests.git.platform import ROOT, bash
from tests.git.repository import commit, git, repository
from tests.report.judge import ci_schema

from klantreis.cli import main

GITHUB, GITLAB = (ROOT / "docs" / "ci" / name for name in ("github-pages.yml", "gitlab-pages.yml"))
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")


def read(path: Path) -> dict[str, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in loaded.items()}


def scripts(path: Path) -> str:
    jobs = read(path)
    if path == GITHUB:
        return "\n".join(s["run"] for job in jobs["jobs"].values() for s in job["steps"] if "run" in s)
    return "\n".join(line for job in jobs.values() for line in job.get("script", ()))


@pytest.mark.parametrize(("path", "kind"), [(GITHUB, "github-workflows"), (GITLAB, "gitlab-ci")])
def test_a_workflow_is_one(path: Path, kind: str) -> None:
    jsonschema.validate(read(path), ci_schema(kind))


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
def test_every_command_in_it_exists_with_its_options(path: Path) -> None:
    found = re.findall(r"python -m klantreis (.+)", scripts(path))
    assert len(found) == 2
    for line in found:
        name, *words = shlex.split(re.sub(r'"?\$\{?\w+(\[@\])?\}?"?', "", line))
        command = main.get_command(click.Context(main), name)
        assert command is not None, line
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("-")} <= known, line


def test_what_somebody_else_may_write_is_in_no_script() -> None:
    assert not EXPRESSION.search(scripts(GITHUB))


def test_only_the_job_that_publishes_may_write() -> None:
    workflow = read(GITHUB)
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["build"]
    assert workflow["jobs"]["publish"]["if"] == "github.event_name == 'push'"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two commits; the second adds an item that is not published."""
    folder = repository(tmp_path / "werk", SOUND)
    draft = SOUND["content/tuin.md"].replace("title: ", "status: draft\ntitle: Zebra ")
    write(folder, {"content/zebra.md": draft})
    commit(folder, "add")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")
    return folder


def on_github(folder: Path, event: str, values: dict[str, str]) -> str:
    """Run the steps of the job that builds, as far as they are scripts; return its summary."""
    summary = folder.parent / "summary.md"
    for step in read(GITHUB)["jobs"]["build"]["steps"]:
        asked = re.fullmatch(
            r"github\.event_name == '(\w+)'", step.get("if", f"github.event_name == '{event}'")
        )
        assert asked is not None, step["if"]
        if "run" not in step or step["name"] == "Install" or asked[1] != event:
            continue
        filled = {k: EXPRESSION.sub(lambda m: values[m[1]], v) for k, v in step.get("env", {}).items()}
        done = bash(
            "set -e -o pipefail\n" + step["run"], folder, {"GITHUB_STEP_SUMMARY": str(summary), **filled}
        )
        assert done.returncode == 0, done.stderr
    return summary.read_text("utf-8") if summary.exists() else ""


def pages_in(site: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(site.rglob("*.html")))


@needs_bash
def test_github_publishes_only_what_is_published(clone: Path) -> None:
    on_github(clone, "push", {"github.event.before": git(clone, "rev-parse", "HEAD~1").strip()})
    shown = pages_in(clone / "site")
    assert "Zebra" not in shown and "Vergeleken met" in shown


@needs_bash
def test_github_builds_a_first_push_too(clone: Path) -> None:
    on_github(clone, "push", {"github.event.before": "0" * 40})
    assert (clone / "site" / "index.html").is_file()


@needs_bash
def test_github_previews_a_pull_request_with_what_it_changes(clone: Path) -> None:
    base = git(clone, "rev-parse", "HEAD~1").strip()
    values = {"github.event.pull_request.base.sha": base, "steps.preview.outputs.artifact-url": "https://x/1"}
    assert "(https://x/1)" in on_github(clone, "pull_request", values)
    assert "Zebra" in pages_in(clone / "site")
    assert (clone / "site" / "search" / "search_index.js").is_file()


@needs_bash
@pytest.mark.parametrize(("job", "is_public"), [("pages", True), ("preview", False)])
def test_gitlab_does_the_same(clone: Path, job: str, is_public: bool) -> None:
    before = git(clone, "rev-parse", "HEAD~1").strip()
    variables = {"CI_COMMIT_BEFORE_SHA": before, "CI_MERGE_REQUEST_DIFF_BASE_SHA": before}
    done = bash("set -e\n" + "\n".join(read(GITLAB)[job]["script"]), clone, variables)
    assert done.returncode == 0, done.stderr
    shown = pages_in(clone / "public")
    assert ("Zebra" in shown) is not is_public
    assert "Vergeleken met" in shown
    assert read(GITLAB)[job]["artifacts"]["paths"] == ["public"]


@needs_bash
def test_the_example_is_published_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")
    for name in ("klantreis.toml", "mkdocs.yml", "content", "personas", "journeys"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    repository(tmp_path)
    on_github(tmp_path, "push", {"github.event.before": "0" * 40})
    assert (tmp_path / "site" / "index.html").is_file()
