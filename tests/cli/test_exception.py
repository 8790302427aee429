"""The lines that the text output offers to paste: pasted, they excuse what they should."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import DAY, SOUND, call, write

PUSH = (
    "\n\nBestel vandaag nog onze unieke tuin, de beste van Nederland. Nu met 20% korting, maar op is op! "
    "Koop nu, wij zijn de beste. Vraag direct een offerte aan. Bestel nu.\n"
)
JOURNEY = "journeys/tuin.yaml"
STRICT = {JOURNEY: SOUND[JOURNEY].replace("push_allowance: 100", "push_allowance: 0")}
ITEM = SOUND["content/tuin.md"]
TAGS = '[[tags]]\npath = "content/**"\nstage = "aware"\npersona = "gezin"\nchannel = "blog"\n'
CONFIG = SOUND["klantreis.toml"]
QUESTION = "Mag het hier toch?"


def pasted(output: str) -> str:
    return output.split(QUESTION, 1)[1].split(":\n", 1)[1]


def in_front(text: str, lines: str) -> str:
    return re.sub(r"\A---(\r?\n)", lambda fence: fence[0] + lines.replace("\n", fence[1]), text)


def in_toml(text: str, lines: str) -> str:
    return text.replace("+++\n", f"+++\n{lines}", 1)


def under_ignore(text: str, lines: str) -> str:
    return text.replace("ignore:\n", f"ignore:\n{lines}", 1)


def between_brackets(text: str, lines: str) -> str:
    return text.replace("ignore: [", f"ignore: [{lines.strip()}, ", 1)


TOML = (
    '+++\ntitle = "Een tuin"\nstage = "aware"\npersona = ["gezin"]\nchannel = "blog"\n'
    'answers = ["hoezo"]\n+++\n'
)


@pytest.mark.parametrize(
    ("text", "paste"),
    [
        (ITEM, in_front),
        (ITEM.replace("\n", "\r\n"), in_front),
        (TOML, in_toml),
        (ITEM.replace("answers", "ignore:\n  - {rule: dead-end, reason: het eind}\nanswers"), under_ignore),
        (ITEM.replace("answers", "ignore: [{rule: dead-end, reason: het eind}]\nanswers"), between_brackets),
    ],
)
def test_the_line_to_paste_excuses_the_finding(
    sound: Path, text: str, paste: Callable[[str, str], str]
) -> None:
    write(sound, STRICT, {"content/tuin.md": text + PUSH})
    before = call("check", "--today", DAY, "--select", "product-push")
    assert before.stdout.count(QUESTION) == 1
    write(sound, {"content/tuin.md": paste(text + PUSH, pasted(before.stdout))})
    after = json.loads(
        call("check", "--today", DAY, "--output-format", "json", "--select", "reading,product-push").stdout
    )
    [finding] = after["findings"]
    assert finding["rule"] == "product-push"
    assert finding["suppressed"]["reason"] == "waarom het hier mag"


def test_a_file_without_front_matter_is_excused_in_the_configuration(sound: Path) -> None:
    write(sound, STRICT, {"klantreis.toml": CONFIG + TAGS, "content/tuin.md": "# Een tuin\n" + PUSH})
    before = call("check", "--today", DAY, "--select", "product-push")
    assert "in klantreis.toml" in before.stdout
    write(sound, {"klantreis.toml": CONFIG + TAGS + pasted(before.stdout)})
    assert re.search("1 onderdrukt", call("check", "--today", DAY, "--select", "product-push").stdout)


def test_suppressed_findings_are_counted_and_shown_when_asked(sound: Path) -> None:
    excuse = "ignore: [{rule: product-push, reason: reclame}]\n"
    write(sound, STRICT, {"content/tuin.md": in_front(ITEM + PUSH, excuse)})
    plain = call("check", "--today", DAY, "--select", "product-push").stdout
    assert "[product-push" not in plain
    assert "1 onderdrukt (bekijk met --show-suppressed)" in plain
    shown = call("check", "--today", DAY, "--select", "product-push", "--show-suppressed").stdout
    assert "= onderdrukt in content/tuin.md:2: reclame" in shown
    assert QUESTION not in shown
    counted = call("check", "--today", DAY, "--show-suppressed", "--statistics", "--select", "product-push")
    assert "waarschuwing, onderdrukt" in counted.stdout


@pytest.mark.parametrize("form", ["concise", "json"])
def test_reports_for_machines_have_no_lines_to_paste(sound: Path, form: str) -> None:
    write(sound, STRICT, {"content/tuin.md": ITEM + PUSH})
    assert QUESTION not in call("check", "--output-format", form).stdout


def test_what_is_broken_is_mended_and_not_excused(sound: Path) -> None:
    write(sound, {"content/tuin.md": ITEM.replace("stage: aware\n", "")})
    result = call("check", "--select", "reading")
    assert "missing-field" in result.stdout
    assert QUESTION not in result.stdout
