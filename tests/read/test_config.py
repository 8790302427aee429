"""The configuration: what it understands, and the one line it answers with."""

import sys
from pathlib import Path

import pytest

from klantreis import __version__
from klantreis.disk import find_config, own_rules
from klantreis.errors import OperatorError
from klantreis.read.config import read_config


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("contnet = ['x']", "klantreis.toml:1:1: unknown key 'contnet'; did you mean 'content'?"),
        ("language = 'de'", "klantreis.toml:1:13: 'language' cannot be 'de'; known: en, nl"),
        ("[coverage]\nfail_under = 180", "klantreis.toml:2:14: 'fail_under' is 180; it runs from 0 to 100"),
        ("language = ", "klantreis.toml:1:11: this is no TOML"),
        (
            "[keys]\nstge = 'fase'",
            "klantreis.toml: 'stge' under [keys] is no key of an item; did you mean 'stage'?",
        ),
        ("[brand]\nproposition = 'cheap'", "klantreis.toml:2:16: 'proposition' cannot be 'cheap'"),
        (
            "required_version = '>=99'\nlater = 1",
            f"klantreis.toml:1:21: this project asks for klantreis >=99, and this is {__version__}; install",
        ),
        ("required_version = '0.0.9'", "klantreis.toml:1:21: this project asks for klantreis 0.0.9, and"),
        (
            "required_version = 'new'",
            "klantreis.toml:1:21: 'required_version' cannot be 'new'; write it like '>=0.2,<1'",
        ),
    ],
)
def test_what_is_not_understood_gets_one_line_with_its_place(text: str, answer: str) -> None:
    with pytest.raises(OperatorError) as caught:
        read_config(text, "klantreis.toml")
    assert str(caught.value).startswith(answer)


@pytest.mark.parametrize("wanted", [__version__, f">={__version__}", ">=0.0.1,<99", f"=={__version__}"])
def test_the_version_that_is_asked_for_will_do(wanted: str) -> None:
    assert read_config(f"required_version = '{wanted}'", "klantreis.toml")


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_configuration_builds_on_another(tmp_path: Path) -> None:
    base = "language = 'en'\n[brand]\nnames = ['Acme']\n[rules]\ndead-end = 'off'\nskipped-stage = 'info'\n"
    own = "extends = 'house.toml'\n[brand]\nproducts = ['Anvil']\n[rules]\ndead-end = 'error'\n"
    root = write(tmp_path, {"house.toml": base, "klantreis.toml": own})
    config = find_config(root).config
    assert (config.language, config.brand.names, config.brand.products) == ("en", ("Acme",), ("Anvil",))
    assert config.rules == {"dead-end": "error", "skipped-stage": "info"}


def test_configurations_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    root = write(
        tmp_path, {"a.toml": "extends = 'klantreis.toml'\n", "klantreis.toml": "extends = 'a.toml'\n"}
    )
    with pytest.raises(OperatorError, match="break the circle"):
        find_config(root)


def test_a_configuration_that_extends_nothing_is_refused(tmp_path: Path) -> None:
    root = write(tmp_path, {"klantreis.toml": "extends = 'nowhere'\n"})
    with pytest.raises(OperatorError, match="neither a file beside it nor a package"):
        find_config(root)


def test_a_package_may_hold_a_shared_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"house_style/__init__.py": "", "house_style/klantreis.toml": "language = 'en'\n"})
    root = write(tmp_path / "project", {"klantreis.toml": "extends = 'house_style'\n"})
    monkeypatch.syspath_prepend(str(tmp_path))
    assert find_config(root).config.language == "en"


def test_the_nearest_configuration_upwards_counts(tmp_path: Path) -> None:
    root = write(tmp_path, {"pyproject.toml": "[tool.klantreis]\nlanguage = 'en'\n", "content/deep/x.md": ""})
    assert find_config(root / "content" / "deep").root == root
    assert find_config(root / "content" / "deep").config.language == "en"


def test_rules_of_their_own_come_from_the_files_named(tmp_path: Path) -> None:
    rule = "name: no-cheap-words\nmessage: say 'affordable'\nforbid: {words: [cheap]}\n"
    root = write(tmp_path, {"klantreis.toml": "own_rules = ['rules.yaml']\n", "rules.yaml": rule})
    found = find_config(root)
    assert [r.name for r in own_rules(found.root, found.config, frozenset())] == ["no-cheap-words"]


def test_rules_of_a_shared_configuration_stand_beside_it(tmp_path: Path) -> None:
    rule = "name: no-cheap-words\nmessage: say 'affordable'\nforbid: {words: [cheap]}\n"
    write(tmp_path / "house", {"klantreis.toml": "own_rules = ['rules.yaml']\n", "rules.yaml": rule})
    root = write(tmp_path / "project", {"klantreis.toml": "extends = '../house/klantreis.toml'\n"})
    found = find_config(root)
    assert [r.name for r in own_rules(found.root, found.config, frozenset())] == ["no-cheap-words"]


def test_a_module_with_rules_may_stand_beside_the_configuration(tmp_path: Path) -> None:
    module = (
        "from dataclasses import replace\nfrom klantreis.rules.flow import dead_end\n"
        "ours = replace(dead_end.dead_end, name='cul-de-sac', code='OUR1')\n"
    )
    root = write(tmp_path, {"klantreis.toml": "plugins = ['rules_of_ours']\n", "rules_of_ours.py": module})
    found = find_config(root)
    before = list(sys.path)
    assert [r.name for r in own_rules(found.root, found.config, frozenset())] == ["cul-de-sac"]
    assert sys.path == before
