"""`klantreis explain` of an item: what its text says, and where its score comes from."""

import json
from pathlib import Path

import pytest
from tests.cli.project import DAY, SOUND, call, write

from klantreis.text.message import FEWEST_WORDS

PITCH = (
    "Wij leggen tuinen aan in heel het land. Onze hoveniers zijn de beste vakmensen van Nederland. "
    "Vraag vandaag nog een vrijblijvende offerte aan, nu met 10% korting op ons tuinplan.\n\n"
    "Een tuin begint met kijken. Teken op waar de zon staat. Doe dat een jaar lang. Dan weet je waar het "
    "terras moet komen. De bomen van de buren tellen ook mee. Wind komt vaak uit het westen. Kijk ook "
    "waar het water blijft staan.\n\nVragen? Neem gerust contact met ons op.\n"
)
SELLING = {"content/tuin.md": SOUND["content/tuin.md"].split("Kijk een jaar")[0] + PITCH}


@pytest.fixture
def selling(sound: Path) -> Path:
    return write(sound, SELLING, {"journeys/tuin.yaml": SOUND["journeys/tuin.yaml"].replace("100", "10")})


def test_every_point_of_the_score_stands_at_a_sentence(selling: Path) -> None:
    report = json.loads(call("explain", "tuin", "--format", "json").stdout)
    whole = sum(passage["points"] for passage in report["passages"]) + report["rest"]
    assert report["score"] > 10
    assert round(whole) == report["score"]
    lines = (selling / "content" / "tuin.md").read_text("utf-8").split("\n")
    for passage in report["passages"]:
        assert lines[passage["line"] - 1][passage["column"] - 1 :].startswith(passage["text"][:10])
        assert passage["facet"]
        assert passage["words"] or passage["ask"]


def test_the_page_says_what_each_sentence_adds_and_why(selling: Path) -> None:
    page = call("explain", "tuin").stdout
    assert page.startswith("tuin: verkoopdruk ")
    assert "oproep (" in page
    assert "Vraag vandaag nog een vrijblijvende offerte aan" in page
    assert "samen, afgerond " in page
    assert "contact opnemen, aan het eind" in page
    assert "offerte aanvragen: 9:95" in page
    assert "fase aware van klantreis tuin: hoogstens 10; " in page
    assert " te veel" in page
    assert "Flesch-Douma" in page


def test_the_page_speaks_english(selling: Path) -> None:
    page = call("explain", "tuin", "--lang", "en").stdout
    assert page.startswith("tuin: push score ")
    assert "call to action (" in page
    assert "at most 10; " in page
    assert "decision: " in page


def test_the_strictest_of_several_journeys_comes_first(selling: Path) -> None:
    strict = SOUND["journeys/tuin.yaml"].replace("id: tuin", "id: balkon").replace("100", "3")
    write(selling, {"journeys/balkon.yaml": strict})
    report = json.loads(call("explain", "tuin", "--format", "json").stdout)
    assert [(s["journey"], s["push_allowance"]) for s in report["stages"]] == [("balkon", 3), ("tuin", 10)]
    assert [s["over"] for s in report["stages"]] == [report["score"] - 3, report["score"] - 10]


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_item_is_found_by_id_by_path_and_from_its_own_folder(
    selling: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_id = call("explain", "tuin", "--format", form).stdout
    assert call("explain", "content/tuin.md", "--format", form).stdout == by_id
    monkeypatch.chdir(selling / "content")
    assert call("explain", "tuin.md", "--format", form).stdout == by_id


def test_a_slash_asks_for_the_places_of_a_journey_with_the_name_of_an_item(sound: Path) -> None:
    assert call("explain", "tuin/").stdout.startswith("tuin/gezin/aware/blogje: ")


def test_ten_words_get_no_verdict(sound: Path) -> None:
    head = SOUND["content/tuin.md"].split("Kijk een jaar")[0].replace("Een tuin begint met kijken", "Tuin")
    write(sound, {"content/tuin.md": head + "Koop nu onze tuin, want wij zijn de beste.\n"})
    page = call("explain", "tuin").stdout
    assert page.startswith("tuin: geen oordeel over de tekst\n")
    assert f"De tekst telt 10 woorden. Vanaf {FEWEST_WORDS} woorden" in page
    assert "Waar de score vandaan komt" not in page
    assert json.loads(call("explain", "tuin", "--format", "json").stdout)["score"] is None


def test_a_third_language_is_said_to_be_outside_and_not_guessed_at(sound: Path) -> None:
    german = (
        "Die Heizung ist nicht neu und wir haben sie mit der Familie auf dem Dach gebaut. Kaufen Sie jetzt "
        "bei uns, denn wir sind die besten in der Stadt und auf dem Land.\n"
    )
    write(sound, {"content/tuin.md": SOUND["content/tuin.md"].split("Kijk een jaar")[0] + german})
    page = call("explain", "tuin").stdout
    assert "geen oordeel over de tekst" in page
    assert "De taal is niet Nederlands of Engels (de)." in page
    checked = call("check", "--today", DAY)
    assert "message" not in checked.stdout
    line = "Niet op tekst beoordeeld: 1 item in een andere taal dan Nederlands of Engels (de)\n"
    assert checked.stdout.count(line) == 1


def test_places_come_as_json_with_the_ways_out(sound: Path) -> None:
    (sound / "content" / "tuin.md").unlink()
    report = json.loads(call("explain", "tuin/gezin", "--format", "json").stdout)
    (place,) = report["places"]
    assert (place["id"], place["state"], place["considered"]) == ("tuin/gezin/aware/blogje", "gap", [])
    assert place["ways"]
    asked = json.loads(call("explain", "tuin/gezin/aware?hoezo", "--format", "json").stdout)
    assert asked["places"][0]["kind"] == "question"


def test_an_unknown_place_is_answered_with_the_nearest(sound: Path) -> None:
    result = call("explain", "tuim")
    assert result.exit_code == 2
    assert result.stderr == "klantreis: no such place or item 'tuim'; did you mean 'tuin'?\n"
