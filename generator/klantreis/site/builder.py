"""The builder's configuration: the project's own `mkdocs.yml`, with what this edition knows better."""

import html
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import yaml

from klantreis.errors import OperatorError
from klantreis.site import address
from klantreis.site.tongue import alternates, folder
from klantreis.site.words import Speech

SHIM = "assets/iframe-worker.js"
INSTANT = "navigation.instant"
_SECTIONS = (
    ("nav.overview", address.OVERVIEW),
    ("coverage.title", address.COVERAGE),
    ("journeys.title", address.JOURNEYS),
    ("touchpoints.title", address.TOUCHPOINTS),
    ("personas.title", address.PERSONAS),
    ("channels.title", address.CHANNELS),
    ("items.title", address.ITEMS),
    ("gaps.title", address.GAPS),
    ("findings.title", address.FINDINGS),
    ("rules.title", address.RULES),
    ("models.title", address.MODELS),
)


def default_configuration() -> str:
    """Return the configuration for a project that has none of its own."""
    return files("klantreis").joinpath("templates/mkdocs.yml").read_text(encoding="utf-8")


def site_folder(base: str | None) -> str:
    """Return the folder that the project's own `mkdocs.yml` publishes in, `site` where it does not say."""
    named = _get(_composed(base), "site_dir") if base is not None else None
    return named.value if isinstance(named, yaml.ScalarNode) else "site"


def builder_configuration(
    base: str | None,
    say: Speech,
    name: str,
    *,
    url: str | None,
    logo: str | None,
    is_offline: bool,
    languages: tuple[str, ...] = (),
    mark: str = "",
) -> str:
    """Return the configuration to build one edition with, to stand in `build/`.

    `base` is the project's own `mkdocs.yml`; its order, comments aside, and its tags are kept, for a
    builder may know more than we do. `languages` are those of the whole site; `mark` tells the folders of
    this edition from those of others. Raises OperatorError when it is no mapping.
    """
    root = _composed(base if base is not None else default_configuration())
    _put(root, ("docs_dir",), f"pages{mark}")
    _put(root, ("site_dir",), f"site{mark}")
    _put(root, ("site_name",), html.escape(name))
    _put(root, ("theme", "language"), say.language)
    _put(root, ("nav",), navigation(say))
    for scheme, key in (("default", "site.dark"), ("slate", "site.light")):
        _name_toggle(root, scheme, say(key))
    if url:
        below = folder(say.language, languages) if languages else ""
        _put(root, ("site_url",), f"{url.rstrip('/')}/{below}")
    # From a folder the theme cannot fetch what it looks for there; the link on each page is enough.
    if len(languages) > 1 and not is_offline:
        _put(root, ("extra", "alternate"), alternates(say.language, languages))
    if logo:
        _put(root, ("theme", "logo"), logo)
        _put(root, ("theme", "favicon"), logo)
    _tune_search(root)
    if is_offline:
        _add_offline(root)
    return str(yaml.serialize(root, allow_unicode=True))


def navigation(say: Speech) -> list[dict[str, str]]:
    """Return the short navigation: the sections, and no single page below them."""
    return [{say(key): address.source(place)} for key, place in _SECTIONS]


def _composed(text: str) -> yaml.MappingNode:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise OperatorError(f"mkdocs.yml cannot be read: {' '.join(str(error).split())}") from None
    if not isinstance(root, yaml.MappingNode):
        raise OperatorError("mkdocs.yml holds no settings; remove it to use the built-in ones")
    return root


def _put(root: yaml.MappingNode, path: tuple[str, ...], value: Any) -> None:
    """Set the value at `path`; what is not a mapping on the way becomes one that keeps its name."""
    key, *rest = path
    for number, (known, node) in enumerate(root.value):
        if known.value == key:
            if rest and isinstance(node, yaml.ScalarNode):
                node = _node({"name": node.value})
            if rest:
                _put(node, tuple(rest), value)
            root.value[number] = (known, node if rest else _node(value))
            return
    fresh: Any = value
    for part in reversed(rest):
        fresh = {part: fresh}
    root.value.append((_node(key), _node(fresh)))


def _node(value: Any) -> Any:
    return yaml.compose(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), Loader=yaml.SafeLoader)


def _get(node: Any, key: str) -> Any:
    pairs: Mapping[str, Any] = (
        {k.value: v for k, v in node.value} if isinstance(node, yaml.MappingNode) else {}
    )
    return pairs.get(key)


def _name_toggle(root: yaml.MappingNode, scheme: str, name: str) -> None:
    palettes = _get(_get(root, "theme"), "palette")
    for palette in palettes.value if isinstance(palettes, yaml.SequenceNode) else ():
        said = _get(palette, "scheme")
        if said is not None and said.value == scheme and _get(palette, "toggle") is not None:
            _put(palette, ("toggle", "name"), name)


def _tune_search(root: yaml.MappingNode) -> None:
    """Set up the builder's search for words that are not cut short, where the project does not say how."""
    plugins = _get(root, "plugins")
    if not isinstance(plugins, yaml.SequenceNode):
        return
    default = _get(_composed(default_configuration()), "plugins").value[0]
    for number, plugin in enumerate(plugins.value):
        if isinstance(plugin, yaml.ScalarNode) and plugin.value == "search":
            plugins.value[number] = default
        own = _get(plugin, "search")
        if isinstance(own, yaml.MappingNode):
            known = {key.value for key, _ in own.value}
            own.value += [pair for pair in _get(default, "search").value if pair[0].value not in known]


def _add_offline(root: yaml.MappingNode) -> None:
    """Let the search work from a folder, with our copy of the script that it needs for that."""
    features = _get(_get(root, "theme"), "features")
    if isinstance(features, yaml.SequenceNode):
        # From a folder the theme cannot fetch a page; with this feature in, most of its own scripts stop.
        features.value = [node for node in features.value if not str(node.value).startswith(INSTANT)]
    plugins = _get(root, "plugins")
    if isinstance(plugins, yaml.SequenceNode):
        plugins.value.append(_node("offline"))
    else:
        _put(root, ("plugins",), ["search", "offline"])
    _put(root, ("extra", "polyfills"), [SHIM])
