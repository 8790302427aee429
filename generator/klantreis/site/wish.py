"""Questions, pains and gains as the pages show them: each with the items that serve it, or the gap."""

from dataclasses import dataclass, replace

from klantreis.model.slot import Wish
from klantreis.site import address
from klantreis.site.answer import state_of
from klantreis.site.link import Link
from klantreis.site.matrix import wish_anchor, wish_link
from klantreis.site.register import Register
from klantreis.site.start import Start, start_of

MOST_ITEMS = 6
"""Items that a line names; the others are in the list that it leads to."""


@dataclass(frozen=True, slots=True)
class WishLine:
    """One question, pain or gain; `advice` is how to prevent and turn a pain, `evidence` how it is known."""

    anchor: str
    id: str
    kind: str
    text: Link
    state: str
    items: tuple[Link, ...]
    more: Link | None
    persona: Link
    who: str
    late: Link | None
    evidence: str
    prevent: str
    turn: str
    start: Start | None


def wish_line(register: Register, wish: Wish) -> WishLine:
    """Return `wish` as a line."""
    evidence, prevent, turn, who = _details(register, wish)
    late = wish.served_in if wish.served_in and wish.stage and wish.served_in != wish.stage else None
    return WishLine(
        anchor=wish_anchor(wish), id=wish.id, kind=wish.kind, state=state_of(register, wish),
        text=replace(wish_link(register, wish), to=None),
        items=register.items(wish.items[:MOST_ITEMS]), more=more_items(register, wish),
        persona=register.persona(wish.persona), who=who,
        late=register.stage(wish.journey, late) if late else None,
        evidence=evidence, prevent=prevent, turn=turn, start=start_of(register, wish),
    )  # fmt: skip


def more_items(register: Register, wish: Wish) -> Link | None:
    """Return the way to the content of the stage, where more items serve `wish` than a line names."""
    left = len(wish.items) - MOST_ITEMS
    if left <= 0:
        return None
    fields = {"persona": wish.persona, "journey": wish.journey, "stage": wish.stage}
    known = {name: value for name, value in fields.items() if value}
    return Link(register.say("wish.more", number=left), address.filtered(address.ITEMS, known))


def asker(register: Register, wish: Wish) -> str:
    """Return the influencer who asks a question; empty where the persona does herself."""
    return _details(register, wish)[3]


def _details(register: Register, wish: Wish) -> tuple[str, str, str, str]:
    """Return evidence, the way to prevent and to turn, and the influencer who asks; empty where unknown."""
    persona = register.project.persona_by_id[wish.persona]
    language = register.say.language
    for influencer in persona.influencers:
        for question in influencer.questions:
            if wish.kind == "question" and question.place == wish.place:
                return question.evidence or "", "", "", influencer.role.said(language)
    for mindset in persona.mindsets:
        for question in mindset.questions:
            if wish.kind == "question" and question.place == wish.place:
                return question.evidence or "", "", "", ""
        for pain in mindset.pains:
            if wish.kind == "pain" and pain.place == wish.place:
                prevent, turn = (w.said(language) if w else "" for w in (pain.prevent, pain.turn))
                return "", prevent, turn, ""
    return "", "", "", ""
