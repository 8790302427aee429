"""What a text says, passage by passage."""

import pickle

import pytest

from klantreis.model.brand import Brand
from klantreis.model.message import Message
from klantreis.model.vocabulary import ASKS, FACETS
from klantreis.read.markdown import read_markdown
from klantreis.text.message import FEWEST_WORDS, read_message

FILLING = "Dit is een gewone zin over het weer van gisteren en de dag daarvoor. "
FILLING_EN = "This is a plain sentence about the weather of yesterday and the day before. "


def message_of(text: str, language: str = "nl", *names: str) -> Message:
    return read_message(read_markdown(text), language, Brand(names))


@pytest.mark.parametrize(
    ("sentence", "ask"),
    [
        ("[Lees verder](meer.md) over dit onderwerp.", "read"),
        ("Volg ons op Instagram voor meer verhalen.", "follow"),
        ("Schrijf je in voor onze nieuwsbrief.", "subscribe"),
        ("Download de gids met alle maten.", "download"),
        ("Meld je aan voor de workshop van 3 juni.", "attend"),
        ("Probeer het gratis, een maand lang.", "try"),
        ("Neem gerust contact met ons op.", "contact"),
        ("Vraag vandaag nog een vrijblijvende offerte aan.", "quote"),
        ("Bestel nu in onze webwinkel.", "buy"),
        ("Schrijf een review over je ervaring.", "review"),
        ("Ken je iemand die dit ook zoekt?", "refer"),
    ],
)
def test_a_dutch_ask_has_its_rung(sentence: str, ask: str) -> None:
    assert message_of(FILLING * 3 + sentence).ask == ask


@pytest.mark.parametrize(
    ("sentence", "ask"),
    [
        ("[Read more](more.md) about this.", "read"),
        ("Follow us on Instagram.", "follow"),
        ("Subscribe to our newsletter.", "subscribe"),
        ("Download the guide with all sizes.", "download"),
        ("Register for our workshop on 3 June.", "attend"),
        ("Start your free trial today.", "try"),
        ("Feel free to contact us.", "contact"),
        ("Request a free quote.", "quote"),
        ("Order now in our shop.", "buy"),
        ("Leave a review and tell others.", "review"),
        ("Refer a friend and both get a gift.", "refer"),
    ],
)
def test_an_english_ask_has_its_rung(sentence: str, ask: str) -> None:
    assert message_of(FILLING_EN * 3 + sentence, "en").ask == ask


@pytest.mark.parametrize(
    ("sentence", "facet"),
    [
        ("Last van vocht en schimmel in huis?", "problem"),
        ("Zo werkt het: eerst meet je de vloer, daarna zaag je.", "explanation"),
        ("Laminaat is goedkoper dan parket, maar slijt sneller.", "comparison"),
        ("Uit onderzoek blijkt dat 80% tevreden is.", "proof"),
        ("De vloer is sterk en onderhoudsvriendelijk.", "strengths"),
        ("Wat ons onderscheidt van anderen: wij zijn de enige in Nederland.", "difference"),
        ("De kosten vallen vaak mee, zeker met subsidie.", "costs"),
        ("Je bespaart tijd en hebt minder werk.", "benefits"),
        ("Zonder garantie loop je risico bij schade.", "risk"),
        ("Een plank kost € 12 per stuk.", "price"),
        ("Nu tijdelijk met korting.", "offer"),
        ("Dit is je laatste kans.", "urgency"),
        ("Klik op instellingen om je wachtwoord te wijzigen.", "service"),
        ("Upgrade naar het uitgebreider pakket.", "upsell"),
        ("Deze onderlaag past goed bij de vloer, en is ook een mooie aanvulling.", "cross-sell"),
        ("Alles gaat vanzelf, automatisch op de achtergrond.", "automation"),
        ("Je krijgt exclusieve toegang tot onze community.", "access"),
        ("Binnen 24 uur gelegd, razendsnel.", "speed"),
        ("Raad ons aan bij een vriend.", "referral"),
        ("Een klant aan het woord over de samenwerking.", "testimonial"),
        ("Gefeliciteerd, geniet van je nieuwe vloer!", "delight"),
        ("Wist je dat je zo inzicht krijgt in je verbruik?", "understanding"),
        ("Vakmanschap en topkwaliteit, gemaakt om jarenlang mee te gaan.", "quality"),
        ("Op voorraad en morgen in huis.", "availability"),
        ("Een scherpe prijs, voor iedereen betaalbaar.", "accessible-price"),
        ("Afmetingen: 20 cm breed en 8 mm dik.", "product-detail"),
        ("Stel je voor: wakker worden in de kamer van je dromen.", "inspiration"),
        ("Wat past het best bij ons gezin?", "question"),
    ],
)
def test_a_dutch_sentence_carries_its_facet(sentence: str, facet: str) -> None:
    assert message_of(FILLING * 3 + sentence).strength(facet).points


@pytest.mark.parametrize(
    ("sentence", "facet"),
    [
        ("Tired of struggling with damp walls?", "problem"),
        ("Here is how it works: first you measure, then you cut.", "explanation"),
        ("Laminate is cheaper than oak, but wears faster.", "comparison"),
        ("A study shows that 80% are happy with it.", "proof"),
        ("The floor is sturdy and low maintenance.", "strengths"),
        ("What sets us apart: we are the only ones in the county.", "difference"),
        ("The cost is often lower than you think.", "costs"),
        ("You save time and make fewer errors.", "benefits"),
        ("Without a warranty you run a risk.", "risk"),
        ("A board costs $12.", "price"),
        ("There is a discount this week.", "offer"),
        ("This is your last chance.", "urgency"),
        ("Click on settings to reset your password.", "service"),
        ("Upgrade to the premium plan.", "upsell"),
        ("This underlay pairs well with the floor.", "cross-sell"),
        ("Say what you need and get it in stock, same day.", "availability"),
        ("Imagine waking up in the room of your dreams.", "inspiration"),
        ("Refer a friend who is moving.", "referral"),
    ],
)
def test_an_english_sentence_carries_its_facet(sentence: str, facet: str) -> None:
    assert message_of(FILLING_EN * 3 + sentence, "en").strength(facet).points


