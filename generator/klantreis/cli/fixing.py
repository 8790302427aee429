"""What `check --fix` does to files: only whole, only what is still as it was read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from klantreis.baseline import DEFAULT_PATH, read_baseline
from klantreis.check import ActiveRule, Result
from klantreis.check import check as check_project
from klantreis.cli.aside import note
from klantreis.cli.session import Session, is_within
from klantreis.disk import list_files, write_atomically
from klantreis.fix import Mended, mend
from klantreis.report.catalogue import counted, said


def mended_texts(
    session: Session, rules: Sequence[ActiveRule], places: Sequence[str], *, unsafe: bool
) -> Mended:
    """Return what the fixes make of the texts in `places`, without touching a file."""

    baseline = session.config.baseline or DEFAULT_PATH

    def again(texts: Mapping[str, str]) -> Result:
        project = session.project if texts is session.texts else session.read(texts)
        accepted = read_baseline(texts[baseline], baseline) if baseline in texts else session.accepted
        result = check_project(project, rules, session.config, accepted)
        return replace(result, findings=tuple(f for f in result.findings if is_within(f.path, places)))

    return mend(session.texts, again, unsafe=unsafe)


def fix_files(
    session: Session, rules: Sequence[ActiveRule], places: Sequence[str], *, unsafe: bool
) -> Session:
    """Write what the fixes make of the files, say so, and return the session as it is after that."""
    language, texts = session.language, session.texts
    before = {path: texts[path] for path in texts}
    mended = mended_texts(session, rules, places, unsafe=unsafe)
    written = 0
    for path, text in mended.texts.items():
        if texts[path] != before[path]:
            note(said("fix-changed", language, path=path))
            continue
        write_atomically(session.root / path, text)
        written += 1
    for path in mended.refused:
        note(said("fix-refused", language, path=path))
    note(said("fixed", language, count=mended.count, files=counted("files", written, language)))
    return replace(session, listing=list_files(session.root, session.config))
