"""Ways to break what takes several items, stages or people together, and what a text leaves out."""

import re

from tests.whole.breaks import Place, Texts, add, body, breaking, item, said, swap
from tests.whole.project import CVJ, FIVE, IDEAL, JOURNEY, LTR, PERSONA, SPL


def titled(text: str) -> str:
    """Return an item with its title marked."""
    return text.replace("\ntitle:", "\n⟦⟧title:")


def without(p: Place, stage: str, *phrases: str) -> str:
    """Return an item without what these patterns find in it."""
    text = p.texts[item(stage)]
    for phrase in phrases:
        text = re.sub(phrase, "", text)
    return text


@breaking("broken-bridge", FIVE, CVJ, beside=("uncovered-touchpoint",))
def a_stage_with_nothing_that_must_be(p: Place) -> Texts:
    text = re.sub(r"(answers|eases|gives): .*\n", "", p.texts[item(p.second)]).replace("published", "draft")
    journey = re.sub(
        rf"(  )({p.second}:\n(    .*\n)*?        need: )must", r"\1⟦⟧\2could", p.texts[JOURNEY], count=1
    )
    persona = re.sub(rf"  {p.second}:\n(    .*\n)*", "", p.texts[PERSONA])
    return {item(p.second): text, JOURNEY: journey, PERSONA: persona}


@breaking("persona-switch", FIVE, SPL, LTR)
def on_to_somebody_else(p: Place) -> Texts:
    other = p.texts[PERSONA].replace("id: bewoner", "id: huurder").replace("Bewoner", "Huurder")
    other = re.sub(r"vraag-", "vr-", re.sub(r"zorg-", "zo-", re.sub(r"winst-", "wi-", other)))
    journey = p.texts[JOURNEY].replace("id: ramen", "id: huren").replace("bewoner", "huurder")
    journey = journey.replace("plek-", "pl-")
    items = {
        path.replace("content/", "content/huur/"): re.sub(r"vraag-", "vr-", re.sub(r"zorg-", "zo-", re.sub(
            r"winst-", "wi-", text))).replace("plek-", "pl-").replace("[bewoner]", "[huurder]")
        .replace("next: [", "next: [huur/")
        for path, text in p.texts.items() if path.startswith("content/")
    }  # fmt: skip
    lost = p.texts[item(p.first)].replace(f"next: [{p.second}]", f"⟦⟧next: [huur/{p.second}]")
    lost = lost.replace(f"({p.second}.md)", f"(huur/{p.second}.md)")
    return {"personas/huurder.md": other, "journeys/huren.yaml": journey, **items, item(p.first): lost}


@breaking("unreachable-item", FIVE, CVJ, LTR)
def a_page_that_nothing_leads_to(p: Place) -> Texts:
    return {"content/alleen.md": titled(p.texts[item(p.second)])}


@breaking("sale-after-purchase", FIVE, LTR)
def a_sale_the_day_after(p: Place) -> Texts:
    spot = f"      - id: plek-{p.using}\n"
    more = (
        f"      - id: bedankmail\n        channel: email\n        action: leest\n        need: could\n"
        f"        after: plek-{p.deciding}\n        wait: {said(p, '1 dag', '1 day')}\n"
    )
    mail = (
        f"---\ntitle: Bedankt\nstage: {p.using}\npersona: [bewoner]\nchannel: email\nformat: mailing\n"
        f"touchpoint: bedankmail\n⟦⟧intent: sell\ncta: contact\nowner: sanne\nlang: {p.language}\n---\n\n"
        + said(p, "Zet je ramen elke dag even open.\n", "Open your windows for a while every day.\n")
    )
    return {JOURNEY: p.texts[JOURNEY].replace(spot, more + spot), "content/bedankmail.md": mail}


