"""The built pages before the Nu HTML checker, where `KLANTREIS_VNU` names its `vnu.jar`."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

JAR = os.environ.get("KLANTREIS_VNU")
THEIRS = ("data-md-toggle", 'for="__toc"')
"""Markup of the theme that the checker has something to say of."""
REMARKS = ("This document appears to be written in", "Text run is not in Unicode Normalization Form C")
"""What it says of a writer's words."""


@pytest.mark.skipif(JAR is None, reason="KLANTREIS_VNU names no vnu.jar")
@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu checker needs Java")
def test_the_nu_checker_finds_nothing_in_markup_of_ours(site: Path) -> None:
    found = sorted(complaints(site))
    assert not found, "\n".join(found)


def complaints(site: Path) -> Iterator[str]:
    """Yield a line for each error or warning that is not about the theme's markup or a writer's words."""
    options = ["--skip-non-html", "--format", "json", "--exit-zero-always"]
    command = ["java", "-jar", str(JAR), *options, str(site)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    for told in json.loads(done.stderr)["messages"]:
        if not is_theirs(told) and not told["message"].startswith(REMARKS):
            yield f"{told['url']}:{told.get('lastLine')}: {told['message']} {told.get('extract', '')!r}"


def is_theirs(told: dict[str, Any]) -> bool:
    return any(markup in told.get("extract", "") for markup in THEIRS)
