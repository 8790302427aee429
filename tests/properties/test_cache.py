"""Whatever became of a project since the last run: what is kept never changes what is said."""

import json
import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.project import DAY, call, write
from tests.git.repository import commit, git, repository

from klantreis import cache
from klantreis.cli.kept import MOST_KEPT

PLACES = ("aware", "aware/diep", "consider", "nieuws")
FRONTS = (
    "channel: blok", "channel: email", "stage: consideration", "stage: aware\nstage: consider",
    "persona: gezin", "persona: niemand", "lang: en", "lang: nl", "status: draft",
    "status: idee", "publish: 2026-10-01", "expires: 2026-01-01", "review_by: 2026-10-31", "id: dubbel",
    "aliases: [content/1.md]", "next: [2]", "next: nergens", "cta: buy",
    "answers: [hoezo, wat]", "ignore: [dead-end]", "titel: x", "owner: mila",
    "praatje: ja", "publish: 2026-10-01T10:00:00Z", "extra: !!binary aGFsbG8=", "extra: !!set {a, b}",
    "extra: &a [*a]", "extra: 0x1F", "extra: {a: {b: [1, 2.5, null, true]}}", "extra: 12:30:45",
    "reviewed_against: {gezin: abc}", "ignore:\n  - {rule: dead-end, reason: zo, until: 2026-12-01}", "x: [",
)  # fmt: skip
BODIES = (
    "Koop nu onze tuin, want op is op.", "Wij zijn de beste.", "[verder](2.md#kop)", "# Kop\n\n## Kop",
    "<!-- klantreis: ignore dead-end -->", "Waarom zou ik? Omdat het groeit.",
    "Bel ons vandaag. [Bel](tel:0)", "![beeld](geen.png)", "We are the best. Buy now!",
    "\t- a\n\n    code", "é日🚲\u2028",
)  # fmt: skip
SETTINGS = (
    "", 'language = "en"', 'content = ["content/aware"]', 'content = ["content", "personas"]',
    'content = ["."]', 'personas = ["content/nieuws"]', '[brand]\nnames = ["Groen"]',
    '[brand]\npropositions = ["price"]', '[channels.blok]\nnl = "blok"\nen = "block"',
    '[channels.praatje]\nnl = "praatje"\nen = "talk"', '[formats.lied]\nnl = "lied"\nen = "song"',
    '[keys]\nowner = "eigenaar"', '[keys]\ntitle = "titel"', '[[tags]]\npath = "content/**"\nowner = "mila"',
    '[[tags]]\npath = "content/nieuws/*"\nstage = ["consider"]', '[rules]\nunknown-field = "off"',
    '[rules]\ndead-end = "error"', '[rules.unknown-field]\nallow = ["praatje", "extra"]',
    '[[per_file]]\npath = "content/aware/**"\nreason = "zo"\nrules = {dead-end = "off"}', "stuk = [",
)  # fmt: skip
WISHES = ("Waarom zou ik?", "Waarom zouden wij?", "Hoezo dan?")


def item(number: int) -> str:
    """Return an item in which there is something to say, all of the same size."""
    stage = ("aware   ", "consider")[number % 2]
    return (
        f"---\ntitle: Stuk {number:02}\nstage: {stage}\npersona: [gezin]\nchannel: blog\n---\n\n"
        f"# Stuk {number:02}\n\nKijk een jaar lang waar de zon staat, en teken dat op.\n"
    )


PROJECT = {
    "klantreis.toml": "",
    "personas/gezin.md": (
        "---\nid: gezin\nname: Gezin met kinderen\nchannels: [blog]\nstages:\n"
        "  aware:\n    questions:\n      - {id: hoezo, ask: Waarom zou ik?}\n---\n\nEen gezin.\n"
    ),
    "personas/stel.md": "---\nid: stel\nname: Een stel\nchannels: [email]\n---\n\nMet zijn tweeën.\n",
    "journeys/tuin.yaml": (
        "id: tuin\nname: Een tuin aanleggen\npersonas: [gezin, stel]\nstages:\n"
        "  aware:\n    phase: awareness\n    touchpoints:\n      - {id: blogje, channel: blog}\n"
        "  consider:\n    phase: consideration\n"
    ),
} | {f"content/{PLACES[n % len(PLACES)]}/{n}.md": item(n) for n in range(15)}

