"""Rules of an organisation's own: written in YAML, or as Python modules that hold rules like ours."""

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import yaml

from klantreis.errors import OperatorError
from klantreis.finding import Evidence, Problem, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.pattern import PathPattern
from klantreis.model.project import Project
from klantreis.model.span import START
from klantreis.model.vocabulary import FACETS, PHASES, STATUSES, Term, Vocabulary
from klantreis.model.words import Words
from klantreis.read.item_record import item_keys
from klantreis.read.node import compose_yaml
from klantreis.read.notes import Notes
from klantreis.read.position import Lines
from klantreis.read.record import Field, Record
from klantreis.read.shape import Bilingual, Choice, Many, Number, Text
from klantreis.rule import Examples, Options, Rule

_SEVERITIES = Vocabulary("severity", tuple(Term(s, s, s) for s in ("info", "warning", "error")))
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_TEXTS = Field(Many(Text()))

SELECT = Record(
    {
        "path": _TEXTS, "stage": _TEXTS, "phase": Field(Many(Choice(PHASES))), "persona": _TEXTS,
        "channel": _TEXTS, "format": _TEXTS, "journey": _TEXTS, "owner": _TEXTS, "campaign": _TEXTS,
        "lang": _TEXTS, "status": Field(Many(Choice(STATUSES))),
    }
)  # fmt: skip
REQUIRE = Record(
    {
        "fields": Field(Many(Text()), about="Keys of the front matter that must be filled in"),
        "facets": Field(Many(Choice(FACETS)), about="What the text must speak of"),
        "words": Field(Many(Text()), about="One of these must be in the text"),
        "at_least": Field(Number(), about="Words of running text"),
        "at_most": Field(Number(), about="Words of running text"),
    }
)
FORBID = Record(
    {
        "words": Field(Many(Text()), about="None of these may be in the text"),
        "facets": Field(Many(Choice(FACETS)), about="What the text must not speak of"),
    }
)
OWN_RULE = Record(
    {
        "name": Field(Text(), True),
        "severity": Field(Choice(_SEVERITIES)),
        "message": Field(Bilingual(), True),
        "why": Field(Bilingual()),
        "select": Field(SELECT),
        "require": Field(REQUIRE),
        "forbid": Field(FORBID),
    }
)


