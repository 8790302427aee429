"""What is kept between runs: the same outcome, less reading, and nothing that could do harm."""

import ast
import errno
import importlib.machinery
import os
import pickle
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import DAY, GENERATOR, SLIP, SOUND, call, write

from klantreis import cache, share
from klantreis.config import Config
from klantreis.disk import find_config
from klantreis.read.item import read_item
from klantreis.read.item_record import ItemSpec
from klantreis.read.project import read_items

ITEM = "content/tuin.md"
LONG_AGO = 1_700_000_000


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test alone."""
    monkeypatch.setenv(cache.PLACE, str(tmp_path / "bewaard"))
    return tmp_path / "bewaard"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the items that were read, not taken from the cache."""
    paths: list[str] = []

    def noted(wanted: Sequence[str], *rest: Any) -> Any:
        paths.extend(wanted)
        return read_items(wanted, *rest)

    monkeypatch.setattr(share, "read_items", noted)
    return paths


def checked(*arguments: str) -> str:
    return call("check", "--today", DAY, "--output-format", "json", *arguments).stdout


def files(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("*") if path.is_file()]


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the files that were just written count as written long ago."""
    monkeypatch.setattr(cache, "SETTLED", 0)


def test_an_unchanged_item_is_read_once(sound: Path, kept: Path, read: list[str]) -> None:
    first = checked()
    assert read == [ITEM]
    assert checked() == first
    assert read == [ITEM]


def test_a_settled_file_is_not_even_opened(
    sound: Path, kept: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    first = checked()
    monkeypatch.setattr(cache, "blob_name", lambda text: pytest.fail("the stamp was enough"))
    assert checked() == first
    assert read == [ITEM]


def test_a_change_that_keeps_size_and_time_is_seen(
    sound: Path, kept: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    write(sound, SLIP)
    os.utime(sound / ITEM, (LONG_AGO, LONG_AGO))
    assert "unknown-channel" in checked()
    write(sound, SOUND)
    os.utime(sound / ITEM, (LONG_AGO, LONG_AGO))
    assert "unknown-channel" not in checked()
    assert read == [ITEM, ITEM]


def test_a_change_within_the_same_moment_is_seen(sound: Path, kept: Path, read: list[str]) -> None:
    checked()
    write(sound, SLIP)
    assert "unknown-channel" in checked()
    assert read == [ITEM, ITEM]


def test_a_file_with_another_time_and_the_same_text_is_not_read_again(
    sound: Path, kept: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    checked()
    os.utime(sound / ITEM, (LONG_AGO, LONG_AGO))
    checked()
    assert read == [ITEM]


def test_only_the_item_that_changed_is_read_again(sound: Path, kept: Path, read: list[str]) -> None:
    items = {f"content/{n}.md": SOUND[ITEM] for n in range(20)}
    write(sound, items)
    checked()
    read.clear()
    write(sound, {"content/7.md": SLIP[ITEM]})
    report = checked()
    assert read == ["content/7.md"]
    read.clear()
    assert checked() == report == checked("--no-cache")
    assert sorted(read) == sorted((ITEM, *items))


@pytest.mark.parametrize(
    "more",
    [
        '[brand]\nnames = ["Groen"]\n',
        '[channels.praatje]\nnl = "praatje"\nen = "talk"\n',
        '[keys]\nowner = "eigenaar"\n',
        '[[tags]]\npath = "content/**"\nowner = "mila"\n',
    ],
)
def test_other_settings_of_reading_read_anew(sound: Path, kept: Path, read: list[str], more: str) -> None:
    checked()
    with (sound / "klantreis.toml").open("a", encoding="utf-8") as config:
        config.write(f"\n{more}")
    checked()
    assert read == [ITEM, ITEM]


def test_other_settings_of_rules_read_nothing_anew(sound: Path, kept: Path, read: list[str]) -> None:
    checked()
    with (sound / "klantreis.toml").open("a", encoding="utf-8") as config:
        config.write('dead-end = "error"\n')
    checked("--fail-under", "50")
    assert read == [ITEM]


def test_another_version_of_the_tool_reads_anew(
    sound: Path, kept: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked()
    monkeypatch.setattr(cache, "snapshot", lambda folder: {"lexicon": (1, 2)})
    checked()
    assert read == [ITEM, ITEM]


def test_the_same_version_installed_once_more_knows_what_was_kept(
    sound: Path, kept: Path, read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "pakket/klantreis-1.dist-info/RECORD"
    write(listed.parent, {"RECORD": "klantreis/rule.py,sha256=a,9\n"})
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "pakket/klantreis/cache.py"))
    monkeypatch.setattr(cache, "snapshot", lambda folder: pytest.fail("times say nothing there"))
    checked()
    os.utime(listed, (LONG_AGO, LONG_AGO))
    checked()
    assert read == [ITEM]
    listed.write_text("klantreis/rule.py,sha256=b,9\n", "utf-8")
    checked()
    assert read == [ITEM, ITEM]


@pytest.mark.parametrize("library", cache._LIBRARIES)
def test_another_version_of_a_library_reads_anew(
    sound: Path, kept: Path, read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    folder = tmp_path / "pakketten"
    for name in (library, f"{library}-1.0.dist-info"):
        (folder / name).mkdir(parents=True)
    elsewhere = importlib.machinery.ModuleSpec(library, None, origin=str(folder / library / "__init__.py"))
    monkeypatch.setattr(cache, "find_spec", lambda name: elsewhere if name == library else find_spec(name))
    checked()
    checked()
    assert read == [ITEM]
    (folder / f"{library}-1.0.dist-info").rename(folder / f"{library}-1.1.dist-info")
    checked()
    assert read == [ITEM, ITEM]


def test_reading_uses_no_other_library_than_the_cache_knows() -> None:
    rooms = [GENERATOR / "klantreis" / room for room in ("read", "text", "model")]
    trees = [ast.parse(path.read_text("utf-8")) for room in rooms for path in room.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    used = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    used |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    foreign = {name.split(".")[0] for name in used} - sys.stdlib_module_names - {"klantreis"}
    assert foreign - {"packaging"} == set(cache._LIBRARIES)  # with packaging only the configuration is read


def test_without_a_cache_nothing_is_kept_and_nothing_taken(sound: Path, kept: Path, read: list[str]) -> None:
    checked("--no-cache")
    assert not kept.exists()
    checked()
    checked("--no-cache")
    assert read == [ITEM, ITEM, ITEM]


def test_a_cache_that_cannot_be_written_is_no_trouble(sound: Path, kept: Path, read: list[str]) -> None:
    kept.write_text("geen map", "utf-8")
    result = call("check", "--today", DAY)
    assert (result.exit_code, result.stderr) == (0, "")
    assert checked() == checked("--no-cache")


@pytest.mark.parametrize(("room", "step"), [(os, "replace"), (cache, "open")], ids=["name", "content"])
def test_a_disk_that_is_full_is_no_trouble(
    sound: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, room: Any, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(room, step, full, raising=False)
    first = checked()
    assert files(kept) == []
    assert first == checked("--no-cache")


def test_runs_at_the_same_time_do_not_mix_what_they_keep(tmp_path: Path) -> None:
    store = cache.Cache(tmp_path / "bewaard", b"zelfde")
    values = [[number] * 50_000 for number in range(40)]

    def keep(value: list[int]) -> bool:
        store.keep("share-1-0", value)
        return store.recall("share-1-0") in values

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(keep, values))
    assert [file.name for file in files(tmp_path)] == ["share-1-0"]


def test_what_another_run_clears_away_is_no_trouble(
    sound: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(beside: str, path: Path) -> None:
        Path(beside).unlink()
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", beside)

    monkeypatch.setattr(os, "replace", gone)
    assert checked() == checked("--no-cache")


def test_only_its_owner_can_read_what_is_kept(sound: Path, kept: Path) -> None:
    checked()
    (folder,) = kept.iterdir()
    assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0


def damaged(data: bytes) -> Iterator[bytes]:
    """Yield what may become of a file."""
    yield from (b"", data[:20], data[:20] + b"\x80\x05.", data[:20] + b"rommel" * 50, b"\0" * len(data))
    yield from (data[:-1], data + b"\0", data.replace(b"Kijk", b"Kyjk"), data.replace(b"tuin", b"luin"))


def test_a_damaged_cache_is_read_over(sound: Path, kept: Path, read: list[str]) -> None:
    first = checked()
    (file,) = files(kept)
    data = file.read_bytes()
    others = [other for other in damaged(data) if other != data]
    for other in others:
        file.write_bytes(other)
        assert checked() == first
        assert checked() == first
    assert len(read) == 1 + len(others) > 7


@pytest.mark.parametrize("home", ["", "~", "thuis"])
def test_without_a_home_nothing_is_kept_in_the_project(
    sound: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, **_: Path(home, ".cache", name))
    monkeypatch.delenv(cache.PLACE)
    here = sorted(sound.rglob("*"))
    assert checked() == checked("--no-cache")
    assert sorted(sound.rglob("*")) == here


def test_a_user_without_a_home_is_no_trouble(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(name: str, **_: object) -> Path:
        raise RuntimeError(f"no home for {name}")

    monkeypatch.setattr("platformdirs.user_cache_path", nobody)
    monkeypatch.delenv(cache.PLACE)
    assert checked() == checked("--no-cache")


def test_a_folder_in_the_home_of_the_user_is_found(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "thuis"))
    monkeypatch.setenv(cache.PLACE, "~/bewaard hier")
    checked()
    assert len(files(tmp_path / "thuis/bewaard hier")) == 1
    assert not (sound / "~").exists()


class Trap:
    """What a forger would put in a cache."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.target),)


