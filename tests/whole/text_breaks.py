"""Ways to break what a text says."""

import re

from tests.whole.breaks import Place, Texts, add, body, breaking, item, key, said, swap
from tests.whole.project import CONFIG, CVJ, FIVE, IDEAL, JOURNEY, LTR, PERSONA, SPL

_PUSH = (
    "Raamwerk is het beste raambedrijf van het land en ons glas verslaat alles. Bestel vandaag nog je "
    "nieuwe ramen bij Raamwerk en krijg 20% korting! Onze vakmensen plaatsen ze in een dag. Koop nu.",
    "Raamwerk is the best window firm in the country and our glass beats everything. Order your new "
    "windows at Raamwerk today and get 20% off! Our experts fit them in a day. Buy now.",
)


@breaking("call-to-action-too-strong")
def a_quote_too_early(p: Place) -> Texts:
    return {item(p.first): key(p, p.first, "cta", "quote")}


@breaking("call-to-action-too-strong", SPL, FIVE, CVJ)
def a_quote_too_early_in_the_text(p: Place) -> Texts:
    sentence = said(p, "Vraag meteen een offerte aan.", "Request a quote at once.")
    return add(p.texts, p.first, "⟦⟧" + sentence)


@breaking("sale-on-service-touchpoint")
def a_sale_where_none_is_welcome(p: Place) -> Texts:
    spot = f"- id: plek-{p.using}\n"
    text = key(p, p.using, "intent", "sell")
    return {**swap(p.texts, JOURNEY, (spot, f"{spot}        sale: false\n")), item(p.using): text}


@breaking("wrong-value-proposition")
def another_proposition(p: Place) -> Texts:
    return swap(p.texts, item(p.deciding), ("owner: sanne\n", "owner: sanne\n⟦⟧proposition: price\n"))


@breaking("several-value-propositions")
def two_propositions(p: Place) -> Texts:
    return swap(p.texts, CONFIG, ('proposition = "quality"', '⟦⟧proposition = ["quality", "price"]'))


@breaking("advocacy-without-ask", FIVE, CVJ, IDEAL)
def a_happy_customer_is_thanked(p: Place) -> Texts:
    text = said(
        p,
        "Wat fijn dat je huis zo warm is. Je zit er nu al een hele winter bij, en je merkt het elke avond: "
        "de kachel brandt korter en je leest weer bij het raam. Geen tocht bij het raam meer dus. Je buren "
        "zagen de steigers staan en weten nu hoe het er bij jou uitziet. Bedankt dat je met ons door deze "
        "verbouwing ging.",
        "How good that your house is so warm. You have spent a whole winter there now, and you notice it "
        "every evening: the heating runs shorter and you read at the window again. So no draught at the "
        "window any more. Your neighbours saw the scaffold and know what it looks like at your place. "
        "Thank you for going through this with us.",
    )
    head = re.sub(
        r"\ntitle: .*", "\n⟦⟧title: " + said(p, "Een warm jaar", "A warm year"), p.texts[item(p.last)]
    )
    head = head.replace("cta: refer", "cta: none").replace("intent: ask", "intent: inspire")
    return {item(p.last): head.rsplit("---\n\n", 1)[0] + f"---\n\n{text}\n"}


@breaking("upsell-before-value", SPL, FIVE, CVJ, LTR, IDEAL)
def an_upsell_too_early(p: Place) -> Texts:
    return swap(p.texts, item(p.deciding), ("owner: sanne\n", "⟦⟧offer: upsell\nowner: sanne\n"))


@breaking("false-urgency", SPL, FIVE, LTR)
def a_last_chance_without_end(p: Place) -> Texts:
    sentence = said(p, "Laatste kans op een gratis meting!", "Last chance for a free measurement!")
    return add(p.texts, p.deciding, "⟦⟧" + sentence)


@breaking("pain-not-mentioned")
def a_pain_in_other_words_only(p: Place) -> Texts:
    pain = said(p, "Formulieren invullen kost avonden.", "Paperwork swallows evenings.")
    stage = re.search(rf"  {p.second}:\n(    .*\n)*", p.texts[PERSONA])
    assert stage
    extra = f"      - id: rompslomp\n        pain: {pain}\n        prevent: Rompslomp.\n"
    extra += "        turn: Rompslomp.\n"
    changed = stage.group().replace("    gains:", f"{extra}    gains:")
    return {
        PERSONA: p.texts[PERSONA].replace(stage.group(), changed),
        **swap(
            p.texts, item(p.second), (f"eases: [zorg-{p.second}]", f"⟦⟧eases: [zorg-{p.second}, rompslomp]")
        ),
    }


