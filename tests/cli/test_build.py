"""`klantreis build` and `serve` from the command line; what the site holds is tested with the site."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.project import DAY, GENERATOR, SLIP, call, write


def test_pages_only_writes_pages_and_says_where(sound: Path) -> None:
    result = call("build", "--pages-only", "--today", DAY)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"De pagina's staan in {sound / 'build' / 'pages'} (")
    assert (sound / "build" / "pages" / "index.md").is_file()
    assert not (sound / "site").exists()
    assert " 0 geschreven, 0 verwijderd" in call("build", "--pages-only", "--today", DAY).stdout


def test_build_makes_the_site_although_there_are_errors(sound: Path) -> None:
    write(sound, SLIP)
    result = call("build", "--today", DAY, "--lang", "en", "--offline")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"The site is in {sound / 'site'} (")
    assert "Open index.html there" in result.stdout
    assert (sound / "site" / "index.html").is_file()


def test_quiet_says_nothing(sound: Path) -> None:
    assert call("build", "--pages-only", "--quiet").stdout == ""


def test_a_project_without_content_still_builds(sound: Path) -> None:
    (sound / "content" / "tuin.md").unlink()
    assert call("build", "--pages-only").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--builder", "mkdosc"), "'mkdosc' is not one of 'mkdocs', 'zensical', 'properdocs'"),
        (("--pages-only", "--piblic"), "did you mean '--public'?"),
    ],
)
def test_a_slip_writes_nothing(sound: Path, arguments: tuple[str, ...], said: str) -> None:
    result = call("build", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (sound / "build").exists()


def test_a_site_that_cannot_be_written_is_one_line_and_nothing_half_written(sound: Path) -> None:
    (sound / "site").write_text("een bestand", "utf-8")
    result = call("build")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "'site' is a file" in result.stderr
    assert not (sound / "build").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix signal")
def test_serve_shows_the_site_follows_changes_and_stops(sound: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "klantreis", "serve", "--address", f"127.0.0.1:{port}"]
    environment = os.environ | {"PYTHONPATH": str(GENERATOR)}
    with subprocess.Popen(
        command, cwd=sound, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=_hearing
    ) as server:
        try:
            assert "Een tuin begint met kijken" in eventually(port, "Een tuin begint met kijken")
            page = sound / "content" / "tuin.md"
            page.write_text(page.read_text("utf-8").replace("begint met kijken", "wacht"), "utf-8")
            assert "Een tuin wacht" in eventually(port, "Een tuin wacht")
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)
    assert server.returncode in (0, 130)


def _hearing() -> None:
    """Let the signal through, which a shell keeps from what it runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def eventually(port: int, wanted: str, seconds: float = 40) -> str:
    """Return the page of all items once it holds `wanted`, or as it is when time is up."""
    page, end = "", time.monotonic() + seconds
    while wanted not in page and time.monotonic() < end:
        time.sleep(0.3)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/items/")
            page = connection.getresponse().read().decode("utf-8")
        except OSError:
            continue
        finally:
            connection.close()
    return page
