"""Ways to break whom a project reaches: where, in which language, how long, and with what on offer."""

import re

from tests.whole.breaks import GONE, Place, Texts, add, body, breaking, item, said, swap
from tests.whole.project import CONFIG, CVJ, FIVE, IDEAL, JOURNEY, LTR, MODELS, PERSONA, SPL, whole

from klantreis.model.journey import Stage

_CHANNELS = "channels: [blog, website, email, portal]"


# --- languages ---


def _other(p: Place) -> str:
    return said(p, "en", "nl")


def _translated(p: Place) -> Texts:
    """Return the same items in the other language, and a configuration that wants both."""
    other = _other(p)
    items = {
        path.replace("content/", f"content/{other}/"): text.replace("next: [", f"next: [{other}/").replace(
            "owner: sanne", f"translation_of: {path[8:-3]}\nowner: sanne"
        )
        for path, text in whole(p.model, other).items()
        if path.startswith("content/")
    }
    wanted = '\n[rules]\nmissing-translation = {languages = ["nl", "en"]}\n'
    return {CONFIG: p.texts[CONFIG] + wanted, **items}


def _untranslated(p: Place, old: str, new: str) -> Texts:
    """Return a project in two languages, with one translation changed and its original marked."""
    texts = _translated(p)
    original = swap(p.texts, item(p.using), ("---\ntitle", "---\n⟦⟧title"))
    return {**texts, **original, **swap(texts, f"content/{_other(p)}/{p.using}.md", (old, new))}


@breaking("missing-translation")
def a_translation_that_is_not_out_yet(p: Place) -> Texts:
    return _untranslated(p, "status: published", "status: draft")


@breaking("missing-translation")
def a_translation_in_the_same_language(p: Place) -> Texts:
    return _untranslated(p, f"lang: {_other(p)}", f"lang: {p.language}")


@breaking("missing-translation")
def a_text_that_was_never_translated(p: Place) -> Texts:
    title = said(p, "Extra foto's", "More pictures")
    text = re.sub(r"\ntitle: .*", f"\n⟦⟧title: {title}", p.texts[item(p.using)])
    return {**_translated(p), "content/extra.md": text, **add(p.texts, p.using, _look(p))}


def _look(p: Place) -> str:
    return said(p, "Bekijk ook [de foto's](extra.md).", "See [the pictures](extra.md) as well.")


# --- channels ---


@breaking("single-channel-persona", beside=("channel-unused-by-persona",))
def a_persona_with_one_channel_left(p: Place) -> Texts:
    channel = said(p, "website", "email")
    return swap(p.texts, PERSONA, (_CHANNELS, f"⟦⟧channels: [{channel}]"))


@breaking("single-channel-persona", beside=("channel-imbalance",))
def everything_by_mail(p: Place) -> Texts:
    return {**_all_on(p, "email"), **swap(p.texts, PERSONA, (_CHANNELS, "⟦⟧channels: [email]"))}


@breaking("single-channel-persona", FIVE, CVJ, LTR, IDEAL, beside=("channel-imbalance",))
def everything_on_the_site(p: Place) -> Texts:
    return {**_all_on(p, "website"), **swap(p.texts, PERSONA, (_CHANNELS, f"⟦⟧{_CHANNELS}"))}


def _all_on(p: Place, channel: str) -> Texts:
    there = (path for path in p.texts if path.startswith(("content/", "journeys/")))
    return {path: re.sub(r"channel: .*", f"channel: {channel}", p.texts[path]) for path in there}


@breaking("passive-channel-hard-ask")
def a_purchase_on_social_media(p: Place) -> Texts:
    return _on(p, "social", "\ncta:", "\n⟦⟧cta:")


@breaking("passive-channel-hard-ask")
def a_purchase_in_a_film(p: Place) -> Texts:
    return _on(p, "video", "\ncta:", "\n⟦⟧cta:")


@breaking("passive-channel-hard-ask", SPL, FIVE, LTR, IDEAL)
def a_purchase_in_the_text_of_a_post(p: Place) -> Texts:
    texts = _on(p, "social", "\ncta: buy", "")
    ask = said(p, "Bestel je ramen vandaag nog.", "Order your windows today.")
    return {**texts, **add(texts, p.deciding, f"⟦⟧{ask}")} if "cta" not in texts[item(p.deciding)] else {}


