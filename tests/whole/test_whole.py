"""A project in which nothing is wrong is silent."""

import datetime

import pytest
from tests.whole.project import KINDS, whole

from klantreis.check import run
from klantreis.read.config import read_config

TODAY = datetime.date(2026, 11, 1)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("model", KINDS)
def test_a_whole_project_is_silent(model: str, language: str) -> None:
    texts = whole(model, language)
    findings = run(texts, read_config(texts["klantreis.toml"], "klantreis.toml"), TODAY).findings
    assert [(f.rule, f.path, f.span.line, f.message.en) for f in findings] == []
