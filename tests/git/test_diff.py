"""`klantreis diff`: what it reads, what it says, and what it needs."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.cli.project import SLIP, SOUND, call, write
from tests.git.repository import DAY, commit, git, repository

ITEM = "content/tuin.md"


@pytest.fixture
def garden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "een tuin", SOUND)
    monkeypatch.chdir(folder)
    return folder


def diff(*words: str) -> Result:
    return call("diff", *words, "--today", DAY)


def difference(*words: str) -> Any:
    done = diff(*words, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_a_change_reads_as_agreed(garden: Path) -> None:
    (garden / ITEM).unlink()
    assert diff("HEAD", "--lang", "en").stdout == (
        "From HEAD to the working tree: 1 slot lost, 1 new finding\n"
        "\n"
        "Coverage\n"
        "  journey tuin   100% (1 of 1)  → 0% (0 of 1)\n"
        "  persona gezin  100% (1 of 1)  → 0% (0 of 1)\n"
        "  total          100% (1 of 1)  → 0% (0 of 1)\n"
        "\n"
        "Slots\n"
        "  - lost  tuin/gezin/aware/blogje  published  → gap\n"
        "\n"
        "New findings\n"
        "  journeys/tuin.yaml:3: error: persona 'gezin' finds nothing published in the whole journey 'tuin'; "
        "begin with an item for stage 'aware' [uncovered-persona KR027]\n"
    )


def test_the_comment_starts_with_its_marker_and_is_silent_without_a_change(garden: Path) -> None:
    assert diff("HEAD", "--format", "markdown").stdout == ""
    write(garden, SLIP)
    text = diff("HEAD", "--format", "markdown").stdout
    assert text.startswith("<!-- klantreis diff -->\n## klantreis: ")
    assert "| ❌ fout | `content/tuin.md:5` | het kanaal 'blok' is niet bekend" in text


def test_the_comment_begins_with_the_worst(garden: Path) -> None:
    informal = SOUND[ITEM].replace("[gezin]", "[Gezin met kinderen]").replace("begint", "groeit")
    write(garden, {"content/a.md": informal, "content/z.md": SLIP[ITEM].replace("begint", "eindigt")})
    text = diff("HEAD", "--format", "markdown").stdout
    levels = [line.split()[1] for line in text.splitlines() if line.startswith(("| ❌ f", "| ⚠️ w", "| 💡 t"))]
    assert levels[0] == "❌" and len(levels) > 1
    assert levels == sorted(levels, key="❌⚠️💡".index)


def test_the_comment_stays_readable_however_much_changed(garden: Path) -> None:
    for number in range(400):
        title = "|`<b>@noor https://evil.example " + "x" * 300
        write(garden, {f"content/{number}.md": f"---\ntitle: '{title}'\nstage: '{title}'\n---\n\nTekst.\n"})
    text = diff("HEAD", "--format", "markdown").stdout
    assert 50_000 < len(text) <= 65_000
    assert text.count("<details>") == text.count("</details>")
    assert "Hier is ingekort" in text
    assert "<b>" not in text and "@noor" not in text and "https://" not in text
    for line in text.splitlines():
        assert not line.startswith("|") or line.endswith("|")


def test_an_empty_comment_empties_the_file_of_the_last_run(garden: Path) -> None:
    assert diff("HEAD", "--format", "markdown", "-o", "comment.md").exit_code == 0
    assert (garden / "comment.md").read_text("utf-8") == ""


def test_each_side_has_its_own_configuration_baseline_and_rules(garden: Path) -> None:
    write(garden, SLIP)
    commit(garden, "slip")
    write(garden, {"klantreis.toml": SOUND["klantreis.toml"] + 'unknown-channel = "off"\n'})
    assert [f["rule"] for f in difference("HEAD")["gone"]] == ["unknown-channel"]
    commit(garden, "off")
    write(garden, {
        "klantreis.toml": 'extends = "huis/basis.toml"\n' + SOUND["klantreis.toml"],
        "huis/basis.toml": 'own_rules = ["regels.yaml"]\n',
        "huis/regels.yaml": "name: geen-zon\nseverity: error\nmessage: {nl: geen zon, en: no sun}\n"
                            "forbid: {words: [zon]}\n",
    })  # fmt: skip
    assert {f["rule"] for f in difference("HEAD")["new"]} == {"geen-zon", "unknown-channel"}
    now = commit(garden, "own rules")
    write(garden, SOUND)
    assert {f["rule"] for f in difference(now)["gone"]} >= {"geen-zon", "unknown-channel"}
    assert difference(f"{now}~1", now)["new"]


def test_a_project_in_a_folder_of_its_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = repository(tmp_path / "groot", {f"docs/site/{path}": text for path, text in SOUND.items()})
    write(top, {"elders.md": "niets\n"})
    monkeypatch.chdir(top / "docs" / "site")
    assert difference("HEAD")["empty"]
    write(top / "docs" / "site", SLIP)
    text = diff("HEAD", "--format", "markdown").stdout
    assert "`docs/site/content/tuin.md:5`" in text
    assert difference("HEAD")["new"][0]["path"] == "content/tuin.md"


def test_odd_names_and_bytes_are_read_as_on_disk(garden: Path) -> None:
    write(garden, {"content/één tuin\\n.md".replace("\\n", " ; x"): SOUND[ITEM]})
    (garden / "content" / "latin.md").write_bytes(SOUND[ITEM].replace("teken", "caf\xe9").encode("latin-1"))
    (garden / "content" / "venster.md").write_bytes(SOUND[ITEM].replace("\n", "\r\n").encode())
    (garden / "content" / ".verborgen.md").write_text("niets", "utf-8")
    (garden / "content" / "plaatje.png").write_bytes(b"\x89PNG")
    name = commit(garden, "odd")
    assert difference(name)["empty"]
    assert difference(f"{name}~1", name)["new"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_followed_and_dead_ones_told(garden: Path) -> None:
    (garden / "content" / "link.md").symlink_to("tuin.md")
    (garden / "content" / "dood.md").symlink_to("nergens.md")
    name = commit(garden, "links")
    assert difference(name)["empty"]
    assert any(f["path"] == "content/dood.md" for f in difference(f"{name}~1", name)["new"])


def test_a_project_that_was_not_there_yet_is_all_new(garden: Path) -> None:
    git(garden, "checkout", "--quiet", "--orphan", "leeg")
    git(garden, "rm", "--quiet", "-r", "--cached", ".")
    git(garden, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    change = difference("leeg", "main")
    assert [slot["verdict"] for slot in change["slots"]] == ["won"]
    assert change["coverage"]["before"] == {"required": 0, "published": 0, "share": 1.0}
    assert {redefined["verdict"] for redefined in change["redefined"]} == {"added"}


def test_the_merge_base_leaves_out_what_others_did(garden: Path) -> None:
    git(garden, "checkout", "--quiet", "-b", "werk")
    write(garden, {"content/nieuw.md": SOUND[ITEM].replace("begint", "eindigt")})
    commit(garden, "work")
    git(garden, "checkout", "--quiet", "main")
    write(garden, SLIP)
    commit(garden, "others")
    git(garden, "checkout", "--quiet", "werk")
    assert "unknown-channel" in {f["rule"] for f in difference("main")["gone"]}
    assert "unknown-channel" not in {f["rule"] for f in difference("main", "--merge-base")["gone"]}


# what it needs


def refused(*words: str) -> str:
    done = diff(*words)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_an_unknown_commit_is_answered_with_the_nearest(garden: Path) -> None:
    assert "git knows no commit 'mian'; did you mean 'main'?" in refused("mian")
    assert "git knows no commit '--upload-pack=x'" in call("diff", "--", "--upload-pack=x").stderr


def test_outside_a_repository_there_is_a_way_out(sound: Path) -> None:
    assert "is in no git repository; compare saved JSON reports" in refused("HEAD")


def test_without_git_there_is_a_way_out(garden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(garden))
    assert "git cannot be run" in refused("HEAD")


def test_a_shallow_clone_says_what_it_lacks(garden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(garden, SLIP)
    old = git(garden, "rev-parse", "HEAD").strip()
    new = commit(garden, "slip")
    clone = garden.parent / "ondiep"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", garden.as_uri(), str(clone)], check=True)
    monkeypatch.chdir(clone)
    assert difference(new)["empty"]
    assert "shallow" in refused(old) and "fetch-depth: 0" in refused(old)
    git(clone, "fetch", "--quiet", "--depth=1", "origin", old)
    assert [f["rule"] for f in difference(old)["new"]] == ["unknown-channel"]
    assert "shallow" in refused(old, "--merge-base")


@pytest.mark.parametrize("text", ["", "[]", '{"version": 1}', '{"version": 9, "findings": []}'])
def test_a_file_that_is_no_report_is_named(garden: Path, text: str) -> None:
    (garden / "x.json").write_text(text, "utf-8")
    assert "x.json is" in refused("x.json")


def test_a_report_is_compared_with_the_working_tree(garden: Path) -> None:
    assert call("check", "--today", DAY, "-o", "json=before.json", "--exit-zero").exit_code == 0
    assert difference("before.json")["empty"]
    write(garden, SLIP)
    assert [f["rule"] for f in difference("before.json")["new"]] == ["unknown-channel"]
    assert "--merge-base is about commits" in refused("before.json", "--merge-base")
