"""The project: from texts to one value that everything else asks."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from klantreis.config import Config, Tags
from klantreis.model.crosswalk import Crosswalk
from klantreis.model.item import Item
from klantreis.model.journey import Journey
from klantreis.model.nearest import by_nearness, nearest
from klantreis.model.persona import Persona
from klantreis.model.place import Place
from klantreis.model.project import Project
from klantreis.model.span import START
from klantreis.model.trouble import Trouble
from klantreis.read.item import Read, read_item
from klantreis.read.item_record import ItemSpec
from klantreis.read.journey import Draft, build, journey_record, read_draft, troubles_of
from klantreis.read.persona import read_persona
from klantreis.read.reference import mended_item, mended_journey, strange_mindsets, twice

MARKDOWN = (".md", ".markdown")
YAML = (".yaml", ".yml")

ReadItems = Callable[[Sequence[str], Mapping[str, str], ItemSpec], Iterable[Read]]


def read_items(paths: Sequence[str], texts: Mapping[str, str], spec: ItemSpec) -> list[Read]:
    """Return the items at `paths`, one after the other."""
    return [read_item(path, texts[path], spec) for path in paths]


def paths_in(texts: Iterable[str], folders: Iterable[str], endings: tuple[str, ...]) -> list[str]:
    """Return the paths below `folders` with one of the endings, sorted."""
    roots = tuple("" if folder == "." else folder + "/" for folder in folders)
    return sorted(path for path in texts if path.startswith(roots) and path.lower().endswith(endings))


def item_paths(texts: Iterable[str], config: Config) -> list[str]:
    """Return the paths of the items among `texts`, sorted."""
    definitions = set(paths_in(texts, config.personas, MARKDOWN))
    return [path for path in paths_in(texts, config.content, MARKDOWN) if path not in definitions]


def read_models(texts: Mapping[str, str]) -> tuple[Journey, ...]:
    """Return the models in `texts`, which are files of a journey's format."""
    record = journey_record()
    drafts = (read_draft(path, text, record) for path, text in sorted(texts.items()))
    return tuple(build(draft, None) for draft in drafts if draft is not None)


def read_project(
    texts: Mapping[str, str],
    config: Config,
    today: datetime.date,
    models: tuple[Journey, ...],
    *,
    files: frozenset[str] = frozenset(),
    troubles: tuple[Trouble, ...] = (),
    read: ReadItems = read_items,
) -> Project:
    """Return the project that `texts` (path → text) hold on the day `today`.

    `files` are the other paths in the content folders, `troubles` what finding the texts met on
    its way, `read` a way to read many items at once.
    """
    paths = item_paths(texts, config)
    reads = list(read(paths, texts, ItemSpec(config)))
    definitions = paths_in(texts, config.personas, MARKDOWN)
    people = [read_persona(path, texts[path], config.channels) for path in definitions]
    personas = {p.id: p for r in reversed(people) if (p := r.persona)}
    journeys, journey_troubles = _journeys(texts, config, models)
    first = tuple({journey.id: journey for journey in reversed(journeys)}.values())[::-1]
    rough = Crosswalk(first, models, personas)
    mended = [mended_journey(journey, rough) for journey in first]
    walk = Crosswalk(tuple(journey for journey, _ in mended), models, personas)
    items = [mended_item(r.item, walk) for r in reads]
    found = [
        *troubles,
        *(t for r in reads for t in r.troubles),
        *(t for r in people for t in r.troubles),
        *journey_troubles,
        *(t for _, ts in mended for t in ts),
        *(t for persona in personas.values() for t in strange_mindsets(persona, walk)),
        *(t for _, ts in items for t in ts),
        *_idle_tags(config.tags, paths),
        *_doubles([item for item, _ in items], [r.persona for r in people], journeys),
    ]
    return Project(
        today=today,
        language=config.language,
        texts=texts,
        blobs={read.item.path: read.blob for read in reads},
        brand=config.brand,
        items=tuple(item for item, _ in items),
        personas=tuple(personas[p.id] for r in people if (p := r.persona) and personas[p.id] is p),
        journeys=walk.journeys,
        models=models,
        channels=config.channels,
        formats=config.formats,
        channel_traits=config.channel_traits,
        files=files | (set(texts) - set(paths)),
        content=config.content,
        read_troubles=tuple(found),
        suppressions=(
            *(s for item, _ in items for s in item.suppressions),
            *(s for per_file in config.per_file for s in per_file.suppressions),
        ),
        threshold=config.fail_under,
        thresholds=config.thresholds,
        config_path=config.path or "klantreis.toml",
    )


def _journeys(
    texts: Mapping[str, str], config: Config, models: tuple[Journey, ...]
) -> tuple[tuple[Journey, ...], tuple[Trouble, ...]]:
    record = journey_record(config.channels, config.formats)
    paths = paths_in(texts, config.journeys, YAML)
    drafts = tuple(d for path in paths if (d := read_draft(path, texts[path], record)) is not None)
    built: dict[str, Journey] = {model.id: model for model in models}
    waiting = list(drafts)
    done: list[tuple[Draft, Journey]] = []
    while waiting:
        ready = [d for d in waiting if d.extends is None or d.extends in built]
        if not ready:
            ready = [_without_base(waiting, built)]
        for draft in ready:
            base = built.get(draft.extends) if draft.extends else None
            journey = build(draft, base)
            built.setdefault(draft.id, journey)
            done.append((draft, journey))
            waiting.remove(draft) if draft in waiting else waiting.pop(0)
    order = {id(draft.notes): i for i, draft in enumerate(drafts)}
    done.sort(key=lambda pair: order[id(pair[0].notes)])
    return tuple(journey for _, journey in done), troubles_of(drafts)


def _without_base(waiting: list[Draft], built: Mapping[str, Journey]) -> Draft:
    """Note that the first of `waiting` extends nothing that exists, or itself; near words count."""
    draft = waiting.pop(0)
    word = draft.extends or ""
    span = draft.notes.marks.get("extends", START)
    near = nearest(word, built)
    if any(other.id == word for other in (draft, *waiting)):
        draft.notes.trouble("unreadable-definition", span, "circle", word=word)
        near = None
    elif near:
        draft.notes.trouble("unreadable-definition", span, "extends-near", near, word=word, near=near)
    else:
        known = ", ".join(by_nearness(word, built))
        draft.notes.trouble("unreadable-definition", span, "extends", word=word, known=known)
    waiting.insert(0, mended := draft._replace(extends=near))
    return mended


def _idle_tags(listed: Sequence[Tags], paths: Sequence[str]) -> Iterator[Trouble]:
    """Yield a trouble for each `[[tags]]` whose pattern no item has, which mostly is a slip in it."""
    for tags in listed:
        if tags.place is not None and not any(map(tags.path.matches, paths)):
            values = {"word": tags.path.pattern}
            yield Trouble("unused-definition", tags.place.path, tags.place.span, "tags", values)


def _doubles(
    items: Sequence[Item], personas: Sequence[Persona | None], journeys: Sequence[Journey]
) -> Iterator[Trouble]:
    yield from twice((item.id, Place(item.path, item.span("id")), {"item": item.id}) for item in items)
    yield from twice((p.id, p.place, {"persona": p.id}) for p in personas if p is not None)
    yield from twice((j.id, j.place, {"journey": j.id}) for j in journeys)
