"""The gaps: what to write next, most important first."""

from collections.abc import Iterable
from dataclasses import dataclass

from klantreis.model.slot import Slot, Wish
from klantreis.site import address
from klantreis.site.field import field_values
from klantreis.site.gap import Gap
from klantreis.site.link import Link
from klantreis.site.listing import Filter, filters_of
from klantreis.site.matrix import wish_link
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register
from klantreis.site.start import Start, start_of


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap as a line: what is missing, for whom, when, and why it stands here."""

    rank: int
    id: str
    kind: str
    what: Link
    persona: Link
    stage: Link
    journey: Link
    channel: Link
    state: str
    reasons: str
    score: int
    start: Start | None
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class GapsView:
    """The ranked list and the filters over it."""

    rows: tuple[GapRow, ...]
    filters: tuple[Filter, ...]
    is_asked: bool


def gaps_page(register: Register) -> Page:
    """Return the page with every gap."""
    rows = gap_rows(register, register.gaps)
    say = register.say
    filters = filters_of(
        (row.fields for row in rows),
        (
            ("journey", say("journey"), lambda id: register.journey(id).text),
            ("persona", say("persona"), lambda id: register.persona(id).text),
            ("stage", say("stage"), field_values(register)["stage"]),
            ("channel", say("channel"), lambda id: register.channel(id).text),
            ("kind", say("gaps.kind"), lambda id: say(f"kind.{id}")),
            ("state", say("state"), lambda id: say(f"state.{id}")),
        ),
        say("none"),
    )
    view = GapsView(rows, filters, any(slot.is_required for slot in register.project.slots))
    return Page(address.GAPS, say("gaps.title"), "gaps.jinja", view, WIDE, False)


def gap_rows(register: Register, gaps: Iterable[Gap]) -> tuple[GapRow, ...]:
    """Return the gaps as lines, with their place in the whole ranking."""
    rank = {id(gap): number for number, gap in enumerate(register.gaps, 1)}
    return tuple(_row(register, gap, rank[id(gap)]) for gap in gaps)


def _row(register: Register, gap: Gap, rank: int) -> GapRow:
    place = gap.place
    channel = place.channel if isinstance(place, Slot) else None
    return GapRow(
        rank=rank,
        id=str(place.id) if isinstance(place, Slot) else str(place),
        kind=gap.kind,
        what=_what(register, place),
        persona=register.persona(gap.persona),
        stage=register.stage(gap.journey, gap.stage),
        journey=register.journey(gap.journey),
        channel=register.channel(channel) if channel else Link(""),
        state=gap.state,
        reasons=_reasons(register, gap),
        score=round(gap.score),
        start=start_of(register, place),
        fields={
            "journey": gap.journey, "persona": gap.persona, "stage": gap.stage or "",
            "channel": channel or "", "kind": gap.kind, "state": gap.state,
        },
    )  # fmt: skip


def _what(register: Register, place: Slot | Wish) -> Link:
    if isinstance(place, Wish):
        return wish_link(register, place)
    if place.id.touchpoint is None:
        stage = register.stage(place.id.journey, place.id.stage)
        return Link(register.say("gaps.whole_stage", stage=stage.text), stage.to)
    return register.touchpoint(place.id.journey, place.id.touchpoint)


def _reasons(register: Register, gap: Gap) -> str:
    """Return why the gap stands where it stands, in a few words."""
    say = register.say
    first = say(f"need.{gap.place.need}") if isinstance(gap.place, Slot) else say(f"gaps.why.{gap.kind}")
    persona = register.project.persona_by_id.get(gap.persona)
    weight = f"{persona.weight:g}" if persona else "1"
    return "; ".join((first, say("gaps.why.weight", weight=weight), say(f"gaps.why.{gap.state}")))
