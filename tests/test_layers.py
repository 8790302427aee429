"""Imports point downwards only, and only the rooms for it touch the world outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "klantreis"

LAYERS = {
    "__init__": 0, "errors": 0, "model": 0,
    "finding": 1, "config": 1,
    "read": 2, "text": 2, "rule": 2,
    "rules": 3, "own_rule": 3, "models": 3,
    "coverage": 4, "check": 4, "suppress": 4, "fix": 4, "plan": 4, "baseline": 4, "review": 4,
    "setting": 4,
    "proposal": 4, "compare": 4, "picture": 4, "rename": 4, "touch": 4,
    "inventory": 4, "overview": 4,
    "ratchet": 4, "wording": 4, "agenda": 4,
    "report": 5, "site": 5, "templates": 5,
    "disk": 6, "cache": 6, "share": 6, "build": 6, "git": 6, "snapshot": 6,
    "cli": 7, "server": 7, "__main__": 7,
}  # fmt: skip

OUTSIDE = {
    "glob",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "time",
    "urllib.request",
}
CLOCKS = {"today", "now", "utcnow"}
FIRST_OUTSIDE = 6

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return "klantreis." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def layer_of(module: str) -> int | None:
    """Return the layer of a module by its dotted name; `klantreis` itself is the lowest."""
    parts = module.split(".")
    return LAYERS.get(parts[1]) if len(parts) > 1 else 0


def imports(tree: ast.AST, module: str) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of every import, those in functions and under TYPE_CHECKING included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")[: -node.level]
                base = ".".join((*above, base)) if base else ".".join(above)
            # `from klantreis import disk` names a module, `from klantreis import __version__` does not.
            yield from (
                (node.lineno, f"{base}.{a.name}" if base == "klantreis" else base) for a in node.names
            )


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(PACKAGE).as_posix()}:{line}"


def upward(path: Path) -> Iterator[str]:
    """Yield a line for each import of a higher layer: the file, the import and the layers."""
    module = name_of(path)
    own = layer_of(module)
    assert own is not None, f"{path.relative_to(PACKAGE)} is in no layer; add it to LAYERS"
    for line, name in imports(ast.parse(path.read_text("utf-8")), module):
        theirs = 0 if name == "klantreis.__version__" else layer_of(name)
        if name.split(".")[0] == "klantreis" and (theirs is None or theirs > own):
            yield f"{place(path, line)}: layer {own} imports {name} of layer {theirs}"


def outside(path: Path) -> Iterator[str]:
    """Yield a line for each use of the disk, processes, the environment or the clock."""
    tree = ast.parse(path.read_text("utf-8"))
    for line, name in imports(tree, name_of(path)):
        if name in OUTSIDE:
            yield f"{place(path, line)}: {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield f"{place(path, node.lineno)}: open()"
        is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_method and node.func.attr in CLOCKS and not node.args:
            yield f"{place(path, node.lineno)}: {node.func.attr}()"


def test_imports_point_downwards_only() -> None:
    found = [line for path in MODULES for line in upward(path)]
    assert not found, "imports that point upwards:\n" + "\n".join(found)


def test_only_the_rooms_for_it_touch_files_processes_the_environment_and_the_clock() -> None:
    inside = [path for path in MODULES if (layer_of(name_of(path)) or 0) < FIRST_OUTSIDE]
    found = [line for path in inside for line in outside(path)]
    assert not found, "rooms that should be pure:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "from klantreis.cli import main",
        "from klantreis import disk",
        "import klantreis.disk",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from klantreis.report.full import full",
        "def late():\n    from klantreis.site import page",
        "from ..check import check",
        "from klantreis.nowhere import nothing",
    ],
)
def test_an_import_that_points_upwards_is_seen_wherever_it_stands(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path)
    (tmp_path / "model").mkdir()
    path = tmp_path / "model" / "item.py"
    path.write_text(source, "utf-8")
    (line,) = upward(path)
    assert line.startswith("model/item.py:")
    assert "layer 0 imports klantreis." in line
