"""The sdist and the wheel hold all that the tool needs, and run where nothing of the source is near."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from tests.cli.project import DAY, GENERATOR

ROOT = GENERATOR.parent
EXAMPLE = ("klantreis.toml", "mkdocs.yml", "content", "personas", "journeys")
PARTS = (
    ".ci",
    "action.yml",
    "benchmarks",
    "content",
    "docs",
    "generator",
    "journeys",
    "personas",
    "site",
    "tests",
)

pytestmark = pytest.mark.slow


def run(*words: str | Path, folder: Path, code: int = 0) -> str:
    """Run a command without anything of the source in its environment, and return what it prints."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "KLANTREIS"))}
    done = subprocess.run(
        list(map(str, words)), cwd=folder, capture_output=True, check=False, encoding="utf-8",
        env=clean | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def below(folder: Path) -> set[str]:
    """Return the files below a folder that are kept, by their path from the top of the repository."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with an sdist, and the wheel that was built from it."""
    pytest.importorskip("hatchling", reason="hatchling builds the package; `make setup` installs it")
    folder = tmp_path_factory.mktemp("pakket")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, folder=ROOT)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "uitgepakt", filter="data")
    (source,) = (folder / "uitgepakt").iterdir()
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=source)
    return folder


@pytest.fixture(scope="module")
def installed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of the wheel in an environment of its own, which borrows only the libraries."""
    place = tmp_path_factory.mktemp("een lege omgeving") / "om geving"
    venv.create(place)
    folder = place / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = made.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--python", place, "--quiet", "--disable-pip-version-check")
    run(*pip, "install", "--no-deps", "--no-index", wheel, folder=place)
    packages = run(
        folder / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=place
    )
    # A folder in a .pth is only that: the .pth files in it, such as that of the source, are not read.
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    Path(packages.strip(), "geleend.pth").write_text("\n".join(libraries), encoding="utf-8")
    return folder / "klantreis"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("een voorbeeld")
    for name in EXAMPLE:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def test_the_wheel_holds_every_file_of_the_package_and_no_other(made: Path) -> None:
    (wheel,) = made.glob("*.whl")
    names = {f"generator/{name}" for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == below(GENERATOR / "klantreis")


def test_the_sdist_holds_all_that_its_tests_need(made: Path) -> None:
    (source,) = (made / "uitgepakt").iterdir()
    for part in PARTS:
        files = below(ROOT / part) if (ROOT / part).is_dir() else {part}
        kept = {"site/.gitignore"} if part == "site" else files
        assert not [path for path in kept if not (source / path).is_file()]


def test_the_wheel_runs_alone(installed: Path, example: Path) -> None:
    python = installed.with_name("python")
    where = run(python, "-c", "import klantreis; print(klantreis.__file__)", folder=example)
    assert Path(where.strip()).is_relative_to(installed.parents[1])
    assert run(installed, "--version", folder=example).startswith("klantreis ")


@pytest.mark.parametrize(
    "words",
    [
        "check --exit-zero", "rule", "rule product-push", "model five-a --lang en", "schema item",
        "suggest --format json", "explain bakfiets-voor-het-gezin",
    ],
)  # fmt: skip
def test_the_wheel_says_what_the_source_says(words: str, installed: Path, example: Path) -> None:
    arguments = (*words.split(), "--today", DAY)
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from klantreis.cli import main; main()"
    ours = run(sys.executable, "-c", code, GENERATOR, *arguments, folder=example)
    assert run(installed, *arguments, folder=example) == ours != ""


def test_the_wheel_builds_the_site(installed: Path, example: Path) -> None:
    run(installed, "build", "--today", DAY, folder=example)
    assert (example / "site" / "index.html").is_file()
    assert (example / "site" / "assets" / "klantreis.css").is_file()


def test_only_what_makes_a_site_imports_what_makes_one(installed: Path, example: Path) -> None:
    code = (
        "import sys\nfrom klantreis.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sorted({'mkdocs', 'jinja2', 'klantreis.site', 'klantreis.build', 'multiprocessing'} "
        "& set(sys.modules)), file=sys.stderr)"
    )
    for words in ("--version", "check", "coverage", "rule", "explain x", "schema item"):
        done = subprocess.run(
            [str(installed.with_name("python")), "-c", code, *words.split()],
            cwd=example, capture_output=True, check=True, encoding="utf-8",
        )  # fmt: skip
        assert done.stderr.splitlines()[-1] == "", words
