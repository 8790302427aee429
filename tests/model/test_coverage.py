"""What counts as covered, and how far an item has come."""

import pytest
from tests.model.project import item, journey, persona, project, state

from klantreis.coverage import Figures, figures
from klantreis.model.project import Project

ANN = persona("ann") | journey("trip", "five-a", "ann")
SLOT = "trip/ann/attention/-"


def with_item(**front_matter: str) -> Project:
    return project(ANN | item("text", "attention", "ann", **front_matter))


@pytest.mark.parametrize(
    ("front_matter", "wanted"),
    [
        ({}, "published"),
        ({"status": "idea"}, "idea"),
        ({"status": "planned"}, "planned"),
        ({"status": "draft"}, "drafted"),
        ({"status": "review"}, "drafted"),
        ({"status": "expired"}, "stale"),
        ({"publish": "2026-12-01"}, "planned"),
        ({"review_by": "2026-10-31"}, "stale"),
        ({"review_by": "2026-11-01"}, "published"),
        ({"expires": "2026-10-31"}, "stale"),
    ],
)
def test_the_state_of_a_slot_is_that_of_its_best_item(front_matter: dict[str, str], wanted: str) -> None:
    assert state(with_item(**front_matter), SLOT) == wanted


def test_a_slot_without_items_is_a_gap() -> None:
    assert state(project(ANN), SLOT) == "gap"


def test_the_figures_are_cumulative_and_count_each_required_slot_once() -> None:
    texts = ANN | item("a", "attention", "ann") | item("b", "consideration", "ann", status="draft")
    texts |= item("c", "action", "ann", status="planned") | item("d", "always", "ann", status="idea")
    assert figures(project(texts).slots) == Figures(required=5, planned=3, drafted=2, published=1)


def test_an_overdue_item_counts_as_drafted_and_an_expired_one_as_nothing() -> None:
    assert figures(with_item(review_by="2026-01-01").slots) == Figures(5, 1, 1, 0)
    assert figures(with_item(status="expired").slots) == Figures(5, 0, 0, 0)


def test_borrowed_items_count_in_no_figure() -> None:
    texts = ANN | persona("bob") | journey("trip", "five-a", "ann, bob")
    there = project(texts | item("text", "attention", "bob", also="ann"))
    assert state(there, SLOT) == "borrowed"
    assert figures(s for s in there.slots if s.id.persona == "ann") == Figures(5, 0, 0, 0)


TOUCHPOINTS = """
  attention:
    touchpoints:
      page: {channel: blog, min: 2}
      ad: {channel: search-ad, need: could}
      flyer: {channel: print, exempt: {reason: no paper, owner: ann, until: 2026-12-31}}
      letter: {channel: post, exempt: {reason: no paper, owner: ann, until: 2026-01-01}}"""


def test_thin_exempt_and_lapsed_slots_say_so() -> None:
    there = project(ANN | journey("trip", "five-a", "ann", TOUCHPOINTS) | item("text", "attention", "ann"))
    states = {slot.id.touchpoint: slot.state for slot in there.slots if slot.id.stage == "attention"}
    assert states == {"page": "thin", "ad": "gap", "flyer": "exempt", "letter": "gap"}


def test_only_what_must_be_there_and_is_not_excused_is_required() -> None:
    there = project(ANN | journey("trip", "five-a", "ann", TOUCHPOINTS) | item("text", "attention", "ann"))
    required = [
        slot.id.touchpoint for slot in there.slots if slot.is_required and slot.id.stage == "attention"
    ]
    assert required == ["page", "letter"]


QUESTIONS = """
  attention:
    questions: [{id: why, ask: Why?}]
  action:
    pains: [{id: cost, pain: It costs too much}]
    gains: [{id: rest, gain: Peace of mind}]"""


def test_questions_pains_and_gains_know_what_serves_them() -> None:
    texts = persona("ann", QUESTIONS) | journey("trip", "five-a", "ann")
    texts |= item("late", "action", "ann", answers="[why]", eases="[cost]") | item(
        "no", "always", "ann", status="draft", gives="[rest]"
    )
    wishes = {str(w): (w.state, w.served_in) for w in project(texts).wishes}
    assert wishes == {
        "trip/ann/attention?why": ("published", "action"),
        "trip/ann/action!cost": ("published", "action"),
        "trip/ann/action+rest": ("drafted", None),
    }
