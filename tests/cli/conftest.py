"""A project in which nothing is wrong, as the current folder."""

from pathlib import Path

import pytest
from tests.cli.project import SOUND, write


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write(tmp_path / "een map met spaties", SOUND)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder
