"""`klantreis explain`: why a place is as it is."""

import click

from klantreis.cli.option import named, settings
from klantreis.cli.session import open_session
from klantreis.cli.terminal import deliver, paint_for
from klantreis.errors import OperatorError
from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.project import Project
from klantreis.model.slot import Wish
from klantreis.report.explain import Explanation


@named("explain")
@click.argument("place", metavar="SLOT")
def command(place: str) -> int:
    """Say why a slot, question, pain or gain is as it is.

    And what would get it published. SLOT is journey/persona/stage/touchpoint (`-` for none); a
    question journey/persona/stage?id, a pain journey/persona/stage!id, a gain
    journey/persona/stage+id. The JSON reports have these ids. Part of a slot shows all below it.
    """
    given = settings()
    session = open_session(given)
    explanation = Explanation(session.project, session.language, paint_for(given))
    deliver(_explained(place, session.project, explanation))
    return 0


def _explained(place: str, project: Project, explanation: Explanation) -> str:
    slot = project.slot_by_id.get(place) or project.slot_by_id.get(f"{place}/-")
    if slot is not None:
        return explanation.slot(slot)
    wishes = {str(wish): wish for wish in project.wishes}
    if place in wishes:
        return explanation.wish(wishes[place])
    below = [s for s in project.slots if str(s.id).startswith(f"{place.rstrip('/')}/")]
    if below:
        return "\n".join(explanation.slot(s) for s in below)
    raise OperatorError(_unknown(place, project, wishes))


def _unknown(place: str, project: Project, wishes: dict[str, Wish]) -> str:
    known = [*project.slot_by_id, *wishes]
    if not known:
        return f"no such place '{place}'; this project has no journeys with personas"
    near = nearest(place, known) or by_nearness(place, known, 1)[0]
    return f"no such place '{place}'; did you mean '{near}'?"
