"""The steps of CI files, run by hand as the platform would."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


@dataclass
class Runner:
    """A job on GitHub: a folder for its files, its inputs, and what its steps left."""

    place: Path
    checkout: Path
    inputs: Mapping[str, str]
    event: str = "pull_request"
    number: str = "7"
    base: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)

    def run(self) -> int:
        """Run the steps of action.yml that are scripts, up to one that fails; return the last exit code."""
        action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
        self.inputs = {
            name: self.inputs.get(name, self._filled(about.get("default", "")))
            for name, about in action["inputs"].items()
        }
        for step in action["runs"]["steps"]:
            if "run" not in step or step["name"].startswith("Install") or not self._wanted(step):
                continue
            code = self._step(step)
            if code:
                return code
        return 0

    def _wanted(self, step: Mapping[str, Any]) -> bool:
        if "if" not in step:
            return True
        assert step["if"] == "inputs.comment == 'true' && github.event_name == 'pull_request'"
        return self.inputs["comment"] == "true" and self.event == "pull_request"

    def _step(self, step: Mapping[str, Any]) -> int:
        output = self.place / "output"
        output.write_text("", "utf-8")
        variables = {name: self._filled(value) for name, value in step.get("env", {}).items()}
        done = bash(
            "set -e -o pipefail\n" + step["run"],
            self.checkout / self._filled(step.get("working-directory", ".")),
            {
                "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output),
                "RUNNER_TEMP": str(self.place / "temp"),
                "GITHUB_STEP_SUMMARY": str(self.place / "summary.md"), "GITHUB_REPOSITORY": "noor/tuin",
                "GITHUB_ACTION_PATH": str(ROOT), **variables,
            },
            first=self.place / "bin",
        )  # fmt: skip
        self.said[step["name"]] = done.stdout + done.stderr
        self.codes[step["name"]] = done.returncode
        for line in output.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            self.outputs[f"steps.{step.get('id')}.outputs.{name}"] = value
        return done.returncode

    def _filled(self, text: str) -> str:
        values = {
            **{f"inputs.{name}": value for name, value in self.inputs.items()},
            **self.outputs,
            "github.event.pull_request.base.sha": self.base,
            "github.event.pull_request.number": self.number,
            "github.token": "a token",
        }
        return _EXPRESSION.sub(lambda match: values[match[1]], text)


def bash(
    script: str, folder: Path, variables: Mapping[str, str], first: Path | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a script with this Python first on the path, and `first` before that."""
    path = [str(first)] if first else []
    path += [str(Path(sys.executable).parent), os.environ["PATH"]]
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_"))}
    own = {"PATH": os.pathsep.join(path), "PYTHONPATH": str(ROOT / "generator"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-c", script], cwd=folder, capture_output=True, check=False,
        encoding="utf-8", env=inherited | own | dict(variables),
    )  # fmt: skip