def _on(p: Place, channel: str, old: str, new: str) -> Texts:
    """Return the deciding item, its touchpoint and its persona on another channel as well."""
    text = re.sub(r"\nchannel: .*", f"\nchannel: {channel}", p.texts[item(p.deciding)]).replace(old, new)
    spot = re.compile(rf"(- id: plek-{p.deciding}\n        channel: ).*")
    return {
        item(p.deciding): text,
        JOURNEY: spot.sub(rf"\g<1>{channel}", p.texts[JOURNEY]),
        **swap(p.texts, PERSONA, ("portal]", f"portal, {channel}]")),
    }


# --- personas ---

_INFLUENCER = "influencers:\n  - id: directie\n    role: {role}\n    cares_about: {what}\n"


def _for_both(p: Place, other: str) -> Texts:
    """Return the items for another persona too, who is described as this text, in the same journey."""
    items = {
        path: text.replace("[bewoner]", "[bewoner, kantoor]")
        for path, text in p.texts.items()
        if path.startswith("content/")
    }
    journey = swap(p.texts, JOURNEY, ("personas: [bewoner]", "⟦⟧personas: [bewoner, kantoor]"))
    return {"personas/kantoor.md": other, **items, **journey}


def _renamed(p: Place, id: str, name: str) -> str:
    return p.texts[PERSONA].replace("id: bewoner", f"id: {id}").replace("name: Bewoner", f"name: {name}")


@breaking("shared-journey")
def a_consumer_and_a_company(p: Place) -> Texts:
    role, what = said(p, "directeur", "director"), said(p, "wat het kost", "what it costs")
    company = _INFLUENCER.format(role=role, what=what)
    other = _renamed(p, "kantoor", said(p, "Kantoor", "Office"))
    return _for_both(p, other.replace("segment: b2c\n", f"segment: b2b\n{company}"))


@breaking("shared-journey", beside=("channel-unused-by-persona",))
def two_who_never_meet(p: Place) -> Texts:
    other = _renamed(p, "kantoor", said(p, "Huurder", "Tenant"))
    return _for_both(p, other.replace(_CHANNELS, "channels: [social, phone]"))


@breaking("shared-journey", CVJ)
def two_in_a_journey_for_one(p: Place) -> Texts:
    return _for_both(p, _renamed(p, "kantoor", said(p, "Huurder", "Tenant")))


def _neighbour(p: Place, id: str) -> Texts:
    """Return one more persona, with a journey and items of its own."""
    items = {
        path.replace("content/", f"content/{id}/"): text.replace("[bewoner]", f"[{id}]").replace(
            "next: [", f"next: [{id}/"
        )
        for path, text in p.texts.items()
        if path.startswith("content/")
    }
    journey = p.texts[JOURNEY].replace("id: ramen", f"id: ramen-{id}").replace("bewoner", id)
    return {
        f"personas/{id}.md": _renamed(p, id, id.title()),
        f"journeys/{id}.yaml": journey,
        **items,
    }


def _for_all(p: Place, stage: str) -> Texts:
    everyone = ("persona: [bewoner]", "⟦⟧persona: [bewoner, huurder, koper]")
    return {**_neighbour(p, "huurder"), **_neighbour(p, "koper"), **swap(p.texts, item(stage), everyone)}


@breaking("content-for-everyone")
def a_first_text_for_everybody(p: Place) -> Texts:
    return _for_all(p, p.first)


@breaking("content-for-everyone")
def a_proposal_for_everybody(p: Place) -> Texts:
    return _for_all(p, p.deciding)


@breaking("content-for-everyone")
def a_manual_for_everybody(p: Place) -> Texts:
    return _for_all(p, p.using)


# --- what comes after the purchase, and what is on offer at it ---

_SHOP = "https://ramen.example/bestellen"


def _bought(p: Place) -> tuple[Stage, tuple[Stage, ...]]:
    """Return the last stage in which people decide, and the stages after it."""
    stages = MODELS[p.model].stages
    at = max(n for n, stage in enumerate(stages) if "decision" in stage.phases)
    return stages[at], stages[at + 1 :]


