"""`klantreis explain`: why a place is as it is, and what a text says."""

from pathlib import Path

import click

from klantreis.cli.option import named, settings
from klantreis.cli.session import Session, open_session
from klantreis.cli.terminal import columns, deliver, paint_for
from klantreis.errors import OperatorError
from klantreis.model.item import Item
from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.project import Project
from klantreis.model.slot import Slot, Wish
from klantreis.report.excerpt import Sources
from klantreis.report.explain import Explanation
from klantreis.report.explain_json import explain_json
from klantreis.report.message_json import message_json
from klantreis.report.message_page import MessagePage
from klantreis.report.paint import Paint


@named("explain")
@click.argument("place", metavar="PLACE")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def command(place: str, form: str) -> int:
    """Say why a place is as it is, or what the text of an item says.

    PLACE is a slot, journey/persona/stage/touchpoint (`-` for none); a question
    journey/persona/stage?id, a pain journey/persona/stage!id, a gain journey/persona/stage+id, with
    what would get it published. Part of a slot shows all below it. The JSON reports have these ids.

    Or it is the id or path of an item: which sentences carry the push score and what each adds,
    what its stages bear, what it is about, what it asks and how easily it reads.
    """
    given = settings()
    session = open_session(given)
    paint = paint_for(given)
    places = _places(place, session.project)
    item = None if places else _item(place, session)
    if item is not None:
        deliver(_of_item(item, session, form, paint))
        return 0
    places = places or _below(place, session.project)
    if not places:
        raise OperatorError(_unknown(place, session.project))
    deliver(_of_places(places, Explanation(session.project, session.language, paint), form))
    return 0


def _places(place: str, project: Project) -> tuple[Slot | Wish, ...]:
    slot = project.slot_by_id.get(place) or project.slot_by_id.get(f"{place}/-")
    if slot is not None:
        return (slot,)
    return tuple(wish for wish in project.wishes if str(wish) == place)


def _below(place: str, project: Project) -> tuple[Slot, ...]:
    return tuple(slot for slot in project.slots if str(slot.id).startswith(f"{place.rstrip('/')}/"))


def _item(place: str, session: Session) -> Item | None:
    """Return the item with this id, or at this path in the project or from the current folder."""
    project = session.project
    item = project.item_by_id.get(place) or project.item_by_path.get(place)
    if item is None and Path(place).is_file():
        (path,) = session.relative((Path(place),))
        return project.item_by_path.get(path)
    return item


def _of_item(item: Item, session: Session, form: str, paint: Paint) -> str:
    sources = Sources(session.texts)
    if form == "json":
        return message_json(item, session.project, sources)
    return MessagePage(item, session.project, sources, session.language, paint, columns()).text()


def _of_places(places: tuple[Slot | Wish, ...], explanation: Explanation, form: str) -> str:
    if form == "json":
        return explain_json(places, explanation)
    return "\n".join(explanation.slot(p) if isinstance(p, Slot) else explanation.wish(p) for p in places)


def _unknown(place: str, project: Project) -> str:
    known = [*project.slot_by_id, *map(str, project.wishes), *project.item_by_id]
    if not known:
        return f"no such place or item '{place}'; this project has no items, and no journeys with personas"
    near = nearest(place, known) or by_nearness(place, known, 1)[0]
    return f"no such place or item '{place}'; did you mean '{near}'?"
