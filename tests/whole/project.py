"""Whole projects, in which nothing is wrong: each of the five models, in Dutch and in English."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.whole.text import TEXTS

from klantreis.model.journey import Journey, Stage
from klantreis.models import built_in

JOURNEY, PERSONA, CONFIG = "journeys/ramen.yaml", "personas/bewoner.md", "klantreis.toml"
CVJ, FIVE, IDEAL, LTR, SPL = (
    "customer-value-journey", "five-a", "ideal-journey", "lead-to-revenue", "suspect-prospect-lead",
)  # fmt: skip


class Kind(NamedTuple):
    """What the item of a stage is like."""

    text: str
    channel: str
    format: str
    cta: str
    intent: str = "inform"
    extra: str = ""


PROBLEM = Kind("problem", "blog", "article", "read", "inspire")
ORIENT = Kind("orient", "website", "guide", "read")
WEIGH = Kind("weigh", "website", "comparison", "contact")
DEAL = Kind("deal", "email", "quote", "buy", "sell")
CARE = Kind("care", "portal", "manual", "contact", "help")
GROWTH = Kind("growth", "email", "mailing", "contact", "sell", "offer: cross-sell\n")
REVIEW = Kind("review", "email", "mailing", "review", "ask")
REFER = Kind("refer", "email", "mailing", "refer", "ask")

KINDS: Mapping[str, Mapping[str, Kind]] = {
    SPL: {"suspect": PROBLEM, "prospect": WEIGH, "lead": DEAL, "customer": CARE},
    FIVE: {
        "attention": PROBLEM, "consideration": WEIGH, "action": DEAL, "always": CARE, "advocate": REFER,
    },
    CVJ: {
        "aware": PROBLEM,
        "engage": ORIENT,
        "subscribe": Kind("magnet", "website", "checklist", "download", extra="gate: email\n"),
        "convert": Kind("try", "website", "demo", "try"),
        "excite": Kind("delight", "email", "mailing", "none", "help"),
        "ascend": GROWTH, "advocate": REVIEW, "promote": REFER,
    },
    LTR: {
        "discover": PROBLEM, "explore": WEIGH, "buy": DEAL, "use": CARE,
        "promote": Kind("refer", "email", "mailing", "refer", "ask"),
    },
    IDEAL: {
        "latent-need": PROBLEM, "concrete-need": PROBLEM, "orientation": ORIENT, "consideration": WEIGH,
        "decision-moment": Kind("decide", "website", "landing-page", "quote"),
        "purchase": DEAL,
        "delivery": Kind("care", "portal", "notification", "contact", "help"),
        "use": CARE, "loyalty": GROWTH, "ambassador": REFER,
    },
}  # fmt: skip

MODELS = {model.id: model for model in built_in()}

WORDS = {
    "nl": ("Tocht bij het raam.", "Laat zien waar de kieren zitten.", "Kom meteen langs.", "Een warm huis.",
           "Wat doe ik in fase {stage}?", "leest op de bank wat er kan"),
    "en": ("A draught at the window.", "Show where the gaps are.", "Come round at once.", "A warm house.",
           "What do I do in stage {stage}?", "reads on the sofa what can be done"),
}  # fmt: skip

ABOUT = {
    "nl": "Woont sinds tien jaar in een huis uit 1970, met oude kozijnen en een hoge gasrekening. Werkt in "
    "het onderwijs, is handig en leest graag eerst alles na voordat er iemand langskomt. Heeft een hekel aan "
    "opdringerige verkopers, en vraagt de buren hoe het bij hen ging.",
    "en": "Has lived in a house from 1970 for ten years, with old frames and a high gas bill. Works in "
    "education, is handy and likes to read everything first before anybody comes round. Dislikes "
    "pushy salespeople, and "
    "asks the neighbours how it went.",
}


def whole(model: str, language: str) -> dict[str, str]:
    """Return the files of a project in which nothing is wrong."""
    journey = MODELS[model]
    return {
        CONFIG: f'language = "{language}"\n\n[brand]\nnames = ["Raamwerk"]\nproposition = "quality"\n',
        PERSONA: _persona(journey, language),
        JOURNEY: _journey(journey, language),
        **{f"content/{s.id}.md": _item(journey, s, language) for s in journey.stages},
    }


def _persona(journey: Journey, language: str) -> str:
    pain, prevent, turn, gain, question, _ = WORDS[language]
    stages = "".join(
        f"  {s.id}:\n"
        f"    questions:\n      - id: vraag-{s.id}\n        ask: {question.format(stage=s.id)}\n"
        f"    pains:\n      - id: zorg-{s.id}\n        pain: {pain}\n"
        f"        prevent: {prevent}\n        turn: {turn}\n"
        f"    gains:\n      - id: winst-{s.id}\n        gain: {gain}\n"
        for s in journey.stages
    )
    return (
        "---\nid: bewoner\nname: Bewoner\nsegment: b2c\nchannels: [blog, website, email, portal]\nowner: "
        "sanne\n"
        f"review_by: 2027-06-01\nstages:\n{stages}---\n\n{ABOUT[language]}\n"
    )


def _journey(journey: Journey, language: str) -> str:
    stages = "".join(
        f"  {s.id}:\n    touchpoints:\n      - id: plek-{s.id}\n"
        f"        channel: {kind_of(journey, s).channel}\n"
        f"        action: {WORDS[language][-1]}\n        need: must\n"
        for s in journey.stages
    )
    return (
        f"id: ramen\nname: Ramen\nextends: {journey.id}\npersonas: [bewoner]\nowner: sanne\n"
        f"review_by: 2027-06-01\nstages:\n{stages}"
    )


def kind_of(journey: Journey, stage: Stage) -> Kind:
    """Return what the item of a stage is like."""
    return KINDS[journey.id][stage.id]


def _item(journey: Journey, stage: Stage, language: str) -> str:
    kind = kind_of(journey, stage)
    title, text = TEXTS[language][kind.text]
    following = _following(journey, stage)
    return (
        f"---\ntitle: {_in_yaml(title)}\nstage: {stage.id}\npersona: [bewoner]\nchannel: {kind.channel}\n"
        f"format: {kind.format}\ntouchpoint: plek-{stage.id}\nintent: {kind.intent}\ncta: {kind.cta}\n"
        f"answers: [vraag-{stage.id}]\neases: [zorg-{stage.id}]\ngives: [winst-{stage.id}]\n"
        f"next: [{following}]\n"
        f"{kind.extra}owner: sanne\nstatus: published\nreview_by: 2027-06-01\nlang: {language}\n---\n\n"
        f"{text.format(next=f'{following}.md')}\n"
    )


def _in_yaml(title: str) -> str:
    return f'"{title}"' if ":" in title else title


def _following(journey: Journey, stage: Stage) -> str:
    """Return the stage that comes after this one; after the last, where people go back to."""
    at = journey.position(stage.id) + 1
    if at < len(journey.stages):
        return journey.stages[at].id
    is_told_on = "advocacy" in stage.phases
    return (journey.cycle or journey.stages[0].id) if is_told_on else stage.returns_to[-1]