@pytest.mark.parametrize("is_inside", [False, True], ids=["around", "inside"])
def test_a_forged_cache_runs_nothing(sound: Path, kept: Path, tmp_path: Path, is_inside: bool) -> None:
    first = checked()
    (file,) = files(kept)
    trap = Trap(tmp_path / "gelukt")
    store = cache.cache_for(sound, ItemSpec(find_config(sound).config))
    assert store is not None
    paths, stamps, _ = store.recall(file.name)
    store.keep(file.name, (paths, stamps, pickle.dumps([trap])) if is_inside else trap)
    assert checked() == first
    assert not (tmp_path / "gelukt").exists()


def test_what_is_no_longer_asked_for_is_removed(sound: Path, kept: Path) -> None:
    write(sound, {f"content/{n}.md": SOUND[ITEM] for n in range(200)})
    checked()
    assert len(files(kept)) == 4
    for n in range(200):
        (sound / f"content/{n}.md").unlink()
    checked()
    assert len(files(kept)) == 1


def test_a_project_that_nobody_checks_is_forgotten(sound: Path, kept: Path) -> None:
    ours, foreign = kept / f"items-{'0' * 40}", kept / "foto's"
    for folder in (ours, foreign):
        folder.mkdir(parents=True)
        os.utime(folder, (LONG_AGO, LONG_AGO))
    checked()
    assert not ours.exists()
    assert foreign.exists()
    assert files(kept)


