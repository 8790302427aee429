"""Ways to break where items lead, on what channel and when, the definitions, and the exceptions."""

import re

from tests.whole.breaks import Place, Texts, add, breaking, item, key, said, swap
from tests.whole.project import CVJ, FIVE, IDEAL, JOURNEY, LTR, MODELS, PERSONA, SPL


def _without_link(text: str, stage: str) -> str:
    return re.sub(rf"\[([^\]]*)\]\({stage}\.md\)", r"\1", text)


@breaking("dead-end")
def no_way_on(p: Place) -> Texts:
    text = _without_link(p.texts[item(p.first)], p.second).replace(f"next: [{p.second}]\n", "")
    return {item(p.first): text.replace("\ntitle:", "\n⟦⟧title:")}


@breaking("skipped-stage", FIVE, CVJ, IDEAL, LTR, beside=("unreachable-item",))
def a_leap_over_stages(p: Place) -> Texts:
    text = p.texts[item(p.first)].replace(f"{p.second}.md", f"{p.using}.md")
    return {item(p.first): text.replace(f"next: [{p.second}]", f"⟦⟧next: [{p.using}]")}


@breaking("backward-step")
def back_to_the_start(p: Place) -> Texts:
    link = said(p, f"Kijk eerst [hier]({p.first}.md).", f"First look [here]({p.first}.md).")
    return add(p.texts, p.deciding, "⟦⟧" + link)


@breaking("no-entry-point")
def no_way_in(p: Place) -> Texts:
    journey = MODELS[p.model]
    entries = [stage.id for stage in journey.stages if stage.entry]
    text = p.texts[JOURNEY]
    for number, stage in enumerate(entries):
        text = text.replace(f"  {stage}:\n", f"  {stage}:\n    {'⟦⟧' if not number else ''}entry: false\n")
    return {JOURNEY: text}


@breaking("loop-without-exit", CVJ, IDEAL)
def round_and_round(p: Place) -> Texts:
    text = p.texts[item(p.second)]
    following = re.search(r"\nnext: \[(.*)\]", text)
    assert following
    to = following.group(1)
    text = text.replace(f"{to}.md", f"{p.first}.md").replace(f"next: [{to}]", f"⟦⟧next: [{p.first}]")
    return {item(p.second): text}


@breaking("unclosed-cycle", CVJ, LTR)
def a_cycle_that_stays_open(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, (f"  {p.last}:\n", f"  {p.last}:\n    ⟦⟧next: []\n"))


@breaking("missing-gate", CVJ)
def a_magnet_for_nothing(p: Place) -> Texts:
    return swap(p.texts, item("subscribe"), ("gate: email\n", ""), ("\ncta:", "\n⟦⟧cta:"))


@breaking("empty-gate", CVJ)
def nothing_behind_the_gate(p: Place) -> Texts:
    text = _without_link(p.texts[item("subscribe")], "convert").replace("next: [convert]\n", "")
    return {item("subscribe"): text.replace("\ngate:", "\n⟦⟧gate:")}


@breaking("early-gate")
def a_gate_at_the_start(p: Place) -> Texts:
    return swap(p.texts, item(p.first), ("owner: sanne\n", "⟦⟧gate: email\nowner: sanne\n"))


@breaking("commitment-mismatch", CVJ)
def attending_where_people_sign_up(p: Place) -> Texts:
    return swap(p.texts, item("subscribe"), ("format: checklist", "format: webinar"),
                ("cta: download", "cta: attend"), ("\nstage:", "\n⟦⟧stage:"))  # fmt: skip


@breaking("channel-mismatch")
def another_channel_than_the_touchpoint(p: Place) -> Texts:
    return {
        item(p.deciding): key(
            p, p.deciding, "channel", "portal" if "email" in p.texts[item(p.deciding)] else "email"
        )
    }


@breaking("format-unfit-for-stage")
def a_manual_at_the_start(p: Place) -> Texts:
    return {item(p.first): key(p, p.first, "format", "manual")}


@breaking("channel-unfit-for-stage")
def a_portal_at_the_start(p: Place) -> Texts:
    journey = swap(
        p.texts,
        JOURNEY,
        (f"      - id: plek-{p.first}\n        channel: blog\n", f"      - id: plek-{p.first}\n"),
    )
    return {**journey, item(p.first): key(p, p.first, "channel", "portal")}


@breaking("channel-unused-by-persona")
def a_channel_that_nobody_uses(p: Place) -> Texts:
    spot = f"      - id: plek-{p.first}\n        channel: "
    return {
        **swap(p.texts, JOURNEY, (f"{spot}blog", f"{spot}podcast")),
        item(p.first): key(p, p.first, "channel", "podcast"),
    }


