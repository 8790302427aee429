"""Journeys and models: from YAML to ordered stages, extending one another."""

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any, NamedTuple

import yaml

from klantreis.model.duration import duration_in, rhythm_in
from klantreis.model.journey import Guidance, Journey, Stage
from klantreis.model.nearest import VERY_CLOSE, nearest
from klantreis.model.place import Place
from klantreis.model.reading_level import READING_LEVELS
from klantreis.model.span import START, Span
from klantreis.model.touchpoint import Exemption, Touchpoint
from klantreis.model.trouble import Trouble
from klantreis.model.vocabulary import ASKS, CHANNELS, FACETS, FORMATS, INTENTS, NEEDS, PHASES, Vocabulary
from klantreis.model.words import Words
from klantreis.read.encoding import judge_bytes
from klantreis.read.node import Node, compose_yaml
from klantreis.read.notes import Notes
from klantreis.read.record import Field, Keyed, Record
from klantreis.read.setting import Settings
from klantreis.read.shape import Anything, Bilingual, Choice, Day, Either, Flag, Many, Number, Text, kind_of
from klantreis.read.timing import Timing

_SAID = Field(Bilingual())
_TEXT = Field(Text())
_STAGES = Field(Many(Text()))


def _guidance() -> Either:
    by_facet = Record(dict.fromkeys(FACETS.ids, _SAID))
    return Either(Many(Choice(FACETS)), by_facet)


def journey_record(channels: Vocabulary = CHANNELS, formats: Vocabulary = FORMATS) -> Record:
    """Return the shape of a journey's file."""
    channel, formats_field = (
        Choice(channels, "unknown-channel"),
        Field(Many(Choice(formats, "unknown-format"))),
    )
    exempt = Record({"reason": Field(Text(), True), "owner": _TEXT, "until": Field(Day())})
    touchpoint = Record(
        {
            "id": _TEXT, "name": _SAID, "channel": Field(channel), "device": _TEXT, "context": _SAID,
            "action": _SAID, "trigger": _SAID, "formats": formats_field,
            "intents": Field(Many(Choice(INTENTS))),
            "sale": Field(Bilingual(), about="true, false, or the reason why not"), "after": _STAGES,
            "wait": Field(Timing()), "frequency": Field(Timing()), "feeling": Field(Number(-2, 2)),
            "need": Field(Choice(NEEDS)),
            "min": Field(Number(1, 1000), about="How many items make it covered"), "personas": _STAGES,
            "exempt": Field(exempt),
        }
    )  # fmt: skip
    stage = Record(
        {
            "id": _TEXT, "name": _SAID, "aliases": _STAGES, "phase": Field(Many(Choice(PHASES))),
            "customer": Field(Record({"thinks": _SAID, "asks": _SAID, "wants": _SAID})),
            "organisation": Field(Record({"name": _SAID, "does": _SAID})),
            "message": Field(Record({"emphasise": Field(_guidance()), "avoid": Field(_guidance())})),
            "push_allowance": Field(Number(0, 100)), "cta_ceiling": Field(Many(Choice(ASKS))),
            "formats": formats_field, "channels": Field(Many(channel)), "triggers": Field(Many(Bilingual())),
            "duration": _SAID, "value_felt": Field(Flag()), "entry": Field(Flag()), "exit": Field(Flag()),
            "next": _STAGES, "returns_to": _STAGES, "parallel_with": _STAGES, "label": _TEXT,
            "reading_level": Field(Choice(READING_LEVELS), about="The hardest that a text may read here"),
            "touchpoints": Field(Keyed(touchpoint)), "exempt": Field(exempt),
        }
    )  # fmt: skip
    return Record(
        {
            "id": Field(Text(), True), "name": _SAID, "extends": _TEXT, "personas": _STAGES, "owner": _TEXT,
            "review_by": Field(Day()), "cycle": _TEXT, "source": _SAID, "adds": _SAID,
            "demands": Field(Many(Anything())), "rules": Field(Settings()), "stages": Field(Keyed(stage)),
        }
    )  # fmt: skip


