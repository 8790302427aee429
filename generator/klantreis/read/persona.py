"""Personas: from a Markdown file to a persona."""

import posixpath
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from klantreis.model.persona import Gain, Influencer, Mindset, Pain, Persona, Question
from klantreis.model.place import Place
from klantreis.model.reading_level import READING_LEVELS
from klantreis.model.span import START
from klantreis.model.trouble import Trouble
from klantreis.model.vocabulary import CHANNELS, SEGMENTS, Vocabulary, fold
from klantreis.model.words import Words
from klantreis.read.encoding import judge_bytes
from klantreis.read.front_matter import split
from klantreis.read.node import COMPOSE, Node
from klantreis.read.notes import Notes
from klantreis.read.record import Field, Keyed, Record
from klantreis.read.shape import Bilingual, Choice, Day, Either, Many, Number, Text, kind_of

_SAID = Field(Bilingual())


def _entries(record: Record) -> Many:
    return Many(Either(Text(), record))


QUESTION = Record({"id": Field(Text()), "ask": Field(Bilingual(), True), "evidence": Field(Text())})
PAIN = Record({"id": Field(Text()), "pain": Field(Bilingual(), True), "prevent": _SAID, "turn": _SAID})
GAIN = Record({"id": Field(Text()), "gain": Field(Bilingual(), True)})
MINDSET = Record(
    {
        "questions": Field(_entries(QUESTION), about="What the persona wants to know in this stage"),
        "pains": Field(
            _entries(PAIN), about="What the persona dreads, with the way to prevent and to turn it"
        ),
        "gains": Field(_entries(GAIN), about="What the persona hopes for"),
        "triggers": Field(Many(Bilingual()), about="Events that bring the persona here"),
        "feeling": Field(Number(-2, 2), about="From -2 to +2"),
    }
)
INFLUENCER = Record(
    {
        "id": Field(Text(), True),
        "role": Field(Bilingual()),
        "cares_about": Field(Many(Bilingual())),
        "questions": Field(_entries(QUESTION)),
    }
)


def persona_record(channels: Vocabulary = CHANNELS) -> Record:
    """Return the shape of a persona's front matter."""
    return Record(
        {
            "id": Field(Text(), True, "The word that items use"),
            "name": Field(Text()),
            "segment": Field(Choice(SEGMENTS)),
            "weight": Field(
                Number(0, 1000, whole=False), about="Share of the attention, relative to the others"
            ),
            "channels": Field(Many(Choice(channels, "unknown-channel"))),
            "devices": Field(Many(Text())),
            "reading_level": Field(Choice(READING_LEVELS), about="The hardest that a text may read"),
            "influencers": Field(Many(INFLUENCER), about="B2B: the people with a say in the purchase"),
            "owner": Field(Text()),
            "review_by": Field(Day()),
            "stages": Field(Keyed(MINDSET), about="By stage id, name, alias or phase"),
        }
    )


class ReadPersona(NamedTuple):
    """A persona, where one could be read, and what could not be swallowed."""

    persona: Persona | None
    troubles: tuple[Trouble, ...]


def read_persona(path: str, text: str, channels: Vocabulary = CHANNELS) -> ReadPersona:
    """Return the persona in `text`; a file that cannot be read still gives its id from its name."""
    text = text.removeprefix("\ufeff")
    notes = Notes(path, text)
    judge_bytes(text, notes)
    head = split(text)
    if head.kind is None:
        return _bare(path, text, notes)
    for rule, start, end, variant, values in head.flaws:
        notes.trouble(rule, notes.at(start, end), variant, **values)
    notes.base = head.start
    composed = COMPOSE[head.kind](text[head.start : head.end])
    if composed.flaw is not None and not notes.troubles:
        at = head.start + composed.flaw.at
        notes.trouble(
            "unreadable-definition", notes.at(at, at), composed.flaw.kind, None, **composed.flaw.values
        )
    if not isinstance(composed.root, yaml.MappingNode):
        if composed.root is not None and not notes.troubles:
            span, found = notes.span(composed.root), kind_of(composed.root)
            notes.trouble("unreadable-definition", span, "kind", found=found)
        values = {}
    else:
        values = persona_record(channels).read(composed.root, "", notes) or {}
    return ReadPersona(_persona(path, values, text[head.body :], notes), tuple(notes.troubles))


