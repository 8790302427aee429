"""The overview: how it stands, in five seconds."""

from collections import Counter
from dataclasses import dataclass

from klantreis.coverage import REACHES, Figures, figures
from klantreis.finding import Severity
from klantreis.model.journey import Journey
from klantreis.site import address
from klantreis.site.edition import Stamp
from klantreis.site.link import Link
from klantreis.site.matrix import Matrix, phase_by_persona, stage_by_persona, states_in
from klantreis.site.page.changes import since, summary
from klantreis.site.page.gaps import GapRow, gap_rows
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register

MOST_IMPORTANT = 5


@dataclass(frozen=True, slots=True)
class Meter:
    """One of the three figures: its name, the share as text and the counts behind it."""

    name: str
    share: str
    width: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class JourneyStrip:
    """A journey in one line: its name, the model it extends and its matrix."""

    journey: Link
    model: Link
    published: str
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What the overview shows."""

    name: str
    lead: str
    meters: tuple[Meter, ...]
    severities: tuple[tuple[str, str, str], ...]
    gaps: tuple[GapRow, ...]
    more_gaps: int
    phases: Matrix
    strips: tuple[JourneyStrip, ...]
    legend: tuple[str, ...]
    stamp: str
    since: str
    changes: tuple[str, ...]


def overview_page(register: Register) -> Page:
    """Return the page at the root of the site."""
    past = register.edition.past
    phases = phase_by_persona(register)
    strips = tuple(journey_strip(register, journey) for journey in register.project.journeys)
    view = OverviewView(
        name=register.edition.name,
        lead=_lead(register),
        meters=meters(register, figures(register.project.slots)),
        severities=_severities(register),
        gaps=gap_rows(register, register.gaps[:MOST_IMPORTANT]),
        more_gaps=max(len(register.gaps) - MOST_IMPORTANT, 0),
        phases=phases,
        strips=strips,
        legend=states_in((phases, *(strip.matrix for strip in strips))),
        stamp=_stamp(register, register.edition.stamp),
        since=since(register, past) if past else "",
        changes=summary(register, past.change) if past else (),
    )
    return Page(address.OVERVIEW, view.name, "overview.jinja", view, WIDE)


def _lead(register: Register) -> str:
    project, say = register.project, register.say
    counts = [
        say.count("count.journeys", len(project.journeys)),
        say.count("count.personas", len(project.personas)),
        say.count("count.items", len(project.items)),
    ]
    return say("overview.lead", counts=say.listing(counts), date=say.date(project.today.isoformat()))


def meters(register: Register, counted: Figures) -> tuple[Meter, ...]:
    """Return the three figures, widest first; of nothing that is asked for, no share is shown."""
    say = register.say
    return tuple(
        Meter(
            name=reach,
            share=say.share(counted.share(reach)) if counted.required else "–",
            width=f"{counted.share(reach) * 100:.1f}%" if counted.required else "0%",
            part=getattr(counted, reach),
            whole=counted.required,
        )
        for reach in REACHES
    )


def _severities(register: Register) -> tuple[tuple[str, str, str], ...]:
    counts = Counter(finding.severity for finding in register.findings)
    return tuple(
        (level.word, register.say.count(f"count.{level.word}", counts[level]),
         address.filtered(address.FINDINGS, {"severity": level.word}))
        for level in sorted(Severity, reverse=True)
    )  # fmt: skip


def journey_strip(register: Register, journey: Journey) -> JourneyStrip:
    """Return one journey's line."""
    counted = figures(register.slots_by_journey.get(journey.id, ()))
    return JourneyStrip(
        journey=register.journey(journey.id),
        model=model_of(register, journey),
        published=register.say.share(counted.share("published")),
        matrix=stage_by_persona(register, journey),
    )


def model_of(register: Register, journey: Journey) -> Link:
    """Return the link to the built-in model that a journey goes back to."""
    for model in register.project.models:
        if model.id in journey.lineage:
            return Link(model.name.said(register.say.language), address.model(model.id))
    return Link("")


def _stamp(register: Register, stamp: Stamp) -> str:
    say = register.say
    parts = [say("stamp.version", version=stamp.version)]
    if stamp.commit:
        parts.append(say("stamp.commit", commit=stamp.commit))
    if stamp.date:
        parts.append(say("stamp.date", date=say.date(stamp.date)))
    parts.append(say("stamp.day", date=say.date(register.project.today.isoformat())))
    return ", ".join(parts)
