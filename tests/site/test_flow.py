"""The flow of a journey: what leads on to what, how strongly, and where it stops."""

import re

from tests.site.sample import EVIL, edition_of, item, pages_of

from klantreis.rules.base_project import BASE
from klantreis.site import address
from klantreis.site.chart import BOX, COLUMN, chart
from klantreis.site.page.flow import FlowView, flow_pages
from klantreis.site.register import Register
from klantreis.site.stream import Current

PLACE = address.source(address.flow("verhuizen"))


def flow_of(texts: dict[str, str]) -> FlowView:
    (page,) = flow_pages(Register(edition_of(texts)))
    view = page.view
    assert isinstance(view, FlowView)
    return view


def currents_of(texts: dict[str, str]) -> tuple[Current, ...]:
    return Register(edition_of(texts)).streams["verhuizen"]


def test_the_journey_leads_to_its_flow() -> None:
    made = pages_of()
    assert PLACE in made
    assert f"../{address.flow('verhuizen')}" in made["journeys/verhuizen.md"]


def test_the_lines_count_the_items_that_lead_on() -> None:
    before = sum(len(current.paths) for current in currents_of(dict(BASE)))
    texts = dict(BASE) | item("tweede", "Lees [meer](inpakmail.md).", touchpoint="zoekvraag")
    after = currents_of(texts)
    assert sum(len(current.paths) for current in after) == before + 1
    assert any("content/tweede.md" in current.paths for current in after)


def test_a_draft_leads_nobody_on() -> None:
    texts = dict(BASE) | item("tweede", "Lees [meer](inpakmail.md).", status="draft")
    assert not any("content/tweede.md" in current.paths for current in currents_of(texts))


def test_what_the_journey_intends_and_no_item_does_is_shown_as_missing() -> None:
    texts = {path: text for path, text in BASE.items() if not path.startswith("content/")}
    currents = currents_of(texts)
    assert currents and {current.kind for current in currents} == {"missing"}


def test_an_empty_touchpoint_is_dashed_and_a_skipped_stage_is_marked() -> None:
    texts = {path: text for path, text in BASE.items() if path != "content/inpakmail.md"}
    assert "kr-place-gap" in pages_of(texts)[PLACE]
    leap = dict(BASE) | item("sprong", "Lees [het voorstel](verhuisvoorstel.md).")
    view = flow_of(leap)
    assert view.skipped and any(head.skipped for head in view.heads)
    assert any(row.kind == "skip" for row in view.rows)


def test_the_page_names_the_skipped_stages_that_the_rule_names() -> None:
    texts = dict(BASE) | item("sprong", "Lees [het voorstel](verhuisvoorstel.md).")
    path = "journeys/verhuizen.yaml"
    beside = "  nadenken:\n    parallel_with: [consideration]\n    next: [action]\n"
    texts[path] = texts[path].replace("  consideration:\n", f"{beside}  consideration:\n")
    (finding,) = (f for f in edition_of(texts).findings if f.rule == "skipped-stage")
    assert "'consideration'" in finding.message.en and "nadenken" not in finding.message.en
    assert [link.to for link in flow_of(texts).skipped] == [address.stage("verhuizen", "consideration")]


def test_where_readers_stop_though_the_journey_goes_on_is_marked() -> None:
    texts = dict(BASE)
    path = "content/inpakmail.md"
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", texts[path])
    texts[path] = re.sub(r"(?m)^(next|cta): .*\n", "", text)
    view = flow_of(texts)
    assert [link.to for link in view.dead] == [address.touchpoint("verhuizen", "inpakmail")]
    assert "kr-place-dead" in pages_of(texts)[PLACE]


def test_every_line_of_the_chart_is_a_row_of_the_table() -> None:
    view = flow_of(dict(BASE))
    assert len(view.rows) == view.lines.count('class="kr-flow-line ')


def test_no_link_stands_in_a_drawing() -> None:
    for drawing in re.findall(r"<svg.*?</svg>", pages_of()[PLACE], re.DOTALL):
        assert "<a" not in drawing and "href" not in drawing


def test_no_two_places_overlap_however_many_there_are() -> None:
    cells = [[[("a", str(n)) for n in range(5)], [("b", "x")]], [[], [("b", str(n)) for n in range(3)]]]
    drawn = chart(
        cells, [Current(("a", "0"), ("b", "x"), "on", ("p",)), Current(("b", "x"), ("weg", "?"), "on")]
    )
    spots = list(drawn.places.values())
    assert len(spots) == 9
    for number, (x, y) in enumerate(spots):
        assert x > 0 and x + COLUMN <= drawn.width and y + BOX <= drawn.height
        for other_x, other_y in spots[number + 1 :]:
            assert abs(x - other_x) >= COLUMN or abs(y - other_y) >= BOX
    assert drawn.lines.count("kr-flow-line ") == 1


def test_foreign_names_stay_text() -> None:
    texts = dict(BASE)
    texts["journeys/verhuizen.yaml"] = texts["journeys/verhuizen.yaml"].replace(
        "Mail met de inpaklijst", f"'{EVIL}'"
    )
    page = pages_of(texts)[PLACE]
    assert "window.pwned" in page and "<script" not in page
