"""The baseline accepts a finding that is no longer there.

## What it finds

An entry in the baseline that no finding answers to, because it was mended or the file is gone. Entries for
rules that do not run now are left alone.

## Why it matters

A baseline is a list of what still has to be done. With entries that are done already nobody sees how far you
are, and the same mistake could slip in again unseen.

## How to fix

Run `klantreis check --fix`, which takes the line out, or `klantreis baseline prune`, which clears out the
whole file.

## Where it comes from

Practice. A baseline should only ever shrink; other linters report entries that are no longer needed as well.
"""

from collections.abc import Iterator

from klantreis.finding import Edit, Fix, Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE

MANUAL_NL = """
De baseline accepteert een bevinding die er niet meer is.

## Wat deze regel vindt

Een regel in de baseline waar geen bevinding meer bij hoort, omdat die is opgelost of omdat het bestand weg
is. Wat er staat over regels die nu niet meedoen, blijft buiten beschouwing.

## Waarom dat telt

Een baseline is een lijst van wat er nog te doen is. Staat er ook op wat al klaar is, dan ziet niemand hoe ver
jullie zijn, en kan dezelfde fout er ongezien weer in sluipen.

## Wat je eraan doet

Voer `klantreis check --fix` uit, dan gaat het eruit. Of ruim het hele bestand op met
`klantreis baseline prune`.

## Waar dit op rust

Praktijk. Een baseline hoort alleen maar korter te worden. Andere linters melden ook wat er niet meer nodig
is.
"""

_FILE = "klantreis-baseline.json"
_START = '{"version": 1, "accepted": [\n'
_NEEDED = '  {"rule": "missing-owner", "severity": "info", "subject": {"item": "inpakmail"}}'
_STALE = '  {"rule": "missing-owner", "severity": "info", "subject": {"item": "reviewmail"}}'
_OWNERLESS = {"content/inpakmail.md": BASE["content/inpakmail.md"].replace("owner: noor\n", "")}


@rule(
    code="KR076",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="de baseline accepteert '{rule}' bij '{subject}', maar dat komt niet meer voor; haal het eruit",
        en="the baseline accepts '{rule}' at '{subject}', which is no longer found; take it out",
    ),
    manual_nl=MANUAL_NL,
    fixable=True,
    examples=Examples(
        good=_OWNERLESS | {_FILE: f"{_START}{_NEEDED}\n]}}\n"},
        bad=_OWNERLESS | {_FILE: f"{_START}{_NEEDED},\n⟦⟧{_STALE}\n]}}\n"},
        fixed=_OWNERLESS | {_FILE: f"{_START}{_NEEDED}\n]}}\n"},
    ),
)
def stale_baseline_entry(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each entry of the baseline that accepts nothing any more."""
    for trouble in project.stale:
        edit = None
        if trouble.repair is not None and trouble.repair_at is not None:
            edit = Edit(trouble.path, trouble.repair_at, trouble.repair)
        yield Problem(
            path=trouble.path,
            span=trouble.span,
            values=trouble.values,
            subject=Subject(detail=f"{trouble.values['rule']} {trouble.values['subject']}"),
            fixes=(Fix((edit,)),) if edit else (),
        )
