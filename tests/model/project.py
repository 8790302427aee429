"""A way to write a virtual project in a few lines."""

import datetime
from collections.abc import Mapping

from klantreis.config import Config
from klantreis.model.project import Project
from klantreis.models import built_in
from klantreis.read.project import read_project

TODAY = datetime.date(2026, 11, 1)


def project(texts: Mapping[str, str], today: datetime.date = TODAY) -> Project:
    """Return the project in `texts`, read on a fixed day."""
    return read_project(texts, Config(language="en"), today, built_in())


def persona(id: str, stages: str = "") -> dict[str, str]:
    """Return the file of a persona; `stages` is the YAML below that key."""
    return {f"personas/{id}.md": f"---\nid: {id}\n{'stages:' + stages if stages else ''}\n---\n"}


def journey(id: str, extends: str, personas: str, stages: str = "") -> dict[str, str]:
    """Return the file of a journey; `stages` is the YAML below that key."""
    text = f"id: {id}\nextends: {extends}\npersonas: [{personas}]\n"
    return {f"journeys/{id}.yaml": text + (f"stages:{stages}\n" if stages else "")}


def item(id: str, stage: str, who: str, channel: str = "blog", **more: str) -> dict[str, str]:
    """Return the file of an item; `more` are further lines of front matter."""
    lines = [f"stage: {stage}", f"persona: {who}", f"channel: {channel}"]
    lines += [f"{key}: {value}" for key, value in more.items()]
    return {f"content/{id}.md": "---\n" + "\n".join(lines) + "\n---\nSome text of its own.\n"}


def state(project: Project, slot: str) -> str:
    """Return the state of a slot by its id."""
    return project.slot_by_id[slot].state


def served(project: Project, id: str) -> dict[str, bool]:
    """Return the slots that an item serves, and whether they are borrowed."""
    return {str(p.slot): p.borrowed for all_ in project.placements.values() for p in all_ if p.item == id}
