"""Every touchpoint of a journey in full: what the five-A model writes down of one, in one line each."""

from collections.abc import Iterator
from dataclasses import dataclass

from klantreis.model.journey import Journey, Stage
from klantreis.model.touchpoint import Touchpoint
from klantreis.site.line import said
from klantreis.site.link import Link
from klantreis.site.matrix import summed_state
from klantreis.site.register import Register


@dataclass(frozen=True, slots=True)
class Step:
    """What comes before or after a touchpoint, and the time between; no link where nothing does."""

    link: Link
    wait: str


@dataclass(frozen=True, slots=True)
class Record:
    """A touchpoint: where, on what and in which circumstances, what happens, when, and whether to sell."""

    link: Link
    state: str
    channel: Link | None
    device: str
    context: str
    purpose: str
    trigger: str
    frequency: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    sale: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class StageRecords:
    """The touchpoints of one stage."""

    number: int
    stage: Link
    records: tuple[Record, ...]


def stage_records(register: Register, journey: Journey) -> tuple[StageRecords, ...]:
    """Return the touchpoints of a journey by stage; stages without any are left out."""
    return tuple(
        StageRecords(
            journey.position(stage.id) + 1,
            register.stage(journey.id, stage.id),
            tuple(_record(register, journey, stage, touchpoint) for touchpoint in stage.touchpoints),
        )
        for stage in journey.stages
        if stage.touchpoints
    )


def _record(register: Register, journey: Journey, stage: Stage, touchpoint: Touchpoint) -> Record:
    language = register.say.language
    slots = register.slots_by_touchpoint.get((journey.id, stage.id, touchpoint.id), ())
    return Record(
        link=register.touchpoint(journey.id, touchpoint.id),
        state=summed_state(slots),
        channel=register.channel(touchpoint.channel) if touchpoint.channel else None,
        device=touchpoint.device or "",
        context=said(touchpoint.context, language),
        purpose=said(touchpoint.action, language),
        trigger=said(touchpoint.trigger, language),
        frequency=touchpoint.frequency or "",
        before=tuple(_before(register, journey, touchpoint)),
        after=tuple(_after(register, journey, touchpoint)),
        sale=touchpoint.sale,
        why_not=said(touchpoint.no_sale_reason, language),
    )


def _before(register: Register, journey: Journey, touchpoint: Touchpoint) -> Iterator[Step]:
    for id in touchpoint.after:
        if (journey.id, id) in register.touchpoints:
            yield Step(register.touchpoint(journey.id, id), touchpoint.wait or "")


def _after(register: Register, journey: Journey, touchpoint: Touchpoint) -> Iterator[Step]:
    for stage in journey.stages:
        for other in stage.touchpoints:
            if touchpoint.id in other.after:
                yield Step(register.touchpoint(journey.id, other.id), other.wait or "")