def test_the_points_of_the_passages_add_up_to_the_score() -> None:
    text = "Wij leveren vloeren. Onze vakmensen helpen u graag. Bestel nu in onze webwinkel. " * 2
    message = message_of(text)
    assert message.push is not None
    assert message.push < 100
    assert round(sum(found.points for found in message.evidence)) == message.push


def test_evidence_is_the_sentence_itself_strongest_first() -> None:
    text = FILLING * 4 + "Wij leveren en plaatsen onze vloeren in heel Nederland. " + FILLING * 4
    found = message_of(text).evidence[0]
    assert text[found.span.column - 1 : found.span.end_column - 1].startswith("Wij leveren")
    assert text[found.span.column - 1 : found.span.end_column - 1].endswith("Nederland.")
    assert found.facet == "self-praise"
    assert "leveren" in found.words


def test_a_closing_pointer_weighs_little_and_says_so() -> None:
    pointer = "Vragen? Neem gerust contact met ons op."
    at_the_end, up_front = message_of(FILLING * 12 + pointer), message_of(pointer + " " + FILLING * 12)
    assert at_the_end.push is not None
    assert up_front.push is not None
    assert at_the_end.push < up_front.push
    assert at_the_end.asks[0].closing
    assert not up_front.asks[0].closing


def test_a_name_with_a_capital_is_no_ordinary_word() -> None:
    text = FILLING * 3 + "The {} of the story is here and it helps you plan."
    assert message_of(text.format("Atlas"), "en", "Atlas").strength("own-product").points
    assert not message_of(text.format("atlas"), "en", "Atlas").strength("own-product").points


def test_a_sample_between_quotation_marks_asks_for_nothing() -> None:
    text = FILLING * 3 + "Op de knop staat 'Vraag een offerte aan' of \"Bestel nu\"."
    assert message_of(text).ask is None


def test_a_link_to_another_firm_is_not_ones_own_call() -> None:
    text = FILLING_EN * 3 + "You can [sign up for a free trial](https://{}/signup) first."
    assert message_of(text.format("elsewhere.example"), "en", "Larkspur").ask != "try"
    assert message_of(text.format("www.larkspur.example"), "en", "Larkspur").ask == "try"


def test_copy_in_the_front_matter_is_judged_where_it_stands() -> None:
    hero = "Wij leveren onze vloeren in heel Nederland en helpen u graag kiezen."
    text = f"---\nhero: {hero}\n---\n" + FILLING * 3
    start = text.index("Wij")
    message = read_message(
        read_markdown(text, text.index("---\nDit") + 4), "nl", Brand(), [(start, text.index("\n---\nDit"))]
    )
    assert message.evidence[0].span.line == 2
    assert message.evidence[0].span.column == 7


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Heizung ist nicht neu und wir haben sie mit der Familie auf dem Dach gebaut.", "de"),
        ("Nous avons une maison dans la ville et les enfants sont avec nous, mais il pleut.", "fr"),
        ("Это совсем другой язык, и мы не можем его прочитать, поэтому мы ничего не скажем.", "other"),
    ],
)
def test_a_third_language_is_named_and_not_judged(text: str, language: str) -> None:
    message = message_of(text)
    assert message.language == language
    assert message.push is None
    assert not message.facets


def test_an_english_text_in_a_dutch_project_is_read_as_english() -> None:
    assert message_of(FILLING_EN * 3 + "Contact us for a quote.", "nl").language == "en"


def test_ten_words_get_no_verdict() -> None:
    message = message_of("Koop nu onze vloeren, want wij zijn echt de beste.")
    assert message.words == FEWEST_WORDS - 1
    assert message.push is None


def test_long_words_and_sentences_are_harder_to_read() -> None:
    easy = message_of("De zon schijnt. Het is warm. Wij gaan naar het strand. De hond gaat mee. " * 4)
    hard = message_of(
        "De verantwoordelijkheid voor de implementatie van beleidsvoornemens ligt bij de "
        "uitvoeringsorganisaties die daarover verantwoording afleggen aan toezichthoudende instanties. " * 4
    )
    assert easy.readability is not None
    assert hard.readability is not None
    assert easy.readability > 80
    assert hard.readability < 20


def test_words_about_us_and_about_you_are_counted() -> None:
    text = "Wij leveren vloeren. Ons team helpt je met je keuze, want jouw huis is voor ons belangrijk."
    message = message_of(text)
    assert (message.we, message.you) == (3, 3)


def test_a_message_travels_between_processes_and_stays_small() -> None:
    message = message_of(FILLING * 40 + "Wij leveren vloeren. " * 40)
    assert pickle.loads(pickle.dumps(message)) == message
    assert len(pickle.dumps(message)) < 6000


def test_facets_and_asks_are_words_of_the_vocabulary() -> None:
    message = message_of("Wij leveren vloeren vanaf € 12. Bestel nu. " * 5 + FILLING)
    assert set(message.facets) <= set(FACETS.ids)
    assert {found.facet for found in message.evidence} <= set(FACETS.ids)
    assert {asked.ask for asked in message.asks} <= set(ASKS.ids)
