"""An item has no front matter, so it has no place in the journey.

## What it finds

A Markdown file in the content folders that does not begin with front matter, while the
configuration does not say either for which stage, persona and channel it is. It also finds front
matter that is not on the first line, because a blank line or a space comes before it.

## Why it matters

The text may be good, but nothing says for whom it is, at which moment and where. It serves no
slot, and no rule about stages can look at it.

## How to fix

Begin the file with `---`, the tags and another `---`. For a whole folder of existing pages, say it
once under `[[tags]]` in the configuration, and leave the files as they are. A file that is no
content belongs outside the content folders.

## Where it comes from

Practice. Site generators only see front matter that starts on the very first line of the file.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule

MANUAL_NL = """
Een item heeft geen front matter en dus geen plek in de klantreis.

## Wat deze regel vindt

Een Markdownbestand in de contentmappen dat niet met front matter begint, terwijl ook de
configuratie niet zegt voor welke fase, welke persona en welk kanaal het is. De regel vindt ook
front matter die niet op de eerste regel staat, omdat er een witregel of spatie voor staat.

## Waarom dat telt

De tekst kan prima zijn, maar nergens staat voor wie, voor welk moment en voor welke plek hij is.
Hij vult dus niets in, en geen enkele regel over fasen kan ernaar kijken.

## Wat je eraan doet

Begin het bestand met `---`, de tags en weer `---`. Gaat het om een hele map met bestaande pagina's,
zet de tags dan één keer onder `[[tags]]` in de configuratie. De bestanden zelf blijven dan zoals ze
zijn. Is een bestand geen content, zet het dan buiten de contentmappen.

## Waar dit op rust

Praktijk. Sitegeneratoren zien alleen front matter die op de allereerste regel begint.
"""

MESSAGES = {
    "": Words(
        nl="dit item heeft geen front matter; begin het met ---, stage, persona, channel en weer ---",
        en="this item has no front matter; begin it with ---, stage, persona, channel and another ---",
    ),
    "late": Words(
        nl="front matter hoort helemaal vooraan in het bestand; haal het wit ervoor weg",
        en="front matter belongs at the very start of the file; remove the white space before it",
    ),
}

_TEXT = "Dozen kun je lenen van iemand die net verhuisd is. Vraag het in je straat.\n"

EXAMPLES = Examples(
    good={
        "content/dozen-lenen.md": f"""\
---
stage: attention
persona: huurder
channel: blog
next: [zelf-of-verhuizer]
---

# Dozen lenen

{_TEXT}"""
    },
    bad={"content/dozen-lenen.md": f"⟦⟧# Dozen lenen\n\n{_TEXT}"},
)


@rule(
    code="KR002",
    severity=Severity.ERROR,
    basis="practice",
    local=True,
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each item without front matter, and front matter that starts too late."""
    yield from reported(project, "missing-front-matter")