@breaking("format-unfit-for-channel")
def a_long_subject(p: Place) -> Texts:
    stage = p.deciding if "channel: email" in p.texts[item(p.deciding)] else p.last
    if "channel: email" not in p.texts[item(stage)]:
        return {}
    subject = said(
        p,
        "Alles wat je over je nieuwe ramen wilt weten en nog heel wat meer, in een lange regel",
        "All that you want to know about your new windows and quite a lot more, in one long line",
    )
    return swap(p.texts, item(stage), ("owner: sanne\n", f"⟦⟧subject: {subject}\nowner: sanne\n"))


@breaking("overdue-review", beside=("phantom-coverage",))
def a_review_that_is_late(p: Place) -> Texts:
    return {item(p.second): key(p, p.second, "review_by", "2026-06-01")}


@breaking("expired-but-published")
def past_its_end(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("owner: sanne\n", "owner: sanne\n⟦⟧expires: 2026-06-01\n"))


@breaking("date-conflict")
def an_end_before_the_beginning(p: Place) -> Texts:
    return swap(
        p.texts,
        item(p.second),
        ("owner: sanne\n", "owner: sanne\npublish: 2026-09-01\n⟦⟧expires: 2026-08-01\n"),
    )


@breaking("missed-publish-date")
def a_plan_that_was_not_kept(p: Place) -> Texts:
    text = p.texts[item(p.second)].replace("title: ", "title: Extra ").replace('Extra "', '"Extra ')
    text = text.replace("status: published", "status: planned\n⟦⟧publish: 2026-09-01")
    return {"content/extra.md": text}


@breaking("stale-draft")
def a_draft_that_was_left_lying(p: Place) -> Texts:
    text = p.texts[item(p.second)].replace("title: ", "title: Extra ").replace('Extra "', '"Extra ')
    text = text.replace("status: published", "status: draft").replace(
        "review_by: 2027-06-01", "⟦⟧review_by: 2026-02-01"
    )
    return {"content/extra.md": text}


@breaking("missing-owner")
def nobody_looks_after_it(p: Place) -> Texts:
    return swap(p.texts, item(p.second), ("owner: sanne\n", ""), ("---\ntitle", "---⟦⟧\ntitle"))


@breaking("touchpoint-out-of-order")
def a_touchpoint_before_what_it_follows(p: Place) -> Texts:
    spot = f"- id: plek-{p.second}\n"
    return swap(p.texts, JOURNEY, (spot, f"{spot}        ⟦⟧after: plek-{p.using}\n"))


@breaking("long-silence")
def a_wait_of_a_year(p: Place) -> Texts:
    spot, wait = f"- id: plek-{p.using}\n", said(p, "400 dagen", "400 days")
    return swap(p.texts, JOURNEY, (spot, f"{spot}        ⟦⟧wait: {wait}\n        after: plek-{p.deciding}\n"))


@breaking("persona-without-questions")
def a_persona_who_asks_nothing(p: Place) -> Texts:
    text = re.sub(r"    questions:\n      - id: .*\n        ask: .*\n", "", p.texts[PERSONA])
    items = {
        path: re.sub(r"answers: .*\n", "", text)
        for path, text in p.texts.items()
        if path.startswith("content/")
    }
    return {PERSONA: text.replace("id: bewoner", "id: ⟦⟧bewoner"), **items}


@breaking("pain-without-answer")
def a_pain_and_no_way_out(p: Place) -> Texts:
    text = re.sub(r"        prevent: .*\n        turn: .*\n", "", p.texts[PERSONA], count=1)
    return {PERSONA: text.replace(f"- id: zorg-{p.first}", f"- id: ⟦⟧zorg-{p.first}")}


@breaking("b2b-without-influencers")
def a_company_where_one_decides(p: Place) -> Texts:
    return swap(p.texts, PERSONA, ("segment: b2c", "⟦⟧segment: b2b"))


@breaking("touchpoint-without-purpose")
def a_touchpoint_without_action(p: Place) -> Texts:
    spot = re.search(
        rf"      - id: plek-{p.second}\n        channel: .*\n        action: .*\n", p.texts[JOURNEY]
    )
    assert spot
    bare = re.sub(r"        action: .*\n", "", spot.group()).replace("- id: ", "- id: ⟦⟧")
    return {JOURNEY: p.texts[JOURNEY].replace(spot.group(), bare)}


@breaking("stage-without-touchpoints")
def a_bare_stage(p: Place) -> Texts:
    text = re.sub(
        rf"  {p.second}:\n    touchpoints:\n      - id: .*\n(        .*\n)*",
        f"  ⟦⟧{p.second}: {{}}\n",
        p.texts[JOURNEY],
    )
    return {JOURNEY: text, **swap(p.texts, item(p.second), (f"touchpoint: plek-{p.second}\n", ""))}


