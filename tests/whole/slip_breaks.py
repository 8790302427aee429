"""Slips of a content team from which more seems to follow: changed in one place, half written, misdated."""

import re

from tests.whole.breaks import GONE, Place, Texts, add, body, breaking, item, said, swap
from tests.whole.project import CVJ, FIVE, IDEAL, JOURNEY, LTR, PERSONA, SPL

# --- changed in one place only ---


@breaking("unknown-persona")
def a_persona_renamed_in_the_journey(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, ("personas: [bewoner]", "⟦⟧personas: [eigenaar]"))


@breaking("unknown-persona")
def a_persona_whose_file_is_gone(p: Place) -> Texts:
    return {PERSONA: GONE, **swap(p.texts, JOURNEY, ("personas: [bewoner]", "⟦⟧personas: [bewoner]"))}


@breaking("unknown-persona")
def a_touchpoint_for_somebody_unknown(p: Place) -> Texts:
    spot = f"- id: plek-{p.second}\n"
    return swap(p.texts, JOURNEY, (spot, f"{spot}        ⟦⟧personas: [huurder]\n"))


@breaking("unknown-question")
def a_question_renamed_at_the_persona(p: Place) -> Texts:
    return {
        **swap(p.texts, PERSONA, (f"- id: vraag-{p.second}\n", "- id: hoe-duur\n")),
        **swap(p.texts, item(p.second), ("\nanswers:", "\n⟦⟧answers:")),
    }


@breaking("unknown-touchpoint")
def a_touchpoint_renamed_in_the_journey(p: Place) -> Texts:
    return {
        **swap(p.texts, JOURNEY, (f"- id: plek-{p.second}\n", "- id: keukentafel\n")),
        **swap(p.texts, item(p.second), ("\ntouchpoint:", "\n⟦⟧touchpoint:")),
    }


@breaking("duplicate-id")
def a_touchpoint_that_was_copied(p: Place) -> Texts:
    copied, original = f"- id: plek-{p.third}\n", f"- id: plek-{p.second}\n"
    return swap(p.texts, JOURNEY, (original, f"⟦⟧{original}"), (copied, f"⟦⟧{original}"))


@breaking("broken-link")
def a_file_that_moved(p: Place) -> Texts:
    before = p.texts[item(p.first)].replace("\nnext:", "\n⟦⟧next:")
    moved = re.sub(r"\]\(([\w-]+\.md)\)", r"](../\1)", p.texts[item(p.second)])
    return {
        item(p.second): GONE,
        f"content/oud/{p.second}.md": moved,
        item(p.first): before.replace("---\n\n", "---\n\n⟦⟧"),
    }


# --- stages ---


@breaking("unknown-stage")
def a_stage_misspelled_in_the_journey(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, (f"  {p.second}:\n", f"  ⟦⟧{p.second}x:\n"))


@breaking("unknown-stage")
def a_stage_misspelled_at_the_persona(p: Place) -> Texts:
    return swap(p.texts, PERSONA, (f"  {p.second}:\n", f"  ⟦⟧{p.second}x:\n"))


@breaking("unknown-stage")
def a_cycle_that_starts_nowhere(p: Place) -> Texts:
    extends = f"extends: {p.model}\n"
    return swap(p.texts, JOURNEY, (extends, f"{extends}⟦⟧cycle: begin\n"))


@breaking("unknown-stage")
def a_next_stage_that_is_not(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, (f"  {p.second}:\n", f"  {p.second}:\n    ⟦⟧next: [zolder]\n"))


# --- half written ---


@breaking("unknown-field")
def a_key_in_dutch(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("\nstage: ", "\n⟦⟧fase: "))


@breaking("unreadable-definition")
def a_line_too_far_to_the_left(p: Place) -> Texts:
    return {PERSONA: p.texts[PERSONA].replace("\n        turn:", "\n       ⟦⟧turn:", 1)}


@breaking("unreadable-definition")
def an_empty_journey(p: Place) -> Texts:
    return {JOURNEY: "⟦⟧\n"}


@breaking("empty-item", beside=("unreachable-item",))
def an_empty_file(p: Place) -> Texts:
    return {item(p.second): "⟦⟧\n"}


