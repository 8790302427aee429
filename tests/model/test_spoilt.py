"""What could not be read is known by file, so that nothing in it is reported as missing."""

from tests.model.project import item, journey, persona, project

ANN = persona("ann")


def test_an_item_with_broken_front_matter_spoils_its_file() -> None:
    broken = {"content/text.md": "---\nstage: [awareness\n---\nSome text.\n"}
    spoilt = project(ANN | broken).spoilt
    assert [item.path for item in spoilt.items] == ["content/text.md"]
    assert spoilt.paths == {"content/text.md"}
    assert spoilt.half_read == {"content/text.md"}


def test_a_journey_with_broken_yaml_spoils_its_file_and_itself() -> None:
    texts = ANN | journey("trip", "ideal-journey", "ann", "\n  orientation: {aliases: [a]")
    spoilt = project(texts).spoilt
    assert spoilt.paths == {"journeys/trip.yaml"}
    assert spoilt.journeys == {"trip"}
    assert spoilt.items == ()


def test_a_slip_in_one_value_leaves_the_file_half_read_only() -> None:
    spoilt = project(ANN | item("text", "awareness", "ann", status="publishd")).spoilt
    assert spoilt.half_read == {"content/text.md"}
    assert spoilt.paths == frozenset()


def test_an_item_without_front_matter_has_no_head() -> None:
    spoilt = project(ANN | {"content/text.md": "Some text.\n"}).spoilt
    assert spoilt.headless == {"content/text.md"}


def test_a_project_that_reads_well_has_nothing_spoilt() -> None:
    assert not any(project(ANN | item("text", "awareness", "ann")).spoilt)
