"""Words that must exist: references between items, personas and journeys, each mended where it is clear."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from klantreis.model.crosswalk import Crosswalk
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.persona import Persona
from klantreis.model.place import Place
from klantreis.model.trouble import Trouble
from klantreis.model.vocabulary import PHASES

_WISHES = (
    ("answers", "questions", "unknown-question", ""),
    ("eases", "pains", "unknown-pain", ""),
    ("gives", "gains", "unknown-pain", "gain"),
)


def mended_journey(journey: Journey, walk: Crosswalk) -> tuple[Journey, tuple[Trouble, ...]]:
    """Return a journey whose personas all exist, and the words in it that mean nothing."""
    personas: dict[str, Place] = {}
    troubles: list[Trouble] = []
    for word, place in journey.personas:
        id = walk.persona(word)
        if id is None:
            troubles.append(_persona_trouble(word, place, walk))
            id = walk.near_persona(word)
        if id is not None:
            personas.setdefault(id, place)
    troubles += _strange_stages(journey)
    troubles += _strange_touchpoints(journey, walk)
    return replace(journey, personas=tuple(personas.items())), tuple(troubles)


def _persona_trouble(word: str, place: Place, walk: Crosswalk) -> Trouble:
    near = walk.near_persona(word)
    known = ", ".join(by_nearness(word, walk.personas))
    variant = "near" if near else ("known" if known else "none")
    values = {"word": word, "near": near or "", "known": known}
    return Trouble("unknown-persona", place.path, place.span, variant, values, near)


def _strange_stages(journey: Journey) -> Iterator[Trouble]:
    ids = tuple(stage.id for stage in journey.stages)
    words = {word: place for stage in journey.stages for word, place in _named_by(stage, journey)}
    if journey.cycle:
        words[journey.cycle] = journey.at("cycle")
    for word, place in words.items():
        if word not in ids:
            near = nearest(word, ids)
            values = {"word": word, "near": near or "", "known": ", ".join(by_nearness(word, ids))}
            about = {"journey": journey.id}
            yield Trouble(
                "unknown-stage", place.path, place.span, "near" if near else "", values, about=about
            )


def _named_by(stage: Stage, journey: Journey) -> Iterator[tuple[str, Place]]:
    """Yield the stages that `stage` names, and where; what it has from a model stands at the stage."""
    for key in ("next", "returns_to", "parallel_with"):
        for index, word in enumerate(getattr(stage, key)):
            span = journey.marks.get(f"stages.{stage.id}.{key}.{index}", stage.place.span)
            yield word, stage.place._replace(span=span)


def _strange_touchpoints(journey: Journey, walk: Crosswalk) -> Iterator[Trouble]:
    touchpoints = [(stage, t) for stage in journey.stages for t in stage.touchpoints]
    ids = tuple(t.id for _, t in touchpoints)
    about = {id(t): {"journey": journey.id, "stage": s.id, "touchpoint": t.id} for s, t in touchpoints}
    doubles = twice((t.id, t.place, about[id(t)]) for _, t in touchpoints)
    yield from (trouble for trouble in doubles if trouble.path == journey.place.path)
    for stage, touchpoint in touchpoints:
        place = touchpoint.place
        for index, word in ((i, w) for i, w in enumerate(touchpoint.after) if w not in ids):
            near = nearest(word, ids)
            values = {"word": word, "near": near or "", "known": ", ".join(by_nearness(word, ids))}
            values |= {"stage": stage.id, "journey": journey.id}
            yield Trouble(
                "unknown-touchpoint",
                place.path,
                touchpoint.span(f"after.{index}"),
                "near" if near else "",
                values,
                near,
                about=about[id(touchpoint)],
            )
        for index, word in ((i, w) for i, w in enumerate(touchpoint.personas) if walk.persona(w) is None):
            here = place._replace(span=touchpoint.span(f"personas.{index}"))
            yield replace(_persona_trouble(word, here, walk), repair=None, about=about[id(touchpoint)])


def strange_mindsets(persona: Persona, walk: Crosswalk) -> Iterator[Trouble]:
    """Yield the stages of a persona that no journey of hers has."""
    journeys = walk.travelled.get(persona.id, ())
    for mindset in persona.mindsets:
        about = {"persona": persona.id}
        word, place = mindset.stage, mindset.place
        if not walk.phases_of(word):
            near = walk.near_stage(word)
            known = tuple(stage.id for journey in journeys for stage in journey.stages) or PHASES.ids
            values = {"word": word, "near": near or "", "known": ", ".join(by_nearness(word, known))}
            yield Trouble(
                "unknown-stage", place.path, place.span, "near" if near else "", values, near, about=about
            )
        elif journeys and not any(walk.resolve(journey, word).stages for journey in journeys):
            values = {"persona": persona.id, "stage": word, "journey": journeys[0].id}
            yield Trouble("persona-outside-journey", place.path, place.span, "", values, about=about)


def mended_item(item: Item, walk: Crosswalk) -> tuple[Item, tuple[Trouble, ...]]:
    """Return an item that names only wishes of its personas, and the words in it that mean nothing."""
    troubles: list[Trouble] = list(_informal(item, walk)) + list(_strange_journey(item, walk))
    near = next((t.repair for t in troubles if t.values.get("key") == "journey"), None)
    item = replace(item, journey=near) if near else item
    ids = [
        id for word in (*item.personas, *item.also) if (id := walk.persona(word) or walk.near_persona(word))
    ]
    personas = [walk.personas[id] for id in ids]
    for key, wishes, rule, kind in _WISHES if personas else ():
        words: tuple[str, ...] = getattr(item, key)
        known: frozenset[str] = frozenset().union(*(getattr(persona, wishes) for persona in personas))
        if known.issuperset(words):
            continue
        nears = {word: nearest(word, sorted(known)) for word in words if word not in known}
        troubles += [
            _wish_trouble(item, key, words.index(w), w, rule, kind, near, known) for w, near in nears.items()
        ]
        mended: dict[str, Any] = {key: tuple(w for word in words if (w := nears.get(word, word)))}
        item = replace(item, **mended)
    return item, tuple(troubles)


def _wish_trouble(
    item: Item, key: str, index: int, word: str, rule: str, kind: str, near: str | None, known: Iterable[str]
) -> Trouble:
    listed = ", ".join(by_nearness(word, sorted(known)))
    end = "near" if near else ("" if listed else "none")
    variant = "-".join(part for part in (kind, end) if part)
    values = {"word": word, "near": near or "", "known": listed}
    return Trouble(
        rule, item.path, item.span(f"{key}.{index}"), variant, values, near, about={"item": item.id}
    )


def _strange_journey(item: Item, walk: Crosswalk) -> Iterator[Trouble]:
    ids = tuple(journey.id for journey in walk.journeys)
    if item.journey is None or item.journey in ids:
        return
    near = nearest(item.journey, ids)
    known = ", ".join(by_nearness(item.journey, ids))
    values = {"word": item.journey, "near": near or "", "known": known, "key": "journey"}
    variant = "near" if near else "journey"
    span = item.span("journey")
    yield Trouble("invalid-value", item.path, span, variant, values, near, about={"item": item.id})


def _informal(item: Item, walk: Crosswalk) -> Iterator[Trouble]:
    """Yield the stage and persona words that are names or aliases where the id is the canonical word."""
    for key, words, canonical in (("stage", item.stages, _stage_id), ("persona", item.personas, _persona_id),
                                  ("also", item.also, _persona_id)):  # fmt: skip
        for index, word in enumerate(words):
            id = canonical(word, item, walk)
            if id is not None and id != word:
                values = {"key": key, "word": word, "id": id}
                span = item.span(f"{key}.{index}")
                yield Trouble("informal-name", item.path, span, "", values, id, about={"item": item.id})


def _persona_id(word: str, item: Item, walk: Crosswalk) -> str | None:
    return walk.persona(word)


def _stage_id(word: str, item: Item, walk: Crosswalk) -> str | None:
    """Return the id that `word` stands for, or nothing when the word is an id or means nothing."""
    if word in walk.stage_ids:
        return None
    personas = [walk.persona(persona) for persona in item.personas]
    own = [journey for persona in personas if persona for journey in walk.travelled[persona]]
    for journey in own:
        stage = journey.named(word)
        if stage is not None:
            return stage.id
    phase = PHASES.find(word)
    if phase is not None:
        return phase.id
    known = (*walk.journeys, *walk.models)
    return next((stage.id for journey in known if (stage := journey.named(word))), None)


def twice(named: Iterable[tuple[str, Place, Mapping[str, str]]]) -> Iterator[Trouble]:
    """Yield a trouble at every place that shares its id with another."""
    places: dict[str, list[tuple[Place, Mapping[str, str]]]] = defaultdict(list)
    for id, place, about in named:
        places[id].append((place, about))
    for id, shared in places.items():
        for place, about in shared if len(shared) > 1 else ():
            other = next(p for p, _ in shared if p != place) if any(p != place for p, _ in shared) else place
            values = {"word": id, "other": f"{other.path}:{other.span.line}"}
            yield Trouble("duplicate-id", place.path, place.span, "", values, about=about)
