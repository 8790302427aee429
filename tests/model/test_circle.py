"""Circles: places from which one can only go round."""

from hypothesis import given
from hypothesis import strategies as st

from klantreis.model.circle import closed_circles

PLACES = st.sampled_from("abcdefgh")
GRAPHS = st.dictionaries(PLACES, st.lists(PLACES, max_size=3))


def circles(onward: dict[str, list[str]], free: set[str] | None = None) -> list[list[str]]:
    found = closed_circles(onward, free or {p for p in onward if not onward[p]}, lambda place: False)
    return sorted(sorted(circle) for circle in found)


def test_two_that_lead_to_each_other_are_a_circle() -> None:
    assert circles({"a": ["b"], "b": ["a"]}) == [["a", "b"]]


def test_what_leads_into_a_circle_is_no_part_of_it() -> None:
    assert circles({"a": ["b"], "b": ["c"], "c": ["b"]}) == [["b", "c"]]


def test_one_way_out_opens_the_circle() -> None:
    assert circles({"a": ["b"], "b": ["a", "c"], "c": []}) == []


def test_a_free_place_opens_the_circle() -> None:
    assert circles({"a": ["b"], "b": ["a"]}, {"b"}) == []
    assert closed_circles({"a": ["b"], "b": ["a"]}, set(), lambda place: place == "a") == ()


def test_a_circle_of_many_thousands_needs_no_deep_recursion() -> None:
    size = 20_000
    assert len(circles({str(n): [str((n + 1) % size)] for n in range(size)})[0]) == size


def reach(onward: dict[str, list[str]], start: str) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(onward.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


@given(GRAPHS)
def test_from_a_place_in_a_circle_one_reaches_nothing_else(
    onward: dict[str, list[str]],
) -> None:
    whole = {
        place: onward.get(place, []) for place in {*onward, *(g for goals in onward.values() for g in goals)}
    }
    free = {place for place in whole if not whole[place]}
    found = set(closed_circles(whole, free, lambda place: False))
    expected = {
        frozenset(group)
        for place in whole
        if len(group := reach(whole, place)) > 1 and all(reach(whole, other) == group for other in group)
    }
    assert found == expected