class Draft(NamedTuple):
    """A journey as its own file says, before it takes over what it extends."""

    id: str
    place: Place
    extends: str | None
    values: Mapping[str, Any]
    notes: Notes


def read_draft(path: str, text: str, record: Record) -> Draft | None:
    """Return the journey in `text` on its own, or nothing when no mapping could be read."""
    text = text.removeprefix("\ufeff")
    notes = Notes(path, text)
    judge_bytes(text, notes)
    composed = compose_yaml(text)
    if composed.flaw is not None and not notes.troubles:
        span = notes.at(composed.flaw.at, composed.flaw.at)
        notes.trouble("unreadable-definition", span, composed.flaw.kind, None, **composed.flaw.values)
    values: Mapping[str, Any] = {}
    if isinstance(composed.root, yaml.MappingNode):
        values = record.read(composed.root, "", notes) or {}
    elif not notes.troubles:
        found = kind_of(composed.root) if composed.root is not None else Words("niets", "nothing")
        notes.trouble("unreadable-definition", START, "kind", found=found)
    id = values.get("id") or path.rpartition("/")[2].rpartition(".")[0]
    return Draft(id, Place(path, notes.marks.get("id", START)), values.get("extends"), values, notes)


def build(draft: Draft, base: Journey | None) -> Journey:
    """Return the journey of `draft` laid over what it extends."""
    values, notes = draft.values, draft.notes
    extends_place = Place(draft.place.path, notes.marks.get("extends", draft.place.span))
    inherited = tuple(replace(s, place=extends_place) for s in base.stages) if base else ()
    personas = tuple(
        (word, Place(draft.place.path, notes.marks.get(f"personas.{i}", draft.place.span)))
        for i, word in enumerate(values.get("personas", ()))
    )
    return Journey(
        id=draft.id,
        place=draft.place,
        name=values.get("name") or Words.same(draft.id),
        stages=_stages(inherited, values.get("stages", ()), notes),
        personas=personas or (base.personas if base else ()),
        extends=draft.extends,
        extends_place=extends_place if draft.extends else None,
        lineage=(base.id, *base.lineage) if base else (),
        owner=values.get("owner"),
        review_by=values.get("review_by"),
        cycle=values.get("cycle") or (base.cycle if base else None),
        source=values.get("source"),
        adds=values.get("adds") or (base.adds if base else None),
        demands=tuple(d for d in values.get("demands", ()) if isinstance(d, dict)),
        rules=dict(base.rules if base else {}) | _rules(values.get("rules")),
        marks=notes.marks,
    )


