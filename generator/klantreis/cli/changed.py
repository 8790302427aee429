"""`check --changed`: what the working tree did since some commit."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from klantreis import disk
from klantreis.baseline import DEFAULT_PATH
from klantreis.check import ActiveRule, Result
from klantreis.cli.bound import with_bounds
from klantreis.cli.choice import Choice
from klantreis.cli.kept import around_of, cache_of, keep_around, keep_whole
from klantreis.cli.past import picture_at, session_at
from klantreis.cli.session import Session
from klantreis.cli.start import Start, blobs_at
from klantreis.compare import compare
from klantreis.git import as_text, path_from_top, tree_at
from klantreis.overview import Overview, overview_of
from klantreis.picture import Picture, picture, seen
from klantreis.read.project import item_paths
from klantreis.touch import Touch
from klantreis.wording import Sides, Surroundings, reworded

FEW: Final = 200
"""The number of items up to which reading them alone takes less than looking at all that were kept."""


class Look(NamedTuple):
    """What was found, the whole of which it is a part, and what a change had to do with it."""

    result: Result
    overview: Overview
    touch: Touch | None = None


def look_since(session: Session, result: Result, start: Start, choice: Choice) -> Look:
    """Return what was found in the whole working tree, with what changed since an earlier version."""
    taken = picture(result)
    keep_whole(session, result, choice, taken)
    change = compare(picture_at(session, start.commit, choice), taken)
    return Look(result, overview_of(result.project), Touch(start.paths, change))


def look_at_wording(
    session: Session, start: Start, rules: Sequence[ActiveRule], choice: Choice
) -> Look | None:
    """Return what was found in the items that differ, when no more than their wording does.

    Null when that is not known, or when it is quicker to look at all items.
    """
    paths = _changed_items(session, start)
    if paths is None or cache_of(session) is None:
        return None
    tree = tree_at(session.root, start.commit)
    with session_at(session, tree) as past:
        past = replace(past, config=with_bounds(past.config, choice.fail_under))
        blobs = blobs_at(past, tree, start.folder)
        is_same = len(blobs) == len(past.listing.texts) and _goes_by(past) == _goes_by(session)
        around = around_of(past, choice, blobs) if is_same else None
    if around is None:
        return None
    written = tree.read(path_from_top(start.folder, path) for path in paths)
    old = {path: as_text(written[path_from_top(start.folder, path)]) for path in paths}
    sides = _sides(session, old, around, rules)
    if sides is None:
        return None
    keep_around(session, sides.around, choice, {path: blobs[path] for path in blobs.keys() - paths})
    change = compare(Picture(seen(sides.before.findings), {}), Picture(seen(sides.after.findings), {}))
    return Look(sides.after, sides.around.overview, Touch(start.paths, change))


def _goes_by(session: Session) -> tuple[object, ...]:
    """Return what a check goes by beside the texts."""
    listing = session.listing
    return session.config, session.accepted, listing.files, listing.troubles, frozenset(listing.texts)


def _sides(
    session: Session, old: Mapping[str, str], around: Surroundings, rules: Sequence[ActiveRule]
) -> Sides | None:
    """Return both sides of items of which `old` has the texts as they were; null when there are many."""
    near = around.neighbours(old)
    if len(near) + len(old) > FEW:
        return None
    before, after = session.read_part({*near, *old}, old), session.read_part({*near, *old}, {})
    return reworded(before, after, old, around, rules, session.config, session.accepted)


def _changed_items(session: Session, start: Start) -> frozenset[str] | None:
    """Return the items that differ; null when anything else does that a check goes by."""
    config = session.config
    baseline = posixpath.normpath(config.baseline or DEFAULT_PATH)
    mine = {path for path in start.paths if disk.is_listed(path, config) or path == baseline}
    is_set_otherwise = any(path.endswith(".toml") for path in start.paths)
    is_unsure = any(disk.is_listed(path, config) for path in start.unsure)
    if is_set_otherwise or is_unsure or session.listing.texts.unsaved:
        return None
    return frozenset(mine) if mine.issubset(item_paths(session.listing.texts, config)) else None
