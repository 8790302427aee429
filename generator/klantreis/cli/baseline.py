"""`klantreis baseline`: accept today's findings, so that only new ones count."""

import click

from klantreis.baseline import accepting, weigh, write_baseline
from klantreis.check import activate
from klantreis.check import check as check_project
from klantreis.cli.option import named, settings
from klantreis.cli.session import Session, open_session
from klantreis.cli.terminal import deliver, paint_for
from klantreis.disk import write_atomically
from klantreis.finding import Finding
from klantreis.report.baseline_report import baseline_report
from klantreis.report.catalogue import said


@named("baseline")
@click.argument("action", type=click.Choice(["create", "prune", "show"]))
def command(action: str) -> int:
    """Accept today's findings, so that only new ones count.

    `create` accepts all that is found now, `prune` drops what is no longer found, `show` lists what
    is accepted. Findings are known by rule and subject, never by line.
    """
    given = settings()
    session = open_session(given)
    if action == "show":
        deliver(
            baseline_report(session.accepted, session.baseline_path.name, session.language, paint_for(given))
        )
        return 0
    text = _created(session) if action == "create" else _pruned(session)
    if not given.quiet:
        deliver(f"{text}\n")
    return 0


def _found(session: Session) -> tuple[Finding, ...]:
    rules = activate(session.rules, session.config)
    return check_project(session.project, rules, session.config).findings


def _created(session: Session) -> str:
    accepted = accepting(_found(session), session.project)
    write_atomically(session.baseline_path, write_baseline(accepted))
    return said("accepted", session.language, count=len(accepted), path=session.baseline_path.name)


def _pruned(session: Session) -> str:
    weighed = weigh(_found(session), session.accepted, session.project, session.baseline_path.name)
    kept = [entry for entry in session.accepted if entry not in weighed.stale]
    write_atomically(session.baseline_path, write_baseline(kept))
    gone = len(session.accepted) - len(kept)
    return said("pruned", session.language, count=gone, path=session.baseline_path.name)
