"""Which slots an item serves: stage words to stages, channels to touchpoints, journey by journey."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from klantreis.model.crosswalk import Crosswalk
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.moment import Moment
from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.placed import OpenEnd, Placed, Seat
from klantreis.model.slot import SlotId
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.trouble import Trouble, Value
from klantreis.model.vocabulary import PHASES

_tags = attrgetter("stages", "personas", "also", "channel", "journey", "touchpoint", "format", "intent")


def placed_by_path(items: Iterable[Item], walk: Crosswalk) -> Mapping[str, Placed]:
    """Return where each of `items` stands, by path; those with the same tags stand in the same place."""
    known: dict[object, Placed] = {}
    found: dict[str, Placed] = {}
    for item in items:
        tags = _tags(item)
        placed = known.get(tags)
        if placed is None:
            placed = place(item, walk)
            if not placed.troubles:
                known[tags] = placed
        found[item.path] = placed
    return found


def place(item: Item, walk: Crosswalk) -> Placed:
    """Return where `item` stands in every journey that its personas travel."""
    return _Placing(item, walk).placed()


class _Placing:
    """The placing of one item: remembers what was found on the way."""

    def __init__(self, item: Item, walk: Crosswalk) -> None:
        self.item, self.walk = item, walk
        self.troubles: list[Trouble] = []
        self.open_ends: list[OpenEnd] = []
        self.touchpoint_seen = item.touchpoint is None
        self.untold: list[tuple[Journey, Stage, str]] = []

    def placed(self) -> Placed:
        personas = self._personas()
        words = self._stage_words()
        seats = [each for persona in personas for each in self._for_persona(persona, words)]
        borrowers = list(self._borrowers(personas))
        borrowed = [each for persona in borrowers for each in self._place(persona, words, True)]
        self._judge_touchpoint(seats)
        self._open_for_missing(personas, words)
        unique = {each.slot: each for each in (*borrowed, *seats)}
        unique |= {each.slot: each for each in seats if not each.borrowed}
        return Placed(
            tuple(unique.values()),
            tuple(self.troubles),
            tuple(self.open_ends),
            tuple(personas),
            tuple(dict.fromkeys((*personas, *borrowers))),
        )

    def _trouble(self, rule: str, key: str, variant: str, repair: str | None, **values: Value) -> None:
        about = {"item": self.item.id} | {
            k: v for k, v in values.items() if k in ("journey", "persona", "stage") and isinstance(v, str)
        }
        self.troubles.append(
            Trouble(rule, self.item.path, self.item.span(key), variant, values, repair, about=about)
        )

    def _personas(self) -> list[str]:
        found: list[str] = []
        unknown = False
        for index, word in enumerate(self.item.personas):
            persona = self.walk.persona(word) or self._unknown_persona(f"persona.{index}", word)
            unknown |= persona is None
            found += [persona] if persona and persona not in found else []
        if unknown:
            self.open_ends.append(OpenEnd(None, self._all_stages()))
        return found

    def _unknown_persona(self, key: str, word: str) -> str | None:
        near = self.walk.near_persona(word)
        known = ", ".join(by_nearness(word, self.walk.personas))
        variant = "near" if near else ("known" if known else "none")
        if word not in self.walk.missing:
            self._trouble("unknown-persona", key, variant, near, word=word, near=near or "", known=known)
        return near

    def _borrowers(self, personas: list[str]) -> Iterator[str]:
        for index, word in enumerate(self.item.also):
            persona = self.walk.persona(word) or self._unknown_persona(f"also.{index}", word)
            if persona and persona not in personas:
                yield persona

    def _all_stages(self) -> frozenset[tuple[str, str]] | None:
        pairs = {
            (journey.id, stage.id)
            for journey in self.walk.journeys
            for word in self.item.stages
            for stage in self.walk.resolve(journey, word).stages
        }
        return frozenset(pairs) or None

    def _stage_words(self) -> list[str]:
        words: list[str] = []
        for index, word in enumerate(self.item.stages):
            if self._is_stage(word):
                words.append(word)
                continue
            near = self.walk.near_stage(word)
            known = ", ".join(by_nearness(word, self._own_stages() or PHASES.ids))
            self._trouble(
                "unknown-stage", f"stage.{index}", "near" if near else "", near,
                word=word, near=near or "", known=known,
            )  # fmt: skip
            words += [near] if near else []
        return words

    def _is_stage(self, word: str) -> bool:
        return bool(self.walk.phases_of(word))

    def _own_stages(self) -> tuple[str, ...]:
        personas = [self.walk.persona(word) for word in self.item.personas]
        journeys = [j for p in personas if p for j in self.walk.travelled[p]] or list(self.walk.journeys)
        return tuple(dict.fromkeys(stage.id for journey in journeys for stage in journey.stages))

    def _journeys(self, persona: str) -> tuple[Journey, ...]:
        travelled = self.walk.travelled[persona]
        if self.item.journey is None:
            return travelled
        return tuple(j for j in travelled if j.id == self.item.journey)

    def _for_persona(self, persona: str, words: list[str]) -> list[Seat]:
        seats = list(self._place(persona, words, False))
        if words and not seats:
            self._outside(persona, words)
        return seats

    def _outside(self, persona: str, words: list[str]) -> None:
        if self.item.journey is not None and all(j.id != self.item.journey for j in self.walk.journeys):
            self.open_ends.append(OpenEnd(frozenset({persona}), self._all_stages()))
            return
        index = next((i for i, w in enumerate(self.item.personas) if self.walk.persona(w) == persona), 0)
        journeys = self._journeys(persona)
        variant = "" if journeys else ("journey" if self.item.journey else "none")
        name = journeys[0].id if journeys else (self.item.journey or "")
        self._trouble(
            "persona-outside-journey", f"persona.{index}", variant, None,
            persona=persona, stage=words[0], journey=name,
        )  # fmt: skip

    def _place(self, persona: str, words: list[str], borrowed: bool) -> Iterator[Seat]:
        for journey in self._journeys(persona):
            for word in words:
                stages, is_exact = self.walk.resolve(journey, word)
                stages, is_exact = self._decided(stages, is_exact)
                for stage in stages:
                    touchpoint = self._touchpoint(journey, stage, persona, is_exact and not borrowed)
                    slot = SlotId(journey.id, persona, stage.id, touchpoint.id if touchpoint else None)
                    moment = Moment(journey, stage, touchpoint, persona)
                    yield Seat(slot, borrowed or not is_exact, moment)

    def _decided(self, stages: tuple[Stage, ...], is_exact: bool) -> tuple[tuple[Stage, ...], bool]:
        """Let the touchpoint choose among the stages of a phase."""
        named = self.item.touchpoint
        if is_exact or named is None:
            return stages, is_exact
        holding = tuple(s for s in stages if any(t.id == named for t in s.touchpoints))
        return (holding, True) if len(holding) == 1 else (stages, False)

    def _touchpoint(self, journey: Journey, stage: Stage, persona: str, tell: bool) -> Touchpoint | None:
        touchpoints = stage.touchpoints_for(persona)
        if not touchpoints:
            return None
        named = next((t for t in touchpoints if t.id == self.item.touchpoint), None)
        if named is not None:
            self.touchpoint_seen = True
            return named
        fitting = self._fitting(touchpoints)
        if len(fitting) == 1:
            return fitting[0]
        if tell:
            self.untold.append((journey, stage, persona))
        return None

    def _fitting(self, touchpoints: tuple[Touchpoint, ...]) -> list[Touchpoint]:
        if self.item.channel is None:
            return list(touchpoints)
        fitting = [t for t in touchpoints if t.channel in (None, self.item.channel)]
        for word, allowed in ((self.item.format, "formats"), (self.item.intent, "intents")):
            if len(fitting) > 1 and word is not None:
                fitting = [t for t in fitting if word in getattr(t, allowed)] or fitting
        return fitting

    def _judge_touchpoint(self, seats: list[Seat]) -> None:
        if not self.touchpoint_seen and seats:
            self._strange_touchpoint([seat.slot for seat in seats])
        elif self.untold and self.item.touchpoint is None:
            self._ambiguous(*self.untold[0])
            self.open_ends += [self._one_of(*each) for each in self.untold]

    def _strange_touchpoint(self, slots: list[SlotId]) -> None:
        named = self.item.touchpoint or ""
        journeys = [j for j in self.walk.journeys if any(slot.journey == j.id for slot in slots)]
        home = next(((j, s) for j in journeys if (s := j.stage_of_touchpoint(named))), None)
        first = slots[0]
        stages = {(slot.journey, slot.stage) for slot in slots}
        self.open_ends.append(
            OpenEnd(
                frozenset(slot.persona for slot in slots),
                frozenset(stages | ({(home[0].id, home[1])} if home else set())),
            )
        )
        if home:
            self._trouble(
                "touchpoint-outside-stage", "touchpoint", "persona" if home[1] == first.stage else "", None,
                word=named, stage=first.stage, home=home[1], journey=home[0].id, persona=first.persona,
            )  # fmt: skip
            return
        known = [t.id for j in journeys for s in j.stages if (j.id, s.id) in stages for t in s.touchpoints]
        near = nearest(named, known)
        variant = "near" if near else ("" if known else "none")
        self._trouble(
            "unknown-touchpoint", "touchpoint", variant, near,
            word=named, near=near or "", known=", ".join(by_nearness(named, known)),
            stage=first.stage, journey=first.journey,
        )  # fmt: skip

    def _ambiguous(self, journey: Journey, stage: Stage, persona: str) -> None:
        if self.item.channel is None:
            return
        touchpoints = stage.touchpoints_for(persona)
        fitting = self._fitting(touchpoints)
        names = ", ".join(t.id for t in (fitting or touchpoints))
        self._trouble(
            "ambiguous-touchpoint", "channel", "" if fitting else "none", None,
            stage=stage.id, journey=journey.id, persona=persona, channel=self.item.channel, touchpoints=names,
        )  # fmt: skip

    def _one_of(self, journey: Journey, stage: Stage, persona: str) -> OpenEnd:
        """Return the touchpoints of a stage that the item may be meant for."""
        fitting = self._fitting(stage.touchpoints_for(persona))
        return OpenEnd(
            frozenset({persona}), frozenset({(journey.id, stage.id)}), frozenset(t.id for t in fitting)
        )

    def _open_for_missing(self, personas: list[str], words: list[str]) -> None:
        lacks_stage = len(words) < max(len(self.item.stages), 1)
        lacks_persona = not self.item.personas
        if lacks_stage or lacks_persona:
            stages = None if lacks_stage else self._all_stages()
            self.open_ends.append(OpenEnd(frozenset(personas) or None, stages))
