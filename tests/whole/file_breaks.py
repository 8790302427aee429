"""Ways to break files, the words in them, and what is covered."""

import re

from tests.whole.breaks import Place, Texts, add, breaking, item, swap
from tests.whole.project import CONFIG, JOURNEY, MODELS, PERSONA


@breaking("unreadable-front-matter")
def a_colon_in_a_title(p: Place) -> Texts:
    return swap(p.texts, item(p.using), ("\nstage: ", "\n⟦⟧stage: a: "))


@breaking("missing-front-matter")
def no_front_matter(p: Place) -> Texts:
    return {item(p.second): "⟦⟧" + p.texts[item(p.second)].rsplit("---\n\n", 1)[1]}


@breaking("unclosed-front-matter")
def an_open_fence(p: Place) -> Texts:
    return {item(p.second): "⟦⟧" + p.texts[item(p.second)].replace("---\n\n", "\n")}


@breaking("duplicate-key")
def two_owners(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("owner: sanne\n", "owner: sanne\n⟦⟧owner: joost\n"))


@breaking("missing-field")
def no_channel(p: Place) -> Texts:
    text = re.sub("\nchannel: .*", "", p.texts[item(p.second)])
    return {item(p.second): "⟦⟧" + text}


@breaking("missing-field")
def no_stage(p: Place) -> Texts:
    text = re.sub("\nstage: .*", "", p.texts[item(p.second)])
    return {item(p.second): "⟦⟧" + text}


@breaking("missing-field")
def no_persona(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("---\ntitle", "---⟦⟧\ntitle"), ("persona: [bewoner]\n", ""))


@breaking("unknown-field")
def a_slip_in_a_key(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("owner: sanne", "⟦⟧onwer: sanne"))


@breaking("invalid-value")
def a_slip_in_a_status(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("status: published", "⟦⟧status: publishd"))


@breaking("invalid-value")
def a_status_that_nobody_knows(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("status: published", "⟦⟧status: zomaar"))


@breaking("invalid-date")
def a_day_that_is_not(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("2027-06-01", "⟦⟧2027-06-31"))


@breaking("not-utf8")
def a_byte_of_another_encoding(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("---\ntitle: ", "---\n⟦⟧title: \udce9"))


@breaking("empty-item")
def no_text(p: Place) -> Texts:
    return {item(p.second): p.texts[item(p.second)].rsplit("---\n\n", 1)[0] + "⟦⟧---\n"}


@breaking("unreadable-definition")
def a_colon_in_a_journey(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, ("name: Ramen", "⟦⟧name: Ramen: nieuw"))


@breaking("unreadable-definition")
def a_colon_in_a_persona(p: Place) -> Texts:
    return swap(p.texts, PERSONA, ("name: Bewoner", "⟦⟧name: Bewoner: thuis"))


@breaking("unreadable-definition")
def a_model_that_is_not(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, (f"extends: {p.model}", "⟦⟧extends: negen-b"))


# --- reference ---


@breaking("unknown-stage")
def a_slip_in_a_stage(p: Place) -> Texts:
    return swap(p.texts, item(p.second), (f"stage: {p.second}", f"⟦⟧stage: {p.second}x"))


@breaking("unknown-stage")
def a_stage_that_is_not(p: Place) -> Texts:
    return swap(p.texts, item(p.second), (f"stage: {p.second}", "⟦⟧stage: zolder"))


@breaking("unknown-persona")
def a_slip_in_a_persona(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("[bewoner]", "⟦⟧[bewonr]"))


@breaking("unknown-persona")
def a_persona_that_is_not(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("[bewoner]", "⟦⟧[huurbaas]"))


@breaking("unknown-persona")
def a_persona_that_nobody_described(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, ("personas: [bewoner]", "⟦⟧personas: [bewoner, huurbaas]"))


@breaking("unknown-channel")
def a_channel_that_is_not(p: Place) -> Texts:
    text = re.sub("\nchannel: .*", "\n⟦⟧channel: postduif", p.texts[item(p.second)])
    return {item(p.second): text}


