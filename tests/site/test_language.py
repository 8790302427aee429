"""Two languages: the interface in each, and the organisation's own texts in the language that they have."""

import re

from tests.site.sample import item, pages_of

from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.words import Speech

PERSONA = "personas/huurder.md"
QUESTION = re.compile(r"ask: (.+)")


def bilingual() -> dict[str, str]:
    """Return the base project with its first question in both languages."""
    asked = "ask: {nl: Waar begin ik?, en: Where do I start?}"
    return dict(BASE) | {PERSONA: QUESTION.sub(asked, BASE[PERSONA], count=1)}


def test_a_question_in_two_languages_is_asked_in_that_of_the_page() -> None:
    for place in (address.persona("huurder"), address.QUESTIONS, address.walk("huurder", "verhuizen")):
        path = address.source(place)
        dutch, english = (pages_of(bilingual(), language=word)[path] for word in ("nl", "en"))
        assert "Waar begin ik?" in dutch and "Where do I start?" not in dutch, path
        assert "Where do I start?" in english and "Waar begin ik?" not in english, path


def test_a_question_in_one_language_says_which() -> None:
    found = QUESTION.search(BASE[PERSONA])
    assert found is not None
    question = found[1].strip("'\"")
    path = address.source(address.QUESTIONS)
    assert f'lang="nl">{question}</a>' in pages_of(language="en")[path]
    assert "lang=" not in pages_of(language="nl")[path]


def test_the_title_of_an_item_says_its_language_where_it_is_another() -> None:
    texts = dict(BASE) | item("kisten", "Text.", title="Boxes", lang="en")
    path = address.source(address.ITEMS)
    assert 'lang="en">Boxes</a>' in pages_of(texts)[path]
    assert 'lang="en">Boxes</a>' not in pages_of(texts, language="en")[path]


def test_a_language_is_no_markup() -> None:
    assert Speech("nl").foreign('en" onclick="x') == ""
    assert Speech("nl").foreign("nl-BE") == ""
    assert Speech("en").foreign("nl-BE") == "nl-BE"
