"""The words of CI reports and of `klantreis diff`, in Dutch and in English."""

from collections.abc import Mapping
from typing import Final

from klantreis.model.words import Words

CI_PHRASES: Final[Mapping[str, Words]] = {
    "more-in-log": Words(
        "en nog {count}: zie het log van deze stap", "and {count} more: see the log of this step"
    ),
    "rest": Words("nog {count} bevindingen", "{count} more findings"),
    "cut": Words(
        "Hier is ingekort; alles staat in het volledige rapport.",
        "This was cut short; the full report has everything.",
    ),
    "matrix-note": Words(
        "Per cel: gepubliceerd en actueel / moet gevuld zijn.", "Each cell: published and fresh / required."
    ),
    "first-gaps": Words("Eerst te vullen", "To fill first"),
    "findings": Words("Bevindingen", "Findings"),
    "coverage": Words("Dekking", "Coverage"),
    "place": Words("waar", "where"),
    "message": Words("wat", "what"),
    "more-rows": Words("nog {count}", "{count} more"),
}
