"""`check --ratchet`: no more empty slots than at the best moment so far."""

from klantreis.cli.aside import note
from klantreis.cli.session import Session
from klantreis.disk import write_atomically
from klantreis.errors import OperatorError
from klantreis.model.nearest import nearest
from klantreis.ratchet import (
    PATH,
    Ratchet,
    allowing,
    lost,
    read_ratchet,
    turned,
    uncovered,
    write_ratchet,
)
from klantreis.report.catalogue import counted, said


def hold(session: Session, regressions: tuple[str, ...], reason: str | None) -> bool:
    """Turn the ratchet as far as it goes, and say whether it holds.

    `regressions` are the slots that may lose their content, for `reason`.
    """
    path, language = session.root / PATH, session.language
    now = uncovered(session.project.slots)
    is_new = not path.is_file()
    before = Ratchet(now) if is_new else read_ratchet(path.read_text("utf-8"), PATH)
    for id in regressions:
        _judge(id, now, session)
    after = turned(allowing(before, regressions, reason or "", session.today), now)
    if is_new or after != before:
        write_atomically(path, write_ratchet(after))
        note(
            said(
                "ratchet-set",
                language,
                slots=counted("empty-slots", len(after.uncovered), language),
                path=PATH,
            )
        )
    missing = lost(after, now)
    if missing:
        more = counted("empty-slots", len(now) - len(after.uncovered), language)
        note(said("ratchet-lost", language, more=more, path=PATH, slots=", ".join(missing)))
    return not missing


def _judge(id: str, now: tuple[str, ...], session: Session) -> None:
    """Raise OperatorError for a regression that is none."""
    if id in now:
        return
    known = session.project.slot_by_id
    if id in known:
        raise OperatorError(
            f"--allow-regression: slot '{id}' is not required, or has its content; leave it out"
        )
    near = nearest(id, now)
    hint = f"did you mean '{near}'?" if near else "`klantreis coverage --format json` lists them"
    raise OperatorError(f"--allow-regression: no slot '{id}'; {hint}")