@breaking("unknown-format")
def a_format_that_is_not(p: Place) -> Texts:
    return {item(p.second): re.sub("\nformat: .*", "\n⟦⟧format: perkament", p.texts[item(p.second)])}


@breaking("unknown-touchpoint")
def a_touchpoint_that_is_not(p: Place) -> Texts:
    return swap(p.texts, item(p.second), (f"touchpoint: plek-{p.second}", "⟦⟧touchpoint: zolderkamer"))


@breaking("touchpoint-outside-stage")
def a_touchpoint_of_another_stage(p: Place) -> Texts:
    return swap(p.texts, item(p.second), (f"touchpoint: plek-{p.second}", f"⟦⟧touchpoint: plek-{p.using}"))


@breaking("unknown-question")
def a_question_that_is_not(p: Place) -> Texts:
    return swap(p.texts, item(p.second), (f"answers: [vraag-{p.second}]", "⟦⟧answers: [zolder]"))


@breaking("unknown-pain")
def a_pain_that_is_not(p: Place) -> Texts:
    return swap(p.texts, item(p.second), (f"eases: [zorg-{p.second}]", "⟦⟧eases: [zolder]"))


@breaking("unknown-pain")
def a_gain_that_is_not(p: Place) -> Texts:
    return swap(p.texts, item(p.second), (f"gives: [winst-{p.second}]", "⟦⟧gives: [zolder]"))


@breaking("informal-name")
def a_name_for_an_id(p: Place) -> Texts:
    name = MODELS[p.model].stage(p.second).name.nl
    return (
        swap(p.texts, item(p.second), (f"stage: {p.second}", f"⟦⟧stage: {name}")) if name != p.second else {}
    )


@breaking("broken-link")
def a_next_that_is_not(p: Place) -> Texts:
    return {item(p.second): re.sub(r"\nnext: .*", "\n⟦⟧next: [zolder]", p.texts[item(p.second)])}


@breaking("broken-link")
def a_link_that_is_not(p: Place) -> Texts:
    return add(
        p.texts,
        p.second,
        "⟦⟧" + ("Zie [de zolder](zolder.md)." if p.is_dutch else "See [the attic](attic.md)."),
    )


@breaking("broken-link")
def an_anchor_that_is_not(p: Place) -> Texts:
    link = f"({p.third}.md#zolder)"
    return add(
        p.texts, p.second, "⟦⟧" + (f"Zie [de zolder]{link}." if p.is_dutch else f"See [the attic]{link}.")
    )


@breaking("unused-definition")
def a_persona_that_travels_nowhere(p: Place) -> Texts:
    text = p.texts[PERSONA].replace("id: bewoner", "⟦⟧id: huurder").replace("name: Bewoner", "name: Huurder")
    return {"personas/huurder.md": text}


# --- coverage ---


def _serving_nothing(p: Place) -> str:
    """Return the item of the using stage without the wishes that it serves."""
    return re.sub(r"(answers|eases|gives): .*\n", "", p.texts[item(p.using)])


@breaking("uncovered-stage")
def a_draft_where_something_must_be(p: Place) -> Texts:
    stage = f"  {p.using}:\n    touch"
    return {
        item(p.using): _serving_nothing(p).replace("status: published", "status: draft"),
        **swap(p.texts, JOURNEY, (stage, f"⟦⟧{stage}")),
        PERSONA: re.sub(rf"  {p.using}:\n(    .*\n)*", "", p.texts[PERSONA]),
    }


@breaking("uncovered-touchpoint")
def a_touchpoint_without_content(p: Place) -> Texts:
    more = "      - id: ⟦⟧tweede\n        channel: phone\n        action: belt\n        need: must\n"
    return swap(p.texts, JOURNEY, (f"      - id: plek-{p.using}\n", f"{more}      - id: plek-{p.using}\n"))


@breaking("unanswered-question")
def nobody_answers(p: Place) -> Texts:
    return {
        **swap(p.texts, item(p.second), (f"answers: [vraag-{p.second}]\n", "")),
        **swap(p.texts, PERSONA, (f"- id: vraag-{p.second}\n", f"- id: ⟦⟧vraag-{p.second}\n")),
    }


