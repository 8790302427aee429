"""`klantreis suggest`: a stage for items that have none, and whether their texts sell."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from klantreis.cli.aside import note
from klantreis.cli.option import Settings, named, settings
from klantreis.cli.session import Session, is_within, open_session
from klantreis.cli.terminal import deliver, paint_for
from klantreis.disk import write_atomically
from klantreis.proposal import Proposal, is_untagged, propose, tagged
from klantreis.report.catalogue import counted, said
from klantreis.report.diff import diff_report
from klantreis.report.excerpt import Sources
from klantreis.report.suggest_report import FORMATS, suggest_json, suggest_table


@named("suggest")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", help="How to print.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--fix", is_flag=True, help="Add the stage to the front matter of items that have none.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and stop.")
def command(paths: tuple[Path, ...], form: str, output: Path | None, fix: bool, diff: bool) -> int:
    """Suggest a stage for items without one, and say whether their texts sell.

    The suggestion comes from the text and is an estimate; it names the stage of the persona's journey
    where there is one for that moment, and else the phase. PATHS ask about these items, tagged or not.
    """
    given = settings()
    session = open_session(given, paths)
    places = session.relative(paths)
    proposals = _proposals(session, places)
    if fix or diff:
        changed = _changed(session, proposals)
        if diff:
            deliver(diff_report(session.texts, changed, paint_for(given, output)), output)
            return 0
    _show(proposals, session, given, form, output, hint=not fix)
    if fix:
        _write(changed, session)
    return 0


def _proposals(session: Session, places: Sequence[str]) -> tuple[Proposal, ...]:
    project = session.project
    asked = (item for item in project.items if is_within(item.path, places))
    return tuple(propose(item, project) for item in asked if places or is_untagged(item, project))


def _changed(session: Session, proposals: Sequence[Proposal]) -> dict[str, str]:
    """Return the texts with their new stages; a file where none can be added is named."""
    texts: dict[str, str] = {}
    for proposal in proposals:
        if proposal.word is None or proposal.item.stages:
            continue
        path = proposal.item.path
        text = tagged(proposal.item, session.texts[path], proposal.word, session.config)
        if text is None:
            note(said("stage-not-added", session.language, path=path))
        else:
            texts[path] = text
    return texts


def _show(
    proposals: Sequence[Proposal],
    session: Session,
    given: Settings,
    form: str,
    output: Path | None,
    *,
    hint: bool,
) -> None:
    if form == "json":
        deliver(suggest_json(proposals, Sources(session.texts)), output)
        return
    if not proposals:
        deliver("" if given.quiet else said("nothing-untagged", session.language) + "\n", output)
        return
    text = suggest_table(proposals, session.language, paint_for(given, output))
    addable = any(p.word and not p.item.stages for p in proposals)
    if hint and addable and not given.quiet:
        text += f"\n{said('suggest-hint', session.language)}\n"
    deliver(text, output)


def _write(changed: Mapping[str, str], session: Session) -> None:
    for path, text in changed.items():
        write_atomically(session.root / path, text)
    note(said("stages-added", session.language, files=counted("files", len(changed), session.language)))
