"""A project's own words: what they do in its texts, and to ours."""

import json
import tomllib
from pathlib import Path

import pytest
from tests.cli.project import SOUND, call, write

from klantreis.errors import OperatorError
from klantreis.model.brand import Brand, OwnWords
from klantreis.model.message import Message
from klantreis.read.config import config_record, read_config
from klantreis.read.markdown import read_markdown
from klantreis.read.record import json_schema
from klantreis.text.lexicon import kinds_of_phrases
from klantreis.text.message import read_message

REST = {
    "nl": "Een vloer ligt jaren, dus kijk er rustig naar. Let op het licht en op de deuren. Meet twee keer.",
    "en": "A floor lasts for years, so take your time. Look at the light and at the doors. Measure it twice.",
}


def message(text: str, language: str = "nl", **words: "tuple[str, ...]") -> Message:
    own = tuple(OwnWords(language, kind.replace("_", "-"), phrases) for kind, phrases in words.items())
    body = read_markdown(f"{REST[language]}\n\n{text}\n\n{REST[language]} {REST[language]}\n")
    return read_message(body, language, Brand(("Vloerwerk",), words=own))


def asked(said: Message) -> list[str]:
    return [ask.ask for ask in said.asks]


@pytest.mark.parametrize(
    ("language", "text", "phrase", "ask"),
    [
        ("nl", "Bel de vloerlijn als je twijfelt.", "bel de vloerlijn", "contact"),
        ("nl", "Zwaai naar de balie als je twijfelt.", "zwaai naar de balie", "contact"),
        ("nl", "Leg een proefvloertje in huis.", "leg een proefvloer*", "try"),
        ("nl", "Drop je legplan bij ons.", "drop je legplan", "quote"),
        ("en", "Ring the floor line when in doubt.", "ring the floor line", "contact"),
        ("en", "Lay a test floor at home.", "lay a test floor", "try"),
    ],
)
def test_an_own_call_to_action_is_one(language: str, text: str, phrase: str, ask: str) -> None:
    kind = f"ask_{ask}"
    assert asked(message(text, language, **{kind: (phrase,)}))[:1] == [ask]
    assert message(text, language, **{kind: (phrase,)}).push > message(text, language).push  # type: ignore[operator]


def test_a_word_in_a_call_of_their_own_makes_no_other_call_of_it() -> None:
    text = "Bel de vloerlijn voor je offerte."
    assert asked(message(text))[:1] == ["quote"]
    assert asked(message(text, ask_contact=("bel de vloerlijn voor je offerte",))) == ["contact"]


def test_an_own_phrase_overrides_ours_of_the_same_letters() -> None:
    text = "Bestel nu je vloer bij ons. Koop lokaal, dat is goed voor het dorp."
    ours = message(text)
    calm = message(text, nothing=("koop lokaal",))
    assert ours.push is not None and calm.push is not None
    assert calm.push <= ours.push
    assert message("Bestel nu een vloer.", nothing=("bestel nu",)).asks == ()
    assert asked(message("Bestel nu een vloer.", ask_read=("bestel nu",))) == ["read"]


def test_an_own_phrase_with_an_open_end_overrides_ours_without_it() -> None:
    text = "Wij geven vandaag korting op elke vloer."
    assert "offer" in message(text).facets
    assert "offer" not in message(text, nothing=("korting*",)).facets
    assert "offer" in message(text, nothing=("kortingspas",)).facets


def test_the_words_of_one_language_are_not_looked_for_in_another() -> None:
    own = (OwnWords("nl", "offer", ("test floor",)),)
    body = read_markdown(f"{REST['en']}\n\nWe give you a test floor.\n")
    assert "offer" not in read_message(body, "en", Brand(words=own)).facets


def test_a_name_goes_before_a_word() -> None:
    own = (OwnWords("nl", "nothing", ("vloerwerk",)),)
    body = read_markdown(f"{REST['nl']}\n\nVloerwerk legt hem in een dag.\n\n{REST['nl']}\n")
    assert "own-product" in read_message(body, "nl", Brand(("Vloerwerk",), words=own)).facets


TOML = (
    '[brand.words.nl]\nask-contact = ["bel de vloerlijn", "plan een proefvloer*"]\nnothing = "koop lokaal"\n'
)


