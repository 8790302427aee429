"""Building: only what changed is written, what is gone is removed, and a refusal leaves nothing behind."""

import importlib.util
import os
import sys
import zipfile
from pathlib import Path

import pytest
from tests.site.conftest import build_folder
from tests.site.sample import CONFIG, result_of

from klantreis.build import Loaded, Order
from klantreis.build.folder import pack
from klantreis.build.watch import follow
from klantreis.errors import OperatorError
from klantreis.rules.base_project import BASE

ONLY = Order(pages_only=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in BASE.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    return tmp_path


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in paths
    }


def test_a_second_build_writes_nothing(folder: Path) -> None:
    pages = build_folder(folder, ONLY)
    before = state(pages)
    build_folder(folder, ONLY)
    assert state(pages) == before


def test_a_change_of_one_item_writes_that_page_alone(folder: Path) -> None:
    pages = build_folder(folder, ONLY)
    before = state(pages)
    path = folder / "content" / "inpakmail.md"
    path.write_text(path.read_text("utf-8") + "\nNog een zin.\n", "utf-8")
    build_folder(folder, ONLY)
    after = state(pages)
    assert [name for name in after if after[name] != before[name]] == ["items/inpakmail.md"]


def test_a_zip_holds_the_whole_site_and_has_the_same_bytes_on_any_day(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "items & zo").mkdir(parents=True)
    (site / "index.html").write_text("één", "utf-8")
    (site / "items & zo" / "a b.html").write_text("b", "utf-8")
    first = pack(site).read_bytes()
    os.utime(site / "index.html", (1, 1))
    assert pack(site).read_bytes() == first
    with zipfile.ZipFile(tmp_path / "site.zip") as zipped:
        assert zipped.namelist() == ["site/index.html", "site/items & zo/a b.html"]
        assert zipped.read("site/index.html").decode("utf-8") == "één"


def test_what_is_gone_is_removed(folder: Path) -> None:
    pages = build_folder(folder, ONLY)
    (pages / "items" / "map").mkdir()
    (pages / "items" / "map" / "oud.md").write_text("oud", "utf-8")
    (folder / "content" / "inpakmail.md").unlink()
    build_folder(folder, ONLY)
    assert not (pages / "items" / "inpakmail.md").exists()
    assert not (pages / "items" / "map").exists()


def test_a_build_publishes_whole_and_keeps_hidden_files(folder: Path) -> None:
    site = folder / "site"
    site.mkdir()
    (site / ".gitignore").write_text("*\n", "utf-8")
    (site / "oud.html").write_text("oud", "utf-8")
    assert build_folder(folder, Order()) == site
    assert (site / "index.html").is_file()
    assert (site / ".gitignore").read_text("utf-8") == "*\n"
    assert not (site / "oud.html").exists()


def test_two_builds_give_the_same_bytes(folder: Path) -> None:
    site = build_folder(folder, Order())
    before = {path: content for path, (_, content) in state(site).items()}
    build_folder(folder, Order())
    assert {path: content for path, (_, content) in state(site).items()} == before


def test_a_builder_that_is_missing_is_said_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    before = state(folder)
    with pytest.raises(OperatorError, match=r"mkdocs-material.*--pages-only"):
        build_folder(folder, Order())
    assert state(folder) == before


@pytest.mark.parametrize("name", ["site", "build"])
def test_a_file_where_a_folder_belongs_is_said_before_anything_is_written(folder: Path, name: str) -> None:
    (folder / name).write_text("x", "utf-8")
    before = state(folder)
    with pytest.raises(OperatorError, match=name):
        build_folder(folder, Order())
    assert state(folder) == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions bind only other users")
def test_a_folder_without_permission_is_said_before_anything_is_written(folder: Path) -> None:
    (folder / "site").mkdir(mode=0o500)
    before = state(folder)
    with pytest.raises(OperatorError, match="site"):
        build_folder(folder, Order())
    assert state(folder) == before


@pytest.mark.parametrize("name", [".", "content", "content/uit"])
def test_sources_are_never_published_over(folder: Path, name: str) -> None:
    (folder / "mkdocs.yml").write_text(f"site_name: x\nsite_dir: {name}\n", "utf-8")
    with pytest.raises(OperatorError, match="site_dir"):
        build_folder(folder, Order())
    assert (folder / "content" / "inpakmail.md").is_file()


def test_a_builders_failure_is_one_line(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: x\ntheme: bestaat-niet\n", "utf-8")
    with pytest.raises(OperatorError, match="mkdocs stopped: ") as caught:
        build_folder(folder, Order())
    assert "\n" not in str(caught.value)
    assert (folder / "build" / "mkdocs.log").is_file()


def test_an_own_configuration_that_cannot_be_read_is_one_line(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: [x\n", "utf-8")
    with pytest.raises(OperatorError, match=r"mkdocs\.yml") as caught:
        build_folder(folder, Order())
    assert "\n" not in str(caught.value)


def test_a_logo_that_is_not_there_is_said(folder: Path) -> None:
    path = folder / "klantreis.toml"
    path.write_text(path.read_text("utf-8") + '\n[site]\nlogo = "weg.svg"\n', "utf-8")
    with pytest.raises(OperatorError, match=r"weg\.svg"):
        build_folder(folder, ONLY)


def test_serving_follows_a_change_and_survives_a_mistake(folder: Path) -> None:
    build_folder(folder, ONLY)
    told: list[str] = []
    texts = dict(BASE)
    steps = iter(["wait", "change", "mistake", "stop"])

    def is_wanted() -> bool:
        step = next(steps)
        if step == "change":
            texts["content/nieuw.md"] = BASE["content/inpakmail.md"]
            (folder / "content" / "nieuw.md").write_text("x", "utf-8")
        if step == "mistake":
            (folder / "klantreis.toml").write_text("kapot", "utf-8")
        return step != "stop"

    def load() -> Loaded:
        if (folder / "klantreis.toml").read_text("utf-8") == "kapot":
            raise OperatorError("klantreis.toml is kapot")
        return Loaded(result_of(texts), texts, CONFIG)

    follow(is_wanted, load, folder, ONLY, told.append, pause=0)
    assert [line.partition(" pages")[0].isdecimal() for line in told] == [True, False]
    assert told[1] == "klantreis.toml is kapot"
