"""The site builders: which there are, whether they are here, and how they are run."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from klantreis.check import Result
from klantreis.disk import write_atomically
from klantreis.errors import OperatorError

BUILDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "mkdocs": ("mkdocs", "material"),
    "zensical": ("zensical",),
    "properdocs": ("properdocs", "material"),
}
"""The builders by name, with the packages that each needs."""


def judge_builder(builder: str) -> None:
    """Raise OperatorError when there is no such builder, or when it is not installed here."""
    if builder not in BUILDERS:
        raise OperatorError(f"no such builder '{builder}'; there are {', '.join(BUILDERS)}")
    for package in BUILDERS[builder]:
        if importlib.util.find_spec(package) is None:
            wanted = {"material": "mkdocs-material", "mkdocs": "mkdocs-material"}.get(package, package)
            raise OperatorError(
                f"{builder} needs {wanted}, which is not installed here; "
                f"run `pip install {wanted}`, or write the pages alone with --pages-only"
            )


def run_builder(root: Path, builder: str, result: Result, mark: str = "") -> None:
    """Build `build/pages` into `build/site`; OperatorError holds its last word if it fails.

    `mark` comes after all three names, for an edition beside the first.
    """
    made = root / "build" / f"site{mark}"
    shutil.rmtree(made, ignore_errors=True)
    quiet = [] if builder == "zensical" else ["-q"]
    file = root / "build" / f"mkdocs{mark}.yml"
    command = [sys.executable, "-m", builder, "build", *quiet, "-f", str(file)]
    done = subprocess.run(
        command, cwd=root, env=builder_environment(result), check=False, capture_output=True,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    if done.returncode or not made.is_dir():
        write_atomically(root / "build" / f"{builder}.log", done.stdout + done.stderr)
        lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise OperatorError(f"{builder} stopped: {lines[-1] if lines else 'it does not say why'}; "
                            f"all it said is in build/{builder}.log")  # fmt: skip


def builder_environment(result: Result) -> dict[str, str]:
    """Return the environment of the builder: the project's day is its clock, so that bytes repeat."""
    day = result.project.today.toordinal() - 719163
    fixed = {"SOURCE_DATE_EPOCH": str(day * 86400), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return {**os.environ, **fixed}