def title(text: str, said: str) -> str:
    """Return an item with another title, marked."""
    return re.sub(r"\ntitle: .*", f"\n⟦⟧title: {said}", text)


@breaking("product-push")
def a_pitch_at_the_start(p: Place) -> Texts:
    pitch = said(
        p,
        "Raamwerk is het beste raambedrijf van het land. Onze ramen verslaan alles wat er te koop is. Met "
        "ons glas bespaar je meer dan met dat van wie ook. Wij zijn de grootste en de goedkoopste, en nu "
        "krijg je 20% korting op al onze ramen!",
        "Raamwerk is the best window firm in the country. Our windows beat everything on sale. With our "
        "glass you save more than with anybody else's. We are the largest and the cheapest, and now you "
        "get 20% off all our windows!",
    )
    return add(p.texts, p.first, "⟦⟧" + " ".join([pitch] * 4))


@breaking("missing-call-to-action", FIVE, SPL, LTR)
def a_decision_without_a_step(p: Place) -> Texts:
    text = re.sub(r"(Bestel je ramen|Order your windows)(.|\n)*", "", p.texts[item(p.deciding)])
    text = text.replace("and pay after delivery", "for all of it")
    return {item(p.deciding): text.replace("\ntitle:", "\n⟦⟧title:")}


@breaking("missing-problem", FIVE, SPL, CVJ)
def nothing_is_wrong(p: Place) -> Texts:
    sentence = said(
        p,
        "Glas werd vijfduizend jaar geleden voor het eerst gemaakt, in het oosten. Het was gekleurd en "
        "diende als kraal. Later kwamen er bekers en schalen van. De eerste ruiten waren klein en groen, "
        "en zaten in lood. In de vorige eeuw lukte het om glas op een bad van tin te laten drijven, en zo "
        "maakt men het nog. [Lees verder]({next}) over wat er daarna kwam.",
        "Glass was first made five thousand years ago, in the east. It was coloured and served as beads. "
        "Later came cups and bowls. The first panes were small and green, and set in lead. In the last "
        "century people managed to float glass on a bath of tin, and that is how it is still made. [Read "
        "on]({next}) about what came next.",
    ).format(next=f"{p.second}.md")
    changed = body(p.texts, p.first, lambda _: sentence + "\n")[item(p.first)]
    changed = changed.replace("intent: inspire", "intent: inform").replace(f"eases: [zorg-{p.first}]\n", "")
    return {
        item(p.first): title(changed, said(p, "Hoe glas ontstond", "How glass came about")),
        **swap(
            p.texts,
            item(p.second),
            (f"eases: [zorg-{p.second}]", f"eases: [zorg-{p.second}, zorg-{p.first}]"),
        ),
    }


@breaking("missing-aha", CVJ)
def delight_without_a_reason(p: Place) -> Texts:
    text = said(
        p,
        "Gefeliciteerd, de eerste winter met je nieuwe ramen zit erop! Geniet ervan: de kachel een graad "
        "lager, en geen tocht bij het raam. Wat een feest om zo het voorjaar in te gaan. Trakteer jezelf "
        "op een taart, nodig de buren uit en hef het glas op een warm huis. Je hebt het verdiend. [Nog een "
        "stap verder]({next}) kan ook.",
        "Congratulations, a whole winter with new windows is over! Enjoy it: the heating a degree lower, "
        "and no draught at the window. What a treat to go into spring. Buy yourself a cake, invite the "
        "neighbours and raise your glass to a warm house. You have earned it. [One step further]({next}) "
        "is possible too.",
    ).format(next="ascend.md")
    changed = body(p.texts, "excite", lambda _: text + "\n")[item("excite")]
    return {item("excite"): changed.replace("\ntitle:", "\n⟦⟧title:")}


@breaking("hard-to-read")
def a_text_for_lawyers(p: Place) -> Texts:
    hard = said(
        p,
        "De energetische prestatieverbetering van gebouwgebonden beglazingsconstructies veronderstelt dat "
        "voorafgaandelijk warmtedoorgangscoëfficiënten, ventilatievoorzieningen en constructietechnische "
        "randvoorwaarden integraal geïnventariseerd worden. ",
        "The energetic performance improvement of architectural fenestration constructions presupposes "
        "that preliminary thermal transmittance coefficients, ventilation provisions and constructional "
        "preconditions are comprehensively inventoried. ",
    )
    return add(p.texts, p.using, "⟦⟧" + hard * 6)
