"""The agenda: every date, what is late, and how busy a persona's weeks are."""

import datetime

from tests.site.sample import TODAY, item, result_of

from klantreis.agenda import agenda, monday_of, pressures, undated, weeks_of
from klantreis.model.project import Project
from klantreis.rules.base_project import BASE


def project_of(*items: dict[str, str]) -> Project:
    return result_of({**BASE, **{path: text for texts in items for path, text in texts.items()}}).project


def mail(id: str, day: str, **tags: str) -> dict[str, str]:
    front = {"stage": "consideration", "channel": "email", "touchpoint": "inpakmail", "publish": day} | tags
    return item(id, "Een tip.", **front)


def dates(project: Project, id: str) -> list[tuple[str, str, str]]:
    path = f"content/{id}.md"
    return [(d.day.isoformat(), d.kind, d.timing) for d in agenda(project) if d.path == path]


def test_each_date_of_an_item_stands_in_the_agenda() -> None:
    found = dates(project_of(mail("a", "2026-01-05", review_by="2026-12-01", expires="2027-01-01")), "a")
    assert found == [
        ("2026-01-05", "publish", "past"),
        ("2026-12-01", "review", "coming"),
        ("2027-01-01", "expiry", "coming"),
    ]


def test_what_should_have_happened_is_late() -> None:
    project = project_of(
        mail("draft", "2026-01-05", status="draft"), mail("oud", "2025-01-06", review_by="2026-01-01")
    )
    assert dates(project, "draft") == [("2026-01-05", "publish", "late")]
    assert ("2026-01-01", "review", "late") in dates(project, "oud")


def test_personas_and_journeys_are_to_be_reviewed_too() -> None:
    kinds = {(date.path, date.kind) for date in agenda(project_of())}
    project = project_of()
    for definition in (*project.personas, *project.journeys):
        assert ((definition.place.path, "review") in kinds) == (definition.review_by is not None)


def test_an_expired_item_is_not_to_be_reviewed() -> None:
    found = dates(project_of(mail("weg", "2025-01-06", review_by="2025-06-01", expires="2025-12-01")), "weg")
    assert [kind for _, kind, _ in found] == ["publish", "expiry"]


def test_a_week_counts_its_messages_and_two_at_one_moment_collide() -> None:
    project = project_of(
        mail("a", "2026-05-04"), mail("b", "2026-05-04"), mail("c", "2026-05-08"), mail("d", "2026-05-11")
    )
    (pressure,) = (p for p in pressures(project) if p.persona == "huurder")
    monday = datetime.date(2026, 5, 4)
    assert [week.count for week in weeks_of(pressure, monday, 3)] == [3, 1, 0]
    assert [[dated.path for dated in day] for day in pressure.collisions] == [
        ["content/a.md", "content/b.md"]
    ]


def test_service_messages_are_no_burden_but_break_a_silence() -> None:
    project = project_of(
        mail("a", "2026-01-05"), mail("s", "2026-02-02", message_type="service"), mail("b", "2026-03-30")
    )
    (pressure,) = (p for p in pressures(project) if p.persona == "huurder")
    assert sum(pressure.weeks.values()) == 2
    assert pressure.silence == (56, datetime.date(2026, 2, 2), datetime.date(2026, 3, 30))


def test_work_without_a_date_is_listed() -> None:
    found = undated(
        project_of(item("los", "Tekst.", status="draft"), mail("wel", "2026-07-01", status="draft"))
    )
    assert [i.id for i in found] == ["los"]


def test_a_week_begins_on_monday() -> None:
    assert monday_of(TODAY) == datetime.date(2026, 6, 1)
    assert monday_of(datetime.date(2026, 6, 7)) == datetime.date(2026, 6, 1)
