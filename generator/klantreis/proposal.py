"""A stage for an item that has none: the moment its text seems written for, in its journeys' own words."""

from collections.abc import Iterator
from typing import NamedTuple

from klantreis.config import Config
from klantreis.finding import Edit
from klantreis.fix import splice
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.span import START, Span
from klantreis.read.front_matter import split
from klantreis.read.item import read_item
from klantreis.read.item_record import ItemSpec
from klantreis.read.position import Lines
from klantreis.text.stage import Suggestion, suggest_stage

_NEAR = {"use": ("use", "growth")}
"""The phases that stand for a suggested one where a journey lacks it: texts tell use and growth not apart."""


class Proposal(NamedTuple):
    """What an item could be tagged with: a word for `stage`, and the stages that it would stand for.

    `suggestion` is the phase with its likelihood and reasons, `others` are the phases that come after
    it. Without a verdict on the text all of them are empty.
    """

    item: Item
    word: str | None = None
    stages: tuple[tuple[Journey, Stage], ...] = ()
    suggestion: Suggestion | None = None
    others: tuple[Suggestion, ...] = ()


def is_untagged(item: Item, project: Project) -> bool:
    """Say whether an item has no stage, or only words that no journey or model knows."""
    return not any(project.walk.phases_of(word) for word in item.stages)


def propose(item: Item, project: Project) -> Proposal:
    """Return the likeliest stage of `item` that the journeys of its personas have.

    The word is a stage's id where it is the same single stage in all of these journeys, and the phase
    where the text alone cannot decide.
    """
    message = item.message or Message()
    suggestions = suggest_stage(message)
    journeys = _journeys(item, project)
    for number, suggestion in enumerate(suggestions):
        stages = tuple(_stages(suggestion.phase, journeys, message))
        if stages or not journeys:
            others = (*suggestions[:number], *suggestions[number + 1 :])
            return Proposal(item, _word(suggestion.phase, stages, journeys), stages, suggestion, others)
    return Proposal(item)


def _journeys(item: Item, project: Project) -> tuple[Journey, ...]:
    """Return the journeys of the item's personas; of nobody's it knows none."""
    personas = (project.walk.persona(word) for word in item.personas)
    found = [j for persona in personas if persona for j in project.walk.travelled[persona]]
    return tuple({j.id: j for j in found if item.journey in (None, j.id)}.values())


def _stages(
    phase: str, journeys: tuple[Journey, ...], message: Message
) -> Iterator[tuple[Journey, Stage]]:
    for journey in journeys:
        here = next((found for p in _NEAR.get(phase, (phase,)) if (found := journey.in_phase(p))), ())
        for stage in sorted(here, key=lambda stage: -_fit(stage, message)):
            yield journey, stage


def _fit(stage: Stage, message: Message) -> int:
    """Return how well a text does what a stage asks: facets that it emphasises against those it avoids."""
    asked = sum(message.strength(guidance.facet).points for guidance in stage.emphasise)
    shunned = sum(message.strength(guidance.facet).points for guidance in stage.avoid)
    return asked - shunned - max((message.push or 0) - stage.push_allowance, 0)


def _word(
    phase: str, stages: tuple[tuple[Journey, Stage], ...], journeys: tuple[Journey, ...]
) -> str:
    ids = {stage.id for _, stage in stages}
    is_plain = len(stages) == len(journeys) and len(ids) == 1
    return ids.pop() if is_plain else phase


def tagged(item: Item, text: str, word: str, config: Config) -> str | None:
    """Return `text` with a line that gives it the stage `word`, and nothing else changed.

    Nothing where it has a stage already, where its front matter cannot be read, and where every line
    that we can think of would change what else it says.
    """
    if item.stages or not item.is_readable:
        return None
    for edit in _edits(item, text, word, config.keys.get("stage", "stage")):
        changed = splice(text, [edit])
        again = read_item(item.path, changed, ItemSpec(config)).item
        if again.stages == (word,) and _same(item, again):
            return changed
    return None


def _edits(item: Item, text: str, word: str, key: str) -> Iterator[Edit]:
    end = "\r\n" if "\r\n" in text else "\n"
    body = text.removeprefix("\ufeff")
    head = split(body)
    if head.kind is None:
        yield Edit(item.path, START, f"---{end}{key}: {word}{end}---{end}{end}")
        return
    start = Lines(body).span(head.start, head.start)
    if head.kind == "json":
        inside = Span(start.line, start.column + 1, start.line, start.column + 1)
        yield Edit(item.path, inside, f'{end}  "{key}": "{word}",')
        return
    line = f'{key} = "{word}"{end}' if head.kind == "toml" else f"{key}: {word}{end}"
    if "title" in item.marks:
        below = item.span("title").end_line + 1
        yield Edit(item.path, Span(below, 1, below, 1), line)
    yield Edit(item.path, start, line)


def _same(one: Item, other: Item) -> bool:
    """Say whether two readings of an item say the same but for the stage."""
    return all(
        getattr(one, key) == getattr(other, key)
        for key in ("id", "title", "personas", "channel", "status", "touchpoint", "is_readable", "length")
    )
