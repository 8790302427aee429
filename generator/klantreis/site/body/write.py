"""A writer's Markdown on a page of the site."""

import datetime

from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.site.body.goal import goals_of
from klantreis.site.body.mark import marks_of
from klantreis.site.body.markup import Body, body_of
from klantreis.site.body.source import source
from klantreis.site.register import Register
from klantreis.site.words import Speech

SEARCHED_WHOLE = 300
"""Items: with more, whole texts would make the search index too large to load."""


def item_body(register: Register, item: Item, root: str) -> Body:
    """Return the text of `item` with the findings in it marked and its links leading to pages."""
    made = source(register.edition.texts[item.path], item.body_line)
    marks = marks_of(register.findings_by_path.get(item.path, ()), made)
    goals = goals_of(item, register.project, register.pages.get)
    return body_of(made, marks, goals, root, register.say, is_short=is_short(register))


def is_short(register: Register) -> bool:
    """Say whether the search reads the headings and the first words of items alone."""
    return len(register.project.items) > SEARCHED_WHOLE


def plain_body(text: str, path: str, say: Speech) -> str:
    """Return a text that is no item, such as a persona's description; its relative links lead nowhere."""
    stranger = Item(id="", path=path, title="")
    nothing = Project(today=datetime.date.min, items=(stranger,))
    goals = goals_of(stranger, nothing, lambda path: None)
    return body_of(source(text, 1), (), goals, "", say).text
