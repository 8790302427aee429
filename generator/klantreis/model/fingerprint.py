"""Fingerprints: eight hex digits that change when a persona or touchpoint comes to mean something else.

They cover what a writer goes by. Housekeeping (owner, dates, weight, evidence, need) and the order of
lists leave them as they are.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from klantreis.model.journey import Journey
from klantreis.model.moment import Moment
from klantreis.model.persona import Influencer, Mindset, Pain, Persona, Question
from klantreis.model.slot import SlotId
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.words import Words

DIGITS = 8

Said = str | int | bool | None | list["Said"]


def fingerprints_of(personas: Iterable[Persona], journeys: Iterable[Journey]) -> Mapping[str, str]:
    """Return the fingerprints of personas by id, and of touchpoints by slot id and by their own id."""
    places = [(j, s, t) for j in journeys for s in j.stages for t in s.touchpoints]
    stamps = {(j.id, s.id, t.id): fingerprint_of(t) for j, s, t in places}
    found = {touchpoint: stamp for (_, _, touchpoint), stamp in reversed(stamps.items())}
    for journey, stage, touchpoint in places:
        for persona in journey.persona_ids:
            slot = SlotId(journey.id, persona, stage.id, touchpoint.id)
            found[str(slot)] = stamps[journey.id, stage.id, touchpoint.id]
    return found | {persona.id: fingerprint_of(persona) for persona in personas}


def ids_at(moments: Sequence[Moment]) -> Iterable[str]:
    """Return the ids under which `fingerprints_of` has the personas and touchpoints of `moments`."""
    slots = (SlotId(m.journey.id, m.persona, m.stage.id, m.touchpoint.id) for m in moments if m.touchpoint)
    return dict.fromkeys([*(moment.persona for moment in moments), *map(str, slots)])


def fingerprint_of(definition: Persona | Touchpoint) -> str:
    """Return the fingerprint of a persona or a touchpoint."""
    said = _persona(definition) if isinstance(definition, Persona) else _touchpoint(definition)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _persona(persona: Persona) -> list[Said]:
    # Only where it is said, so that personas without one keep the fingerprint that reviews rest on.
    level: list[Said] = [persona.reading_level] if persona.reading_level else []
    return [
        persona.name,
        persona.segment,
        _sorted(persona.channels),
        _sorted(persona.devices),
        _sorted(map(_influencer, persona.influencers)),
        _sorted(map(_mindset, persona.mindsets)),
        _plain(persona.description),
        *level,
    ]


def _influencer(influencer: Influencer) -> list[Said]:
    questions = _sorted(map(_question, influencer.questions))
    return [influencer.id, _words(influencer.role), _sorted(map(_words, influencer.cares_about)), questions]


def _mindset(mindset: Mindset) -> list[Said]:
    return [
        mindset.stage,
        _sorted(map(_question, mindset.questions)),
        _sorted(map(_pain, mindset.pains)),
        _sorted([gain.id, _words(gain.gain)] for gain in mindset.gains),
        _sorted(map(_words, mindset.triggers)),
        mindset.feeling,
    ]


def _question(question: Question) -> list[Said]:
    return [question.id, _words(question.ask)]


def _pain(pain: Pain) -> list[Said]:
    return [pain.id, _words(pain.pain), _words(pain.prevent), _words(pain.turn)]


def _touchpoint(touchpoint: Touchpoint) -> list[Said]:
    return [
        _words(touchpoint.name),
        touchpoint.channel,
        touchpoint.device,
        _words(touchpoint.context),
        _words(touchpoint.action),
        _words(touchpoint.trigger),
        _sorted(touchpoint.formats),
        _sorted(touchpoint.intents),
        touchpoint.sale,
        _words(touchpoint.no_sale_reason),
        _sorted(touchpoint.after),
        touchpoint.feeling,
    ]


def _words(words: Words | None) -> Said:
    return None if words is None else [_plain(words.nl), _plain(words.en)]


def _plain(text: str) -> str:
    """Return a text without its line breaks and double spaces, which mean nothing."""
    return " ".join(text.split())


def _sorted(parts: Iterable[Said]) -> list[Said]:
    return sorted(parts, key=lambda part: json.dumps(part, ensure_ascii=False))
