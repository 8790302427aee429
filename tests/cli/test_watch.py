"""`check --watch`, in a process of its own, as somebody at a terminal has it."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.cli.project import GENERATOR, SLIP, SOUND, call, write

LONG = 60.0
"""Seconds after which nothing more is expected of a slow machine."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl+C reaches the tests as well")


class Watched:
    """A running `check --watch` and the lines it prints."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "klantreis", "check", "--watch"],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            env=os.environ | {"PYTHONPATH": str(GENERATOR), "PYTHONIOENCODING": "utf-8"},
            # Whatever started the tests may not listen to Ctrl+C itself, and what it starts would not either.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def until_it_waits(self) -> str:
        said = ""
        while "wacht op wijzigingen" not in said:
            said += self._lines.get(timeout=LONG)
        return said

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=LONG)


@pytest.fixture
def watched(sound: Path) -> Iterator[Watched]:
    watched = Watched(sound)
    yield watched
    watched.process.kill()


def test_it_checks_again_after_each_change_and_stops_in_peace(watched: Watched, sound: Path) -> None:
    assert "0 fouten" in watched.until_it_waits()
    write(sound, SLIP)
    assert "[unknown-channel" in watched.until_it_waits()
    write(sound, {"content/nieuw.md": SOUND["content/tuin.md"].replace("gezin", "gezni")})
    said = watched.until_it_waits()
    assert "[unknown-channel" in said
    assert "[unknown-persona" in said
    write(sound, {"klantreis.toml": "contnet = 1\n"})
    assert "did you mean 'content'?" in watched.until_it_waits()
    write(sound, SOUND)
    (sound / "content/nieuw.md").unlink()
    while "0 fouten" not in (said := watched.until_it_waits()):
        assert "Traceback" not in said
    assert watched.stop() == 0


@pytest.mark.parametrize("option", ["--fix", "--diff", "--show-files", "--show-settings"])
def test_watching_changes_nothing(sound: Path, option: str) -> None:
    result = call("check", "--watch", option)
    assert result.exit_code == 2
    assert option in result.stderr
