"""Small projects on disk, and the command line as a test calls it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from klantreis.cli import main

GENERATOR = Path(__file__).parents[2] / "generator"
DAY = "2026-11-01"

SOUND: Mapping[str, str] = {
    "klantreis.toml": 'language = "nl"\n\n[rules]\nunused-definition = "off"\n',
    "personas/gezin.md": (
        "---\nid: gezin\nname: Gezin met kinderen\nsegment: b2c\nchannels: [blog]\nstages:\n"
        "  aware:\n    questions:\n      - {id: hoezo, ask: Waarom zou ik?}\n---\n\nEen gezin.\n"
    ),
    "journeys/tuin.yaml": (
        "id: tuin\nname: Een tuin aanleggen\npersonas: [gezin]\nstages:\n"
        "  aware:\n    phase: awareness\n    entry: true\n    exit: true\n    push_allowance: 100\n"
        "    touchpoints:\n      - {id: blogje, channel: blog}\n"
    ),
    "content/tuin.md": (
        "---\ntitle: Een tuin begint met kijken\nstage: aware\npersona: [gezin]\nchannel: blog\n"
        "answers: [hoezo]\n---\n\nKijk een jaar lang waar de zon staat, en teken dat op.\n"
    ),
}
"""A small project in which nothing is wrong, though a rule may remark something."""

SLIP: Mapping[str, str] = {
    "content/tuin.md": SOUND["content/tuin.md"].replace("channel: blog", "channel: blok")
}
"""One error: a channel that does not exist."""


def write(folder: Path, *layers: Mapping[str, str]) -> Path:
    """Write files below `folder`, later layers over earlier ones."""
    for texts in layers:
        for path, text in texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="")
    return folder


def call(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, list(arguments), prog_name="klantreis")


def process(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None, text: str | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command line in a process of its own, without a terminal."""
    inherited = {
        key: value
        for key, value in os.environ.items()
        if key == "KLANTREIS_CACHE_DIR" or not key.startswith(("PYTHON", "KLANTREIS"))
    }
    variables = (
        inherited | {"PYTHONPATH": str(GENERATOR), "PYTHONIOENCODING": "utf-8"} | dict(environment or {})
    )
    return subprocess.run(
        [sys.executable, "-m", "klantreis", *arguments],
        cwd=folder,
        env=variables,
        input=None if text is None else text.encode("utf-8"),
        capture_output=True,
        check=False,
    )
