"""Look inside one run: what each step of reading costs per item, and what each rule costs."""

import datetime
import gc
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from klantreis import disk
from klantreis.check import ActiveRule, activate, check
from klantreis.config import Config
from klantreis.model.placement import place
from klantreis.model.project import Project
from klantreis.models import built_in
from klantreis.read.front_matter import split
from klantreis.read.item import read_item
from klantreis.read.item_record import ItemSpec
from klantreis.read.markdown import read_markdown
from klantreis.read.node import COMPOSE
from klantreis.read.notes import Notes
from klantreis.read.project import read_project
from klantreis.rule import all_rules
from klantreis.share import Reader
from klantreis.text.message import read_message

SAMPLE = 500
ROUNDS = 5
"""The best of so many rounds counts: what else the machine does only ever adds."""


@dataclass(frozen=True)
class RuleCost:
    """The seconds of one rule: the first time, with the indexes that it is the first to need, and again."""

    name: str
    first: float
    again: float


def open_project(folder: Path, today: datetime.date) -> tuple[Project, disk.Listing, Config]:
    """Read the project in `folder` as the command line does."""
    root, config = disk.find_config(folder)
    listing = disk.list_files(root, config)
    with disk.uncollected():
        project = read_project(
            listing.texts,
            config,
            today,
            built_in(),
            files=listing.files,
            troubles=listing.troubles,
            read=Reader(),
        )
    return project, listing, config


def step_costs(project: Project, listing: disk.Listing, config: Config) -> dict[str, float]:
    """Return the microseconds per item of each step, in the order in which an item takes them."""
    spec = ItemSpec(config)
    paths = [item.path for item in project.items][:SAMPLE]
    texts, bytes_ = _each(listing.texts.__getitem__, paths)
    heads, split_ = _each(split, texts)
    nodes, composed = _each(_composed, zip(texts, heads, strict=True))
    _, recorded = _each(lambda x: _recorded(spec, *x), zip(paths, texts, heads, nodes, strict=True))
    documents, markdown = _each(lambda x: read_markdown(x[0], x[1].body), zip(texts, heads, strict=True))
    spoken = [item.lang or config.language for item in project.items[:SAMPLE]]
    said = zip(documents, spoken, strict=True)
    _, text = _each(lambda x: read_message(x[0], x[1], config.brand), said)
    _, whole = _each(lambda x: read_item(x[0], x[1], spec), zip(paths, texts, strict=True))
    _, placing = _each(lambda item: place(item, project.walk), project.items[:SAMPLE])
    steps = {
        "read bytes": bytes_,
        "front matter: find and compose": split_ + composed,
        "front matter: read values": recorded,
        "Markdown": markdown,
        "text: language, message, push": text,
    }
    return {**steps, "the rest of reading": whole + bytes_ - sum(steps.values()), "placing": placing}


def _composed(pair: Any) -> Any:
    text, head = pair
    return COMPOSE[head.kind](text[head.start : head.end]).root if head.kind else None


def _recorded(spec: ItemSpec, path: str, text: str, head: Any, node: Any) -> Any:
    return spec.record.read(node, "", Notes(path, text, head.start)) if node is not None else None


def _each(step: Callable[[Any], Any], things: Iterable[Any]) -> tuple[list[Any], float]:
    """Return what a step makes of each thing, and the best microseconds per thing."""
    given = list(things)
    gc.collect()
    gc.disable()
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        made = [step(thing) for thing in given]
        best = min(best, time.process_time() - started)
    gc.enable()
    return made, best / max(len(given), 1) * 1e6


def rule_costs(project: Project, config: Config) -> Sequence[RuleCost]:
    """Return what each rule costs on `project`, the dearest first; each runs again once all have run."""
    active = activate(all_rules(), config)
    first = {a.rule.name: _seconds(a, project) for a in active}
    check(project, active, config)
    again = {a.rule.name: min(_seconds(a, project) for _ in range(3)) for a in active}
    return sorted((RuleCost(name, first[name], again[name]) for name in first), key=lambda c: -c.again)


def _seconds(active: ActiveRule, project: Project) -> float:
    started = time.process_time()
    for _ in active.rule.check(project, active.options):
        pass
    return time.process_time() - started