@breaking("too-soon", FIVE, LTR)
def a_second_mail_before_its_time(p: Place) -> Texts:
    spot = f"      - id: plek-{p.using}\n"
    more = "".join(
        f"      - id: mail-{n}\n        channel: email\n        action: leest\n        need: could\n{extra}"
        for n, extra in (
            (1, ""),
            (2, f"        after: mail-1\n        wait: {said(p, '10 dagen', '10 days')}\n"),
        )
    )
    mails = {
        f"content/mail-{n}.md": (
            f"---\ntitle: Mail {n}\nstage: {p.using}\npersona: [bewoner]\nchannel: email\nformat: mailing\n"
            f"touchpoint: mail-{n}\nnext: [{p.last}]\nintent: help\ncampaign: start\n"
            f"{'⟦⟧' if n == 2 else ''}publish: 2026-09-0{n * 2}\n"
            f"owner: sanne\nlang: {p.language}\n---\n\n"
            + said(p, "Zet je ramen elke dag even open.\n", "Open your windows for a while every day.\n")
        )
        for n in (1, 2)
    }
    return {JOURNEY: p.texts[JOURNEY].replace(spot, more + spot), **mails}


@breaking("stale-baseline-entry")
def an_entry_for_nothing(p: Place) -> Texts:
    entry = (
        '{"version": 1, "accepted": [\n  ⟦⟧{"rule": "dead-end", "severity": "warning", '
        f'"subject": {{"item": "{p.second}"}}}}\n]}}\n'
    )
    return {"klantreis-baseline.json": entry}


@breaking("generic-persona")
def a_persona_named_after_everybody(p: Place) -> Texts:
    return swap(p.texts, PERSONA, ("name: Bewoner", "⟦⟧name: " + said(p, "Iedereen", "Everybody")))


# --- what a text leaves out ---


@breaking("missing-cost-benefit-risk", SPL, beside=("missing-proof",))
def nothing_about_risk(p: Place) -> Texts:
    text = without(p, "lead", r"(Het risico|The risk)[^.]*\.", r"tien jaar garantie", "ten-year guarantee")
    return {item("lead"): text, **swap(p.texts, JOURNEY, ("  lead:\n", "  ⟦⟧lead:\n"))}


@breaking("missing-difference", SPL)
def nothing_that_sets_it_apart(p: Place) -> Texts:
    return {item("lead"): titled(without(p, "lead", r"(Anders dan|Unlike most)[^.]*\."))}


@breaking("missing-contact", FIVE, SPL, LTR)
def nobody_to_ask(p: Place) -> Texts:
    gone = r"(Stel je vraag per mail of telefoon, en|Ask your question by mail or phone, and)"
    text = without(p, p.second, gone).replace("cta: contact", "cta: read")
    text = text.replace("[lees hoe", "[Lees hoe").replace("[read how", "[Read how")
    return {item(p.second): text, **swap(p.texts, JOURNEY, (f"  {p.second}:\n", f"  ⟦⟧{p.second}:\n"))}


@breaking("missing-strengths", SPL)
def nothing_it_is_good_at(p: Place) -> Texts:
    text = said(
        p,
        "Er zijn drie soorten glas: met twee ruiten, met drie ruiten en met een lege ruimte ertussen. Ze "
        "schelen in dikte. De eerste is vier keer zo oud als de laatste. In een proef in Ede zaten "
        "twaalf huizen. Wij maten elk raam zelf in. Weet je niet wat je hebt? Stel je vraag per mail of "
        "telefoon, en [lees hoe het verdergaat]({next}).",
        "There are three kinds of glass: with two panes, with three panes and with an empty space in "
        "between. They vary in width. The first is four times as old as the last. A trial in Ede had "
        "twelve houses. We measured every window ourselves. Not sure what you have? Ask your question by "
        "mail or phone, and [read how it goes on]({next}).",
    ).format(next="lead.md")
    changed = body(p.texts, "prospect", lambda _: text + "\n")[item("prospect")]
    changed = changed.replace("eases: [zorg-prospect]\n", "").replace("format: comparison", "format: article")
    return {
        item("prospect"): titled(changed),
        item("lead"): p.texts[item("lead")].replace("[zorg-lead]", "[zorg-lead, zorg-prospect]"),
    }


