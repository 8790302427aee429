"""The engine: runs the rules over a project and makes findings of their problems."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from klantreis.baseline import DEFAULT_PATH, Accepted, read_baseline, stale, weigh
from klantreis.config import Config
from klantreis.errors import OperatorError
from klantreis.finding import Finding, Problem, Severity
from klantreis.model.journey import Journey
from klantreis.model.nearest import nearest
from klantreis.model.project import Project
from klantreis.model.spoilt import Spoilt
from klantreis.models import built_in
from klantreis.read.project import read_project
from klantreis.rule import FAMILIES, Option, Rule, all_rules
from klantreis.setting import LEVELS as LEVELS
from klantreis.setting import SEVERITIES, with_settings
from klantreis.suppress import suppress


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule as this project wants it: its options, and its severity where that was changed."""

    rule: Rule
    options: Mapping[str, Any]
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one run found: the one value that terminal, JSON, CI formats and site all show."""

    project: Project
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...] = ()
    """Every rule there is here, whether it ran or not: ours, and the organisation's own."""

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that nobody excused."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)


def run(texts: Mapping[str, str], config: Config, today: datetime.date) -> Result:
    """Read and check a project held in memory, with every rule."""
    project = read_project(texts, config, today, built_in())
    baseline = config.baseline or DEFAULT_PATH
    accepted = read_baseline(texts[baseline], baseline) if baseline in texts else ()
    return check(project, activate(all_rules(), config), config, accepted)


def check(
    project: Project,
    rules: Sequence[ActiveRule],
    config: Config = Config(),  # noqa: B008
    accepted: Sequence[Accepted] = (),
    around: Sequence[Finding] | None = None,
) -> Result:
    """Return the findings of `rules` on `project`, in order of place, excused and accepted ones marked.

    Where `project` is a part of one, `around` has what the rules that are not local find: only the others
    are asked.
    """
    known = tuple({rule.name: rule for rule in (*all_rules(), *(a.rule for a in rules))}.values())
    project = with_settings(project, known, is_complete=not (config.own_rules or config.plugins))
    names = {word: rule.name for rule in known for word in (rule.name, rule.code)}
    asked = [a for a in rules if around is None or a.rule.local]
    first = [a for a in asked if a.rule.family != "suppression"]
    last = [a for a in asked if a.rule.family == "suppression"]
    found = (*_found(project, first, config), *(around or ()))
    marked, unused = suppress(found, project.suppressions, names, project.today)
    # Whether an exception for a rule that did not run is needed, nobody knows.
    active = {a.rule.name for a in rules}
    judged = tuple(s for s in unused if names.get(s.rule, s.rule) in active or s.rule not in names)
    baseline = config.baseline or DEFAULT_PATH

    def about_exceptions(left: Sequence[Accepted]) -> Sequence[Finding]:
        late = _found(replace(project, unused=judged, stale=stale(left, baseline)), last, config)
        return suppress(late, project.suppressions, names, project.today).findings

    weighed = weigh((*marked, *about_exceptions(())), accepted, project, baseline)
    left = tuple(entry for entry in weighed.stale if entry.rule in active)
    findings = weighed.findings
    if left:  # which entries accept nothing is known only now; they come on top of what there was
        known_already = {finding.order for finding in findings}
        findings += tuple(f for f in about_exceptions(left) if f.order not in known_already)
    return Result(project, tuple(sorted(findings, key=lambda finding: finding.order)), known)


def _found(project: Project, rules: Sequence[ActiveRule], config: Config) -> list[Finding]:
    spoilt = project.spoilt
    return [
        finding
        for active in rules
        for problem in active.rule.check(project, active.options)
        if active.rule.family == "reading" or not _is_explained(problem, spoilt)
        if (finding := _finding(problem, active, config, project.journey_by_id)) is not None
    ]


def _is_explained(problem: Problem, spoilt: Spoilt) -> bool:
    """Say whether a problem may only come from a file that could not be read: that is one finding already."""
    return problem.path in spoilt.paths or problem.subject.journey in spoilt.journeys


def _finding(
    problem: Problem, active: ActiveRule, config: Config, journeys: Mapping[str, Journey]
) -> Finding | None:
    rule = active.rule
    severity = _severity(problem, active, config, journeys)
    if severity is None:
        return None
    return Finding(
        rule=rule.name,
        code=rule.code,
        family=rule.family,
        severity=severity,
        message=rule.says(problem),
        path=problem.path,
        span=problem.span,
        subject=problem.subject,
        score=problem.score,
        evidence=problem.evidence,
        fixes=problem.fixes,
    )


def _severity(
    problem: Problem, active: ActiveRule, config: Config, journeys: Mapping[str, Journey]
) -> Severity | None:
    """Return the severity that counts here, or nothing where it was turned off.

    What is said of the path goes first, then the journey, the configuration, and the rule itself.
    A rule that is off on a path still finds: its findings are excused.
    """
    own = active.severity or problem.severity or active.rule.severity
    journey = journeys.get(problem.subject.journey or "")
    for per_file in config.per_file:
        level = _level(per_file.rules, active.rule) if per_file.path.matches(problem.path) else None
        if level in LEVELS:
            return LEVELS[level]
    level = _level(journey.rules, active.rule) if journey else None
    return None if level == "off" else LEVELS.get(level or "", own)


