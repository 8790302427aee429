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
    "below-part": Words(
        "dekking van {part} is {share}; dat ligt onder de drempel van {threshold}",
        "coverage of {part} is {share}, below the threshold of {threshold}",
    ),
    "ratchet-set": Words("{path} staat nu op {slots}", "{path} now stands at {slots}"),
    "ratchet-lost": Words(
        "{more} meer dan in {path}: {slots}; "
        "vul ze, of leg het uit met --allow-regression PLEK --reason TEKST",
        "{more} more than in {path}: {slots}; "
        "fill them, or explain with --allow-regression SLOT --reason TEXT",
    ),
    "badge": Words("klantreis", "journey"),
    # diff
    "working-tree": Words("de werkmap", "the working tree"),
    "nothing-changed": Words(
        "Tussen {base} en {head} verandert er niets aan de klantreis.",
        "Between {base} and {head} nothing changes in the journey.",
    ),
    "change-title": Words("Van {base} naar {head}: {summary}", "From {base} to {head}: {summary}"),
    "change-none": Words("geen plek en geen bevinding veranderd", "no slot and no finding changed"),
    "covered": Words("gepubliceerd en actueel", "published and fresh"),
    "changed-slots": Words("Plekken", "Slots"),
    "new-findings": Words("Nieuwe bevindingen", "New findings"),
    "gone-findings": Words("Verdwenen bevindingen", "Findings that are gone"),
    "accepted-findings": Words("Bevindingen die nu aanvaard zijn", "Findings that are accepted now"),
    "returned-findings": Words(
        "Bevindingen die niet meer aanvaard zijn", "Findings that are no longer accepted"
    ),
    "redefined": Words("Veranderde definities", "Changed definitions"),
    "to-review": Words("Opnieuw na te kijken", "To review again"),
    "because-of": Words("geschreven voor {ids}", "written for {ids}"),
    "slot": Words("plek", "slot"),
    "before": Words("was", "before"),
    "after": Words("is nu", "now"),
    "what": Words("wat", "what"),
    "of-what": Words("waarvan", "of what"),
    "kind": Words("soort", "kind"),
    "verdict": Words("wat er gebeurde", "what happened"),
    "written-for": Words("geschreven voor", "written for"),
    "absent": Words("bestaat niet", "not there"),
    "of": Words("{published} van {required}", "{published} of {required}"),
    "won": Words("gewonnen", "won"),
    "lost": Words("verloren", "lost"),
    "opened": Words("nieuw en leeg", "new and empty"),
    "dropped": Words("leeg vervallen", "dropped while empty"),
    "changed": Words("veranderd", "changed"),
    "added": Words("nieuw", "new"),
    "removed": Words("weg", "removed"),
    "optional": Words("{state} (niet verplicht)", "{state} (not required)"),
}
"""Sentences and labels by key."""

CI_NOUNS: Final[Mapping[str, tuple[Words, Words]]] = {
    "won": (Words("plek gewonnen", "slot won"), Words("plekken gewonnen", "slots won")),
    "lost": (Words("plek verloren", "slot lost"), Words("plekken verloren", "slots lost")),
    "opened": (Words("nieuwe lege plek", "new empty slot"), Words("nieuwe lege plekken", "new empty slots")),
    "empty-slots": (Words("lege plek", "empty slot"), Words("lege plekken", "empty slots")),
    "new": (Words("nieuwe bevinding", "new finding"), Words("nieuwe bevindingen", "new findings")),
    "gone": (Words("bevinding weg", "finding gone"), Words("bevindingen weg", "findings gone")),
    "reviews": (Words("item na te kijken", "item to review"), Words("items na te kijken", "items to review")),
}
"""What is counted, one and several."""
