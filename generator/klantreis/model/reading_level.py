"""Reading levels: those of the European framework for languages, from easy to hard."""

from typing import Final

from klantreis.model.vocabulary import Term, Vocabulary

READING_LEVELS: Final = Vocabulary(
    "reading_level", tuple(Term(level, level, level) for level in ("A1", "A2", "B1", "B2", "C1", "C2"))
)
