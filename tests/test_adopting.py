"""docs/adopting.md, followed to the letter on a made-up site of several hundred files."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.project import DAY, call, write

PAGE = (Path(__file__).parent.parent / "docs" / "adopting.md").read_text("utf-8")
TOPICS = "desks lamps chairs shelves floors doors cables plants sound light heat paint".split()
FOLDERS = {
    "content/blog/2021": "Why {0} matter in an office. Look at the {0} you have and count what is broken.",
    "content/news": "We were in the paper about {0}. The reporter asked how long {0} last.",
    "content/case-studies": "A baker in Leeds had trouble with {0}. She wrote down when it happened.",
    "docs/how-to": "Open the box with the {0}. Lay the parts in a row and check the list.",
    "content/legal": "The {0} stay the property of the seller until the last part has been paid.",
    "content": "What to know about {0}: sizes, weights and what goes with what.",
}
HEADS = (
    "---\nlayout: post\ntitle: About {0}\ndate: 2021-03-04 10:00:00 +0100\ntags: [{0}]\n---\n\n",
    '+++\ntitle = "About {0}"\ndraft = false\nweight = 10\n[menu.main]\nparent = "shop"\n+++\n\n',
    "",
)


def block(kind: str, word: str) -> str:
    """Return the fenced block of this kind on the page that holds a word."""
    fences = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (found,) = [body for body in fences if word in body]
    return str(found)


def site() -> Iterator[tuple[str, str]]:
    for folder, text in FOLDERS.items():
        for number in range(60):
            topic = f"{TOPICS[number % 12]}-{number // 12}"
            head = HEADS[number % 3].format(topic)
            yield f"{folder}/{topic}.md", head + f"# {topic}\n\n{text.format(topic)}\n\n[More](/{topic}/)\n"


@pytest.fixture
def adopted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pages = dict(site()) | {"content/pricing.md": "# Prices\n\nA desk costs 200 pounds.\n"}
    write(tmp_path, pages, {"content/themes/x/page.md": "---\ntitle: [\n"})
    write(tmp_path, {
        "klantreis.toml": block("toml", "[[tags]]"),
        "personas/customer.md": block("markdown", "name: Someone"),
        "journeys/customer.yaml": block("yaml", "extends: five-a"),
    })  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(*arguments: str) -> list[dict[str, object]]:
    report = json.loads(call("check", "--today", DAY, "--output-format", "json", *arguments).stdout)
    return [finding for finding in report["findings"] if finding["suppressed"] is None]


def test_five_minutes_bring_hundreds_of_files_to_a_clean_run(adopted: Path) -> None:
    before = {path: path.read_bytes() for path in adopted.rglob("*.md")}
    assert len(call("check", "--show-files").stdout.splitlines()) == 363
    assert call("check", "--today", DAY, "--statistics").exit_code == 1
    assert call("baseline", "create", "--today", DAY).exit_code == 0
    after = call("check", "--today", DAY)
    assert after.exit_code == 0
    assert "No findings." in after.stdout
    assert {path: path.read_bytes() for path in adopted.rglob("*.md")} == before


def test_the_keys_of_another_tool_are_no_concern_of_ours(adopted: Path) -> None:
    families = {str(finding["family"]) for finding in findings("--select", "reading,reference")}
    assert families == set()


def test_after_that_only_what_is_new_counts(adopted: Path) -> None:
    call("baseline", "create", "--today", DAY)
    (adopted / "content/blog/2021").rename(adopted / "content/blog/older")
    write(adopted, {"content/news/new.md": "---\nstage: awarness\n---\n\nNew desks are in.\n"})
    assert {str(finding["path"]) for finding in findings()} == {"content/news/new.md"}
    assert "unknown-stage" in {str(finding["rule"]) for finding in findings()}


def test_a_pattern_that_fits_nothing_is_told(adopted: Path) -> None:
    config = (adopted / "klantreis.toml").read_text("utf-8")
    write(adopted, {"klantreis.toml": config.replace("content/{blog,news}/**", "content/{blogs,nieuws}/**")})
    (finding,) = findings("--select", "unused-definition")
    assert (finding["path"], finding["message"]) == (
        "klantreis.toml",
        "no item fits 'content/{blogs,nieuws}/**'; mend the pattern or remove these tags",
    )