def _rules(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _stages(
    inherited: tuple[Stage, ...], own: tuple[tuple[str, Node, dict[str, Any]], ...], notes: Notes
) -> tuple[Stage, ...]:
    """Lay a journey's own stages over the inherited; a new one comes after the one it is written after."""
    stages = list(inherited)
    before: str | None = None
    free = {stage.id for stage in inherited} - {id for id, _, _ in own}
    for word, name, record in own:
        id = _meant(word, name, record, free, notes)
        at = next((i for i, stage in enumerate(stages) if stage.id == id), None)
        if at is None:
            known = [i for i, stage in enumerate(stages) if stage.id == before]
            at = known[0] + 1 if known else (len(stages) if not _follows(own, id, stages) else 0)
            stages.insert(at, _new_stage(id, notes.place(name)))
        stages[at] = _overridden(stages[at], record, notes.place(name), notes)
        before = id
    return _chained(tuple(stages))


def _meant(word: str, name: Node, record: Mapping[str, Any], free: Set[str], notes: Notes) -> str:
    """Return the inherited stage that `word` is a slip of: a stage of one's own would have a phase."""
    ids = [] if record.get("phase") else sorted(free)
    near = nearest(word, ids, VERY_CLOSE) if ids else None
    if near is None:
        return word
    notes.trouble("unknown-stage", notes.span(name), "near", near, word=word, near=near, known="")
    return near


def _follows(own: tuple[tuple[str, Node, dict[str, Any]], ...], id: str, stages: list[Stage]) -> bool:
    """Say whether a new stage is written first, before one that is inherited."""
    return own[0][0] == id and any(stage.id == other for other, _, _ in own[1:] for stage in stages)


def _new_stage(id: str, place: Place) -> Stage:
    return Stage(id=id, place=place, name=Words.same(id), phases=())


def _chained(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Give a stage without `next` the one that follows it."""
    ids = [stage.id for stage in stages]
    return tuple(
        stage if stage.next or i + 1 == len(ids) else replace(stage, next=(ids[i + 1],))
        for i, stage in enumerate(stages)
    )


_SAME = (
    "name", "aliases", "formats", "channels", "push_allowance", "triggers", "duration", "value_felt",
    "entry", "exit", "next", "returns_to", "parallel_with", "label", "reading_level",
)  # fmt: skip


def _overridden(stage: Stage, record: Mapping[str, Any], place: Place, notes: Notes) -> Stage:
    changed: dict[str, Any] = {key: record[key] for key in _SAME if record.get(key) is not None}
    changed |= {k: v for k, v in (record.get("customer") or {}).items() if k and v is not None}
    inner = record.get("organisation") or {}
    changed |= {to: inner[key] for key, to in (("name", "role"), ("does", "does")) if inner.get(key)}
    message = record.get("message") or {}
    changed |= {key: _advice(message[key]) for key in ("emphasise", "avoid") if message.get(key)}
    if record.get("phase"):
        changed["phases"] = record["phase"]
    if record.get("cta_ceiling"):
        changed["ceilings"] = record["cta_ceiling"]
    if "touchpoints" in record:
        changed["touchpoints"] = tuple(
            _touchpoint(id, node, r, notes) for id, node, r in record["touchpoints"]
        )
    changed["exempt"] = _exemption(record.get("exempt"), notes) or stage.exempt
    return replace(stage, place=place, **changed)


def _advice(value: Any) -> tuple[Guidance, ...]:
    if isinstance(value, dict):
        return tuple(Guidance(facet, advice) for facet, advice in value.items() if facet)
    return tuple(Guidance(facet) for facet in value)


def _touchpoint(id: str, node: Node, record: Mapping[str, Any], notes: Notes) -> Touchpoint:
    sale = record.get("sale")
    plain = {
        key: record[key]
        for key in (
            "channel", "device", "context", "action", "trigger", "formats", "intents", "after", "wait",
            "frequency", "feeling", "need", "personas",
        )
        if record.get(key) is not None
    }  # fmt: skip
    is_open = sale is None or sale.nl.lower() in ("true", "ja", "yes")
    reason = None if is_open or sale is None or sale.nl.lower() in ("false", "nee", "no") else sale
    return Touchpoint(
        id=id,
        place=notes.place(node),
        name=record.get("name") or Words.same(id.replace("-", " ")),
        sale=is_open,
        no_sale_reason=reason,
        minimum=record.get("min") or 1,
        exempt=_exemption(record.get("exempt"), notes),
        wait_time=duration_in(record["wait"]) if record.get("wait") else None,
        rhythm=rhythm_in(record["frequency"]) if record.get("frequency") else None,
        marks=_marks(record[""], notes),
        **plain,
    )


_MARKED = ("after", "wait", "frequency", "sale", "intents", "personas")


def _marks(node: Node, notes: Notes) -> dict[str, Span]:
    """Return where the values stand that say when a touchpoint comes, what it is for and for whom."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    values = {str(name.value): value for name, value in pairs if name.value in _MARKED}
    marks = {key: notes.span(value) for key, value in values.items()}
    for key in values.keys() & {"after", "personas"}:
        value = values[key]
        each = value.value if isinstance(value, yaml.SequenceNode) else [value]
        marks |= {f"{key}.{index}": notes.span(one) for index, one in enumerate(each)}
    return marks


def _exemption(record: Mapping[str, Any] | None, notes: Notes) -> Exemption | None:
    if not record:
        return None
    place = notes.place(record[""])
    return Exemption(record.get("reason") or "", record.get("owner"), record.get("until"), place)


def troubles_of(drafts: tuple[Draft, ...]) -> tuple[Trouble, ...]:
    """Return what could not be swallowed in the files of `drafts`."""
    return tuple(trouble for draft in drafts for trouble in draft.notes.troubles)