def test_the_configuration_names_them_by_language_and_kind() -> None:
    assert read_config(TOML, "klantreis.toml").brand.words == (
        OwnWords("nl", "ask-contact", ("bel de vloerlijn", "plan een proefvloer*")),
        OwnWords("nl", "nothing", ("koop lokaal",)),
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "[brand.words.nl]\nask-contct = ['bel']",
            "2:1: unknown key 'ask-contct'; did you mean 'ask-contact'?",
        ),
        ("[brand.words.nl]\nzomaar = ['bel']", "2:1: unknown key 'zomaar'; known: "),
        ("[brand.words.de]\noffer = ['bel']", "1:14: unknown key 'de'; known: en, nl"),
        ("[brand.words]\nnl = ['bel']", "2:6: 'nl' wants a mapping, not a list"),
        ("[brand.words.nl]\noffer = [{a = 1}]", "2:9: 'offer' wants a word or phrase, not a mapping"),
        ("[brand.words.nl]\noffer = ['bel', 'Bel']", "2:18: 'offer' cannot have 'Bel': write it in small"),
        (
            "[brand.words.nl]\noffer = ['bel', 'bel']",
            "2:18: 'offer' cannot have 'bel': it stands there twice",
        ),
        ("[brand.words.nl]\noffer = ''", "2:10: 'offer' cannot have '': it has no letter or figure"),
    ],
)
def test_a_slip_gets_one_line_with_its_place(text: str, answer: str) -> None:
    with pytest.raises(OperatorError) as caught:
        read_config(text, "klantreis.toml")
    assert str(caught.value).startswith(f"klantreis.toml:{answer}")


def test_they_are_added_in_front_of_those_of_a_shared_configuration() -> None:
    house = "[brand.words.nl]\nask-contact = ['bel ons huis', 'koop lokaal']\noffer = ['kluspas']\n"
    config = read_config(TOML, "klantreis.toml", base=read_config(house, "house.toml"))
    assert config.brand.words == (
        OwnWords("nl", "ask-contact", ("bel de vloerlijn", "plan een proefvloer*", "bel ons huis")),
        OwnWords("nl", "nothing", ("koop lokaal",)),
        OwnWords("nl", "offer", ("kluspas",)),
    )


def test_the_schema_knows_the_languages_and_kinds() -> None:
    brand = json_schema(config_record(), "configuration")["properties"]["brand"]
    dutch = brand["properties"]["words"]["properties"]["nl"]
    assert {"ask-contact", "offer", "nothing"} <= set(dutch["properties"])
    assert not dutch["additionalProperties"]


SELLING = SOUND["content/tuin.md"].split("Kijk een jaar")[0] + (
    "Een tuin begint met kijken. Teken op waar de zon staat. Zwaai naar de tuinbaas voor een plan. De "
    "tuinduit is er voor nieuwe klanten.\n\nDoe dat een jaar lang. Dan weet je waar het terras moet "
    "komen. De bomen van de buren tellen ook mee. Wind komt vaak uit het westen. Kijk ook waar het water "
    "blijft staan.\n"
)
OWN = '\n[brand.words.nl]\nask-buy = ["zwaai naar de tuinbaas"]\nown-offer = ["tuinduit*"]\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with texts that sell in words of its own only."""
    journey = SOUND["journeys/tuin.yaml"].replace("push_allowance: 100", "push_allowance: 3")
    folder = write(tmp_path, SOUND, {"content/tuin.md": SELLING, "journeys/tuin.yaml": journey})
    monkeypatch.chdir(folder)
    return folder


def test_every_command_knows_them(own: Path) -> None:
    before = json.loads(call("explain", "tuin", "--format", "json").stdout)["score"]
    (own / "klantreis.toml").write_text(SOUND["klantreis.toml"] + OWN, "utf-8")
    explained = json.loads(call("explain", "tuin", "--format", "json").stdout)
    assert explained["score"] > before + 3
    assert any("zwaai naar de tuinbaas" in passage["words"] for passage in explained["passages"])
    found = json.loads(call("check", "--output-format", "json").stdout)["findings"]
    push = next(finding for finding in found if finding["rule"] == "product-push")
    assert "Zwaai naar de tuinbaas voor een plan." in [passage["text"] for passage in push["evidence"]]
    suggested = json.loads(call("suggest", "content", "--format", "json").stdout)["suggestions"][0]
    assert suggested["others"][0]["phase"] == "decision"
    assert suggested["score"] == explained["score"]


def test_the_settings_in_force_show_them(own: Path) -> None:
    (own / "klantreis.toml").write_text(SOUND["klantreis.toml"] + OWN, "utf-8")
    shown = tomllib.loads(call("check", "--show-settings").stdout)
    assert shown["brand"]["words"]["nl"] == {
        "ask-buy": ["zwaai naar de tuinbaas"],
        "own-offer": ["tuinduit*"],
    }


def test_the_page_about_words_names_every_kind() -> None:
    page = (Path(__file__).parents[2] / "docs" / "words.md").read_text("utf-8")
    assert [kind for kind in kinds_of_phrases() if f"`{kind}`" not in page] == []