def test_a_text_that_is_not_saved_is_not_kept(sound: Path, kept: Path, read: list[str]) -> None:
    from click.testing import CliRunner

    from klantreis.cli import main

    first = checked()
    CliRunner().invoke(main, ["check", "--stdin-filename", ITEM], input=SLIP[ITEM])
    assert read == [ITEM, ITEM]
    assert checked() == first
    assert read == [ITEM, ITEM]


class Watched:
    """A configuration that notes what is asked of it."""

    def __init__(self, config: Config, asked: set[str]) -> None:
        self._config, self._asked = config, asked

    def __getattr__(self, name: str) -> Any:
        self._asked.add("tags" if name == "tags_for" else name)
        return getattr(self._config, name)


def example_items() -> Iterator[tuple[str, str]]:
    root = Path(__file__).parents[2]
    for path in sorted((root / "content").rglob("*.md")):
        yield path.relative_to(root).as_posix(), path.read_text("utf-8")


def test_reading_depends_on_no_other_setting_than_the_cache_knows() -> None:
    known: set[str] = set()
    assert ItemSpec(Watched(Config(), known)).settings  # type: ignore[arg-type]
    asked: set[str] = set()
    spec = ItemSpec(Watched(Config(), asked))  # type: ignore[arg-type]
    for path, text in example_items():
        read_item(path, text, spec)
    assert asked
    assert asked <= known