@breaking("unaddressed-pain")
def nobody_eases(p: Place) -> Texts:
    return {
        **swap(p.texts, item(p.second), (f"eases: [zorg-{p.second}]\n", "")),
        **swap(p.texts, PERSONA, (f"- id: zorg-{p.second}\n", f"- id: ⟦⟧zorg-{p.second}\n")),
    }


@breaking("unmet-gain")
def nobody_gives(p: Place) -> Texts:
    return {
        **swap(p.texts, item(p.second), (f"gives: [winst-{p.second}]\n", "")),
        **swap(p.texts, PERSONA, (f"- id: winst-{p.second}\n", f"- id: ⟦⟧winst-{p.second}\n")),
    }


@breaking("answered-too-late")
def an_answer_after_the_fact(p: Place) -> Texts:
    return {
        **swap(p.texts, item(p.second), (f"answers: [vraag-{p.second}]\n", "")),
        **swap(
            p.texts,
            item(p.last),
            (f"answers: [vraag-{p.last}]", f"answers: [vraag-{p.last}, vraag-{p.second}]"),
        ),
        **swap(p.texts, PERSONA, (f"- id: vraag-{p.second}\n", f"- id: ⟦⟧vraag-{p.second}\n")),
    }


@breaking("thin-slot")
def one_where_two_are_asked(p: Place) -> Texts:
    spot = f"- id: plek-{p.second}\n"
    return swap(p.texts, JOURNEY, (spot, f"⟦⟧{spot}        min: 2\n"))


@breaking("lapsed-exemption")
def an_exemption_of_last_year(p: Place) -> Texts:
    spot = f"- id: plek-{p.second}\n"
    told = "        ⟦⟧exempt: {reason: wordt herschreven, owner: sanne, until: 2025-12-31}\n"
    return swap(p.texts, JOURNEY, (spot, spot + told))


_EXCUSE = "ignore: [{rule: overdue-review, reason: wordt deze week nagekeken}]\n"


@breaking("coverage-below-threshold", beside=("phantom-coverage",))
def a_threshold_that_is_not_reached(p: Place) -> Texts:
    return {
        CONFIG: "⟦⟧" + p.texts[CONFIG] + "\n[coverage]\nfail_under = 100\n",
        **swap(p.texts, item(p.using), ("review_by: 2027-06-01\n", f"{_EXCUSE}review_by: 2026-06-01\n")),
    }


@breaking("duplicate-id")
def one_id_for_two(p: Place) -> Texts:
    return {
        **swap(p.texts, item(p.second), ("owner: sanne\n", f"owner: sanne\n⟦⟧id: {p.using}\n")),
        **swap(p.texts, item(p.using), ("---\ntitle", "---⟦⟧\ntitle")),
    }


@breaking("ambiguous-touchpoint")
def two_touchpoints_to_choose_from(p: Place) -> Texts:
    channel = re.search(r"\nchannel: (.*)", p.texts[item(p.using)])
    assert channel
    spot = f"      - id: tweede\n        channel: {channel.group(1)}\n"
    more = f"{spot}        action: leest\n        need: could\n"
    return {
        **swap(p.texts, JOURNEY, (f"      - id: plek-{p.using}\n", f"{more}      - id: plek-{p.using}\n")),
        **swap(
            p.texts, item(p.using), (f"touchpoint: plek-{p.using}\n", ""), ("\nchannel: ", "\n⟦⟧channel: ")
        ),
    }


@breaking("phantom-coverage")
def an_expired_text(p: Place) -> Texts:
    return {
        item(p.using): _serving_nothing(p).replace("status: published", "status: expired"),
        **swap(p.texts, JOURNEY, (f"- id: plek-{p.using}\n", f"⟦⟧- id: plek-{p.using}\n")),
        PERSONA: re.sub(rf"  {p.using}:\n(    .*\n)*", "", p.texts[PERSONA]),
    }
