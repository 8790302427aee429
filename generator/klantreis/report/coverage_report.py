"""Coverage by journey, persona, stage, touchpoint, channel or owner: three figures, never one."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from klantreis.coverage import REACHES, Figures, figures, wish_figures
from klantreis.model.project import Project
from klantreis.model.slot import Slot, Wish
from klantreis.report.catalogue import percent, said
from klantreis.report.json_report import TOOL, VERSION, listed, shares, slot_record
from klantreis.report.paint import Paint
from klantreis.report.table import Column, as_csv, as_markdown, as_text

FORMATS = ("table", "json", "csv", "markdown")
KEYS = ("journey", "persona", "stage", "touchpoint", "channel", "owner")
KINDS = ("slots", "questions", "pains", "gains")

Group = tuple[str, ...]
T = TypeVar("T")


class Part(NamedTuple):
    """The figures of one kind of place: in total, and for each group."""

    kind: str
    total: Figures
    groups: Mapping[Group, Figures]


def coverage_report(project: Project, by: str, form: str, language: str, paint: Paint) -> str:
    """Return the figures of `project` by one key, in one of the four forms."""
    parts = _parts(project, by)
    if form == "json":
        return _json(project, by, parts)
    if form == "csv":
        return _csv(by, parts)
    texts = []
    for part in (part for part in parts if part.groups or part.kind == "slots"):
        columns = _columns(by, part.kind, language)
        rows = _rows(part, language)
        if form == "markdown":
            heading = said(part.kind, language).capitalize()
            texts.append(f"### {heading}\n\n{as_markdown(columns, rows)}")
        else:
            texts.append(as_text(columns, rows, paint, foot=True))
    return "\n".join(texts)


def _parts(project: Project, by: str) -> list[Part]:
    keys = _slot_keys(project)
    parts = [_part("slots", project.slots, keys[by], figures)]
    wish_key = _WISH_KEYS.get(by)
    if wish_key is not None:
        for kind in KINDS[1:]:
            wishes = tuple(wish for wish in project.wishes if f"{wish.kind}s" == kind)
            parts.append(_part(kind, wishes, wish_key, wish_figures))
    return parts


def _part(kind: str, places: tuple[T, ...], key: Callable[[T], Group], count: Callable[..., Figures]) -> Part:
    groups: dict[Group, list[T]] = {}
    for place in places:
        groups.setdefault(key(place), []).append(place)
    return Part(kind, count(places), {group: count(members) for group, members in groups.items()})


def _slot_keys(project: Project) -> Mapping[str, Callable[[Slot], Group]]:
    def owner(slot: Slot) -> Group:
        best = next((project.item_by_id[id].owner for id in slot.items if project.item_by_id[id].owner), None)
        return (best or project.journey_by_id[slot.id.journey].owner or "",)

    return {
        "journey": lambda slot: (slot.id.journey,),
        "persona": lambda slot: (slot.id.persona,),
        "stage": lambda slot: (slot.id.journey, slot.id.stage),
        "touchpoint": lambda slot: (slot.id.journey, slot.id.stage, slot.id.touchpoint or "-"),
        "channel": lambda slot: (slot.channel or "",),
        "owner": owner,
    }


_WISH_KEYS: Mapping[str, Callable[[Wish], Group]] = {
    "journey": lambda wish: (wish.journey,),
    "persona": lambda wish: (wish.persona,),
    "stage": lambda wish: (wish.journey, wish.stage or "-"),
}


def _columns(by: str, kind: str, language: str) -> list[Column]:
    figures = [Column(said(reach, language), right=True) for reach in REACHES]
    return [Column(said(by, language)), Column(said(kind, language), right=True), *figures]


def _rows(part: Part, language: str) -> list[list[str]]:
    groups = [(_label(group, language), counts) for group, counts in part.groups.items()]
    return [[label, *_shown(counts)] for label, counts in [*groups, (said("total", language), part.total)]]


def _label(group: Group, language: str) -> str:
    return "/".join(group) or said("nobody", language)


def _shown(counts: Figures) -> list[str]:
    if not counts.required:
        return ["0", "-", "-", "-"]
    return [str(counts.required), *(percent(counts.share(reach)) for reach in REACHES)]


def _csv(by: str, parts: list[Part]) -> str:
    rows = [
        [part.kind, "/".join(group), *map(str, (counts.required, *(getattr(counts, r) for r in REACHES)))]
        for part in parts
        for group, counts in part.groups.items()
    ]
    return as_csv(["kind", by, "required", *REACHES], rows)


def _json(project: Project, by: str, parts: list[Part]) -> str:
    groups: dict[Group, dict[str, Any]] = {}
    for part in parts:
        for group, counts in part.groups.items():
            groups.setdefault(group, _group_keys(by, group))[part.kind] = _counts(counts)
    return listed(
        {
            "version": VERSION,
            "tool": TOOL,
            "by": by,
            "coverage": shares(project.slots),
            "totals": {part.kind: _counts(part.total) for part in parts},
            "groups": list(groups.values()),
            "slots": [slot_record(slot) for slot in project.slots],
            "wishes": [wish_record(wish) for wish in project.wishes],
        }
    )


def _group_keys(by: str, group: Group) -> dict[str, Any]:
    names = {"stage": ("journey", "stage"), "touchpoint": ("journey", "stage", "touchpoint")}.get(by, (by,))
    return {name: value if value not in ("", "-") else None for name, value in zip(names, group, strict=True)}


def _counts(counts: Figures) -> dict[str, int]:
    return {"required": counts.required, **{reach: getattr(counts, reach) for reach in REACHES}}


def wish_record(wish: Wish) -> dict[str, Any]:
    """Return one question, pain or gain as the JSON reports have it."""
    return {
        "id": str(wish),
        "kind": wish.kind,
        "journey": wish.journey,
        "persona": wish.persona,
        "stage": wish.stage,
        "state": wish.state,
        "served_in": wish.served_in,
        "items": list(wish.items),
    }
