"""The settings in force, as the configuration file would have them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from klantreis.check import ActiveRule
from klantreis.config import Config
from klantreis.model.threshold import KINDS
from klantreis.model.vocabulary import CHANNELS, FORMATS
from klantreis.report.visible import quoted, visible


def settings_report(config: Config, root: str, rules: Sequence[ActiveRule]) -> str:
    """Return the configuration with its defaults and every active rule, as TOML."""
    return "\n".join(_lines(config, root, rules)) + "\n"


def _lines(config: Config, root: str, rules: Sequence[ActiveRule]) -> Iterator[str]:
    yield f"# {visible(root)}, {config.path or 'no configuration file: all defaults'}"
    yield from _pairs(
        language=config.language, content=config.content, personas=config.personas, journeys=config.journeys,
        baseline=config.baseline,
    )  # fmt: skip
    yield from _table("brand", names=config.brand.names, products=config.brand.products,
                      proposition=config.brand.propositions)  # fmt: skip
    for language in dict.fromkeys(words.language for words in config.brand.words):
        kinds = {words.kind: words.phrases for words in config.brand.words_in(language)}
        yield from _table(f"brand.words.{language}", **kinds)
    for name, own, ours in (("channels", config.channels, CHANNELS), ("formats", config.formats, FORMATS)):
        for term in own.terms:
            if term.id not in ours.ids:
                yield from _table(f"{name}.{term.id}", nl=term.nl, en=term.en, aliases=term.aliases)
    yield from _table("coverage", fail_under=config.fail_under)
    for kind in KINDS:
        parts = {quoted(t.id): f"{t.percent:g}" for t in config.thresholds if t.kind == kind and t.id}
        if parts:
            yield from ("", f"[coverage.{kind}s]", *(f"{id} = {percent}" for id, percent in parts.items()))
    yield from _table("keys", **config.keys)
    for tags in config.tags:
        yield from ("", "[[tags]]", *_pairs(path=tags.path.pattern, **tags.values))
    site = config.site
    yield from _table(
        "site", name=site.name, logo=site.logo, colour=site.colour, url=site.url, edit_url=site.edit_url,
        new_url=site.new_url, languages=site.languages, exclude=[p.pattern for p in site.exclude],
    )  # fmt: skip
    yield from ("", "[rules]", *(f"{active.rule.name} = {_rule(active)}" for active in rules))
    for per_file in config.per_file:
        yield from ("", "[[per_file]]")
        yield from _pairs(path=per_file.path.pattern, rules=per_file.rules, reason=per_file.reason)


def _rule(active: ActiveRule) -> str:
    severity = (active.severity or active.rule.severity).word
    return _value({"severity": severity, **active.options}) if active.options else _value(severity)


def _table(name: str, /, **values: object) -> Iterator[str]:
    pairs = list(_pairs(**values))
    if pairs:
        yield from ("", f"[{name}]", *pairs)


def _pairs(**values: object) -> Iterator[str]:
    for key, value in values.items():
        if value is not None and value not in ((), []):
            yield f"{key} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_value(part)}" for key, part in value.items()) + "}"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Iterable):
        return "[" + ", ".join(_value(part) for part in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
