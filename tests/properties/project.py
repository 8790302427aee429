"""Projects to state laws about: the base project with the files of one case, or of a few, over it."""

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.casefile import Case
from tests.rules.test_cases import CASES

from klantreis.check import Result, run
from klantreis.config import Config
from klantreis.read.config import read_config
from klantreis.rules.base_project import TODAY, laid_over_base

CONFIG = "klantreis.toml"
BOM = "\ufeff"

law = settings(max_examples=int(os.environ.get("KLANTREIS_EXAMPLES", "40")))
"""How many projects a law is tried on; each takes some tens of milliseconds."""


@dataclass(frozen=True)
class Sample:
    """The texts of a project, and the day on which it is looked at."""

    texts: Mapping[str, str]
    today: datetime.date = TODAY
    name: str = ""

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def config(self) -> Config:
        return read_config(self.texts[CONFIG], CONFIG) if CONFIG in self.texts else Config()

    def check(self) -> Result:
        return run(self.texts, self.config, self.today)

    def having(self, texts: Mapping[str, str]) -> "Sample":
        return replace(self, texts={**self.texts, **texts})


def sample_of(*cases: Case) -> Sample:
    files = {path: text for case in cases for path, text in case.files.items()}
    today = datetime.date.fromisoformat(cases[0].settings.get("today", TODAY.isoformat()))
    return Sample(laid_over_base(files), today, " + ".join(map(str, cases)))


def one_case() -> st.SearchStrategy[Sample]:
    return st.sampled_from(CASES).map(sample_of)


def some_cases() -> st.SearchStrategy[Sample]:
    """Return the strategy for projects in which several things are wrong at once."""
    return st.lists(st.sampled_from(CASES), min_size=1, max_size=4, unique_by=str).map(
        lambda cases: sample_of(*cases)
    )


Seen = tuple[object, ...]


def seen(result: Result) -> list[Seen]:
    """Return everything about the findings of a result that a person or a program can see."""
    return [
        (f.path, f.span, f.rule, f.severity, f.message, f.subject, f.score, f.evidence, f.fixes, f.suppressed)
        for f in result.findings
    ]
