"""The words of the terminal, in Dutch and in English: everything that is not a rule's own message."""

from collections.abc import Mapping
from typing import Final

from klantreis.finding import Severity
from klantreis.model.words import Words
from klantreis.report.ci_phrases import CI_NOUNS, CI_PHRASES
from klantreis.report.message_phrases import MESSAGE_PHRASES

PHRASES: Final[Mapping[str, Words]] = {
    **CI_PHRASES,
    **MESSAGE_PHRASES,
    # check
    "no-findings": Words("Geen bevindingen.", "No findings."),
    "more-findings": Words(
        "nog {count} niet getoond, de ernstigste staan hierboven",
        "{count} more not shown; the worst are above",
    ),
    "more-passages": Words("en nog {count} in deze tekst", "and {count} more in this text"),
    "manual-hint": Words(
        "Meer over een regel: klantreis rule {rule}", "More about a rule: klantreis rule {rule}"
    ),
    "excused": Words("onderdrukt in {place}", "suppressed in {place}"),
    "suppressed-hint": Words("bekijk met --show-suppressed", "shown with --show-suppressed"),
    "exception": Words(
        "Mag het hier toch? Zet dit bovenaan in {path}, met je eigen reden:",
        "Right here after all? Put this in the front matter of {path}, with a reason of your own:",
    ),
    "exception-more": Words(
        "Mag het hier toch? Zet dit erbij onder ignore in {path}, met je eigen reden:",
        "Right here after all? Add this to ignore in {path}, with a reason of your own:",
    ),
    "exception-file": Words(
        "Mag het hier toch? Zet dit in {path}, met je eigen reden:",
        "Right here after all? Put this in {path}, with a reason of your own:",
    ),
    "exception-reason": Words("waarom het hier mag", "why it is right here"),
    "fix-replace": Words("oplossing: vervang {old} door {new}", "fix: replace {old} with {new}"),
    "fix-insert": Words("oplossing: voeg {new} toe", "fix: add {new}"),
    "fix-remove": Words("oplossing: haal {old} weg", "fix: remove {old}"),
    "fix-lines": Words(
        "oplossing: haal regel {first} tot en met {last} weg", "fix: remove lines {first} to {last}"
    ),
    "fix-edits": Words("oplossing: {count} wijzigingen", "fix: {count} edits"),
    "fixed": Words("{count} hersteld in {files}", "{count} fixed in {files}"),
    "fix-refused": Words(
        "{path} is niet aangeraakt: herstellen maakte het erger",
        "{path} was left alone: fixing made it worse",
    ),
    "fix-changed": Words(
        "{path} is niet aangeraakt: het is intussen gewijzigd",
        "{path} was left alone: it has changed meanwhile",
    ),
    "nothing-to-fix": Words("Er is niets te herstellen.", "There is nothing to fix."),
    "reviewed": Words("{path}: nagekeken naast {beside}", "{path}: reviewed against {beside}"),
    "reviewed-already": Words(
        "{path}: er is niets veranderd sinds de vorige keer, naast {beside}",
        "{path}: nothing has changed since last time, against {beside}",
    ),
    "watching": Words("wacht op wijzigingen; stop met Ctrl+C", "waiting for changes; stop with Ctrl+C"),
    "accepted": Words("{count} bevindingen aanvaard in {path}", "{count} findings accepted in {path}"),
    "pruned": Words("{count} vervallen regels weg uit {path}", "{count} stale entries gone from {path}"),
    "nothing-accepted": Words("Er is niets aanvaard in {path}.", "Nothing is accepted in {path}."),
    "subject": Words("waarover", "about"),
    "built-site": Words(
        "De site staat in {folder} ({pages}). Bekijk hem met: klantreis serve",
        "The site is in {folder} ({pages}). Look at it with: klantreis serve",
    ),
    "built-offline": Words(
        "De site staat in {folder} ({pages}). Open daar index.html; een server is niet nodig. "
        "Om te versturen: {archive}",
        "The site is in {folder} ({pages}). Open index.html there; no server is needed. "
        "To send it: {archive}",
    ),
    "built-pages": Words(
        "De pagina's staan in {folder} ({pages}: {written} geschreven, {removed} verwijderd)",
        "The pages are in {folder} ({pages}: {written} written, {removed} removed)",
    ),
    "coverage-line": Words(
        "Dekking van {slots}: {planned} gepland, {drafted} geschreven, {published} gepubliceerd en actueel",
        "Coverage of {slots}: {planned} planned, {drafted} drafted, {published} published and fresh",
    ),
    "no-slots": Words(
        "Dekking: geen plekken die content vragen.", "Coverage: no slots that ask for content."
    ),
    "below": Words(
        "dekking {share} ligt onder de drempel van {threshold}",
        "coverage {share} is below the threshold of {threshold}",
    ),
    # tables
    "total": Words("totaal", "total"),
    "journey": Words("klantreis", "journey"),
    "persona": Words("persona", "persona"),
    "stage": Words("fase", "stage"),
    "touchpoint": Words("contactmoment", "touchpoint"),
    "channel": Words("kanaal", "channel"),
    "owner": Words("eigenaar", "owner"),
    "slots": Words("plekken", "slots"),
    "planned": Words("gepland", "planned"),
    "drafted": Words("geschreven", "drafted"),
    "published": Words("gepubliceerd", "published"),
    "questions": Words("vragen", "questions"),
    "pains": Words("pijnpunten", "pains"),
    "gains": Words("wensen", "gains"),
    "nobody": Words("(geen)", "(none)"),
    "yes": Words("ja", "yes"),
    # rules
    "rule": Words("regel", "rule"),
    "code": Words("code", "code"),
    "family": Words("familie", "family"),
    "severity": Words("ernst", "severity"),
    "about": Words("waarover", "about"),
    "fix": Words("herstel", "fix"),
    "fixable": Words("veilig te herstellen", "safe fix"),
    "basis": Words("grond", "rests on"),
    "options": Words("Instellingen", "Options"),
    "default": Words("standaard {value}", "default {value}"),
    "choices": Words("een van {choices}", "one of {choices}"),
    "law": Words("wet", "law"),
    "research": Words("onderzoek", "research"),
    "practice": Words("praktijk", "practice"),
    "house opinion": Words("eigen keuze", "house opinion"),
    "rules-hint": Words(
        "De handleiding van een regel: klantreis rule NAAM", "A rule's manual: klantreis rule NAME"
    ),
    # models
    "model": Words("model", "model"),
    "name": Words("naam", "name"),
    "stages": Words("fasen", "stages"),
    "source": Words("Bron", "Source"),
    "adds": Words("Wat dit model toevoegt", "What this model adds"),
    "demands": Words("Wat dit model vraagt", "What this model demands"),
    "shown-by": Words("te zien met {where}", "seen in {where}"),
    "crosswalk": Words("Dezelfde fase in de andere modellen", "The same phase in the other models"),
    "phase": Words("fase van de koopreis", "phase"),
    "phases": Words("stap", "phase"),
    "thinks": Words("klant denkt", "customer thinks"),
    "asks": Words("klant vraagt", "customer asks"),
    "wants": Words("klant wil", "customer wants"),
    "role": Words("jij noemt het", "you call it"),
    "does": Words("jij doet", "you do"),
    "emphasise": Words("benadruk", "emphasise"),
    "avoid": Words("vermijd", "avoid"),
    "allowance": Words("ruimte voor verkoop", "push allowance"),
    "ceiling": Words("sterkste oproep", "strongest ask"),
    "formats": Words("vormen", "formats"),
    "channels": Words("kanalen", "channels"),
    "next": Words("daarna", "next"),
    "parallel": Words("tegelijk met", "at the same time as"),
    "returns": Words("terug mag naar", "may go back to"),
    "cycle": Words("begint opnieuw bij {stage}", "starts again at {stage}"),
    "label": Words("CRM-label", "CRM label"),
    "marks": Words("bijzonder", "marks"),
    "entry": Words("ingang", "entry"),
    "exit": Words("uitgang", "exit"),
    "value-felt": Words("waarde voelbaar", "value felt"),
    "triggers": Words("aanleidingen", "triggers"),
    "duration": Words("duur", "duration"),
    # explain
    "asked-at": Words("gevraagd in {place}", "asked for in {place}"),
    "need-must": Words("moet gevuld zijn", "must be filled"),
    "need-should": Words("liefst gevuld", "should be filled"),
    "need-could": Words("mag leeg blijven", "may stay empty"),
    "minimum": Words("minstens {number} items", "at least {number} items"),
    "on-channel": Words("kanaal: {channel}", "channel: {channel}"),
    "considered": Words("Wat hier staat", "What stands here"),
    "nothing-here": Words("Hier staat niets.", "Nothing stands here."),
    "item": Words("item", "item"),
    "status": Words("status", "status"),
    "counts": Words("telt", "counts"),
    "because": Words("omdat", "because"),
    "counts-full": Words("ja", "yes"),
    "counts-half": Words("half", "half"),
    "counts-no": Words("nee", "no"),
    "why-also": Words(
        "{persona} staat bij 'also', niet bij 'persona'", "{persona} is under 'also', not 'persona'"
    ),
    "why-phase": Words(
        "'{word}' staat voor meer dan één fase van deze klantreis",
        "'{word}' stands for more than one stage of this journey",
    ),
    "why-overdue": Words("nakijken had gemoeten voor {day}", "its review was due before {day}"),
    "why-expired": Words("verlopen op {day}", "expired on {day}"),
    "why-expired-status": Words("de status is 'expired'", "its status is 'expired'"),
    "why-later": Words("verschijnt op {day}", "appears on {day}"),
    "why-status": Words("nog niet gepubliceerd", "not published yet"),
    "why-fresh": Words("gepubliceerd en actueel", "published and fresh"),
    "way": Words("Om het gepubliceerd te krijgen", "To get it published"),
    "way-nothing": Words("Er hoeft niets te gebeuren.", "Nothing needs to be done."),
    "way-write": Words("schrijf een item met deze gegevens bovenaan:", "write an item with this at the top:"),
    "way-publish": Words(
        "publiceer {item} (zet status op published)", "publish {item} (set its status to published)"
    ),
    "way-wait": Words("wacht tot {item} verschijnt op {day}", "wait for {item} to appear on {day}"),
    "way-review": Words(
        "kijk {item} na en geef het een nieuwe review_by", "review {item} and give it a new review_by"
    ),
    "way-renew": Words("vernieuw {item} of vervang het", "renew {item} or replace it"),
    "way-own": Words(
        "zet {persona} in {item} bij 'persona', als het ook voor deze persona geschreven is",
        "put {persona} under 'persona' in {item}, if it was written for this persona as well",
    ),
    "way-exact": Words(
        "zet in {item} stage op {stage} in plaats van {word}",
        "set stage to {stage} instead of {word} in {item}",
    ),
    "way-more": Words("publiceer er nog {number}", "publish {number} more"),
    "way-key": Words(
        "schrijf erover, en zet bij dat item: {field}: [{id}]",
        "write about it, and put in that item: {field}: [{id}]",
    ),
    "way-mend": Words(
        "herstel {path}: dat item is misschien hiervoor bedoeld, maar niet te plaatsen",
        "mend {path}: that item may be meant for this, but cannot be placed",
    ),
    "exempt": Words("vrijgesteld: {reason}", "exempt: {reason}"),
    "exempt-until": Words("tot en met {day}", "up to {day}"),
    "exempt-by": Words("door {owner}", "by {owner}"),
    "first-served": Words("voor het eerst beantwoord in fase {stage}", "first answered in stage {stage}"),
    "question": Words("vraag", "question"),
    "pain": Words("pijnpunt", "pain"),
    "gain": Words("wens", "gain"),
    # models
    "models-hint": Words(
        "Een model van dichtbij: klantreis model NAAM", "A model close up: klantreis model NAME"
    ),
}
"""Sentences and labels by key; both languages have the same `{placeholders}`."""

