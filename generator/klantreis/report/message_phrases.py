"""The words of `klantreis explain ITEM` and `klantreis suggest`, in Dutch and in English."""

from collections.abc import Mapping
from typing import Final

from klantreis.model.words import Words

MESSAGE_PHRASES: Final[Mapping[str, Words]] = {
    # explain
    "push": Words("verkoopdruk {score} van 100", "push score {score} of 100"),
    "no-push": Words("geen oordeel over de tekst", "no verdict on the text"),
    "no-push-short": Words(
        "De tekst telt {words} woorden. Vanaf {least} woorden volgt een oordeel.",
        "The text has {words} words. From {least} words on there is a verdict.",
    ),
    "no-push-language": Words(
        "De taal is niet Nederlands of Engels ({spoken}). Over andere talen volgt geen oordeel.",
        "The language is neither Dutch nor English ({spoken}). Other languages get no verdict.",
    ),
    "in-words": Words("{spoken}, {words} woorden", "{spoken}, {words} words"),
    "score-from": Words("Waar de score vandaan komt", "Where the score comes from"),
    "score-nothing": Words("Geen enkele zin verkoopt.", "No sentence sells."),
    "score-rest": Words("zinnen die elk bijna niets bijdragen", "sentences that each add next to nothing"),
    "score-sum": Words("samen, afgerond {score}", "together, rounded to {score}"),
    "score-cut": Words("samen; meer dan 100 telt niet", "together; what is above 100 does not count"),
    "score-how": Words(
        "In een lange tekst telt een zin minder, en in de laatste zinnen telt een verwijzing nauwelijks.",
        "In a long text a sentence counts less, and in the last sentences a pointer hardly counts.",
    ),
    "amount": Words("bedrag", "amount"),
    "at-the-end": Words("aan het eind", "at the end"),
    "in-title": Words("in de titel", "in the title"),
    "bears": Words("Wat de fasen verdragen", "What the stages bear"),
    "bears-nothing": Words(
        "Dit item staat in geen enkele fase van een klantreis.", "This item stands in no stage of a journey."
    ),
    "bears-line": Words(
        "fase {stage} van klantreis {journey}: hoogstens {allowance}",
        "stage {stage} of journey {journey}: at most {allowance}",
    ),
    "bears-over": Words("{over} te veel", "{over} too much"),
    "bears-within": Words("past", "fits"),
    "about-what": Words("Waar de tekst over gaat", "What the text is about"),
    "about-line": Words(
        "{facet}: {sentences}, het eerst op {place}", "{facet}: {sentences}, first at {place}"
    ),
    "about-nothing": Words("Niets dat klantreis herkent.", "Nothing that klantreis recognises."),
    "about-people": Words(
        "wij, ons, ik: {we} keer; je, jij, u: {you} keer", "we, our, I: {we} times; you, your: {you} times"
    ),
    "asked-what": Words("Wat de tekst vraagt", "What the text asks for"),
    "asked-nothing": Words("Niets.", "Nothing."),
    "readability": Words("Leesbaarheid", "Readability"),
    "readability-level": Words(
        "{ease} van 100 volgens {formula}, ongeveer niveau {level}",
        "{ease} of 100 by {formula}, about level {level}",
    ),
    "readability-none": Words("Te weinig tekst om iets over te zeggen.", "Too little text to say."),
    "readability-unknown": Words(
        "Voor deze taal is er geen formule.", "There is no formula for this language."
    ),
    "fits": Words("Voor welk moment de tekst geschreven lijkt", "Which moment the text seems written for"),
    "reason-push": Words("verkoopdruk", "push score"),
    "reason-you": Words("spreekt de lezer aan", "speaks to the reader"),
    "reason-ask": Words("vraagt: {ask}", "asks: {ask}"),
    "outside": Words(
        "Niet op tekst beoordeeld: {items} in een andere taal dan Nederlands of Engels ({languages})",
        "Text not judged: {items} in a language other than Dutch or English ({languages})",
    ),
    # suggest
    "suggested": Words("voorstel", "suggestion"),
    "now": Words("nu", "now"),
    "sure": Words("zeker", "sure"),
    "sells": Words("verkoopt", "sells"),
    "sells-yes": Words("ja, {score} (regel {line}: {facet})", "yes, {score} (line {line}: {facet})"),
    "sells-no": Words("nee, {score}", "no, {score}"),
    "or": Words("of", "or"),
    "too-short": Words("te weinig woorden", "too few words"),
    "other-language": Words("andere taal ({spoken})", "other language ({spoken})"),
    "nothing-untagged": Words("Elk item heeft al een fase.", "Every item has a stage already."),
    "suggest-hint": Words(
        "Neem over met: klantreis suggest --fix. Lees eerst mee: het is een inschatting.",
        "Take over with: klantreis suggest --fix. Read along first: this is an estimate.",
    ),
    "stages-added": Words("fase toegevoegd in {files}", "stage added in {files}"),
    "stage-not-added": Words(
        "{path} is niet aangeraakt: de regel met de fase past er niet zonder iets te breken",
        "{path} was left alone: the line with the stage does not fit without breaking something",
    ),
}
