"""Items, touchpoints and advice as the lines that several pages show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klantreis.model.item import Item
from klantreis.model.journey import Guidance, Journey, Stage
from klantreis.model.vocabulary import FACETS
from klantreis.model.words import Words
from klantreis.site.link import Link
from klantreis.site.matrix import summed_state
from klantreis.site.register import Register


@dataclass(frozen=True, slots=True)
class TouchpointLine:
    """A touchpoint on the map, with its state over all personas."""

    link: Link
    channel: str
    state: str
    sale: bool


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item on the map or in a list, with its state and the findings in it."""

    link: Link
    state: str
    status: str
    findings: int
    worst: str


def said(words: Words | None, language: str) -> str:
    """Return the text in `language`, or nothing where there is none."""
    return words.said(language) if words else ""


def guidance(register: Register, advice: Iterable[Guidance]) -> tuple[tuple[str, str], ...]:
    """Return facets by name, each with its sentence of advice."""
    return tuple((register.term(FACETS, g.facet), said(g.advice, register.say.language)) for g in advice)


def touchpoint_lines(register: Register, journey: Journey, stage: Stage) -> Iterator[TouchpointLine]:
    """Yield the touchpoints of a stage as lines."""
    for touchpoint in stage.touchpoints:
        slots = register.slots_by_touchpoint.get((journey.id, stage.id, touchpoint.id), ())
        yield TouchpointLine(
            link=register.touchpoint(journey.id, touchpoint.id),
            channel=register.channel(touchpoint.channel).text if touchpoint.channel else "",
            state=summed_state(slots),
            sale=touchpoint.sale,
        )


def item_lines(register: Register, items: Iterable[Item]) -> tuple[ItemLine, ...]:
    """Return items as lines, in their own order."""
    return tuple(item_line(register, item) for item in items)


def item_line(register: Register, item: Item) -> ItemLine:
    """Return an item as a line; its state is how far it has come today."""
    findings = register.findings_by_path.get(item.path, ())
    worst = max((f.severity for f in findings), default=None)
    status = item.status_on(register.project.today)
    return ItemLine(
        link=register.item(item),
        state=item_state(register, item),
        status=register.say(f"status.{status}"),
        findings=len(findings),
        worst=worst.word if worst else "",
    )


_STATE = {"idea": "idea", "planned": "planned", "draft": "drafted", "review": "drafted", "expired": "stale"}


def item_state(register: Register, item: Item) -> str:
    """Return how far an item has come, in the words that slots use."""
    today = register.project.today
    status = item.status_on(today)
    if status == "published":
        return "stale" if item.is_overdue_on(today) else "published"
    return _STATE.get(status, "drafted")