NOUNS: Final[Mapping[str, tuple[Words, Words]]] = {
    **CI_NOUNS,
    "items": (Words("item", "item"), Words("items", "items")),
    "errors": (Words("fout", "error"), Words("fouten", "errors")),
    "warnings": (Words("waarschuwing", "warning"), Words("waarschuwingen", "warnings")),
    "infos": (Words("tip", "info"), Words("tips", "infos")),
    "suppressed": (Words("onderdrukt", "suppressed"), Words("onderdrukt", "suppressed")),
    "unreadable": (Words("onleesbaar", "unreadable"), Words("onleesbaar", "unreadable")),
    "slots": (Words("plek", "slot"), Words("plekken", "slots")),
    "pages": (Words("pagina", "page"), Words("pagina's", "pages")),
    "files": (Words("bestand", "file"), Words("bestanden", "files")),
    "sentences": (Words("zin", "sentence"), Words("zinnen", "sentences")),
}
"""What is counted, one and several."""

SEVERITIES: Final[Mapping[Severity, Words]] = {
    Severity.ERROR: Words("fout", "error"),
    Severity.WARNING: Words("waarschuwing", "warning"),
    Severity.INFO: Words("tip", "info"),
}

STATES: Final[Mapping[str, Words]] = {
    "gap": Words("leeg", "gap"),
    "idea": Words("idee", "idea"),
    "planned": Words("gepland", "planned"),
    "drafted": Words("geschreven", "drafted"),
    "stale": Words("verouderd", "stale"),
    "borrowed": Words("geleend", "borrowed"),
    "thin": Words("mager", "thin"),
    "published": Words("gepubliceerd", "published"),
    "exempt": Words("vrijgesteld", "exempt"),
}


def said(key: str, language: str, **values: object) -> str:
    """Return a phrase in `language` with its placeholders filled in."""
    return PHRASES[key].said(language).format_map(values)


def counted(key: str, number: int, language: str) -> str:
    """Return a number with its noun: `1 fout`, `2 fouten`."""
    one, several = NOUNS[key]
    return f"{number} {(one if number == 1 else several).said(language)}"


def percent(share: float) -> str:
    """Return a share as whole percents, rounded down so that only everything is 100%."""
    return f"{int(share * 100 + 1e-9)}%"
