"""What is kept of a whole check: what was found, and what holds around each item.

It is named after all that the check went by. A commit that holds the same gives the same name, so what was
found in the working tree is known of the commit that is made of it.
"""

import hashlib
from collections.abc import Callable, Mapping
from typing import Final

from klantreis.cache import Cache, cache_for
from klantreis.check import Result
from klantreis.cli.choice import Choice
from klantreis.cli.session import Session
from klantreis.git import is_in_repository
from klantreis.model.blob import blob_name
from klantreis.picture import Picture, picture
from klantreis.read.item_record import ItemSpec
from klantreis.wording import Surroundings, surroundings_of

PICTURE: Final = "picture"
AROUND: Final = "around"
MOST_KEPT: Final = 8
"""The number of versions of a project of which is kept what was found."""

Blobs = Mapping[str, bytes]
"""What git calls texts, by path, as far as that is known without reading them."""


def cache_of(session: Session) -> Cache | None:
    """Return where is kept what was found in a project; nowhere when that may be another thing tomorrow."""
    config = session.config
    if session.home is None or config.own_rules or config.plugins or not is_in_repository(session.home):
        return None
    return cache_for(session.home, ItemSpec(config))


def keep_whole(session: Session, result: Result, choice: Choice, taken: Picture | None = None) -> None:
    """Keep what was found in a project that was checked whole; `taken` is its picture, where there is one."""
    cache = cache_of(session)
    if cache is None:
        return
    name = _name(cache, session, choice, result.project.blobs)
    _keep(cache, PICTURE, name, lambda: taken or picture(result))
    _keep(cache, AROUND, name, lambda: surroundings_of(result))


def keep_around(session: Session, around: Surroundings, choice: Choice, blobs: Blobs) -> None:
    """Keep what holds around the items of the project of `session`, whose texts are `blobs`."""
    cache = cache_of(session)
    if cache is not None:
        _keep(cache, AROUND, _name(cache, session, choice, blobs), lambda: around)


def around_of(session: Session, choice: Choice, blobs: Blobs) -> Surroundings | None:
    """Return what holds around the items of the project of `session`, null where that was not kept."""
    cache = cache_of(session)
    found = cache.recall(f"{AROUND}-{_name(cache, session, choice, blobs)}") if cache is not None else None
    return found if isinstance(found, Surroundings) else None


def picture_of(session: Session, choice: Choice, blobs: Blobs) -> Picture | None:
    """Return what was found in the project of `session`, null where that was not kept."""
    cache = cache_of(session)
    found = cache.recall(f"{PICTURE}-{_name(cache, session, choice, blobs)}") if cache is not None else None
    return found if isinstance(found, Picture) else None


def _keep(cache: Cache, kind: str, name: str, make: Callable[[], object]) -> None:
    if not cache.holds(f"{kind}-{name}"):
        cache.keep(f"{kind}-{name}", make())
        cache.forget(kind, most=MOST_KEPT)


def _name(cache: Cache, session: Session, choice: Choice, blobs: Blobs) -> str:
    listing, day = session.listing, session.today
    about = repr((day, session.config, session.accepted, choice, sorted(listing.files), listing.troubles))
    data = cache.identity + about.encode("utf-8", "surrogateescape")
    seal = hashlib.sha1(data, usedforsecurity=False)
    for path in sorted(listing.texts):
        name = blobs.get(path) or blob_name(listing.texts[path])
        seal.update(b"\0%b\0%b" % (path.encode("utf-8", "surrogateescape"), name))
    return seal.hexdigest()
