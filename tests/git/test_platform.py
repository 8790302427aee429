"""action.yml, the hooks, the GitLab component and the container file, run by hand as they say."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pyromark
import pytest
import yaml
from tests.cli.project import SOUND, call, write
from tests.git.platform import ROOT, Runner, bash
from tests.git.repository import commit, git, repository
from tests.report.judge import ci_schema

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")

ITEM = "content/tuin.md"
SECOND = {
    "content/meer.md": SOUND[ITEM].replace("channel: blog", "channel: blok").replace("begint", "groeit")
}
GH = """#!/usr/bin/env bash
echo "$@" >> "$GH_LOG"
case " $* " in *" --jq "*) cat "$GH_ANSWER" ;; esac
"""


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a fresh clone, at a branch that adds an item with one error and leaves its slot covered."""
    origin = repository(tmp_path / "oorsprong", SOUND)
    git(origin, "checkout", "--quiet", "-b", "werk")
    write(origin, SECOND)
    commit(origin, "add")
    folder = tmp_path / "kloon"
    subprocess.run(["git", "clone", "--quiet", str(origin), str(folder)], check=True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")
    monkeypatch.chdir(folder)
    return folder


def runner(clone: Path, **inputs: str) -> Runner:
    place = clone.parent / "loper"
    (place / "bin").mkdir(parents=True, exist_ok=True)
    (place / "temp").mkdir(exist_ok=True)
    base = git(clone, "rev-parse", "origin/main").strip()
    return Runner(place, clone, {name.replace("_", "-"): value for name, value in inputs.items()}, base=base)


def test_the_action_is_one(clone: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    jsonschema.validate(action, ci_schema("github-actions"))
    for step in action["runs"]["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
        assert "${{" not in step.get("run", ""), "a script must not hold what somebody else may write"


def test_the_action_annotates_summarises_and_fails(clone: Path) -> None:
    job = runner(clone)
    assert job.run() == 1
    assert job.codes == {"Check": 0, "Say what the change does": 0, "Decide": 1}
    assert "::error file=content/meer.md,line=5," in job.said["Check"]
    summary = (job.place / "summary.md").read_text("utf-8")
    assert summary.startswith("<!-- klantreis diff -->\n## klantreis: ")
    assert pyromark.html(summary).count("<h2>") == 2
    assert "### Nieuwe bevindingen" in summary
    assert "## klantreis: 1 fout, " in summary
    assert "| persona | aware |" in summary
    outputs = {name.removeprefix("steps.check.outputs."): value for name, value in job.outputs.items()}
    assert outputs["coverage"] == "100"
    assert outputs["errors"] == "1"
    assert json.loads(Path(outputs["report"]).read_text("utf-8"))["summary"]["errors"] == 1
    assert json.loads(Path(outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"


def test_the_action_shows_only_what_a_pull_request_does_when_asked(clone: Path) -> None:
    job = runner(clone, changed="true", fail_on="new")
    assert job.run() == 1
    assert "content/meer.md" in job.said["Check"]
    git(clone, "checkout", "--quiet", "origin/main")
    job = runner(clone, changed="true", fail_on="new")
    assert job.run() == 0
    assert "::" not in job.said["Check"]
    assert (job.place / "temp" / "klantreis" / "change.md").read_text("utf-8") == ""


def test_arguments_and_thresholds_reach_the_check(clone: Path) -> None:
    (clone / ITEM).unlink()
    (clone / "content" / "meer.md").unlink()
    job = runner(clone, args="--select coverage-below-threshold --lang en", fail_under="journey:tuin=50")
    assert job.run() == 1
    assert "0%25 of the required places of journey 'tuin'" in job.said["Check"]


def test_an_input_is_no_script(clone: Path) -> None:
    job = runner(clone, args='--lang en; touch "$PWD/hacked" $(touch hacked) `touch hacked`')
    assert job.run() == 2
    assert not (clone / "hacked").exists()


def test_a_shallow_clone_still_gets_its_check(clone: Path) -> None:
    shallow = clone.parent / "ondiep"
    git(clone.parent, "clone", "--quiet", "--depth=1", (clone.parent / "oorsprong").as_uri(), str(shallow))
    base = git(clone, "rev-parse", "origin/main").strip()
    job = Runner(runner(clone).place, shallow, {}, base=base)
    assert job.run() == 1
    assert "::warning title=klantreis diff::klantreis: " in job.said["Say what the change does"]
    assert "fetch-depth: 0" in job.said["Say what the change does"]
    assert "## klantreis: 1 fout" in (job.place / "summary.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("answer", "changed", "method"),
    [("", True, "POST"), ("12\n13\n", True, "PATCH"), ("12\n", False, "DELETE"), ("", False, None)],
)
def test_one_comment_is_kept_under_a_pull_request(
    clone: Path, answer: str, changed: bool, method: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = runner(clone, comment="true")
    log = job.place / "gh.log"
    (job.place / "antwoord").write_text(answer, "utf-8")
    (job.place / "bin" / "gh").write_text(GH, "utf-8")
    (job.place / "bin" / "gh").chmod(0o755)
    monkeypatch.setenv("GH_LOG", str(log))
    monkeypatch.setenv("GH_ANSWER", str(job.place / "antwoord"))
    if not changed:
        git(clone, "checkout", "--quiet", "origin/main")
    job.run()
    calls = log.read_text("utf-8").splitlines()
    assert "repos/noor/tuin/issues/7/comments --jq" in calls[0]
    assert [line.split("--method ")[1].split()[0] for line in calls[1:]] == ([method] if method else [])


# the others


def hooks() -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return found


def test_the_hooks_run_as_they_say(clone: Path) -> None:
    for hook in hooks():
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert hook["always_run"] and not hook["pass_filenames"]
    changed, everything = (str(hook["entry"]).split()[1:] for hook in hooks())
    assert call(*changed).exit_code == 0
    assert call(*everything).exit_code == 1
    write(clone, {ITEM: SOUND[ITEM].replace("channel: blog", "channel: blok")})
    git(clone, "add", "--all")
    done = call(*changed)
    assert done.exit_code == 1
    assert "content/tuin.md:5:10" in done.stdout and "content/meer.md" not in done.stdout
    git(clone, "rm", "--quiet", "--force", ITEM, "content/meer.md")
    assert "uncovered-persona" in call(*changed).stdout


def component() -> tuple[dict[str, object], str]:
    head, _, body = (ROOT / "docs/ci/klantreis.gitlab-ci.yml").read_text("utf-8").partition("\n---\n")
    inputs = yaml.safe_load(head)["spec"]["inputs"]
    given = {"install": str(ROOT)}
    values = {name: given[name] if name in given else str(about["default"]) for name, about in inputs.items()}
    filled = re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda match: values[match[1]], body)
    return yaml.safe_load(filled)["klantreis"], filled


def test_the_gitlab_component_runs_as_it_says(clone: Path) -> None:
    job, filled = component()
    schema = ci_schema("gitlab-ci")
    jsonschema.validate(yaml.safe_load(filled), schema)
    base = git(clone, "rev-parse", "origin/main").strip()
    variables = {"CI_PROJECT_DIR": str(clone), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    for name, value in job["variables"].items():  # type: ignore[attr-defined]
        variables[name] = re.sub(r"\$(\w+)", lambda match: variables.get(match[1], ""), value)
    done = bash("set -e\n" + "\n".join(job["script"]), clone, variables)  # type: ignore[arg-type]
    assert done.returncode == 1, done.stderr
    assert "Nieuwe bevindingen" in done.stdout
    assert re.search(str(job["coverage"]).strip("/"), done.stdout)[1] == "100"  # type: ignore[index]
    reports = job["artifacts"]["reports"]  # type: ignore[index]
    assert len(json.loads((clone / reports["codequality"]).read_text("utf-8"))) >= 1
    assert (clone / reports["junit"]).read_text("utf-8").startswith("<?xml")


def test_the_container_file_copies_what_is_there() -> None:
    text = (ROOT / "Containerfile").read_text("utf-8")
    for line in re.findall(r"^COPY (.+)$", text, re.MULTILINE):
        *sources, _ = line.split()
        assert all((ROOT / source).exists() for source in sources)
    assert 'ENTRYPOINT ["klantreis"]' in text


def test_badges_say_the_coverage(clone: Path) -> None:
    assert json.loads(call("coverage", "--format", "shields").stdout) == {
        "schemaVersion": 1, "label": "klantreis", "message": "100%", "color": "brightgreen",
    }  # fmt: skip
    svg = call("coverage", "--format", "svg", "--lang", "en").stdout
    assert 'aria-label="journey: 100%"' in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
