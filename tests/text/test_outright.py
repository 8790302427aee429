"""An ask that a text may be blamed for is made in so many words."""

import pytest

from klantreis.text.outright import is_outright


@pytest.mark.parametrize(
    ("passage", "ask", "language"),
    [
        ("Vraag hier vandaag nog je offerte aan!", "quote", "nl"),
        ("Twijfel je nog, vraag dan een voorstel voor jouw trap.", "quote", "nl"),
        ("[Offerte aanvragen](/tarieven)", "quote", "nl"),
        ("Bestel de dozen voor donderdag.", "buy", "nl"),
        ("Meet de kast op en bestel de dozen.", "buy", "nl"),
        ("Word vandaag nog klant bij Trapop", "buy", "nl"),
        ('{{< knop tekst="Direct bestellen" naar="/winkel" >}}', "buy", "nl"),
        ("Neem bij twijfel gerust contact op.", "contact", "nl"),
        ("Bel Noor op 026 555 01 23.", "contact", "nl"),
        ("Schrijf je in voor de avond over trappen.", "attend", "nl"),
        ("Download de gratis checklist.", "download", "nl"),
        ("Request a free quote for your stairs", "quote", "en"),
        ("If the stairs are steep, ask us for a quote.", "quote", "en"),
        ("Measure first and order your boxes today.", "buy", "en"),
        ("Not sure? [Get in touch](/contact) with Meg.", "contact", "en"),
        ("Start your free trial", "try", "en"),
        ("Download our moving guide", "download", "en"),
        ("Kauf jetzt", "buy", "de"),
    ],
)
def test_a_command_or_a_button_asks_outright(passage: str, ask: str, language: str) -> None:
    assert is_outright(passage, ask, language)


@pytest.mark.parametrize(
    ("passage", "ask", "language"),
    [
        ("Maak eerst een lijst, want zonder lijst heb je geen offerte om te vergelijken.", "quote", "nl"),
        ("Neem de tijd: in een offerte staat zelden wat de trap kost.", "quote", "nl"),
        ("De verkoper legt uit hoe je in de webshop afrekent.", "buy", "nl"),
        ("Mensen die overstappen naar een andere verhuizer, doen dat om de prijs.", "buy", "nl"),
        ("Voor de bezoekers van onze open dag begint het bij het aanmelden.", "attend", "nl"),
        ("[Meer over verhuizen](/offerte)", "quote", "nl"),
        ("Create a checkout page with two fields.", "buy", "en"),
        ("Use our [box calculator](/box-calculator) to see how many you need.", "quote", "en"),
        ("Add the pricing of each mover to your list.", "quote", "en"),
        ("Movers who switch to paper tape keep cleaner vans.", "buy", "en"),
        ("Switch to an older version and look again.", "buy", "en"),
        ("Download provider files and compare their sizes.", "download", "en"),
        ("Landing pages, free trial offers and demo pages serve this intent.", "try", "en"),
    ],
)
def test_words_that_only_speak_of_it_ask_for_nothing(passage: str, ask: str, language: str) -> None:
    assert not is_outright(passage, ask, language)
