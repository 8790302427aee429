"""What a rule is: a named check with its manual, its messages, its options and its examples."""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import Any

from klantreis.finding import Edit, Fix, Problem, Severity, Subject
from klantreis.model.audience import Shortfall
from klantreis.model.item import Item
from klantreis.model.journey import Journey
from klantreis.model.project import Project
from klantreis.model.trouble import Trouble, Value
from klantreis.model.words import Words

FAMILIES = (
    "reading", "reference", "coverage", "message", "flow",
    "channel", "timing", "money", "definition", "suppression", "own",
)  # fmt: skip

BASES = ("law", "research", "practice", "house opinion")
"""The kinds of evidence that a rule can rest on."""

Options = Mapping[str, Any]
Check = Callable[[Project, Options], Iterator[Problem]]
Sight = Callable[[Project, Item], Hashable]


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a rule: its default gives its type, `choices` its allowed words.

    With `by_journey` a journey can set it for itself, under `rules`.
    """

    name: str
    default: Any
    about: Words
    choices: tuple[str, ...] = ()
    by_journey: bool = False


@dataclass(frozen=True, slots=True)
class Examples:
    """Three small virtual projects, path → text, laid over the same tiny base project.

    `good` stays silent. `bad` fires, exactly where its `⟦…⟧` stand. `fixed` is what the fix
    makes of `bad`, for rules that have one.
    """

    good: Mapping[str, str]
    bad: Mapping[str, str]
    fixed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its name is the interface, its code a serial number that never changes meaning.

    What a `local` rule finds in an item rests on that item, on those that it is linked with (either way)
    and on the definitions, never on the other items. `sees` is for a rule that is not local and goes by
    texts: what it makes of the text of one item.
    """

    name: str
    code: str
    family: str
    severity: Severity
    basis: str
    messages: Mapping[str, Words]
    check: Check
    manual: Words
    examples: Examples
    options: tuple[Option, ...] = ()
    fixable: bool = False
    local: bool = False
    sees: Sight | None = None

    @property
    def summary(self) -> Words:
        """The first line of the manual, in both languages."""
        return Words(*(text.strip().split("\n", 1)[0] for text in self.manual))

    def says(self, problem: Problem) -> Words:
        """Return the message for `problem` in both languages."""
        words, values = self.messages[problem.variant], problem.values
        if not any(isinstance(value, Words) for value in values.values()):
            return Words(words.nl.format_map(values), words.en.format_map(values))
        return Words(*(_fill(words.said(language), values, language) for language in ("nl", "en")))


def _fill(template: str, values: Mapping[str, Value], language: str) -> str:
    said = {k: v.said(language) if isinstance(v, Words) else v for k, v in values.items()}
    return template.format_map(said)


def rule(
    *,
    code: str,
    severity: Severity,
    basis: str,
    messages: Mapping[str, Words] | Words,
    manual_nl: str,
    examples: Examples,
    options: tuple[Option, ...] = (),
    fixable: bool = False,
    local: bool = False,
    sees: Sight | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of the decorated check; its file gives the name, its folder the family.

    The module docstring is the manual in English, `manual_nl` the same in Dutch.
    """

    def decorate(check: Check) -> Rule:
        module = sys.modules[check.__module__]
        _, family, name = module.__name__.rsplit(".", 2)
        return Rule(
            name=name.replace("_", "-"),
            code=code,
            family=family,
            severity=severity,
            basis=basis,
            messages=messages if not isinstance(messages, Words) else {"": messages},
            check=check,
            manual=Words(nl=manual_nl.strip(), en=(module.__doc__ or "").strip()),
            examples=examples,
            options=options,
            fixable=fixable,
            local=local,
            sees=sees,
        )

    return decorate


def within(journey: Journey, name: str, options: Options) -> Options:
    """Return the options of the rule `name` as they hold in one journey."""
    own = journey.rules.get(name)
    return {**options, **own} if isinstance(own, Mapping) else options


def reported(project: Project, name: str) -> Iterator[Problem]:
    """Yield a problem for each trouble that reading, placing or linking left for the rule `name`."""
    for trouble in project.troubles.get(name, ()):
        yield Problem(
            path=trouble.path,
            span=trouble.span,
            values=trouble.values,
            variant=trouble.variant,
            subject=Subject(**trouble.about, detail=_detail(trouble)),
            fixes=_repair(trouble),
        )


def unmet(project: Project, kind: str) -> Iterator[Problem]:
    """Yield a problem at each wish of one kind (question, pain or gain) that no published item meets."""
    for wish in project.gaps.wishes:
        if wish.kind == kind:
            yield Problem(
                path=wish.place.path,
                span=wish.place.span,
                variant="started" if wish.items else "",
                values={kind: wish.id, "persona": wish.persona, "item": "".join(wish.items[:1])},
                subject=Subject(journey=wish.journey, persona=wish.persona, stage=wish.stage, detail=wish.id),
            )


def fallen_short(shortfall: Shortfall, detail: str | None = None, **values: Value) -> Problem:
    """Return the problem that all items of a stage together leave some personas without something."""
    journey, stage, personas, _ = shortfall
    return Problem(
        path=stage.place.path,
        span=stage.place.span,
        values={"stage": stage.id, "journey": journey.id, "personas": ", ".join(personas), **values},
        subject=Subject(journey=journey.id, persona=personas[0], stage=stage.id, detail=detail),
    )


def _detail(trouble: Trouble) -> str | None:
    """Return the word or key at fault, which tells two troubles of one file apart."""
    return next((str(trouble.values[k]) for k in ("word", "key", "keys") if k in trouble.values), None)


def _repair(trouble: Trouble) -> tuple[Fix, ...]:
    if trouble.repair is None:
        return ()
    return (Fix((Edit(trouble.path, trouble.repair_at or trouble.span, trouble.repair),)),)


@cache
def all_rules(package: str = "klantreis.rules") -> tuple[Rule, ...]:
    """Return every rule below `package`, by code: a walk over its modules, no list to edit."""
    found = (_rule_of(module) for module in _modules(importlib.import_module(package)))
    return tuple(sorted((r for r in found if r is not None), key=lambda r: r.code))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for entry in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not entry.ispkg:
            yield importlib.import_module(entry.name)


def _rule_of(module: ModuleType) -> Rule | None:
    return next((value for value in vars(module).values() if isinstance(value, Rule)), None)
