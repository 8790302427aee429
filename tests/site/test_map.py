"""The map of a journey: the figure follows from the journey, and nothing in it touches anything else."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import combinations

import pytest
from tests.site.sample import EVIL, edition_of, pages_of

from klantreis.model.journey import Journey, Stage
from klantreis.model.place import Place
from klantreis.model.span import START
from klantreis.model.words import Words
from klantreis.models import built_in
from klantreis.rules.base_project import BASE
from klantreis.site.map.draw import drawings
from klantreis.site.map.lettering import width_of, wrapped
from klantreis.site.map.route import Route, Stop, route
from klantreis.site.map.shape import Box, Drawing
from klantreis.site.map.view import map_of
from klantreis.site.register import Register

LONGEST = (
    "ambassadeursfase",
    "oriëntatiefase",
    "verantwoordelijkheidsbeoordeling",
    "arbeidsongeschiktheidsverzekeringsaanvraag",
    "een besluit nemen met het hele gezin",
)
PLACE = Place("journeys/eigen.yaml", START)
LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15)


def journey_of(count: int, names: tuple[str, ...] = ("fase",), **stages: dict[str, object]) -> Journey:
    """Return a journey of `count` stages s0, s1, …, each followed by the next; `stages` changes some."""
    made = []
    for number in range(count):
        name = Words.same(names[number % len(names)])
        after = (f"s{number + 1}",) if number + 1 < count else ()
        stage = Stage(id=f"s{number}", place=PLACE, name=name, phases=(), next=after)
        made.append(replace(stage, **stages.get(f"s{number}", {})))  # type: ignore[arg-type]
    return Journey(id="eigen", place=PLACE, name=Words.same("eigen"), stages=tuple(made))


def route_of(journey: Journey) -> Route:
    stops = tuple(
        Stop(
            number=number,
            name=stage.name.nl,
            to=f"stage-{stage.id}",
            state="gap",
            figure="10/12",
            about=stage.name.nl,
            role=stage.role.nl if stage.role else "",
            role_line=f"wij: {stage.role.nl}" if stage.role else "",
            notes=(stage.duration.nl,) if stage.duration else (),
            entry="ingang" if stage.entry else "",
            exit="uitgang" if stage.exit else "",
        )
        for number, stage in enumerate(journey.stages, 1)
    )
    return route(journey, stops, "begint opnieuw")


def drawn(journey: Journey) -> tuple[Drawing, ...]:
    return drawings(route_of(journey))


def road(count: int) -> Journey:
    """Return a road with long names, all the ways that there are, and stages side by side."""
    last = f"s{count - 1}"
    changes: dict[str, dict[str, object]] = {
        f"s{n}": {
            "entry": n % 2 == 0,
            "exit": n % 3 == 0,
            "duration": Words.same("tussen een week en vele jaren"),
        }
        for n in range(count)
    }
    if count > 3:
        changes["s1"] |= {"parallel_with": ("s2",), "next": ("s3",)}
        changes["s0"] |= {"next": ("s1", "s2", last)}
        changes["s3"] |= {"returns_to": ("s0", "s1", "s2")}
        changes[last] |= {"returns_to": ("s0", "s1", "s2", "s3"), "next": ("s0",)}
    return journey_of(count, LONGEST, **changes)


def circle(count: int, closes: bool = True) -> Journey:
    changes: dict[str, dict[str, object]] = {f"s{count - 1}": {"next": ("s0",), "returns_to": ("s1",)}}
    return replace(journey_of(count, LONGEST, **(changes if closes else {})), cycle="s0")


def circles(count: int, names: tuple[str, ...] = LONGEST) -> Journey:
    changes: dict[str, dict[str, object]] = {
        f"s{n}": {"role": Words.same(names[-1 - n % len(names)])} for n in range(count)
    }
    changes[f"s{count - 1}"] |= {"next": (f"s{count // 2}",), "exit": True}
    return replace(journey_of(count, names, **changes), cycle=f"s{count // 2}")


ALL = [
    pytest.param(make(count), id=f"{make.__name__}-{count}")
    for make in (road, circle, circles)
    for count in LENGTHS
]


def boxes_of(drawing: Drawing) -> list[Box]:
    texts = [*drawing.texts, *(text for place in drawing.places for text in place.texts)]
    signs = [sign for place in drawing.places for sign in place.signs]
    return [text.box for text in texts] + [Box(s.x, s.y, s.size, s.size) for s in signs]


@pytest.mark.parametrize("journey", ALL)
def test_no_two_words_overlap_and_none_leaves_the_drawing(journey: Journey) -> None:
    for drawing in drawn(journey):
        boxes = boxes_of(drawing)
        for one, other in combinations(boxes, 2):
            assert not one.overlaps(other), (drawing.name, one, other)
        for box in boxes:
            assert box.x >= 0 and box.x + box.width <= drawing.width, (drawing.name, box)
            assert box.y >= 0 and box.y + box.height <= drawing.height, (drawing.name, box)


@pytest.mark.parametrize("journey", ALL)
def test_every_stage_stands_on_the_map_once_with_its_whole_name(journey: Journey) -> None:
    for drawing in drawn(journey):
        assert [place.stop.number for place in drawing.places] == list(range(1, len(journey.stages) + 1))
        for place in drawing.places:
            (name,) = (text for text in place.texts if text.css == "name")
            said = "".join(name.lines).replace("-", "").replace(" ", "")
            assert said.endswith(place.stop.name.replace(" ", ""))


@pytest.mark.parametrize("journey", [road(3), road(15)])
def test_no_two_cards_overlap_and_words_stay_inside_their_card(journey: Journey) -> None:
    for drawing in drawn(journey):
        cards = [box_of(place.plate) for place in drawing.places]
        assert not any(one.overlaps(other) for one, other in combinations(cards, 2))
        for card, place in zip(cards, drawing.places, strict=True):
            for text in place.texts:
                box = text.box
                assert card.x <= box.x and box.x + box.width <= card.x + card.width, text
                assert card.y <= box.y and box.y + box.height <= card.y + card.height, text


def box_of(path: str) -> Box:
    """Return the box of a card, drawn as a path of straight lines and rounded corners."""
    points = [tuple(map(float, pair.split())) for pair in re.findall(r"[\d.-]+ [\d.-]+", path)]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize("journey", ALL)
def test_every_way_is_drawn_and_the_same_journey_gives_the_same_drawing(journey: Journey) -> None:
    way = route_of(journey)
    for drawing in drawn(journey):
        kinds = [line.kind for line in drawing.lines]
        for kind in ("back", "skip", "cycle"):
            wanted = sum(w.kind == kind for w in way.ways)
            assert kinds.count(kind) == wanted or way.figure == "road", (drawing.name, kind)
    assert drawn(journey) == drawn(journey)


def test_the_figure_follows_from_the_journey_and_not_from_its_model() -> None:
    figures = {model.id: route_of(model).figure for model in built_in()}
    assert figures == {
        "customer-value-journey": "circle",
        "five-a": "road",
        "ideal-journey": "road",
        "lead-to-revenue": "circles",
        "suspect-prospect-lead": "road",
    }
    assert route_of(replace(journey_of(4), cycle="s1")).figure == "circle"
    assert route_of(journey_of(4, s2={"role": Words.same("helpen")})).figure == "circles"


def test_stages_that_run_at_the_same_time_stand_side_by_side() -> None:
    journey = journey_of(5, s1={"parallel_with": ("s2", "s3")}, s2={"parallel_with": ("s3",)})
    assert route_of(journey).columns == ((0,), (1, 2, 3), (4,))
    wide, narrow = drawn(journey)
    cards = [box_of(place.plate) for place in wide.places]
    assert len({card.x for card in cards[1:4]}) == 1
    assert len({box_of(place.plate).y for place in narrow.places[1:4]}) == 1


def test_entries_and_exits_are_arrows_with_words() -> None:
    journey = journey_of(4, s0={"entry": True}, s1={"entry": True}, s3={"exit": True})
    for drawing in drawn(journey):
        assert [line.kind for line in drawing.lines].count("entry") == 2
        assert [line.kind for line in drawing.lines].count("exit") == 1
        assert sorted(text.lines[0] for text in drawing.texts) == ["ingang", "ingang", "uitgang"]


def test_a_circle_closes_only_where_the_journey_leads_back() -> None:
    assert "cycle" in {line.kind for line in drawn(circle(5))[0].lines}
    assert "cycle" not in {line.kind for line in drawn(circle(5, closes=False))[0].lines}
    assert [text.css for text in drawn(circle(5))[0].texts] == ["again"]
    assert drawn(circle(5, closes=False))[0].texts == ()


def test_short_words_stand_inside_both_circles() -> None:
    wide, _ = drawn(circles(5, ("kopen", "gebruiken")))
    assert all(place.inner for place in wide.places)
    assert {text.css for place in wide.places for text in place.texts} >= {"name", "role"}
    assert not any(line.kind == "leader" for line in wide.lines)
    assert any(line.kind == "leader" for line in drawn(circles(5))[0].lines)


def test_a_journey_without_stages_has_no_drawing() -> None:
    assert drawn(journey_of(0)) == ()


@pytest.mark.parametrize(
    "word", [*LONGEST, "W" * 300, "漢字" * 40, "a\u0301" * 60, "👩‍👧 gezin", "x\x01y", ""]
)
@pytest.mark.parametrize("width", [40, 90, 150])
def test_lines_fit_and_nothing_is_lost(word: str, width: float) -> None:
    lines = wrapped(word, 15, width)
    assert all(width_of(line, 15) <= width for line in lines)
    assert [c for c in "".join(lines) if c not in "- "] == [c for c in word if c not in "- \x01"]


def svgs(page: str) -> list[str]:
    """Return the drawings of a map, each whole."""
    maps = re.findall(r'<div class="kr-drawn-map.*?</div>', page, re.DOTALL)
    return [re.findall(r"<svg viewBox.*\n</svg>", text, re.DOTALL)[0] for text in maps]


def test_the_drawing_on_the_page_is_well_formed_and_holds_no_link() -> None:
    both = svgs(pages_of()["journeys/verhuizen.md"])
    assert len(both) == 2
    for drawing in both:
        root = ElementTree.fromstring(drawing)
        assert root.attrib["aria-hidden"] == "true" and not list(root.iter("a"))


def test_each_stage_leads_to_its_place_in_words_and_by_a_click() -> None:
    page = pages_of()["journeys/verhuizen.md"]
    ids = re.findall(r'\bid="(kr-atlas-[^"]*)"', page)
    assert len(ids) == len(set(ids))
    for listed in re.findall(r'<ol class="kr-stops">.*?</ol>', page, re.DOTALL):
        ElementTree.fromstring(listed)
        links = re.findall(r'<a href="#([^"]*)" style="[^"]*"><span class="kr-hidden">([^<]+)<', listed)
        register = Register(edition_of())
        assert [to for to, _ in links] == [
            f"stage-{stage.id}" for stage in register.project.journeys[0].stages
        ]
        assert all(f"#{to} " in page or f'id="{to}"' in page for to, _ in links)


@pytest.mark.parametrize("journey", ALL)
def test_no_two_stages_can_be_clicked_in_one_place(journey: Journey) -> None:
    for drawing in drawn(journey):
        for one, other in combinations(drawing.places, 2):
            assert not any(a.overlaps(b) for a in one.areas for b in other.areas), (drawing.name, one, other)


def test_the_map_says_the_same_in_words() -> None:
    register = Register(edition_of())
    view = map_of(register, register.project.journeys[0])
    assert [line.to for line in view.lines] == [place.stop.to for place in view.drawings[0].places]
    assert all(line.facts for line in view.lines)


def test_foreign_names_stay_text_on_the_map() -> None:
    texts = dict(BASE)
    path = "journeys/verhuizen.yaml"
    texts[path] = texts[path].replace("  attention:\n", f"  attention:\n    name: '{EVIL} \"x\" &'\n")
    page = pages_of(texts)["journeys/verhuizen.md"]
    assert "<script" not in page and "window.pwned" in page
    for drawing in svgs(page):
        ElementTree.fromstring(drawing)


def test_a_model_has_the_same_map_without_states() -> None:
    page = pages_of()["models/lead-to-revenue.md"]
    assert len(svgs(page)) == 2 and "kr-inner" in page and "kr-p-plain" in page


def test_every_touchpoint_of_the_journey_stands_there_in_full() -> None:
    register = Register(edition_of())
    page = pages_of()["journeys/verhuizen.md"]
    table = page[page.index('class="kr-list kr-records"') :]
    for (_, id), (_, _, touchpoint) in register.touchpoints.items():
        assert register.touchpoint("verhuizen", id).text in table
        assert not touchpoint.context or touchpoint.context.nl in table
