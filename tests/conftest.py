"""Options of the test run."""

import os
import tempfile

import pytest
from hypothesis import settings

# What tests read is kept for one run alone, and away from what the user has kept.
KEPT = tempfile.TemporaryDirectory(prefix="klantreis-", ignore_cleanup_errors=True)
os.environ["KLANTREIS_CACHE_DIR"] = KEPT.name

# A slow machine is no failure, and a failure shows how to repeat it.
settings.register_profile("klantreis", deadline=None, print_blob=True)
settings.load_profile("klantreis")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite the expectations in golden files and case files (read the diff before you commit)",
    )
