"""A third language is data: a lexicon and some turns beside ours, and its texts are judged."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import GENERATOR, SOUND, write

from klantreis.text.lexicon import languages

LEXICON = """\
# Volandan, which nobody speaks.
language: vo
name: {nl: Volandaans, en: Volandan}

phrases:
  we: [nimo, nimes]
  you: [tulo, tules]
  own-offer: [nimes gardeno*]
  imperative: [kopra, telu]
  ask-buy: [kopra nun]
  offer: [rabato*]
  price: ["$*"]
  urgency: [solo hodi]
  praise: [plej bona]
  problem: [malfacile*]
  explanation: [tial ke]
  nothing: [rabato de vento]
targets:
  buy: [vendejo]
hints:
  step: [telu]
abbreviations: [ekz]
stopwords: [zo, ki, mel, tan, dor, pli, sor, vek, nimo, tulo, nimes, tules]
reading_ease: {formula: Volanda-ease, start: 200, syllable: 60, word: 1}
"""
TURNS = "last-chances: [solo hodi]\nend-dates: [ghis]\n"
HEAD = "---\ntitle: Kiel komencas gardeno\nstage: aware\npersona: [gezin]\nchannel: blog\nanswers: [hoezo]\n"
SELLING = """\
Nimo dor zo plej bona mel sor tulo. Nimes gardenoj vek tan pli bona ki zo domo sor tules. Solo hodi nimo dor
rabaton mel zo plantoj, $ 40 tan zo arbo. Kopra nun zo gardeno sor tules domo!

[Kopra zo gardeno](/vendejo)

Zo sun mel zo gardeno vek tan tulo dor zo plantoj. Pli malfacile ki zo vento, tial ke zo rabato de vento vek.
Zo arbo dor mel zo domo. Tan zo pluvo vek sor zo ter. Ki tulo dor, pli zo gardeno vek.
"""
CALM = SELLING.rpartition("\n\n")[2] * 2
TEXTS = {
    "klantreis.toml": f'{SOUND["klantreis.toml"]}\n[brand.words.vo]\noffering = ["zo arbo"]\n',
    "journeys/tuin.yaml": SOUND["journeys/tuin.yaml"].replace("push_allowance: 100", "push_allowance: 10"),
    "content/vende.md": f"{HEAD}lang: vo\n---\n\n{SELLING}",
    "content/nedirita.md": f"{HEAD}---\n\n{SELLING}",
    "content/kviete.md": f"{HEAD}lang: vo\n---\n\n{CALM}",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with the two files beside those that it ships."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(
        GENERATOR / "klantreis", folder / "klantreis", ignore=shutil.ignore_patterns("__pycache__")
    )
    write(folder / "klantreis" / "text", {"lexicon/vo.yaml": LEXICON, "turns/vo.yaml": TURNS})
    write(folder / "project", SOUND, TEXTS)
    return folder


def said(installed: Path, *arguments: str) -> str:
    variables = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "klantreis", *arguments, "--today", "2026-11-01"]
    run = subprocess.run(
        command, cwd=installed / "project", env=variables, capture_output=True, check=False, encoding="utf-8"
    )
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


def test_texts_in_the_language_are_judged_whether_or_not_they_say_so(installed: Path) -> None:
    report: Any = json.loads(said(installed, "check", "--output-format", "json"))
    pushed = [f for f in report["findings"] if f["rule"] == "product-push"]
    assert {f["item"] for f in pushed} == {"vende", "nedirita"}
    assert {"call-to-action", "offer"} <= {passage["facet"] for passage in pushed[0]["evidence"]}
    hasty = {f["item"] for f in report["findings"] if f["rule"] == "false-urgency"}
    assert hasty == {"vende", "nedirita"}
    assert "vo" not in languages()


def test_the_reader_is_told_what_each_sentence_adds(installed: Path) -> None:
    page = said(installed, "explain", "nedirita")
    assert "woorden, Volandaans" in page or "Volandaans" in page.split("\n")[1]
    assert "Kopra nun zo gardeno" in page
    assert "volgens Volanda-ease" in page


def test_a_stage_is_suggested(installed: Path) -> None:
    report: Any = json.loads(said(installed, "suggest", "content", "--format", "json"))
    sells = {row["item"]: row["sells"] for row in report["suggestions"]}
    assert (sells["vende"], sells["kviete"]) == (True, False)