def _block(p: Place, path: str, stage: Stage) -> str:
    """Return the lines about a stage in a persona or a journey."""
    found = re.search(rf"  {stage.id}:\n(    .*\n)*", p.texts[path])
    assert found
    return found.group()


def _without_wishes(p: Place, stages: tuple[Stage, ...]) -> Texts:
    text = p.texts[PERSONA]
    for stage in stages:
        text = text.replace(_block(p, PERSONA, stage), "")
    return {PERSONA: text}


@breaking("journey-ends-at-purchase")
def a_journey_that_stops_there(p: Place) -> Texts:
    last, after = _bought(p)
    journey = p.texts[JOURNEY].replace(f"extends: {p.model}\n", "")
    for stage in MODELS[p.model].stages:
        head = f"  {stage.id}:\n    phase: {stage.phases[0]}\n    push_allowance: {stage.push_allowance}\n"
        head += f"    cta_ceiling: [{', '.join(stage.ceilings)}]\n"
        head += f"    entry: {str(stage.entry).lower()}\n    exit: {str(stage == last).lower()}\n"
        head = head.replace("  ", "  ⟦⟧", 1) if stage == last else head
        told = _block(p, JOURNEY, stage).replace(f"  {stage.id}:\n", head)
        journey = journey.replace(_block(p, JOURNEY, stage), "" if stage in after else told)
    text = p.texts[item(last.id)].replace(f"next: [{after[0].id}]", f"next: [{_SHOP}]")
    return {
        JOURNEY: journey,
        **_without_wishes(p, after),
        **{item(stage.id): GONE for stage in after},
        item(last.id): text.replace(f"({after[0].id}.md)", f"({_SHOP})"),
    }


@breaking("journey-ends-at-purchase", beside=("uncovered-touchpoint",))
def drafts_for_whoever_bought(p: Place) -> Texts:
    _, after = _bought(p)
    journey, items = p.texts[JOURNEY], {}
    for stage in after:
        told = _block(p, JOURNEY, stage)
        mark = "  ⟦⟧" if stage == after[0] else "  "
        journey = journey.replace(told, told.replace("need: must", "need: could").replace("  ", mark, 1))
        draft = p.texts[item(stage.id)].replace("status: published", "status: draft")
        items[item(stage.id)] = re.sub(r"(answers|eases|gives): .*\n", "", draft)
    return {JOURNEY: journey, **_without_wishes(p, after), **items}


@breaking("missing-offer", FIVE, CVJ, LTR, IDEAL)
def a_visit_and_nothing_to_get(p: Place) -> Texts:
    last, after = _bought(p)
    text = said(
        p,
        "Voordat er nieuwe ramen in je huis komen, komt Sanne langs. Ze meet elk raam, kijkt naar elk kozijn "
        "en vraagt waar de bus mag staan. Dat duurt een uur, en het scheelt je later een tweede bezoek. Als "
        "alles goed sluit, is er geen tocht bij het raam meer. De familie De Boer in Ede ging je voor en "
        "bespaart dertig procent. Het risico is klein, want je tekent pas als alles klopt. Anders dan de "
        "meeste bedrijven meten wij alle ramen zelf in. Lees eerst [hoe het plaatsen gaat]({next}).",
        "Before there are new windows in your house, Sanne comes round. She measures every window, looks at "
        "the frames and asks where the van may stand. That takes an hour, and it saves you a second visit "
        "later. Once everything closes well, the draught at the window is gone. The De Boer family in Ede "
        "went before you and saves thirty per cent. The risk is small, for you only sign when all is right. "
        "Unlike most firms we measure every window ourselves. First read [how the fitting goes]({next}).",
    ).format(next=f"{after[0].id}.md")
    changed = body(p.texts, last.id, lambda _: text + "\n")[item(last.id)]
    changed = re.sub(r"\nformat: .*", "\nformat: article", changed).replace("intent: sell", "intent: inform")
    title = said(p, "Zo gaat het inmeten", "How we measure")
    return {
        item(last.id): re.sub(
            r"\ncta: .*", "\ncta: read", re.sub(r"\ntitle: .*", f"\ntitle: {title}", changed)
        ),
        **swap(p.texts, JOURNEY, (f"  {last.id}:\n", f"  ⟦⟧{last.id}:\n")),
    }