Step = Callable[[Path, int], object]


def items(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "content").rglob("*.md") if path.is_file())


def one(folder: Path, number: int) -> Path:
    found = items(folder)
    return found[number % len(found)] if found else folder / "content/nieuw.md"


def edit_body(folder: Path, number: int) -> None:
    with one(folder, number).open("ab") as file:
        file.write(f"\n{BODIES[number % len(BODIES)]}\n".encode())


def edit_front(folder: Path, number: int) -> None:
    path = one(folder, number)
    path.write_bytes(
        path.read_bytes().replace(b"---\n", f"---\n{FRONTS[number % len(FRONTS)]}\n".encode(), 1)
    )


def sneak(folder: Path, number: int) -> None:
    """Change a file without changing its size and time."""
    path = one(folder, number)
    before = path.stat()
    text = path.read_bytes()
    for old, new in (
        (b"blog\n", b"blok\n"),
        (b"blok\n", b"blog\n"),
        (b"een jaar", b"elk jaar"),
        (b"a", b"e"),
    ):
        if old in text:
            path.write_bytes(text.replace(old, new))
            break
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap(folder: Path, number: int) -> None:
    """Let two files change places."""
    one_path, other = one(folder, number), one(folder, number // 20)
    aside = folder / "opzij"
    one_path.rename(aside)
    if other.exists():
        other.rename(one_path)
    aside.rename(other)


def add(folder: Path, number: int) -> None:
    write(folder, {f"content/{PLACES[number % 4]}/{number % 40}.md": item(number % 100)})


def delete(folder: Path, number: int) -> None:
    one(folder, number).unlink()


def move(folder: Path, number: int) -> None:
    target = folder / "content" / PLACES[number % 4] / f"verhuisd-{number % 7}.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    one(folder, number).rename(target)


def rename_folder(folder: Path, number: int) -> None:
    places = [folder / "content" / name for name in ("aware", "consider", "nieuws", "elders")]
    source, target = places[number % 4], places[(number // 4) % 4]
    if source.is_dir() and not target.exists():
        source.rename(target)


def touch(folder: Path, number: int) -> None:
    os.utime(one(folder, number), (1_600_000_000 + number, 1_600_000_000 + number))


def spoil(folder: Path, number: int) -> None:
    path = one(folder, number)
    text = path.read_bytes()
    ways = (
        text.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + text, text + b"\xff\xe9", b"\xff" + text, b"",
        text.decode("utf-8", "replace").encode("utf-16"), text.replace(b" ", b"\x00", 1), b"---\n", text[:40],
        text.replace(b"\n", b"\r"), b"---\na: " + b"[" * 300 + b"\n---\n", b"> " * 400 + b"diep\n",
    )  # fmt: skip
    path.write_bytes(ways[number % len(ways)])


def close(folder: Path, number: int) -> None:
    one(folder, number).chmod((0o000, 0o644)[number % 2])


def put_folder(folder: Path, number: int) -> None:
    path = one(folder, number)
    path.unlink()
    path.mkdir()


def link(folder: Path, number: int) -> None:
    path, other = one(folder, number), one(folder, number // 20)
    targets = (other, folder / "README.md", folder.parent / "buiten.md", folder / "nergens.md")
    path.unlink()
    with suppress(OSError):
        path.symlink_to(targets[number % 4])


def link_hard(folder: Path, number: int) -> None:
    path, other = one(folder, number), one(folder, number // 20)
    if path != other and not other.is_symlink():
        path.unlink()
        with suppress(OSError):
            os.link(other, path)


def set_up(folder: Path, number: int) -> None:
    (folder / "klantreis.toml").write_text(SETTINGS[number % len(SETTINGS)] + "\n", "utf-8")


def change_persona(folder: Path, number: int) -> None:
    path = folder / "personas/gezin.md"
    if path.is_file():
        text = path.read_text("utf-8")
        for wish in WISHES:
            text = text.replace(wish, WISHES[number % 3])
        path.write_text(text + "Nog een regel.\n" * (number % 2), "utf-8")


def change_journey(folder: Path, number: int) -> None:
    path = folder / "journeys/tuin.yaml"
    ways = (
        ("blog}", "email}"),
        ("email}", "blog}"),
        ("[gezin, stel]", "[gezin]"),
        ("consider:", "overweeg:"),
    )
    path.write_text(path.read_text("utf-8").replace(*ways[number % 4]), "utf-8")


def switch(folder: Path, number: int) -> None:
    branch = ("main", "ander", "derde")[number % 3]
    subprocess.run(["git", "-C", folder, "checkout", "-qf", branch], check=False, capture_output=True)


def keep_commit(folder: Path, number: int) -> None:
    with suppress(subprocess.CalledProcessError):  # git cannot read a file that is closed
        commit(folder, f"stap {number}")


STEPS: tuple[Step, ...] = (
    edit_body, edit_front, sneak, swap, add, delete, move, rename_folder, touch, spoil, close, put_folder,
    link, link_hard, set_up, set_up, change_persona, change_journey, switch, keep_commit,
)  # fmt: skip
QUESTIONS = (
    ("check", "--output-format", "json"),
    ("diff", "HEAD", "--format", "json"),
    ("diff", "HEAD~1", "--format", "json"),
    ("check", "--changed", "--output-format", "json"),
)
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 399)), min_size=1, max_size=8)


@contextmanager
def garden(settled: int) -> Iterator[Path]:
    """Give a repository with a few commits and branches, as the current folder."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place,
        pytest.MonkeyPatch.context() as patch,
    ):
        top = Path(place).resolve()
        (top / "buiten.md").write_text(item(99), "utf-8")
        folder = repository(top / "tuin", PROJECT)
        git(folder, "branch", "derde")
        edit_front(folder, 0)
        commit(folder, "ander")
        git(folder, "branch", "ander")
        edit_body(folder, 5)
        commit(folder, "verder")
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv(cache.PLACE, str(top / "bewaard"))
        patch.setattr(cache, "SETTLED", settled)
        patch.chdir(folder)
        yield folder
        patch.undo()  # nobody can remove the folder in which they stand


def said(*words: str) -> tuple[object, ...]:
    done = call(*words, "--today", DAY)
    assert done.exit_code in (0, 1, 2), (words, done.stderr, done.exception)
    return done.exit_code, done.stdout, done.stderr


def everything(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*") if ".git" not in path.parts)


def judge(folder: Path, done: object) -> None:
    """See that what is kept changes no answer, leaves the project alone, and does not grow."""
    before = everything(folder)
    for words in QUESTIONS:
        assert said(*words) == said(*words, "--no-cache"), (words, done)
    assert everything(folder) == before, done
    kept = [path.name for path in folder.parent.joinpath("bewaard").rglob("*") if path.is_file()]
    kinds = Counter(name.split("-")[0] for name in kept)
    assert kinds.keys() <= {"picture", "around", "share"}, kept
    assert max(kinds["picture"], kinds["around"]) <= MOST_KEPT, kept
    assert kinds["share"] <= 1, kept


@settings(max_examples=int(os.environ.get("KLANTREIS_EXAMPLES", "5")))
@given(st.sampled_from([0, cache.SETTLED]), steps)
def test_what_is_kept_changes_no_answer(settled: int, todo: list[tuple[Step, int]]) -> None:
    with garden(settled) as folder:
        judge(folder, "at the start")
        for at, (step, number) in enumerate(todo):
            with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                step(folder, number)
            judge(folder, [(step.__name__, number) for step, number in todo[: at + 1]])


def test_the_garden_says_enough() -> None:
    with garden(0) as folder:
        report = json.loads(call("check", "--output-format", "json", "--today", DAY).stdout)
        assert len({finding["rule"] for finding in report["findings"]}) > 3
        assert len(items(folder)) == 15
