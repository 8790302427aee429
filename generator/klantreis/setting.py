"""What journeys say about rules, judged by the rules that there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from klantreis.finding import Severity
from klantreis.model.journey import Journey
from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.project import Project
from klantreis.model.trouble import Trouble, Value
from klantreis.model.words import Words
from klantreis.rule import Option, Rule

LEVELS = {"info": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}
SEVERITIES = ("off", *LEVELS)

_WANTED: Mapping[type, Words] = {
    bool: Words("true of false", "true or false"),
    int: Words("een heel getal", "a whole number"),
    float: Words("een getal", "a number"),
    str: Words("een woord", "a word"),
}


def with_settings(project: Project, rules: Sequence[Rule], *, is_complete: bool = True) -> Project:
    """Return the project with the settings in its journeys judged, each fault noted where it stands.

    A slip counts as what was meant, and what cannot be understood counts for nothing. `is_complete`
    says that `rules` are all there are; without it a name that is like no other may still be one.
    """
    judge = _Judge({word: rule for rule in rules for word in (rule.name, rule.code)}, is_complete)
    journeys = tuple(judge.settled(journey) if journey.rules else journey for journey in project.journeys)
    if journeys == project.journeys:
        return project
    troubles = (*project.read_troubles, *judge.troubles)
    return replace(project, journeys=journeys, read_troubles=troubles)


@dataclass
class _Judge:
    """The rules by name and code, and the faults found on the way through one project."""

    rules: Mapping[str, Rule]
    is_complete: bool
    troubles: list[Trouble] = field(default_factory=list)

    def settled(self, journey: Journey) -> Journey:
        """Return the journey with settings that can be trusted, by the names of rules."""
        settings = dict(self._settings(journey))
        return journey if settings == journey.rules else replace(journey, rules=settings)

    def _settings(self, journey: Journey) -> Iterator[tuple[str, Any]]:
        for word, said in journey.rules.items():
            rule = self.rules.get(word) or self._meant(word, journey)
            if rule is None:
                continue
            if not isinstance(said, Mapping):
                level = self._level(said, rule, word, journey)
                if level is not None:
                    yield rule.name, level
                continue
            yield rule.name, dict(self._table(said, rule, word, journey))

    def _meant(self, word: str, journey: Journey) -> Rule | None:
        near = nearest(word, self.rules)
        if near is not None:
            self._note(journey, f"rules.{word}", "near", near, key="rules", word=word, near=near)
            return self.rules[near]
        if self.is_complete:
            names = [name for name, rule in self.rules.items() if name == rule.name]
            known = ", ".join(by_nearness(word, names, 3))
            self._note(journey, f"rules.{word}", "choice", None, key="rules", word=word, known=known)
        return None

    def _level(self, said: Any, rule: Rule, word: str, journey: Journey) -> str | bool | None:
        if isinstance(said, bool) or (isinstance(said, str) and said in SEVERITIES):
            return said
        near = nearest(said, SEVERITIES) if isinstance(said, str) else None
        if near is not None:
            self._note(journey, f"rules.{word}=", "near", near, key=rule.name, word=str(said), near=near)
        else:
            known = ", ".join(SEVERITIES)
            self._note(journey, f"rules.{word}=", "choice", None, key=rule.name, word=str(said), known=known)
        return near

    def _table(
        self, said: Mapping[str, Any], rule: Rule, word: str, journey: Journey
    ) -> Iterator[tuple[str, Any]]:
        options = {option.name: option for option in rule.options if option.by_journey}
        for name, value in said.items():
            if name == "severity":
                level = self._level(value, rule, word, journey)
                yield from [(name, level)] if level is not None else []
                continue
            option = options.get(name) or self._meant_option(name, rule, word, journey, options)
            if option is not None and self._suits(value, option, f"rules.{word}.{name}=", journey):
                yield option.name, value

    def _meant_option(
        self, name: str, rule: Rule, word: str, journey: Journey, options: Mapping[str, Option]
    ) -> Option | None:
        near = nearest(name, (*options, "severity"))
        at = f"rules.{word}.{name}"
        if near is not None:
            self._note(journey, at, "near", near, key=rule.name, word=name, near=near)
            return options.get(near)
        known = ", ".join(("severity", *options))
        self._note(journey, at, "choice", None, key=rule.name, word=name, known=known)
        return None

    def _suits(self, value: object, option: Option, at: str, journey: Journey) -> bool:
        wanted = type(option.default)
        if isinstance(value, wanted) and (isinstance(value, bool) == (wanted is bool)):
            return True
        said = Words.same(f"'{value}'")
        self._note(journey, at, "kind", None, key=option.name, wanted=_WANTED[wanted], found=said)
        return False

    def _note(self, journey: Journey, at: str, variant: str, repair: str | None, **values: Value) -> None:
        if at not in journey.marks:  # inherited: its own file says so
            return
        place, about = journey.at(at), {"journey": journey.id}
        self.troubles.append(
            Trouble("invalid-value", place.path, place.span, variant, values, repair, about=about)
        )