@breaking("unknown-channel")
def a_channel_that_nobody_knows_at_the_persona(p: Place) -> Texts:
    return swap(p.texts, PERSONA, ("\nchannels:", "\n⟦⟧channels:"), ("portal]", "postduif]"))


@breaking("dead-end", CVJ, IDEAL)
def on_to_itself(p: Place) -> Texts:
    text = body(p.texts, p.second, lambda text: re.sub(r"\[([^\]]*)\]\([\w-]+\.md\)", r"\1", text))
    return {item(p.second): re.sub(r"\nnext: .*", f"\n⟦⟧next: [{p.second}]", text[item(p.second)])}


# --- dates and lines ---


@breaking("date-conflict")
def a_year_with_two_figures_swapped(p: Place) -> Texts:
    dates = ("review_by: 2027-06-01", "publish: 2206-01-15\n⟦⟧review_by: 2027-06-01")
    return swap(p.texts, item(p.second), dates)


@breaking("overdue-review", beside=("phantom-coverage",))
def a_review_that_passed_in_a_file_of_windows(p: Place) -> Texts:
    text = p.texts[item(p.second)].replace("review_by: 2027", "⟦⟧review_by: 2025")
    return {item(p.second): "\ufeff" + text.replace("\n", "\r\n")}


# --- selling ---

_PROMOTION = (
    "Bestel vandaag nog je ramen bij Raamwerk met 20% korting, want ons glas is het beste van het land!",
    "Order your windows at Raamwerk today with 20% off, for our glass is the best in the country!",
)
_PITCH = (
    "Onze ramen verslaan alles wat er te koop is. Met ons glas bespaar je meer dan met dat van wie ook, en "
    "je krijgt nu 20% korting op al je ramen!",
    "Our windows beat everything on sale. With our glass you save more than with anybody else's, and you get "
    "20% off all your windows now!",
)


def _in_service(p: Place, sentence: str) -> Texts:
    texts = swap(p.texts, item(p.using), ("owner: sanne\n", "message_type: service\nowner: sanne\n"))
    return add(texts, p.using, f"⟦⟧{sentence}")


@breaking("sale-on-service-touchpoint")
def a_promotion_in_a_service_message(p: Place) -> Texts:
    return _in_service(p, said(p, *_PROMOTION))


@breaking("sale-on-service-touchpoint", beside=("self-centred-text",))
def a_pitch_in_a_service_message(p: Place) -> Texts:
    return _in_service(p, " ".join([said(p, *_PITCH)] * 4))


@breaking("call-to-action-too-strong", CVJ)
def a_call_in_a_list(p: Place) -> Texts:
    boast = said(p, "Wij zijn de beste van het land.", "We are the best in the country.")
    call = said(p, "Bestel nu bij Raamwerk.", "Order now at Raamwerk.")
    offer = said(p, "Vandaag 20% korting op al onze ramen!", "Today 20% off all our windows!")
    return add(p.texts, p.first, f"- {boast}\n- ⟦⟧{call}\n- {offer}")


def _in_a_table(p: Place) -> Texts:
    head = said(p, "| Soort | Wat het doet |", "| Kind | What it does |")
    return add(p.texts, p.first, f"{head}\n|---|---|\n| glas | ⟦⟧{said(p, *_PROMOTION)} |\n| kit | - |")


@breaking("call-to-action-too-strong", SPL, FIVE, CVJ)
def a_promotion_in_a_table(p: Place) -> Texts:
    return _in_a_table(p)


@breaking("product-push", LTR, IDEAL)
def a_promotion_in_a_table_where_little_is_borne(p: Place) -> Texts:
    return _in_a_table(p)


@breaking("product-push")
def a_title_that_sells(p: Place) -> Texts:
    title = said(
        p,
        "Bestel nu je ramen bij Raamwerk en krijg 20% korting",
        "Order your windows at Raamwerk now and get 20% off",
    )
    return {item(p.first): re.sub(r"\ntitle: .*", f"\n⟦⟧title: {title}", p.texts[item(p.first)])}