def _bare(path: str, text: str, notes: Notes) -> ReadPersona:
    """Return a persona that is only its name; a README beside the personas is none at all."""
    if posixpath.basename(path).lower().startswith(("readme.", "index.", "_index.")):
        return ReadPersona(None, ())
    if not notes.troubles:
        notes.trouble("unreadable-definition", START, "front")
    return ReadPersona(_persona(path, {}, text, notes), tuple(notes.troubles))


def _persona(path: str, values: Mapping[str, Any], body: str, notes: Notes) -> Persona:
    id = values.get("id") or posixpath.splitext(posixpath.basename(path))[0]
    return Persona(
        id=id,
        place=Place(path, notes.marks.get("id", START)),
        name=values.get("name") or id,
        segment=values.get("segment"),
        weight=values.get("weight") if values.get("weight") is not None else 1.0,  # type: ignore[arg-type]
        channels=values.get("channels", ()),
        devices=values.get("devices", ()),
        influencers=tuple(_influencer(r, notes) for r in values.get("influencers", ())),
        owner=values.get("owner"),
        review_by=values.get("review_by"),
        mindsets=tuple(_mindset(stage, node, r, notes) for stage, node, r in values.get("stages", ())),
        description=body.strip(),
        reading_level=values.get("reading_level"),
        marks=notes.marks,
    )


def _mindset(stage: str, name: Node, record: Mapping[str, Any], notes: Notes) -> Mindset:
    questions = _children(record, "questions", notes)
    pains = _children(record, "pains", notes)
    gains = _children(record, "gains", notes)
    return Mindset(
        stage=stage,
        place=notes.place(name),
        questions=tuple(_question(r, place) for r, place in questions),
        pains=tuple(_pain(r, place) for r, place in pains),
        gains=tuple(Gain(_entry_id(r, "gain"), _said(r, "gain"), place) for r, place in gains),
        triggers=record.get("triggers", ()),
        feeling=record.get("feeling"),
    )


def _children(record: Mapping[str, Any], key: str, notes: Notes) -> list[tuple[Any, Place]]:
    """Return the entries under `key` with their places; an entry may be a record or a plain text."""
    nodes: list[Node] = []
    for name, value in record[""].value if isinstance(record[""], yaml.MappingNode) else ():
        if isinstance(name, yaml.ScalarNode) and name.value == key:
            nodes = value.value if isinstance(value, yaml.SequenceNode) else [value]
    return [(r, _place(r, node, notes)) for r, node in zip(record.get(key, ()), nodes, strict=False)]


def _place(record: Any, node: Node, notes: Notes) -> Place:
    """Return where an entry's id stands, or the entry itself."""
    if isinstance(record, dict):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value == "id":
                return notes.place(value)
    span = notes.span(node)
    return Place(notes.path, span)


def _entry_id(record: Any, key: str) -> str:
    if isinstance(record, str):
        return fold(record)
    return record.get("id") or fold(_said(record, key).nl)


def _said(record: Any, key: str) -> Words:
    return (
        Words.same(record)
        if isinstance(record, str)
        else record.get(key) or Words.same(record.get("id") or "")
    )


def _question(record: Any, place: Place, influencer: str | None = None) -> Question:
    evidence = None if isinstance(record, str) else record.get("evidence")
    return Question(_entry_id(record, "ask"), _said(record, "ask"), place, evidence, influencer)


def _pain(record: Any, place: Place) -> Pain:
    if isinstance(record, str):
        return Pain(fold(record), Words.same(record), place)
    return Pain(
        _entry_id(record, "pain"), _said(record, "pain"), place, record.get("prevent"), record.get("turn")
    )


def _influencer(record: Mapping[str, Any], notes: Notes) -> Influencer:
    id = record.get("id") or ""
    questions = _children(record, "questions", notes)
    return Influencer(
        id=id,
        role=record.get("role") or Words.same(id),
        place=notes.place(record[""]),
        cares_about=record.get("cares_about", ()),
        questions=tuple(_question(r, place, id) for r, place in questions),
    )
