"""What changed since an earlier version: on its page, on the overview, and never more than is public."""

import dataclasses
from pathlib import Path

import pytest
from tests.cli.project import call, write
from tests.git.repository import commit, repository
from tests.site.sample import EVIL, edition_of, item, result_of

from klantreis.compare import VERDICTS, compare
from klantreis.picture import picture
from klantreis.rules.base_project import BASE
from klantreis.site import address, icon
from klantreis.site.page.changes import FINDINGS
from klantreis.site.pages import pages
from klantreis.site.past import Past, for_the_public
from klantreis.site.words import catalogue

LESS = {path: text for path, text in BASE.items() if path != "content/inpakmail.md"}
PAGE = address.source(address.CHANGES)
DAY = "2026-11-01"


def past_of(before: dict[str, str], after: dict[str, str]) -> Past:
    return Past("v1", compare(picture(result_of(before)), picture(result_of(after))), "2026-03-01")


def shown(before: dict[str, str], after: dict[str, str], language: str = "nl") -> dict[str, str]:
    edition = edition_of(after, language=language)
    return pages(dataclasses.replace(edition, past=past_of(before, after)))


def test_what_was_won_stands_on_the_page_and_is_counted_on_the_overview() -> None:
    made = shown(LESS, dict(BASE))
    assert "v1 van 1 maart 2026" in made[PAGE]
    assert "gewonnen" in made[PAGE] and 'href="../touchpoints/verhuizen/inpakmail.html"' in made[PAGE]
    assert "1 plek gewonnen" in made["index.md"]
    assert 'href="changes/index.html"' in made["index.md"]


def test_the_other_way_round_it_was_lost() -> None:
    page = shown(dict(BASE), LESS, "en")[PAGE]
    assert "1 slot lost" in page and "New findings" in page
    assert page.index("Coverage") < page.index("Slots")


def test_nothing_changed_is_said() -> None:
    assert "er is niets veranderd" in shown(dict(BASE), dict(BASE))[PAGE]


def test_without_an_earlier_version_the_page_says_how() -> None:
    made = pages(edition_of())
    assert "klantreis build --since" in made[PAGE]
    assert "changes/index.html" not in made["index.md"]


def test_the_public_learns_nothing_of_what_was_never_published() -> None:
    secret = item("geheim", "Tekst met een [fout](weg.md).", status="draft", title="geheime-zebra")
    for before, after in ((dict(BASE), BASE | secret), (BASE | secret, dict(BASE))):
        result = result_of(after)
        edition = edition_of(after, is_public=True)
        told = for_the_public(past_of(before, after), edition.project, edition.findings)
        made = pages(dataclasses.replace(edition, past=told))
        assert "geheim" not in made[PAGE] and "geheim" not in made["index.md"]
        assert not any(s.after and s.after.state == "drafted" for s in told.change.slots), result


def test_foreign_text_stays_text() -> None:
    texts = BASE | item("kwaad", f"{EVIL} [weg](weg.md)", title=f"'{EVIL}'")
    assert "<script" not in shown(dict(BASE), texts)[PAGE]


def test_every_change_has_a_word_and_a_sign() -> None:
    assert {f"changes.verdict.{verdict}" for verdict in VERDICTS} <= set(catalogue())
    assert {f"changes.findings.{key}" for key in FINDINGS} <= set(catalogue())
    assert len({icon.SHAPES[f"verdict-{verdict}"] for verdict in VERDICTS}) == len(VERDICTS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    repository(tmp_path, LESS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page_in(folder: Path) -> str:
    return (folder / "build" / "pages" / "changes" / "index.md").read_text("utf-8")


def test_build_since_a_commit_or_a_saved_report(folder: Path) -> None:
    call("check", "--today", DAY, "-o", f"json={folder / 'toen.json'}", "--exit-zero")
    write(folder, {"content/inpakmail.md": BASE["content/inpakmail.md"]})
    first = commit(folder, "more")
    result = call("build", "--pages-only", "--today", DAY, "--since", "HEAD~1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "HEAD~1 van 1 november 2026" in page_in(folder) and "gewonnen" in page_in(folder)
    assert call("build", "--pages-only", "--today", DAY, "--since", "toen.json").exit_code == 0
    assert "toen.json" in page_in(folder) and "gewonnen" in page_in(folder)
    assert call("build", "--pages-only", "--today", DAY, "--since", first).exit_code == 0
    assert f"{first[:7]} van" in page_in(folder) and "niets veranderd" in page_in(folder)


def test_an_earlier_version_that_is_not_there_is_said_before_anything_is_written(folder: Path) -> None:
    result = call("build", "--pages-only", "--since", "weg")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "git knows no commit 'weg'" in result.stderr
    assert not (folder / "build").exists()
