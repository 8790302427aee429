"""`klantreis review`: an item was read again, and fits whom it is for."""

from pathlib import Path

import click

from klantreis.cli.option import named, settings
from klantreis.cli.session import Session, open_session
from klantreis.cli.terminal import deliver, paint_for
from klantreis.disk import write_atomically
from klantreis.errors import OperatorError
from klantreis.fix import splice
from klantreis.model.item import Item
from klantreis.model.nearest import nearest
from klantreis.read.item import read_item
from klantreis.read.item_record import ItemSpec
from klantreis.report.catalogue import said
from klantreis.report.diff import diff_report
from klantreis.report.visible import visible
from klantreis.review import OURS, review_edits


@named("review")
@click.argument("items", metavar="ITEM...", nargs=-1, required=True)
@click.option("--diff", is_flag=True, help="Show what would be written, and stop.")
def command(items: tuple[str, ...], diff: bool) -> int:
    """Record that an item was read beside whom and what it is for.

    Writes `reviewed_against` in its front matter: a fingerprint of each persona and touchpoint. When
    one of these changes, `klantreis check` says so. ITEM is an id or a path.
    """
    given = settings()
    session = open_session(given)
    paths = (_item(word, session).path for word in items)
    before = {path: session.listing.texts[path] for path in paths}
    chosen = session.project.item_by_path
    after = {path: _reviewed(chosen[path], text, session) for path, text in before.items()}
    changed = {path: text for path, text in after.items() if text != before[path]}
    if diff:
        deliver(diff_report(before, changed, paint_for(given)))
        return int(bool(changed))
    for path, text in changed.items():
        _write(session.root / path, before[path], text, path)
    if not given.quiet:
        for path in after:
            deliver(f"{_told(path, path in changed, session)}\n")
    return 0


def _item(word: str, session: Session) -> Item:
    project = session.project
    if word in project.item_by_id:
        return project.item_by_id[word]
    if Path(word).exists():
        (path,) = session.relative((Path(word),))
        if path in project.item_by_path:
            return project.item_by_path[path]
        raise OperatorError(f"'{word}' is no item of this project; `klantreis check --show-files` lists them")
    near = nearest(word, (*project.item_by_id, *project.item_by_path))
    hint = f"did you mean '{near}'?" if near else "give its id, or its path"
    raise OperatorError(f"no such item '{word}'; {hint}")


def _reviewed(item: Item, text: str, session: Session) -> str:
    """Return the text with today's fingerprints; raises OperatorError where that cannot be."""
    project = session.project
    stamps = project.stamps_for(item)
    if not stamps:
        raise OperatorError(
            f"{item.path} is for no persona and stage that can be told, or has expired; "
            f"`klantreis check {item.path}` says what is wrong"
        )
    key = session.config.keys.get(OURS, OURS)
    edits = review_edits(item, text, stamps, lambda word: project.walk.persona(word) or word, key)
    mended = splice(text, edits)
    again = read_item(item.path, mended, ItemSpec(session.config)).item
    held = {project.walk.persona(word) or word: stamp for word, stamp in again.reviewed_against.items()}
    if held != dict(stamps) or not again.is_readable:
        raise OperatorError(
            f"{item.path}: '{key}' is written in a way that cannot be changed; take it out, and try again"
        )
    return mended


def _write(path: Path, before: str, text: str, name: str) -> None:
    now = path.read_bytes().decode("utf-8", "surrogateescape")
    if now != before:
        raise OperatorError(f"{name} has changed meanwhile, and is left alone")
    write_atomically(path, text)


def _told(path: str, is_changed: bool, session: Session) -> str:
    stamps = session.project.stamps_for(session.project.item_by_path[path])
    key = "reviewed" if is_changed else "reviewed-already"
    return visible(said(key, session.language, path=path, beside=", ".join(stamps)))