@breaking("missing-proof", FIVE, SPL)
def nothing_to_show_for_it(p: Place) -> Texts:
    text = without(
        p, p.deciding, r"(De familie|The De Boer)[^.]*\.", "tien jaar garantie en", "ten-year guarantee and"
    )
    text = text.replace("je krijgt  betaalt", "je betaalt")
    return {
        item(p.deciding): titled(
            re.sub(r"(je krijgt|you get a)\s+(betaalt|pay)", said(p, "je betaalt", "you pay"), text)
        )
    }


@breaking("product-detail-too-early", FIVE, LTR, IDEAL)
def pages_of_sizes(p: Place) -> Texts:
    sizes = said(
        p,
        "Het kozijn is 68 mm diep en weegt 24 kg. De ruit is 24 mm dik, met 4 mm glas, 16 mm gas en 4 mm "
        "glas. De U-waarde is 1,1 W. De maximale maat is 2400 x 1200 mm. Het profiel telt 5 kamers en is "
        "70 mm breed. ",
        "The frame is 68 mm deep and weighs 24 kg. The pane is 24 mm thick, with 4 mm glass, 16 mm gas "
        "and 4 mm glass. The U-value is 1.1 W. The maximum size is 2400 x 1200 mm. The profile has 5 "
        "chambers and is 70 mm wide. ",
    )
    return add(p.texts, p.first, "⟦⟧" + sizes * 4)


@breaking("self-centred-text")
def all_about_us(p: Place) -> Texts:
    us = said(
        p,
        "Wij begonnen in een schuur. Wij zijn met vijf mensen en wij hebben een eigen werkplaats. Onze "
        "monteurs kennen ons vak en wij kennen onze monteurs. Ons team eet elke week samen, en onze deur "
        "staat open. Wij vierden ons jubileum. ",
        "We began in a shed. We are five people and we have our own workshop. Our fitters know our trade "
        "and we know our fitters. Our team eats together every week, and our door is open. We celebrated "
        "our jubilee. ",
    )
    return add(p.texts, p.using, "⟦⟧" + us * 2)


@breaking("too-many-stages", FIVE, beside=("missing-contact",))
def a_text_for_three_stages(p: Place) -> Texts:
    text = p.texts[item("consideration")].replace("cta: contact", "cta: read")
    text = re.sub(
        r"(Stel je vraag per mail of telefoon, en|Ask your question by mail or phone, and)", "", text
    )
    return {
        item("consideration"): text.replace(
            "stage: consideration", "stage: [consideration, attention, ⟦⟧always]"
        )
    }


@breaking("intent-mismatch", SPL, FIVE, LTR)
def help_that_sells(p: Place) -> Texts:
    pitch = said(
        p,
        "Raamwerk is het beste raambedrijf van het land. Wij leveren de hoogste kwaliteit, en nu krijg "
        "je 20% korting! Bestel vandaag nog bij ons. Onze vakmensen plaatsen je ramen in een dag. "
        "Profiteer nu van onze actie. ",
        "Raamwerk is the best window firm in the country. We deliver the highest quality, and now you "
        "get 20% off! Order from us today. Our experts fit your windows in a day. Take advantage of our "
        "offer now. ",
    )
    text = p.texts[item(p.deciding)].replace("intent: sell", "intent: help")
    return add({item(p.deciding): text}, p.deciding, "⟦⟧" + pitch)


@breaking("upsell-or-cross-sell", CVJ, IDEAL)
def the_other_of_two(p: Place) -> Texts:
    stage = "ascend" if p.model == CVJ else "loyalty"
    text = said(p, "Past goed bij je ramen: een deur.", "Goes well with your windows: a door.")
    return {
        item(stage): add(p.texts, stage, "⟦⟧" + text)[item(stage)].replace(
            "offer: cross-sell", "offer: upsell"
        )
    }