@breaking("changed-since-review")
def a_persona_that_changed(p: Place) -> Texts:
    return swap(
        p.texts,
        item(p.second),
        ("owner: sanne\n", "owner: sanne\n⟦⟧reviewed_against: {bewoner: 0123456789ab}\n"),
    )


@breaking("definition-review-overdue")
def a_journey_that_is_not_reviewed(p: Place) -> Texts:
    return swap(p.texts, JOURNEY, ("review_by: 2027-06-01", "⟦⟧review_by: 2026-06-01"))


@breaking("unused-suppression")
def an_exception_for_nothing(p: Place) -> Texts:
    return swap(
        p.texts,
        item(p.second),
        ("owner: sanne\n", "owner: sanne\nignore:\n  - ⟦⟧rule: dead-end\n    reason: mag hier\n"),
    )


@breaking("suppression-without-reason", beside=("phantom-coverage",))
def an_exception_without_reason(p: Place) -> Texts:
    text = re.sub(
        r"\nreview_by: .*", "\nreview_by: 2026-06-01\nignore: [⟦⟧overdue-review]", p.texts[item(p.second)]
    )
    return {item(p.second): text}


@breaking("expired-suppression")
def an_exception_of_last_year(p: Place) -> Texts:
    told = "\nignore:\n  - rule: overdue-review\n    reason: mag even\n    ⟦⟧until: 2025-12-31"
    return swap(p.texts, item(p.second), ("\nowner: sanne", f"\nowner: sanne{told}"))


@breaking("uncovered-persona", SPL, FIVE, LTR, IDEAL)
def a_persona_who_finds_nothing(p: Place) -> Texts:
    text = p.texts[PERSONA].replace("id: bewoner", "id: huurder").replace("name: Bewoner", "name: Huurder")
    return {
        "personas/huurder.md": text,
        **swap(p.texts, JOURNEY, ("personas: [bewoner]", "personas: [bewoner, ⟦⟧huurder]")),
    }


@breaking("persona-outside-journey")
def a_persona_without_that_stage(p: Place) -> Texts:
    return {
        "personas/huurder.md": p.texts[PERSONA]
        .replace("id: bewoner", "id: huurder")
        .replace("Bewoner", "Huurder"),
        **swap(p.texts, item(p.second), ("persona: [bewoner]", "persona: [bewoner, ⟦⟧huurder]")),
    }


@breaking("touchpoint-out-of-order")
def two_that_wait_for_each_other(p: Place) -> Texts:
    one, two = f"- id: plek-{p.first}\n", f"- id: plek-{p.second}\n"
    return swap(
        p.texts,
        JOURNEY,
        (one, f"{one}        ⟦⟧after: plek-{p.second}\n"),
        (two, f"{two}        after: plek-{p.first}\n"),
    )


def mails(p: Place, days: list[str], intents: list[str], marked: int) -> Texts:
    """Return mails to a customer, each with a day and an intent, one of them marked at both."""
    spot = f"      - id: plek-{p.using}\n"
    more = "      - id: mails\n        channel: email\n        action: leest\n        need: could\n"
    found = {}
    for number, (day, intent) in enumerate(zip(days, intents, strict=True)):
        mark = "⟦⟧" if number == marked else ""
        cta = "contact"
        found[f"content/mail-{number}.md"] = (
            f"---\ntitle: Mail {number}\nstage: {p.using}\npersona: [bewoner]\nchannel: email\n"
            f"format: mailing\ntouchpoint: mails\n{mark if intent == 'sell' else ''}intent: {intent}\n"
            f"cta: {cta}\n"
            f"{mark if intent != 'sell' else ''}publish: {day}\nowner: sanne\nlang: {p.language}\n---\n\n"
            + said(p, "Zet je ramen elke dag even open.\n", "Open your windows for a while every day.\n")
        )
    return {JOURNEY: p.texts[JOURNEY].replace(spot, more + spot), **found}


@breaking("too-frequent", FIVE, LTR, beside=("channel-imbalance", "crowded-slot"))
def a_mail_every_day(p: Place) -> Texts:
    days = [f"2026-09-0{n}" for n in range(1, 5)]
    return mails(p, days, ["help"] * 4, 3)


@breaking("consecutive-asks", FIVE, LTR, beside=("channel-imbalance", "crowded-slot"))
def three_sales_in_a_row(p: Place) -> Texts:
    days = [f"2026-0{n}-01" for n in range(1, 10)]
    return mails(p, days, ["help", "help", "sell", "sell", "sell", "help", "help", "help", "help"], 4)


@breaking("selling-too-often", FIVE, LTR, beside=("channel-imbalance", "crowded-slot"))
def as_many_sales_as_help(p: Place) -> Texts:
    days = [f"2026-0{n}-01" for n in range(1, 8)]
    return mails(p, days, ["help", "sell", "help", "sell", "help", "sell", "help"], 5)
