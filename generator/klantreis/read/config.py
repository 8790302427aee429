"""The configuration file: from TOML to a configuration, or one clear line about what is wrong."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import yaml

from klantreis import __version__
from klantreis.config import Config, PerFile, Site, Tags
from klantreis.errors import OperatorError
from klantreis.model.brand import Brand
from klantreis.model.channel import ATTENTIONS, KINDS, UNKNOWN, Traits
from klantreis.model.item import Suppression
from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.pattern import PathPattern
from klantreis.model.place import Place
from klantreis.model.span import START
from klantreis.model.threshold import Threshold
from klantreis.model.vocabulary import PROPOSITIONS, STATUSES, Term, Vocabulary
from klantreis.read.item_record import item_keys
from klantreis.read.node import Node, compose_toml
from klantreis.read.notes import Notes
from klantreis.read.own_words import ByLanguage, laid_over
from klantreis.read.record import Field, Keyed, Record
from klantreis.read.shape import Anything, Choice, Day, Many, Number, Text
from klantreis.read.threshold import read_thresholds

T = TypeVar("T")

_TEXT, _TEXTS, _ANY = Field(Text()), Field(Many(Text())), Field(Anything())
_WORDS = {"nl": _TEXT, "en": _TEXT, "aliases": _TEXTS}
_FORMAT = Record(_WORDS)
_CHANNEL = Record(
    {
        **_WORDS,
        "length": Field(Number(1, 100_000), about="The most characters that a text may have"),
        "subject": Field(Number(1, 100_000), about="The most characters that a subject line may have"),
        "attention": Field(Choice(ATTENTIONS), about="How people meet it"),
        "kind": Field(Choice(KINDS), about="Whose place it is"),
    }
)
_LANGUAGE = Vocabulary("language", (Term("nl", "Nederlands", "Dutch"), Term("en", "Engels", "English")))


def config_record() -> Record:
    """Return the shape of the configuration."""
    brand = Record({"names": _TEXTS, "products": _TEXTS, "proposition": Field(Many(Choice(PROPOSITIONS))),
                    "words": Field(ByLanguage(), about="Own phrases, by language and kind")})  # fmt: skip
    tags = Record({"path": Field(Text(), True), "stage": _TEXTS, "persona": _TEXTS, "channel": _TEXT,
                   "also": _TEXTS, "journey": _TEXT, "format": _TEXT, "touchpoint": _TEXT, "owner": _TEXT,
                   "lang": _TEXT, "status": _TEXT})  # fmt: skip
    per_file = Record({"path": Field(Text(), True), "rules": _ANY, "reason": _TEXT, "until": Field(Day())})
    site = Record({"name": _TEXT, "logo": _TEXT, "colour": _TEXT, "url": _TEXT, "edit_url": _TEXT,
                   "new_url": _TEXT, "exclude": _TEXTS,
                   "languages": Field(Many(Choice(_LANGUAGE)))})  # fmt: skip
    coverage = Record(
        {
            "fail_under": Field(Number(0, 100, whole=False), about="Percent, published and fresh"),
            "journeys": Field(Anything(), about="The same for each journey: id = percent"),
            "personas": Field(Anything(), about="The same for each persona: id = percent"),
            "stages": Field(Anything(), about="The same for each stage: id, or journey/stage, = percent"),
        }
    )
    return Record(
        {
            "language": Field(Choice(_LANGUAGE), about="The language of the content and of the messages"),
            "content": _TEXTS, "personas": _TEXTS, "journeys": _TEXTS, "brand": Field(brand),
            "keys": Field(Anything(), about="Our key = this site's word for it"),
            "channels": Field(Keyed(_CHANNEL)), "formats": Field(Keyed(_FORMAT)), "rules": _ANY,
            "per_file": Field(Many(per_file)), "tags": Field(Many(tags)), "coverage": Field(coverage),
            "site": Field(site), "baseline": Field(Text(), about="The file with the accepted findings"),
            "own_rules": Field(Many(Text()), about="Files with rules of your own"),
            "plugins": Field(Many(Text()), about="Python modules with rules of your own"),
            "extends": Field(Text(), about="A configuration to build on: a path, or an installed package"),
            "required_version": Field(Text(), about="The klantreis that this needs, such as >=0.2,<1"),
        }
    )  # fmt: skip


def read_config(text: str, path: str, *, is_pyproject: bool = False, base: Config = Config()) -> Config:  # noqa: B008
    """Return the configuration in `text`, laid over `base`; raises OperatorError with place and way out."""
    composed = compose_toml(text)
    if composed.flaw is not None:
        span = Notes(path, text).at(composed.flaw.at, composed.flaw.at)
        raise OperatorError(f"{path}:{span.line}:{span.column}: this is no TOML: {composed.flaw.reason.en}")
    node = _table(composed.root, ("tool", "klantreis")) if is_pyproject else composed.root
    notes = Notes(path, text)
    values = (config_record().read(node, "", notes) or {}) if node is not None else {}
    # First, because what a later version added is unknown here.
    _judge_version(values.get("required_version"), path, notes)
    _judge(notes)
    return _config(values, path, notes, base)


def extended(text: str, *, is_pyproject: bool = False) -> str | None:
    """Return what the configuration in `text` builds on, if it says so and can be read."""
    node = compose_toml(text).root
    node = _table(node, ("tool", "klantreis")) if is_pyproject else node
    word = _table(node, ("extends",))
    return str(word.value) if isinstance(word, yaml.ScalarNode) else None


def has_table(text: str) -> bool:
    """Say whether a pyproject.toml holds a `[tool.klantreis]` table."""
    try:
        return "klantreis" in tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return False


def _table(root: Node | None, names: tuple[str, ...]) -> Node | None:
    for name in names:
        pairs = root.value if root is not None else []
        root = next((value for key, value in pairs if key.value == name), None)
    return root


def _judge(notes: Notes) -> None:
    """Raise for the first thing in the configuration that is not understood."""
    for trouble in notes.troubles:
        if trouble.rule == "informal-name":
            continue
        where = f"{trouble.path}:{trouble.span.line}:{trouble.span.column}"
        raise OperatorError(f"{where}: {_said(trouble.rule, trouble.variant, trouble.values)}")


def _judge_version(wanted: str | None, path: str, notes: Notes) -> None:
    """Raise when this klantreis is none that the configuration asks for; a bare version is that one only."""
    if not wanted:
        return
    # Imported here because few configurations ask, and it takes as long as reading a hundred items.
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    span = notes.marks.get("required_version", START)
    where = f"{path}:{span.line}:{span.column}"
    try:
        versions = SpecifierSet(f"=={wanted}" if wanted[:1].isdigit() else wanted)
    except InvalidSpecifier:
        raise OperatorError(
            f"{where}: 'required_version' cannot be '{wanted}'; write it like '>=0.2,<1'"
        ) from None
    if not versions.contains(__version__, prereleases=True):
        raise OperatorError(
            f"{where}: this project asks for klantreis {wanted}, and this is {__version__}; install "
            f"the other one, or change required_version"
        )


def _said(rule: str, variant: str, values: Mapping[str, Any]) -> str:
    key, word = values.get("key", ""), values.get("word", "")
    near = f"; did you mean '{values['near']}'?" if values.get("near") else ""
    known = f"; known: {values['known']}" if values.get("known") else ""
    if rule == "unknown-field":
        return f"unknown key '{key}'{near or known}"
    if rule == "missing-field":
        return f"missing key: {values['keys']}"
    if rule == "duplicate-key":
        return f"key '{key}' stands here twice"
    if variant == "range":
        return f"'{key}' is {word}; it runs from {values['low']} to {values['high']}"
    if variant == "form":
        return f"'{key}' cannot have '{word}': {values['reason']}"
    if variant == "kind":
        return f"'{key}' wants {values['wanted'].en}, not {values['found'].en}"
    return f"'{key or rule.removeprefix('unknown-')}' cannot be '{word}'{near or known}"


def _config(values: Mapping[str, Any], path: str, notes: Notes, base: Config) -> Config:
    """Lay the values of a file over `base`: words replace words, tables and lists are added in front."""
    brand, site = values.get("brand") or {}, values.get("site") or {}
    channels = _extended(base.channels, values.get("channels"))
    formats = _extended(base.formats, values.get("formats"))
    words = {"channel": channels, "format": formats, "status": STATUSES}
    return Config(
        path=path,
        language=values.get("language") or base.language,
        content=_folders(values.get("content")) or base.content,
        personas=_folders(values.get("personas")) or base.personas,
        journeys=_folders(values.get("journeys")) or base.journeys,
        brand=Brand(
            brand.get("names", base.brand.names),
            brand.get("products", base.brand.products),
            brand.get("proposition", base.brand.propositions),
            Place(path, notes.marks["brand.proposition"]) if "proposition" in brand else None,
            laid_over(brand.get("words", ()), base.brand.words),
            site.get("url") or base.brand.site,
        ),
        keys={**base.keys, **_keys(values.get("keys"), path, notes)},
        channels=channels,
        formats=formats,
        channel_traits=_traits(values.get("channels"), base.channel_traits),
        rules={**base.rules, **_mapping(values.get("rules"), "rules", path, notes)},
        per_file=(*_listed(_per_file, values.get("per_file", ()), path, notes), *base.per_file),
        tags=(
            *_listed(_tags, values.get("tags", ()), words, notes),
            *(replace(tags, place=None) for tags in base.tags),
        ),
        fail_under=(values.get("coverage") or {}).get("fail_under", base.fail_under),
        thresholds=_thresholds(values, path, base),
        baseline=values.get("baseline") or base.baseline,
        own_rules=(*values.get("own_rules", ()), *base.own_rules),
        plugins=(*values.get("plugins", ()), *base.plugins),
        site=_site(site, base.site),
    )


def _thresholds(values: Mapping[str, Any], path: str, base: Config) -> tuple[Threshold, ...]:
    own = read_thresholds(values.get("coverage") or {}, path)
    known = {(threshold.kind, threshold.id) for threshold in own}
    return (*own, *(t for t in base.thresholds if (t.kind, t.id) not in known))


def _listed(read: Callable[..., T], records: Iterable[Mapping[str, Any]], *known: Any) -> tuple[T, ...]:
    return tuple(read(record, index, *known) for index, record in enumerate(records))


def _site(values: Mapping[str, Any], base: Site) -> Site:
    said = {key: value for key, value in values.items() if key and value}
    if "exclude" in said:
        said["exclude"] = tuple(PathPattern(pattern) for pattern in said["exclude"])
    return replace(base, **said)


def _folders(folders: tuple[str, ...] | None) -> tuple[str, ...]:
    cleaned = (folder.replace("\\", "/").removeprefix("./").rstrip("/") for folder in folders or ())
    return tuple(folder or "." for folder in cleaned)


def _mapping(value: Any, key: str, path: str, notes: Notes) -> Mapping[str, Any]:
    if value is None or isinstance(value, dict):
        return value or {}
    span = notes.marks.get(key)
    where = f"{path}:{span.line}:{span.column}" if span else path
    raise OperatorError(f"{where}: '{key}' wants a table")


def _keys(value: Any, path: str, notes: Notes) -> Mapping[str, str]:
    keys = _mapping(value, "keys", path, notes)
    for key in keys:
        if key not in item_keys():
            near = nearest(key, sorted(item_keys()))
            hint = f"; did you mean '{near}'?" if near else ""
            raise OperatorError(f"{path}: '{key}' under [keys] is no key of an item{hint}")
    return {str(k): str(v) for k, v in keys.items()}


def _extended(vocabulary: Vocabulary, records: Any) -> Vocabulary:
    if not records:
        return vocabulary
    terms = (
        Term(id, r.get("nl") or id, r.get("en") or r.get("nl") or id, r.get("aliases", ()))
        for id, _, r in records
        if id not in vocabulary.ids
    )
    return vocabulary.extended(terms)


def _per_file(record: Mapping[str, Any], index: int, path: str, notes: Notes) -> PerFile:
    rules = _mapping(record.get("rules"), f"per_file.{index}.rules", path, notes)
    pattern = PathPattern(record.get("path", ""))
    place = Place(path, notes.marks.get(f"per_file.{index}.path", START))
    off = [rule for rule, setting in rules.items() if setting in ("off", False, {"severity": "off"})]
    reason, until = record.get("reason"), record.get("until")
    until_at = notes.marks.get(f"per_file.{index}.until")
    excuses = tuple(
        Suppression(rule, place, reason, until, paths=pattern, until_at=until_at) for rule in off
    )
    return PerFile(pattern, rules, reason, excuses)


def _traits(records: Any, base: Mapping[str, Traits]) -> Mapping[str, Traits]:
    """Return the traits of all channels; what the configuration leaves open stays as it was."""
    traits = dict(base)
    for id, _, record in records or ():
        own = {key: record[key] for key in ("attention", "kind", "length", "subject") if record.get(key)}
        traits[id] = replace(traits.get(id, UNKNOWN), **own)
    return traits


def _tags(record: Mapping[str, Any], index: int, words: Mapping[str, Vocabulary], notes: Notes) -> Tags:
    values = {k: v if isinstance(v, tuple) else (v,) for k, v in record.items() if k not in ("", "path")}
    for key in words.keys() & values.keys():
        values[key] = (_term(words[key], values[key][0], f"tags.{index}.{key}", notes),)
    place = Place(notes.path, notes.marks.get(f"tags.{index}.path", START))
    return Tags(PathPattern(record.get("path", "")), values, place)


def _term(words: Vocabulary, word: str, key: str, notes: Notes) -> str:
    term = words.find(word)
    if term is None:
        span = notes.marks.get(key, START)
        near = nearest(word, words.spellings)
        hint = f"did you mean '{near}'?" if near else f"known: {', '.join(by_nearness(word, words.ids))}"
        where = f"{notes.path}:{span.line}:{span.column}"
        raise OperatorError(f"{where}: '{words.name}' cannot be '{word}'; {hint}")
    return term.id
