"""The questions of all personas, and those who have a say: who asks, and where the answer stands."""

from dataclasses import dataclass

from klantreis.model.slot import Wish
from klantreis.site import address
from klantreis.site.answer import state_of
from klantreis.site.field import field_values
from klantreis.site.link import Link
from klantreis.site.listing import Filter, filters_of
from klantreis.site.matrix import wish_link
from klantreis.site.page.page import WIDE, Page
from klantreis.site.page.persona import Adviser, adviser
from klantreis.site.register import Register
from klantreis.site.wish import MOST_ITEMS, asker, more_items


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as a line."""

    question: Link
    who: str
    persona: Link
    stage: Link
    journey: Link
    state: str
    answered_in: Link
    items: tuple[Link, ...]
    more: Link | None
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """Every question and the filters over them."""

    rows: tuple[QuestionRow, ...]
    filters: tuple[Filter, ...]


def questions_page(register: Register) -> Page:
    """Return the page with every question."""
    say = register.say
    rows = tuple(_row(register, wish) for wish in register.project.wishes if wish.kind == "question")
    filters = filters_of(
        (row.fields for row in rows),
        (
            ("persona", say("persona"), lambda id: register.persona(id).text),
            ("journey", say("journey"), lambda id: register.journey(id).text),
            ("stage", say("stage"), field_values(register)["stage"]),
            ("state", say("state"), lambda id: say(f"state.{id}")),
        ),
        say("none"),
    )
    title = say("questions.title")
    return Page(address.QUESTIONS, title, "questions.jinja", QuestionsView(rows, filters), WIDE, False)


def _row(register: Register, wish: Wish) -> QuestionRow:
    elsewhere = wish.served_in if wish.served_in != wish.stage else None
    state = state_of(register, wish)
    return QuestionRow(
        question=wish_link(register, wish),
        who=asker(register, wish),
        persona=register.persona(wish.persona),
        stage=register.stage(wish.journey, wish.stage),
        journey=register.journey(wish.journey),
        state=state,
        answered_in=register.stage(wish.journey, elsewhere) if elsewhere else Link(""),
        items=register.items(wish.items[:MOST_ITEMS]),
        more=more_items(register, wish),
        fields={
            "persona": wish.persona, "journey": wish.journey, "stage": wish.stage or "", "state": state,
        },
    )  # fmt: skip


def influencers_page(register: Register) -> Page:
    """Return the page with everybody who has a say in a purchase."""
    groups: tuple[tuple[Link, tuple[Adviser, ...]], ...] = tuple(
        (register.persona(persona.id), tuple(adviser(register, persona, i) for i in persona.influencers))
        for persona in register.project.personas
        if persona.influencers
    )
    return Page(address.INFLUENCERS, register.say("influencers.title"), "influencers.jinja", groups, WIDE)