def read_own_rules(text: str, path: str, known: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules in a YAML file: one rule, or a list; raises OperatorError with the place."""
    composed = compose_yaml(text)
    notes = Notes(path, text)
    if composed.flaw is not None or composed.root is None:
        at = composed.flaw.at if composed.flaw else 0
        span = notes.at(at, at)
        raise OperatorError(f"{path}:{span.line}:{span.column}: these rules cannot be read as YAML")
    listed = isinstance(composed.root, yaml.SequenceNode)
    records = [
        OWN_RULE.read(node, "", notes) for node in (composed.root.value if listed else [composed.root])
    ]
    for trouble in notes.troubles:
        where = f"{path}:{trouble.span.line}:{trouble.span.column}"
        said = trouble.values.get("key") or trouble.values.get("keys") or trouble.values.get("word")
        raise OperatorError(f"{where}: {trouble.rule.replace('-', ' ')}: '{said}'")
    return tuple(_rule(record, path, known) for record in records if record)


def _rule(record: Mapping[str, Any], path: str, known: frozenset[str]) -> Rule:
    name = record["name"]
    if not _NAME.match(name):
        raise OperatorError(f"{path}: '{name}' is no name for a rule; write small letters and hyphens")
    if name in known:
        raise OperatorError(f"{path}: there is a rule '{name}' already; choose another name")
    for key in (record.get("require") or {}).get("fields", ()):
        if key not in item_keys():
            raise OperatorError(f"{path}: rule '{name}' requires '{key}', which is no key of an item")
    message: Words = record["message"]
    return Rule(
        name=name,
        code=f"OWN-{name}",
        family="own",
        severity=Severity[(record.get("severity") or "warning").upper()],
        basis="house opinion",
        messages={"": Words(*(text.replace("{", "{{").replace("}", "}}") for text in message))},
        check=_check(record),
        manual=record.get("why") or message,
        examples=Examples({}, {}),
    )


def _check(record: Mapping[str, Any]) -> Callable[[Project, Options], Iterator[Problem]]:
    select, require, forbid = (record.get(key) or {} for key in ("select", "require", "forbid"))
    forbidden = _phrases(forbid.get("words", ()))
    required = _phrases(require.get("words", ()))

    def check(project: Project, options: Options) -> Iterator[Problem]:
        for item in project.items:
            if item.has_text and _is_selected(item, select, project):
                yield from _missing(item, require, required, project)
                yield from _unwanted(item, forbid, forbidden, project)

    return check


def _phrases(words: tuple[str, ...]) -> re.Pattern[str] | None:
    alternatives = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)
    return re.compile(alternatives, re.IGNORECASE) if words else None


def _is_selected(item: Item, select: Mapping[str, Any], project: Project) -> bool:
    stages = project.stages_of(item)
    facts: Mapping[str, set[str | None]] = {
        "stage": {stage.id for _, stage in stages},
        "phase": {phase for _, stage in stages for phase in stage.phases},
        "journey": {journey.id for journey, _ in stages},
        "persona": set(item.personas),
        "channel": {item.channel},
        "format": {item.format},
        "owner": {item.owner},
        "campaign": {item.campaign},
        "status": {item.status},
        "lang": {item.lang or project.language},
    }
    paths = select.get("path", ())
    if paths and not any(PathPattern(pattern).matches(item.path) for pattern in paths):
        return False
    return all(set(select[key]) & facts[key] for key in facts if select.get(key))


def _missing(
    item: Item, require: Mapping[str, Any], phrases: re.Pattern[str] | None, project: Project
) -> Iterator[Problem]:
    message = item.message
    strengths = [message.strength(facet).points for facet in require.get("facets", ())] if message else []
    count = message.words if message else 0
    lacks = (
        any(getattr(item, _ATTRIBUTES.get(key, key)) in (None, (), "") for key in require.get("fields", ()))
        or any(points <= 0 for points in strengths)
        or (phrases is not None and not phrases.search(project.texts.get(item.path, "")))
        or count < require.get("at_least", 0)
        or count > require.get("at_most", count)
    )
    if lacks:
        yield Problem(item.path, item.marks.get("title", START), subject=Subject(item=item.id))


_ATTRIBUTES = {"stage": "stages", "persona": "personas", "ignore": "suppressions"}


def _unwanted(
    item: Item, forbid: Mapping[str, Any], phrases: re.Pattern[str] | None, project: Project
) -> Iterator[Problem]:
    for facet in forbid.get("facets", ()) if item.message else ():
        spans = item.message.strength(facet).spans if item.message else ()
        if spans:
            evidence = tuple(Evidence(span, facet) for span in spans)
            yield Problem(item.path, spans[0], subject=Subject(item=item.id, detail=facet), evidence=evidence)
    yield from (
        _words(item, phrases, project.texts.get(item.path, "").removeprefix("\ufeff")) if phrases else ()
    )


def _words(item: Item, phrases: re.Pattern[str], text: str) -> Iterator[Problem]:
    lines = Lines(text)
    for found in phrases.finditer(text):
        span = lines.span(found.start(), found.end())
        if span.line >= item.body_line:
            yield Problem(item.path, span, subject=Subject(item=item.id, detail=found[0].lower()))


def plugged_in(modules: tuple[str, ...], known: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules in Python modules named by the configuration; raises OperatorError without them."""
    return tuple(rule for name in modules for rule in _rules_of(name, known))


def _rules_of(name: str, known: frozenset[str]) -> Iterator[Rule]:
    try:
        module = importlib.import_module(name)
    except Exception as error:  # whatever somebody else's module does wrong is theirs to mend
        raise OperatorError(f"the module '{name}' with own rules cannot be loaded: {error}") from error
    rules = [value for value in vars(module).values() if isinstance(value, Rule)]
    if not rules:
        raise OperatorError(f"the module '{name}' holds no rule; decorate a check with klantreis.rule.rule")
    for rule in rules:
        if rule.name in known or rule.code in known:
            raise OperatorError(f"module '{name}': rule '{rule.name}' ({rule.code}) is taken; choose others")
        yield replace(rule, family="own")