def _level(settings: Mapping[str, Any], rule: Rule) -> str | None:
    """Return the severity that settings give a rule: a word, or a table with one."""
    setting = settings.get(rule.name, settings.get(rule.code))
    level = setting.get("severity") if isinstance(setting, Mapping) else setting
    return "off" if level is False else (level if isinstance(level, str) else None)


def activate(
    rules: Sequence[Rule], config: Config, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[ActiveRule, ...]:
    """Return the rules that run, with their settings.

    `select` and `ignore` hold names, codes or families. Raises OperatorError for a word that is
    none of these, and for a setting that a rule does not know.
    """
    chosen = _named(rules, select) or {rule.name for rule in rules}
    left = _named(rules, ignore)
    settings = _settings(rules, config.rules)
    for per_file in config.per_file:
        _judge_per_file(_settings(rules, per_file.rules))
    active = (_active(rule, settings.get(rule.name), bool(tuple(select))) for rule in rules
              if rule.name in chosen and rule.name not in left)  # fmt: skip
    return tuple(a for a in active if a is not None)


def _named(rules: Sequence[Rule], words: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for word in words:
        named = {r.name for r in rules if word in (r.name, r.code, r.family) or word.upper() == r.code}
        if not named and word.lower() == "all":
            named = {r.name for r in rules}
        if not named and word not in FAMILIES:
            raise OperatorError(
                _unknown("rule", word, [w for r in rules for w in (r.name, r.code, r.family)])
            )
        found |= named
    return found


def _unknown(what: str, word: str, known: Iterable[str]) -> str:
    near = nearest(word, tuple(dict.fromkeys(known)))
    hint = f"did you mean '{near}'?" if near else "`klantreis rule` lists them all"
    return f"unknown {what} '{word}'; {hint}"


def _settings(rules: Sequence[Rule], configured: Mapping[str, Any]) -> dict[str, Any]:
    names = {word: r.name for r in rules for word in (r.name, r.code)}
    for word in configured:
        if word not in names:
            raise OperatorError(_unknown("rule", word, names))
    return {names[word]: setting for word, setting in configured.items()}


def _judge_per_file(settings: Mapping[str, Any]) -> None:
    for name, setting in settings.items():
        for option in setting if isinstance(setting, Mapping) else ():
            if option != "severity":
                is_slip = nearest(option, ["severity"])
                hint = "did you mean 'severity'?" if is_slip else "options hold for all files"
                raise OperatorError(f"rule '{name}': per_file has no option '{option}'; {hint}")
        _judge_level(name, setting.get("severity", True) if isinstance(setting, Mapping) else setting)


def _judge_level(name: str, level: object) -> None:
    if isinstance(level, bool) or level in SEVERITIES:
        return
    if not isinstance(level, str):
        raise OperatorError(f"rule '{name}': write off, info, warning, error or a table, not {level!r}")
    near = nearest(level, SEVERITIES)
    hint = f"did you mean '{near}'?" if near else "write off, info, warning or error"
    raise OperatorError(f"rule '{name}': unknown severity '{level}'; {hint}")


def _active(rule: Rule, setting: Any, is_selected: bool) -> ActiveRule | None:
    table = setting if isinstance(setting, Mapping) else {"severity": True if setting is None else setting}
    level, own = table.get("severity", True), {k: v for k, v in table.items() if k != "severity"}
    _judge_level(rule.name, level)
    options = {option.name: option.default for option in rule.options} | dict(_options(rule, own))
    if level in ("off", False) and not is_selected:
        return None
    return ActiveRule(rule, options, LEVELS.get(level) if isinstance(level, str) else None)


def _options(rule: Rule, own: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    known = {option.name: option for option in rule.options}
    for name, value in own.items():
        if name not in known:
            near = nearest(name, (*known, "severity"))
            hint = f"did you mean '{near}'?" if near else f"it knows {', '.join(known) or 'none'}"
            raise OperatorError(f"rule '{rule.name}' has no option '{name}'; {hint}")
        _judge_option(rule, known[name], value)
        yield name, value


def _judge_option(rule: Rule, option: Option, value: Any) -> None:
    wanted = type(option.default)
    is_number = wanted in (int, float) and isinstance(value, int | float) and not isinstance(value, bool)
    if option.default is not None and not (isinstance(value, wanted) or is_number):
        raise OperatorError(
            f"rule '{rule.name}': option '{option.name}' wants {wanted.__name__}, not {value!r}"
        )
    if option.choices and value not in option.choices:
        raise OperatorError(
            f"rule '{rule.name}': option '{option.name}' is one of {', '.join(option.choices)}"
        )
