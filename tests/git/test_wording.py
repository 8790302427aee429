"""A change of wording is judged by itself, and nobody can tell from what is said."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.cli.project import call, write
from tests.git.repository import commit, git, repository

from klantreis import cache
from klantreis.cli.destination import FORMATS
from klantreis.cli.session import Session
from klantreis.model.project import Project
from klantreis.rules.base_project import BASE, TODAY

OFFER, CHOICE, BOXES = (
    "content/verhuisvoorstel.md",
    "content/zelf-of-verhuizer.md",
    "content/hoeveel-dozen.md",
)
CONFIG = "klantreis.toml"
BROKEN = BASE[CHOICE].replace("(inpakmail.md)", "(inpakmial.md)")
FILES = {
    **BASE,
    CHOICE: BROKEN,
    "README.md": "Lees mij.\n",
    "klantreis-baseline.json": '{"version": 1, "accepted": []}\n',
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.PLACE, str(tmp_path / "bewaard"))
    monkeypatch.setattr(cache, "SETTLED", 0)
    folder = repository(tmp_path / "een werk", FILES)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[Project]:
    """The projects that were read whole."""
    projects: list[Project] = []
    read = Session.read

    def noted(session: Session, texts: dict[str, str]) -> Project:
        projects.append(read(session, texts))
        return projects[-1]

    monkeypatch.setattr(Session, "read", noted)
    return projects


def check(*words: str) -> tuple[int, str, str]:
    done = call("check", "--today", TODAY.isoformat(), *words)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def changed(*words: str) -> tuple[int, str, str]:
    """Check what changed, and see that it is what is found when nothing is kept."""
    quick = check("--changed", *words)
    assert quick == check("--changed", "--no-cache", *words)
    return quick


def differs(*words: str) -> str:
    return call("diff", "HEAD", "--today", TODAY.isoformat(), *words).stdout


def after(path: str, mark: str, text: str) -> Callable[[Path], object]:
    """Return what writes `text` behind `mark` in a file."""

    def make(folder: Path) -> object:
        old = (folder / path).read_text("utf-8")
        assert mark in old, f"{path}: {mark}"
        return write(folder, {path: old.replace(mark, mark + text, 1)})

    return make


def put(path: str, text: str) -> Callable[[Path], object]:
    """Return what gives a file this text."""
    return lambda folder: write(folder, {path: text})


def both(*makes: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda folder: [make(folder) for make in makes]


class Edit(NamedTuple):
    """A change, what it should show among other things, and whether the items alone will do."""

    make: Callable[[Path], object]
    shows: str | None = None
    is_wording: bool = True


HEAD = "review_by: 2027-03-01\n"
START = "---\n\n"
OFFERING = "Nog maar twee dagen: ons Tilpakket kost deze week 50 euro minder!\n"
EDITS = {
    "a sentence": Edit(after(BOXES, "bijna iedereen", " in de stad")),
    "sentences that sell": Edit(after(BOXES, START, f"{OFFERING * 3}\n"), "product-push"),
    "lines above a link that is broken": Edit(
        after(CHOICE, START, "Eerst dit.\n\nDan dat.\n\n"), "broken-link"
    ),
    "a proof less": Edit(put(OFFER, BASE[OFFER].replace("212", "veel").replace("203", "de meeste"))),
    "an exception in the text": Edit(
        after(BOXES, START, "<!-- klantreis: ignore missing-proof: zo -->\n\n"), "unused-suppression"
    ),
    "a comment among the tags": Edit(after(BOXES, HEAD, "# volgt nog\n")),
    "two items": Edit(both(after(BOXES, "iedereen", " hier"), after(OFFER, START, "Koop nu!\n\n"))),
    "what is no item": Edit(put("README.md", "Lees mij goed.\n")),
    "nothing": Edit(lambda folder: None),
    "a call": Edit(after(BOXES, START, "Vraag een offerte aan.\n\n"), "call-to-action-too-strong", False),
    "another channel": Edit(put(BOXES, BASE[BOXES].replace("channel: blog", "channel: chat")), None, False),
    "a key more": Edit(after(BOXES, HEAD, "ignore: [dead-end]\n"), "unused-suppression", False),
    "a link more": Edit(after(BOXES, START, "[Weg](weg.md)\n\n"), "broken-link", False),
    "a heading more": Edit(after(BOXES, START, "# Dozen\n\n"), None, False),
    "no text": Edit(put(BOXES, BASE[BOXES].split(START)[0] + "---\n"), "empty-item", False),
    "an item more": Edit(put("content/nieuw.md", BASE[BOXES]), None, False),
    "an item that git ignores": Edit(
        both(put(".gitignore", "nieuw.md\n"), put("content/nieuw.md", BROKEN)), "broken-link", False
    ),
    "an item less": Edit(lambda folder: (folder / OFFER).unlink(), "uncovered-stage", False),
    "another name": Edit(lambda folder: (folder / OFFER).rename(folder / "content/voorstel.md"), None, False),
    "a persona": Edit(after("personas/huurder.md", "weight: ", "1"), None, False),
    "a journey": Edit(after("journeys/verhuizen.yaml", "id: zoekvraag", "je"), None, False),
    "the settings": Edit(put(CONFIG, FILES[CONFIG] + '\n[rules]\nbroken-link = "warning"\n'), None, False),
    "the baseline": Edit(put("klantreis-baseline.json", '{"version": 1,\n"accepted": []}\n'), None, False),
    "a picture": Edit(put("content/foto.png", "x"), None, False),
}
"""Changes to a project, by name."""


@pytest.mark.parametrize("name", EDITS)
def test_a_change_shows_what_a_whole_check_finds(work: Path, whole: list[Project], name: str) -> None:
    edit = EDITS[name]
    check()
    edit.make(work)
    whole.clear()
    _, said, _ = check("--changed", "--output-format", "concise")
    assert bool(whole) != edit.is_wording
    assert edit.shows is None or f"[{edit.shows} " in said, said
    changed("--output-format", "json", "--fail-on", "new", "--fail-under", "100", "--show-suppressed")


def test_every_report_has_it(work: Path, whole: list[Project]) -> None:
    check()
    EDITS["lines above a link that is broken"].make(work)
    EDITS["sentences that sell"].make(work)
    for form in FORMATS:
        whole.clear()
        check("--changed", "--output-format", form)
        assert not whole, form
        changed("--output-format", form)
    changed(CHOICE)


def test_of_what_was_never_checked_nothing_is_known(work: Path, whole: list[Project]) -> None:
    EDITS["a sentence"].make(work)
    check("--changed")
    assert whole
    whole.clear()
    check("--changed")
    assert not whole
    changed("--ignore", "flow")
    assert whole


def test_what_was_found_before_a_commit_is_known_of_it(work: Path, whole: list[Project]) -> None:
    check()
    for number, text in enumerate(("Dat scheelt.", OFFERING * 3, "Echt waar.")):
        after(BOXES, "---\n\n", f"{text}\n\n")(work)
        whole.clear()
        check("--changed")
        assert not whole, number
        changed()
        commit(work, f"stap {number}")
    assert "Geen bevindingen" in changed()[1]
    assert "product-push" in changed("--base", "HEAD~3", "--output-format", "concise")[1]


def test_an_exception_elsewhere_that_a_change_needs_no_more_is_told(work: Path, whole: list[Project]) -> None:
    rules = '{sale-on-service-touchpoint = "off"}'
    off = f'\n[[per_file]]\npath = "content/hoeveel*"\nreason = "zo"\nrules = {rules}\n'
    write(work, {CONFIG: FILES[CONFIG] + off, BOXES: BASE[BOXES] + f"\n{OFFERING * 3}"})
    commit(work, "uitgezet")
    assert "unused-suppression" not in check("--output-format", "concise")[1]
    write(work, {BOXES: BASE[BOXES]})
    whole.clear()
    assert "unused-suppression" in check("--changed", "--output-format", "concise")[1]
    assert whole
    changed()


def test_what_a_baseline_accepts_is_still_accepted(work: Path, whole: list[Project]) -> None:
    write(work, {BOXES: BASE[BOXES] + f"\n{OFFERING * 3}"})
    assert call("baseline", "create", "--today", TODAY.isoformat()).exit_code == 0
    commit(work, "aanvaard")
    check()
    whole.clear()
    after(BOXES, "---\n\n", "Eerst dit.\n\n")(work)
    assert "Geen bevindingen" in check("--changed")[1]
    assert not whole
    assert "baseline" in changed("--show-suppressed", "--output-format", "json")[1]
    write(work, {BOXES: BASE[BOXES]})
    assert "stale-baseline-entry" in changed("--output-format", "concise")[1]


def test_own_rules_may_look_at_anything(work: Path, whole: list[Project]) -> None:
    own = "name: niet-duur\nmessage: {nl: zeg voordelig, en: say affordable}\nforbid: {words: [duur]}\n"
    write(work, {"regels.yaml": own, CONFIG: 'own_rules = ["regels.yaml"]\n' + FILES[CONFIG]})
    commit(work, "eigen regels")
    check()
    after(BOXES, "---\n\n", "Dat is duur.\n\n")(work)
    whole.clear()
    assert "niet-duur" in changed("--output-format", "concise")[1]
    assert whole


def test_a_damaged_note_of_what_was_found_is_made_anew(
    work: Path, whole: list[Project], tmp_path: Path
) -> None:
    check()
    (kept,) = (tmp_path / "bewaard").glob("*/around-*")
    kept.write_bytes(kept.read_bytes()[:-9])
    after(BOXES, START, "Eerst dit.\n\n")(work)
    changed()
    assert whole


TAGS = (
    "stage: attention\npersona: [huurder]\nchannel: blog\nformat: article\nintent: inform\ncta: read\n"
    "owner: noor\n"
)
TEXT = "Op de laatste avond staat de helft nog in de kast, en dat overkomt bijna iedereen die verhuist. " * 3


def article(*more: str, text: str = TEXT) -> str:
    """Return an item with these tags besides the usual ones."""
    lines = "".join(f"{line}\n" for line in more)
    return f"---\ntitle: Een stuk\n{TAGS}{lines}---\n\n{text}\n"


X, Y = "content/x.md", "content/y.md"
URGENT = "Nog maar twee dagen, op is op. Koop nu! Laatste kans!"
BOUGHT = f"{TEXT} Bestel nu ons Tilpakket."
OFF = """
[[per_file]]
path = "content/x.md"
reason = "zo"
rules = {missing-problem = "off", false-urgency = "off"}
"""
TRICKS = {
    "a translation that leads nowhere": (
        {X: article("translation_of: hoeveel-dozen")},
        {X: article("translation_of: hoeveel-dozen", text=f"{TEXT} Dat scheelt.")},
    ),
    "tags that say nothing": ({X: f"# Dozen halen\n\n{TEXT}\n"}, {X: f"---\n---\n# Dozen halen\n\n{TEXT}\n"}),
    "two items with one id": (
        {X: article("id: dozen"), Y: article("id: dozen", text=BOUGHT)},
        {X: article("# nog", "id: dozen"), Y: article("# nog", "id: dozen", text=f"{BOUGHT} {URGENT}")},
    ),
    "another need of the same exception": (
        {
            CONFIG: FILES[CONFIG] + OFF,
            X: article(text="Een doos is van karton. Bestel nu ons Tilpakket. " * 9),
        },
        {X: article(text=f"{BOUGHT} {URGENT}")},
    ),
    "one place for two tags": (
        {X: article("next: [&t weg]", "subject: *t")},
        {X: article("next: [&t weg]", "subject: weg")},
    ),
    "a picture that git ignores": (
        {".gitignore": "*.png\n", "content/p.png": "x", X: article(text=f"{TEXT} ![p](p.png)")},
        {BOXES: BASE[BOXES].replace("iedereen", "iedereen hier")},
    ),
    "settings that git ignores": (
        {".gitignore": f"{CONFIG}\n", X: article()},
        {CONFIG: FILES[CONFIG] + '\n[rules]\ndead-end = "error"\n', BOXES: BASE[BOXES] + "\nNog iets.\n"},
    ),
}
"""What is committed, and what it becomes."""


@pytest.mark.parametrize("name", TRICKS)
def test_what_looks_like_wording_and_is_not(work: Path, name: str) -> None:
    before, after = TRICKS[name]
    write(work, before)
    if ".gitignore" in before:
        git(work, "rm", "--quiet", "--cached", "--ignore-unmatch", CONFIG)
    commit(work, "eerst")
    check()
    write(work, after)
    check()
    for path in set(after) - {CONFIG}:
        write(work, {path: before.get(path) or FILES[path]})
    check("--changed")
    write(work, after)
    changed("--output-format", "json")
    changed("--fail-on", "new")


def test_a_baseline_in_another_layout(work: Path) -> None:
    write(work, {X: article(text=f"{BOUGHT} {URGENT}")})
    assert call("baseline", "create", "--today", TODAY.isoformat()).exit_code == 0
    kept = work / "klantreis-baseline.json"
    kept.write_text(json.dumps(json.loads(kept.read_text("utf-8")), indent=2), "utf-8")
    commit(work, "aanvaard")
    check()
    write(work, {X: article(text=BOUGHT)})
    assert "stale-baseline-entry" in changed("--output-format", "concise")[1]


@pytest.mark.parametrize("word", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_was_told_not_to_look_at(work: Path, word: str) -> None:
    check()
    git(work, "update-index", word, BOXES)
    write(work, {BOXES: BROKEN})
    changed()
    assert differs() == differs("--no-cache")
    (work / BOXES).unlink()
    changed()
    assert differs() == differs("--no-cache")


def test_settings_of_git_change_nothing(tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = repository(tmp_path / "groot", {f"docs/{path}": text for path, text in FILES.items()})
    monkeypatch.chdir(top / "docs")
    git(top, "config", "diff.relative", "true")
    check()
    write(top / "docs", {BOXES: BASE[BOXES] + "\n[weg](weg.md)\n"})
    assert "broken-link" in changed("--output-format", "concise")[1]


WORDS = (
    "Bestel nu, want op is op.", "Wij zijn de beste.", "Bel Noor op 026 555 01 23.", "Wat kost het?",
    "Reken op 480 euro.", "Klanten geven ons een 9,2.", "Vraag vandaag nog een offerte aan.",
    "We are the best.",
    "<!-- klantreis: ignore product-push -->", "Download de gids.", "**Garantie** van tien jaar.", "",
    "[Lees](inpakmail.md) verder.", "## Kop", "Laatste kans!", "Upgrade naar het grotere pakket.",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_written_the_same_is_said(work: Path, whole: list[Project], seed: int) -> None:
    chance = random.Random(seed)
    items = sorted(path for path in FILES if path.startswith("content/"))
    quick = 0
    for step in range(12):
        check()
        for path in chance.sample(items, chance.choice((1, 1, 2))):
            lines = (work / path).read_text("utf-8").split("\n")
            start = lines.index("---", 1) + 1
            at = chance.randint(start, len(lines))
            if chance.random() < 0.6:
                lines.insert(at, chance.choice(WORDS))
            else:
                del lines[at : at + 1]
            write(work, {path: "\n".join(lines)})
        whole.clear()
        check("--changed")
        quick += not whole
        changed("--output-format", "json", "--show-suppressed")
        if chance.random() < 0.5:
            commit(work, f"stap {step}")
        else:
            git(work, "checkout", "--quiet", ".")
    assert quick
